package article

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// readPlace reads "BUSAN, South Korea, July 29": a place, then at most a country and a date.
func (d *dateline) readPlace(outside, mark string) bool {
	parts := strings.FieldsFunc(outside, func(r rune) bool { return r == ',' })
	if len(parts) == 0 || len(outside) > 90 {
		return false
	}
	// "New Delhi: Mar 4 (PTI)", "MOSCOW. March 4 (Interfax)"
	for _, sep := range [...]string{": ", ". "} {
		if place, rest, ok := strings.Cut(parts[0], sep); ok && isDay(rest) {
			parts = append([]string{place, rest}, parts[1:]...)
		}
	}
	place := strings.TrimSpace(parts[0])
	if isDay(place) { // "March 4 (Reuters) - "
		d.date += " " + strings.Join(parts, ",")
		return len(d.credits) > 0 && d.proven()
	}
	var days []string
	for i, part := range parts[1:] {
		part = strings.Trim(part, " .")
		switch {
		case part == "":
		case isDay(part) || len(days) > 0 && numeral(part):
			days = append(days, part)
		case isWeekday(part):
		case i == 0 && words(part) <= 4 && nameAt(part) == part:
		default:
			return false
		}
	}
	d.date += " " + strings.Join(days, ", ")
	if place = strings.TrimSpace(place); strings.Count(place, ".") == 1 && !strings.Contains(place, ". ") {
		place = strings.TrimRight(place, ".")
	}
	if place == "" || words(place) > 5 {
		return false
	}
	if !d.plausible(place, mark, len(parts), d.proven() && (len(d.credits) > 0 || len(days) > 0)) {
		return false
	}
	d.place = placed(place)
	return true
}

// plausible reports whether a place with a number of parts behind it, its country and date, can open a dateline.
// proven says that an agency or a date was read.
func (d *dateline) plausible(place, mark string, parts int, proven bool) bool {
	switch {
	case shouted(place): // in capitals; with brackets and no mark it needs what is proven
		if letterCount(place) < 4 && !proven || mark == "" && !proven {
			return false
		}
		return parts > 1 || len(d.credits) > 0 || !initialism(place)
	case !proper(place):
		return false
	case proven:
		return true
	case mark == "" || mark == ":" && parts > 1:
		return false
	}
	first, _, _ := strings.Cut(place, "/")
	return knownPlace(first)
}

// isDay reports whether s is a day with or without its year.
func isDay(s string) bool {
	if _, _, ok := dayMonth(s); ok {
		return true
	}
	list := stamps(s)
	return len(list) == 1 && strings.Trim(s[:list[0].start]+s[list[0].end:], " .,") == ""
}

func isWeekday(s string) bool {
	_, ok := weekday(strings.ToLower(strings.Trim(s, " .")))
	return ok
}

// dayMonth reads a text that is a day and a month and nothing more but a weekday.
func dayMonth(s string) (m, day int, ok bool) {
	list := tokens(beginning(s, 60))
	for len(list) > 0 {
		if _, is := weekday(list[0].text); !is {
			break
		}
		list = list[1:]
	}
	m, day, used := dateReader{s, list}.anniversary()
	for _, t := range list[min(used, len(list)):] {
		if !year(t) || t.number < 1900 {
			return 0, 0, false
		}
	}
	return m, day, used > 0
}

// shouted reports whether a place is in capitals throughout; a Mc or a small word between does not matter.
func shouted(s string) bool {
	upper := 0
	for word := range strings.FieldsFuncSeq(s, func(r rune) bool { return r == ' ' || r == '/' || r == '-' }) {
		if word != strings.ToUpper(word) && !particle(word) {
			return false
		}
		for _, r := range word {
			switch {
			case unicode.IsUpper(r):
				upper++
			case unicode.IsLetter(r), strings.ContainsRune(".'’&", r), unicode.IsMark(r):
			default:
				return false
			}
		}
	}
	return upper >= 2
}

// proper reports whether every word of a place begins with a capital; small ones may stand between.
func proper(s string) bool {
	for i, word := range strings.FieldsFunc(s, func(r rune) bool { return r == ' ' || r == '/' || r == '-' }) {
		first, _ := utf8.DecodeRuneInString(word)
		if !unicode.IsUpper(first) && !unicode.Is(unicode.Lo, first) && (i == 0 || !particle(word) && word != "am" && word != "es") {
			return false
		}
		if strings.ContainsFunc(word, func(r rune) bool {
			return !unicode.IsLetter(r) && !unicode.IsMark(r) && !strings.ContainsRune(".'’`", r)
		}) {
			return false
		}
	}
	return true
}

// initialism reports words that stand in capitals before a colon or a dash and are no place.
func initialism(s string) bool {
	for word := range strings.FieldsSeq(strings.ToLower(s)) {
		switch strings.Trim(word, ".") {
		case "update", "updated", "breaking", "exclusive", "analysis", "opinion", "comment", "watch", "live", "video", "photos", "factbox", "timeline",
			"explainer", "editorial", "correction", "note", "summary", "background", "advertisement", "warning", "review", "interview", "column", "read",
			"more", "related", "nato", "kcna", "asean", "unesco", "unicef", "nasa", "opec", "question", "answer", "what", "why", "how", "who", "the",
			"news", "world", "politics", "business", "sports", "local", "key", "points", "highlights", "story", "part", "chapter", "photo", "image",
			"caption", "credit", "source", "sources", "title", "headline", "date", "author", "byline", "section", "topic", "topics", "tags", "eilmeldung", "kommentar", "analyse":
			return true
		}
	}
	return false
}

// placed writes a place as it is usually written: "NEW YORK" is New York, "SEOUL/PYONGYANG" Seoul/Pyongyang.
func placed(s string) string {
	if !shouted(s) {
		return s
	}
	return titled(s)
}

// titled writes "NEW YORK" as "New York"; short forms as "U.S." and "UN" stay.
func titled(s string) string {
	if len(s) <= 2 || strings.Contains(s, ".") {
		return s
	}
	start := true
	return strings.Map(func(r rune) rune {
		was := start
		start = !unicode.IsLetter(r) && r != '\'' && r != '’'
		if was {
			return r
		}
		return unicode.ToLower(r)
	}, s)
}

func letterCount(s string) int {
	n := 0
	for _, r := range s {
		if unicode.IsLetter(r) {
			n++
		}
	}
	return n
}
