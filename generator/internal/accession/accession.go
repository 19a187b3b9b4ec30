// Package accession takes new sources into a book, as a library takes books onto its shelves: it proposes an id,
// composes the card and keeps the untouched original. It owns the look of a fresh card, the making of ids and the
// writing into the content folder; it refuses to overwrite, to guess, and to read: what a source is has been found
// out before.
//
// A [Source] comes in with everything that was found. [Stem] makes the beginning of an id from who published it
// and when; [Taken] makes it unique among all ids of the book; [Compose] writes the card; [Folder.Keep] puts the
// original and then the card into the content folder:
//
//	stem := accession.Stem(s)                      // "ferry-wire-2019-03-04"
//	id := taken.Free(stem)                         // "ferry-wire-2019-03-04-2" when the first is taken
//	card := accession.Compose(id, s)
//	err := folder.Keep(id, accession.Files{Ext: ".txt", Raw: raw, Card: card})
//
// A card is YAML that people go on to edit. Each value is followed by a comment with what it rests on; what is
// not known is a comment too, which waits to be filled in:
//
//	title: Night ferry put off once more  # line before the text without a final stop, line 2
//	# publisher:                          # not stated
//	agency: Ferry Wire                    # agency line, line 4
//
// A card is published with the book, so no sentence of a captured text gets into it: values, line and paragraph
// numbers, and of a rights notice a few words.
//
// Files appear whole or not at all, the original before the card. When the machine stops between the two, an
// original without a card remains, which the next import of the same file takes as its own.
package accession

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"briefbook/generator/internal/book"
	"briefbook/generator/internal/edtf"
)

// Source is a new source with what was found about it.
type Source struct {
	Name     string         // of the file it came as, without its folder
	Ext      string         // of the original as it is kept: ".pdf"
	SHA256   string         // hex, of the file
	By       string         // what took the text out of the file, "" when the file is the text
	Original *book.Original // the cleaned text

	Fingerprints []string   // of its paragraphs
	Inferred     edtf.Date  // when it must have appeared, of a text without a date; zero when nothing tells
	Working      string     // how that was inferred: "after 25 May (¶3), before 12 June (¶10)"
	Properties   Properties // what the file says about itself
}

// Properties are what a document says about itself, "" for what it does not say. Few people fill them in with
// care, so they are never taken for values, only offered.
type Properties struct{ Title, Author, Created string }

// longest is how many characters of a value a card holds. Nothing that is a title or a name is longer.
const longest = 1000

// Line makes one line of a text, as a card holds its values: one blank for every run of line ends, tabs and other
// blank controls, U+FFFD for what YAML does not allow, no blank at either end, at most 1,000 characters.
func Line(s string) string { return cut(line(s), longest) }

func line(s string) string {
	s = strings.TrimSpace(s)
	if clean(s) {
		return s
	}
	var b strings.Builder
	gap := false
	for _, r := range s {
		switch {
		case unicode.IsSpace(r) && (unicode.IsControl(r) || r == '\u2028' || r == '\u2029'):
			gap = true
			continue
		case unicode.IsControl(r) || r == '\uFEFF' || r == '\uFFFE' || r == '\uFFFF':
			r = utf8.RuneError
		}
		if gap {
			b.WriteByte(' ')
			gap = false
		}
		b.WriteRune(r)
	}
	return strings.TrimSpace(b.String())
}

// clean reports whether s is a line already: by far the commonest case.
func clean(s string) bool {
	for _, r := range s {
		if unicode.IsControl(r) || r >= '\u2028' && r <= '\u2029' || r == '\uFEFF' || r >= '\uFFFD' && r <= '\uFFFF' {
			return false
		}
	}
	return true
}

// cut shortens s to n characters, the last an ellipsis.
func cut(s string, n int) string {
	if len(s) <= n {
		return s
	}
	count := 0
	end := 0
	for i := range s {
		if count == n-1 {
			end = i
		}
		if count++; count > n {
			return strings.TrimSpace(s[:end]) + "…"
		}
	}
	return s
}
