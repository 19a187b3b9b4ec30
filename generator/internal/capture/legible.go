package capture

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// count is what there is to say about a text without reading it.
type count struct {
	characters int // that are not blank
	letters    int
	digits     int
	broken     int // that stand for nothing: controls, private use, U+FFFD

	latin  int // letters from a to z
	usual  int // of these, the eight that are most frequent
	spaced int // letters of scripts that are written with blanks
	joined int // of these, the ones in words longer than any
}

// longest is how many letters a word may have. The longest of a German newspaper have about forty.
const longest = 45

// tell counts a text.
func tell(text string) count {
	var c count
	run := 0 // letters of the word so far
	for _, r := range text {
		letter := unicode.IsLetter(r)
		if !letter || ideographic(r) {
			if run > longest {
				c.joined += run
			}
			run = 0
		}
		switch {
		case unicode.IsSpace(r):
			continue
		case r == utf8.RuneError, unicode.IsControl(r), unicode.Is(unicode.Co, r):
			c.broken++
		case unicode.IsDigit(r):
			c.digits++
		case letter:
			c.letters++
			if ideographic(r) {
				break
			}
			run++
			c.spaced++
			if r |= 0x20; r >= 'a' && r <= 'z' {
				c.latin++
				if strings.ContainsRune("aeinorst", r) {
					c.usual++
				}
			}
		}
		c.characters++
	}
	if run > longest {
		c.joined += run
	}
	return c
}

// scanned is the trouble of a PDF whose pages are pictures.
const scanned = "its pages are pictures without a text layer; run OCR first"

// trouble says what is wrong with the text taken from so many pages, "" when it reads like a text.
//
// Pages with fewer than two dozen letters are pictures: scans carry no letters at all, or the line that an archive
// stamps on them. Of characters that mean nothing a text may hold a few. A text is made of letters and figures. Where a font
// keeps its code to itself, the letters come out as others: a, e, i, n, o, r, s and t are 50 to 66 of 100 letters in
// every language of Europe, and about twenty where each letter is another. Or the blanks are missing, and the words run
// together.
func trouble(text string, pages int) string {
	c := tell(text)
	switch {
	case c.letters+c.digits < 24*max(pages, 1)-20:
		return scanned
	case 20*c.broken > c.characters:
		return fmt.Sprintf("for %d of %d characters stand for nothing", c.broken, c.characters)
	case 2*(c.letters+c.digits) < c.characters:
		return "for most of its characters are no letters"
	case c.latin >= 100 && 100*c.usual < 38*c.latin:
		return "for its letters stand for others"
	case 10*c.joined > c.spaced:
		return "for its words run together without blanks"
	}
	return ""
}
