package markdown

import (
	"strconv"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// longestSlug is how many bytes of a heading go into its id.
const longestSlug = 80

// slug makes an id of a heading: lower case, letters and digits of any script joined by hyphens, Latin letters
// without their accents, first a letter. It never looks like the ids that are counted (p3, c12, fn2).
func slug(title string) string {
	var b strings.Builder
	gap := false
	for _, r := range norm.NFD.String(title) {
		switch {
		case unicode.Is(unicode.Mn, r):
			continue
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			if gap && b.Len() > 0 {
				b.WriteByte('-')
			}
			gap = false
			b.WriteString(latin(unicode.ToLower(r)))
		case r != '\'' && r != '’':
			gap = true
		}
		if b.Len() >= longestSlug {
			break
		}
	}
	s := norm.NFC.String(b.String())
	if s == "" {
		return "section"
	}
	if first, _ := firstRune(s); !unicode.IsLetter(first) || counted(s) {
		return "s-" + s
	}
	return s
}

func firstRune(s string) (rune, bool) {
	for _, r := range s {
		return r, true
	}
	return 0, false
}

// latin spells the Latin letters that have no accent to lose.
func latin(r rune) string {
	switch r {
	case 'ß':
		return "ss"
	case 'æ':
		return "ae"
	case 'œ':
		return "oe"
	case 'ø':
		return "o"
	case 'ł':
		return "l"
	case 'đ', 'ð':
		return "d"
	case 'þ':
		return "th"
	case 'ı':
		return "i"
	}
	return string(r)
}

// counted reports whether an id is of the kind that is given by counting: a few letters and a number, or "e-"
// and a date.
func counted(id string) bool {
	head := strings.TrimRight(id, "0123456789-")
	return len(head) < len(id) && len(head) <= 5 && !strings.Contains(head, "-")
}

// anchor makes id unique on the page.
func (d *desk) anchor(id string) string {
	if d.ids == nil {
		d.ids = map[string]int{}
	}
	n, taken := d.ids[id]
	if !taken {
		d.ids[id] = 1
		return id
	}
	for {
		n++
		next := id + "-" + strconv.Itoa(n)
		if _, taken := d.ids[next]; !taken {
			d.ids[id], d.ids[next] = n, 1
			return next
		}
	}
}
