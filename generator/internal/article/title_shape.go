package article

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// untitling reports lines that stand where titles do and have another shape: figures, a date, a request to share, the
// words above a press release.
func untitling(b *block) bool {
	return quotesFigures(b.text) || untitled(b.text) || sharing(b.text) || beginsWithDate(b) || releaseMark(b.text) || slug(b.text) || browserLink(b.text)
}

// quotesFigures reports a line with as many numbers as words: "Gold (24K) 246.25", "Fajr 05:43 | Dhuhr 12:36", "USD/KRW
// 1,180.50 ▲ 2.10".
func quotesFigures(s string) bool {
	if stops(s) {
		return false
	}
	numbers, others, small := 0, 0, 0
	for word := range strings.FieldsSeq(beginning(s, 200)) {
		bare := strings.Trim(word, "()[]|,.;·•▲▼▴▾↑↓+-–%$€£₩°C")
		switch {
		case bare == "":
		case strings.ContainsAny(bare, "0123456789") && strings.Trim(bare, "0123456789.,:%") == "" && strings.ContainsAny(bare, ".:,"):
			numbers++
		case letterCount(bare) > 0:
			others++
			if r, _ := utf8.DecodeRuneInString(bare); unicode.IsLower(r) {
				small++
			}
		}
	}
	return small < 2 && numbers > 0 && numbers*3 >= others && (numbers > 1 || others <= 2)
}

// beginsWithDate reports a line of a date and a few words more: "Tue, Jan 30, 2024 | Rajab 18, 1445".
func beginsWithDate(b *block) bool {
	list := stamps(beginning(b.text, 200))
	if len(list) == 0 || b.words > 9 {
		return false
	}
	first, _, _ := sift(b.text[:list[0].start])
	return strings.Trim(first, " |") == "" && words(b.text[list[len(list)-1].end:]) <= 4
}

// slug reports the keyword under which an agency sends a text: "BC-EU--Harbor Strike,2nd Ld-Writethru".
func slug(s string) bool {
	word, _ := cutWord(s)
	i := strings.Index(word, "--")
	if i > 0 && i+2 < len(word) && words(s) <= 6 && word[:i] == strings.ToUpper(word[:i]) {
		return true
	}
	return words(s) <= 6 && (strings.HasSuffix(s, "-Writethru") || strings.HasSuffix(s, " Writethru"))
}

// browserLink reports what stands above a letter that can be read elsewhere: "View this email in your browser".
func browserLink(s string) bool {
	lower := strings.ToLower(beginning(s, 80))
	return words(s) <= 9 && (strings.Contains(lower, "in your browser") || strings.Contains(lower, "in a new window") || strings.Contains(lower, "im browser ") || strings.Contains(lower, "online version")) && !stops(s)
}

// releaseMark reports the words that stand above a press release or an official notice.
func releaseMark(s string) bool {
	switch strings.ToLower(strings.Trim(s, " :.!*|")) {
	case "for immediate release", "press release", "news release", "media release", "press statement", "pressemitteilung", "presseinformation", "medienmitteilung", "pressemeldung", "communiqué de presse",
		"public notice", "public notices", "legal notice", "legal notices", "보도자료", "공고", "보도 자료", "amtliche bekanntmachung":
		return true
	}
	return false
}

// sharing reports a request that stands with a colon above buttons: "Kindly share this story:".
func sharing(s string) bool {
	lower := strings.ToLower(beginning(s, 80))
	if i := strings.Index(lower, "share this "); i > 12 {
		return false
	}
	return words(s) <= 8 && (strings.Contains(lower, "share this ") || strings.Contains(lower, "artikel teilen") || strings.Contains(lower, "기사 공유")) && !strings.ContainsAny(lower, ",?")
}

// institution reports the name of an office, a ministry, an institute: words with capitals, small ones only between
// them, the first or the last of which says what it is. A title has a verb or ends otherwise: "Ministry of Sound sues".
func institution(s string) bool {
	s = strings.Trim(s, " ,")
	list := strings.Fields(s)
	if len(list) < 2 || len(list) > 10 || len(s) > 100 || strings.ContainsAny(s, ":;?!|\"'“”’„0123456789") {
		return false
	}
	for _, word := range list {
		switch bare := strings.ToLower(strings.Trim(word, ",.")); bare {
		case "of", "for", "the", "and", "&", "on", "in", "für", "und", "der", "des", "die", "von", "zu", "de", "du", "la", "et", "del", "y":
			continue
		}
		if r, _ := utf8.DecodeRuneInString(word); !unicode.IsUpper(r) {
			return false
		}
	}
	if list[0] == "The" {
		list = list[1:]
	}
	if len(list) < 2 {
		return false
	}
	second := ""
	if len(list) > 2 {
		second = strings.ToLower(list[1])
	}
	for i, word := range list[:len(list)-1] {
		if i > 0 && i < 3 && officialWord(strings.ToLower(word)) && (list[i+1] == "of" || list[i+1] == "for" || list[i+1] == "für") {
			return true // "Harbour Board of Port Samra"
		}
	}
	linked := second == "of" || second == "for" || second == "für" || second == "der" || second == "des" || second == "de" || second == "du" || second == "on"
	return linked && officialWord(strings.ToLower(list[0])) || officialWord(strings.ToLower(strings.Trim(list[len(list)-1], ","))) && !linked && len(list) <= 5
}

// officialWord reports nouns of which the names of institutions are made.
func officialWord(s string) bool {
	switch s {
	case "state", "republic", "city", "county", "kingdom", "ministry", "office", "board", "council", "committee", "department", "institute", "institution", "agency", "bureau", "commission", "authority", "administration", "embassy", "secretariat", "directorate", "foundation",
		"university", "centre", "center", "association", "federation", "society", "chamber", "bundesministerium", "ministerium", "landesamt", "bundesamt", "pressestelle", "institut", "stiftung",
		"ministère", "ministerio", "verband", "senatsverwaltung", "staatskanzlei":
		return true
	}
	return strings.HasSuffix(s, "ministerium") || strings.HasSuffix(s, "pressestelle")
}
