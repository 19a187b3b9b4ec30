package capture

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"

	"briefbook/generator/internal/pdf"
)

// words are those that stand whole on a line somewhere in a document. They tell whether a hyphen at the end of a
// line divides a word or belongs to it, and whether a line of Korean ended within a word.
type words map[string]bool

// learn collects the words of a document, but for those that the end of a line may have divided.
func learn(lines []pdf.Line) words {
	w := words{}
	divided := false
	for _, l := range lines {
		fields := strings.Fields(l.Text)
		for i, f := range fields {
			end := i == len(fields)-1
			if i == 0 && divided || end && hyphen(f) > 0 || hangulEdge(f, i == 0, end) {
				continue
			}
			if f = bare(f); f != "" {
				w[f] = true
			}
		}
		divided = len(fields) > 0 && hyphen(fields[len(fields)-1]) > 0
	}
	return w
}

// bare is a word without the marks around it, in lower case.
func bare(word string) string {
	return strings.ToLower(strings.TrimFunc(word, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }))
}

func hangulEdge(word string, first, last bool) bool {
	head, _ := utf8.DecodeRuneInString(word)
	tail, _ := utf8.DecodeLastRuneInString(word)
	return first && unicode.Is(unicode.Hangul, head) || last && unicode.Is(unicode.Hangul, tail)
}

// join writes the lines of a paragraph as one.
func (w words) join(lines []pdf.Line) string {
	var out []byte
	for _, l := range lines {
		fields := strings.FieldsFunc(plain(l.Text), blankOrControl)
		if len(fields) == 0 {
			continue
		}
		if len(out) > 0 {
			drop, blank := w.seam(lastWord(out), fields[0])
			if out = out[:len(out)-drop]; blank {
				out = append(out, ' ')
			}
		}
		out = append(out, strings.Join(fields, " ")...)
	}
	return string(out)
}

func blankOrControl(r rune) bool { return unicode.IsSpace(r) || unicode.IsControl(r) }

// lastWord is what stands after the last blank; of a very long word, its end.
func lastWord(text []byte) string {
	near := text[max(0, len(text)-200):]
	return string(near[bytes.LastIndexByte(near, ' ')+1:])
}

// seam says how the last word of a line and the first of the next go together: how many bytes of the hyphen are
// dropped, and whether a blank stands between.
func (w words) seam(tail, head string) (drop int, blank bool) {
	a, size := utf8.DecodeLastRuneInString(tail)
	b, _ := utf8.DecodeRuneInString(head)
	before, _ := utf8.DecodeLastRuneInString(tail[:len(tail)-size])
	switch {
	case strings.Contains(tail, "://") && strings.ContainsRune("/-_?&=.", a) && !unicode.IsSpace(b) && b < utf8.RuneSelf:
		return 0, a == '.' && !unicode.IsLower(b)
	case a == '\u00AD':
		return size, false
	case hyphen(tail) > 0:
		if suspended(head) {
			return 0, true
		}
		if unicode.IsLower(b) && unicode.IsLetter(before) && !w.compound(bare(tail), bare(head)) {
			return size, false
		}
		return 0, false
	case (a == '—' || a == '–') && (unicode.IsLetter(before) || unicode.IsDigit(before)), b == '—' && len(head) > len("—"):
		return 0, false
	case ideographic(a) && ideographic(b):
		return 0, false
	case unicode.Is(unicode.Hangul, a) && unicode.Is(unicode.Hangul, b):
		return 0, !w.divided(tail, head)
	}
	return 0, true
}

// hyphen is the length of the hyphen that a word ends with, 0 when it ends with none or is a dash on its own.
func hyphen(word string) int {
	r, size := utf8.DecodeLastRuneInString(word)
	before, _ := utf8.DecodeLastRuneInString(word[:len(word)-size])
	if (r == '-' || r == '\u2010' || r == '\u00AD') && (unicode.IsLetter(before) || unicode.IsDigit(before)) {
		return size
	}
	return 0
}

// compound reports whether the hyphen between two halves belongs to the word: the document has it so elsewhere, or
// knows both halves as words of their own and not the two as one.
func (w words) compound(tail, head string) bool {
	switch {
	case w[tail+head]:
		return false
	case w[tail+"-"+head], w[tail+"\u2010"+head]:
		return true
	}
	return len(tail) > 2 && len(head) > 2 && w[tail] && w[head]
}

// suspended reports whether a word after a hyphen means that the hyphen stands for the end of a later word:
// "Vor- und Nachteile", "two- or three-day talks".
func suspended(head string) bool {
	switch head {
	case "and", "or", "to", "und", "oder", "bis", "bzw.":
		return true
	}
	return false
}

// ideographic reports whether a character is of a script that is written without blanks.
func ideographic(r rune) bool {
	return unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana) || r >= 0x3000 && r <= 0x303F || r >= 0xFF00 && r <= 0xFF60
}

// divided reports whether a line of Korean ended within a word, as it may after any syllable. What the document
// knows as one word is one; else the end of the line must be no word: a single syllable that does not stand alone.
func (w words) divided(tail, head string) bool {
	tail, head = bare(tail), bare(head)
	switch {
	case w[tail+head]:
		return true
	case w[tail], w[head], utf8.RuneCountInString(tail) != 1:
		return false
	}
	return !strings.Contains("것수등및그이저한두세네더안못곳때중간후전뒤위내외년월일원명개", tail)
}
