package figure

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"briefbook/generator/internal/book"
)

// Short makes a label of an event's text: up to the first comma, semicolon, colon, dash or bracket after at
// least eight characters, and at most limit characters, cut between words with an ellipsis. A cut never ends
// in a word that wants another ("talks in …").
func Short(text string, limit int) string {
	text = strings.Join(strings.Fields(text), " ")
	for i, r := range text {
		if i >= 8 && strings.ContainsRune(",;:(–—", r) && (r != ':' && r != ',' || strings.HasPrefix(text[i+1:], " ")) {
			text = strings.TrimSpace(text[:i])
			break
		}
	}
	text = strings.TrimRight(text, ".")
	if utf8.RuneCountInString(text) <= limit {
		return text
	}
	words := strings.Fields(text)
	var kept []string
	left := limit - 1 // the ellipsis
	for _, w := range words {
		if left -= utf8.RuneCountInString(w) + 1; left < -1 {
			break
		}
		kept = append(kept, w)
	}
	if len(kept) == 0 {
		return string([]rune(text)[:limit-1]) + "…"
	}
	for len(kept) > 1 && hanging[strings.ToLower(kept[len(kept)-1])] {
		kept = kept[:len(kept)-1]
	}
	return strings.Join(kept, " ") + " …"
}

// hanging are words that a label does not end in.
var hanging = map[string]bool{
	"a": true, "an": true, "and": true, "as": true, "at": true, "between": true, "by": true, "for": true, "from": true,
	"in": true, "into": true, "its": true, "of": true, "on": true, "or": true, "over": true, "that": true, "the": true, "their": true,
	"to": true, "with": true, "after": true, "before": true, "was": true, "is": true, "were": true, "are": true,
}

// words is what stands beside the mark of an item: a short date where the bar does not already say it, with
// its year when the scale is too coarse to tell, and a label of at most limit characters.
func (i item) words(language string, limit int, year bool) (when, label string) {
	if i.count > 1 {
		return "", counted(i.count)
	}
	label = Short(i.label, limit)
	if i.state == book.Disputed {
		label += " ?"
	}
	if !i.day {
		return "", label
	}
	if year {
		return i.date.Short(language), label
	}
	return without(i.date.Short(language), yearText(dayOf(i.first), language)), label
}

// name is what a mark is called: full date, state unless it simply happened, and the text.
func (i item) name(language string) string {
	if i.count > 1 {
		first, last := dayOf(i.first).Date().Text(language), dayOf(i.last).Date().Text(language)
		if first != last {
			first += " – " + last
		}
		return first + ": " + counted(i.count)
	}
	name := i.date.Text(language) + ": "
	if i.state != book.Happened {
		name += i.state.String() + ": "
	}
	return name + clip(i.label, 160)
}

// spoken is the accessible name of a link: it begins with the words that are seen (WCAG 2.5.3), and goes on with
// what they leave out.
func (m placed) spoken(language string) string {
	seen := strings.TrimSpace(m.when + " " + m.label)
	full := clip(m.item.label, 160)
	if m.count > 1 || !strings.HasPrefix(full, strings.TrimSuffix(strings.TrimSuffix(m.label, " ?"), " …")) {
		return strings.TrimPrefix(seen+"; "+m.name(language), "; ")
	}
	name := strings.TrimSpace(m.when+" "+full) + "; " + m.date.Text(language)
	if m.state != book.Happened {
		name += ", " + m.state.String()
	}
	return name
}

// clip cuts a long text between words.
func clip(text string, limit int) string {
	text = strings.Join(strings.Fields(text), " ")
	if utf8.RuneCountInString(text) <= limit {
		return text
	}
	cut := string([]rune(text)[:limit])
	if i := strings.LastIndexByte(cut, ' '); i > 0 {
		cut = cut[:i]
	}
	return cut + " …"
}

func counted(n int) string {
	if n == 1 {
		return "1 event"
	}
	return strconv.Itoa(n) + " events"
}

// textWidth reckons the width of text set at a size, in the size's unit. The system's sans-serif faces differ;
// the table follows the widest in use (DejaVu Sans, Verdana), so that what is reckoned to fit does fit.
func textWidth(text string, size int64) int64 {
	var sum int64
	for _, r := range text {
		sum += runeWidth(r)
	}
	return sum * size / 1000
}

func runeWidth(r rune) int64 {
	switch {
	case strings.ContainsRune("ijl'’‘|.,:;! ", r):
		return 340
	case strings.ContainsRune("fIrtJ()[]-/", r):
		return 430
	case strings.ContainsRune("mMWw@%…—", r):
		return 1000
	case r >= 0x1100 && (r < 0x1200 || r >= 0x2e80): // Hangul, Han and full-width forms
		return 1020
	case unicode.Is(unicode.Mn, r):
		return 0
	case unicode.IsUpper(r):
		return 760
	}
	return 650
}

var escaper = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&#34;", "'", "&#39;")

// escape makes text fit for HTML and XML, in content and in quoted attributes.
func escape(text string) string {
	return escaper.Replace(strings.Map(func(r rune) rune {
		if unicode.IsControl(r) || r == 0xFFFE || r == 0xFFFF {
			return ' '
		}
		return r
	}, strings.ToValidUTF8(text, "\uFFFD")))
}
