package capture

import (
	"fmt"
	"unicode"
	"unicode/utf8"
)

// count is what there is to say about a text without reading it.
type count struct {
	characters int // that are not blank
	letters    int
	digits     int
	broken     int // that stand for nothing: controls, private use, U+FFFD

	words  int // of four and more Latin letters
	vowels int // of these, with a vowel
	joined int // letters of scripts written with blanks, in words longer than any
	spaced int // letters of scripts written with blanks
}

// longest is how many letters a word may have. The longest of a German newspaper have about forty.
const longest = 45

// tell counts a text.
func tell(text string) count {
	var c count
	run, latin, vowel := 0, true, false
	word := func() {
		if run > longest {
			c.joined += run
		}
		if run >= 4 && latin {
			c.words++
			if vowel {
				c.vowels++
			}
		}
		run, latin, vowel = 0, true, false
	}
	for _, r := range text {
		if unicode.IsSpace(r) {
			word()
			continue
		}
		c.characters++
		switch {
		case r == utf8.RuneError, unicode.IsControl(r), unicode.Is(unicode.Co, r):
			c.broken++
			word()
		case unicode.IsLetter(r):
			c.letters++
			if ideographic(r) {
				continue
			}
			c.spaced++
			run++
			latin = latin && unicode.Is(unicode.Latin, r)
			vowel = vowel || isVowel(r)
		case unicode.IsDigit(r):
			c.digits++
			word()
		default:
			word()
		}
	}
	word()
	return c
}

// isVowel reports whether a Latin letter is a vowel; every one with a mark counts, there are few others.
func isVowel(r rune) bool {
	switch unicode.ToLower(r) {
	case 'a', 'e', 'i', 'o', 'u', 'y':
		return true
	}
	return r > unicode.MaxASCII
}

// scanned is the trouble of a PDF whose pages are pictures.
const scanned = "its pages are pictures without a text layer; run OCR first"

// trouble says what is wrong with the text taken from so many pages, "" when it reads like a text.
//
// Pages with fewer than two dozen letters are pictures: scans carry no letters at all, or the line that an archive
// stamps on them. Of characters that mean nothing a text may hold a few. A text is made of letters and figures. Where a font
// keeps its code to itself, the letters come out as other letters, and then most words lack a vowel; or the blanks
// are missing, and the words run together.
func trouble(text string, pages int) string {
	c := tell(text)
	switch {
	case c.letters+c.digits < 24*max(pages, 1)-20:
		return scanned
	case 20*c.broken > c.characters:
		return fmt.Sprintf("for %d of %d characters stand for nothing", c.broken, c.characters)
	case 2*(c.letters+c.digits) < c.characters:
		return "for most of its characters are no letters"
	case c.words >= 20 && 3*c.vowels < 2*c.words:
		return "for most of its words have no vowel: the letters are not what they stand for"
	case 10*c.joined > c.spaced:
		return "for its words run together without blanks"
	}
	return ""
}
