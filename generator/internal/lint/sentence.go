package lint

import (
	"iter"
	"strings"
	"unicode"
	"unicode/utf8"

	"briefbook/generator/internal/book"
)

// quotations calls found for each run of a text in quotation marks, marks included.
func quotations(text string, found func(start, end int)) {
	var open map[string]int // up to where no closing mark of a kind stands
	for at := 0; at < len(text); {
		if c := text[at]; c != '"' && c < 0x80 {
			at++
			continue
		}
		r, n := utf8.DecodeRuneInString(text[at:])
		stop := closers(r)
		if stop == "" || (r == '"' || r == '‘') && !opens(text, at, n) {
			at += n
			continue
		}
		end, limit := closed(text, max(at+n, open[stop]), at+n+longestQuotation, stop)
		if end < 0 {
			if open == nil {
				open = map[string]int{}
			}
			open[stop] = limit
			at += n
			continue
		}
		found(at, end)
		at = end
	}
}

// closers are the marks that close what a mark opens, "" for any other character.
func closers(r rune) string {
	switch r {
	case '"':
		return `"`
	case '“':
		return "”"
	case '„':
		return "“”"
	case '«':
		return "»"
	case '»':
		return "«"
	case '‘':
		return "’"
	case '「':
		return "」"
	case '『':
		return "』"
	}
	return ""
}

// opens reports whether the mark of n bytes at a place opens: no word stands before it, one behind it.
func opens(text string, at, n int) bool {
	before, _ := utf8.DecodeLastRuneInString(text[:at])
	after, _ := utf8.DecodeRuneInString(text[at+n:])
	return !unicode.IsLetter(before) && !unicode.IsDigit(before) && !unicode.IsSpace(after)
}

// longestQuotation is how far a closing mark is looked for, in bytes.
const longestQuotation = 4000

// closed is where a quotation ends of which no closing mark stands before byte at; -1, and how far was looked, when it
// does not end before limit.
func closed(text string, at, limit int, stops string) (end, looked int) {
	for at < len(text) && at < limit {
		r, n := utf8.DecodeRuneInString(text[at:])
		if strings.ContainsRune(stops, r) {
			next, _ := utf8.DecodeRuneInString(text[at+n:])
			if r != '’' || !unicode.IsLetter(next) { // no apostrophe
				return at + n, at
			}
		}
		at += n
	}
	return -1, at
}

// sentences cuts a text.
func sentences(text string) iter.Seq[sentence] {
	return func(yield func(sentence) bool) {
		from := 0
		for i := 0; i < len(text); i++ {
			switch text[i] {
			case '.', '!', '?':
			default:
				continue
			}
			end := i + 1
			for end < len(text) && strings.IndexByte(`)"'`, text[end]) >= 0 {
				end++
			}
			if end < len(text) && text[end] != ' ' || text[i] == '.' && (lower(text[end:]) || abbreviates(text[from:i], text[end:])) {
				i = end - 1
				continue
			}
			if !yield(sentence{text[from:end], from}) {
				return
			}
			from, i = end, end-1
		}
		if strings.TrimSpace(text[from:]) != "" {
			yield(sentence{text[from:], from})
		}
	}
}

// lower reports whether the next word begins with a small letter.
func lower(text string) bool {
	r, _ := utf8.DecodeRuneInString(strings.TrimLeft(text, " "))
	return unicode.IsLower(r)
}

// abbreviates reports whether a full stop between two texts is that of an abbreviation, of a short month before its day
// or of a German day before its month.
func abbreviates(text, rest string) bool {
	word, rest := text[strings.LastIndexByte(text, ' ')+1:], strings.TrimLeft(rest, " ")
	switch {
	case word == "" || len(word) > 4:
	case len(word) <= 2 && strings.Trim(word, "0123456789") == "":
		return beginsMonth(rest)
	case beginsMonth(word):
		return rest != "" && rest[0] >= '0' && rest[0] <= '9'
	}
	return book.Abbreviates(text)
}

// beginsMonth reports whether a text begins with the name of a month.
func beginsMonth(text string) bool {
	for _, m := range [...]string{"Jan", "Feb", "Mär", "Mar", "Apr", "Mai", "Jun", "Jul", "Aug", "Sep", "Okt", "Oct", "Nov", "Dez", "Dec"} {
		if strings.HasPrefix(text, m) {
			return true
		}
	}
	return false
}

// A term is a word of a sentence.
type term struct {
	start, end int
	word       string // as it stands
}

// capital reports whether a word begins with a capital letter.
func (t term) capital() bool {
	r, _ := utf8.DecodeRuneInString(t.word)
	return unicode.IsUpper(r)
}

// is reports whether a word is one of some, given in small letters.
func (t term) is(words ...string) bool {
	for _, w := range words {
		if strings.EqualFold(t.word, w) {
			return true
		}
	}
	return false
}

// terms are the words of a text: letters and digits with hyphens and apostrophes between them. A mark of
// punctuation is a term of its own.
func terms(text string) []term {
	list := make([]term, 0, len(text)/6+1)
	for at := 0; at < len(text); {
		r, n := utf8.DecodeRuneInString(text[at:])
		if unicode.IsSpace(r) {
			at += n
			continue
		}
		end := at + n
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			end = wordEnd(text, at)
		}
		list = append(list, term{at, end, text[at:end]})
		at = end
	}
	return list
}

func wordEnd(text string, at int) int {
	for at < len(text) {
		r, n := utf8.DecodeRuneInString(text[at:])
		if r == '-' || r == '\'' || r == '’' {
			next, _ := utf8.DecodeRuneInString(text[at+n:])
			if !unicode.IsLetter(next) && !unicode.IsDigit(next) || strings.HasPrefix(text[at+n:], "s ") {
				return at
			}
		} else if !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			return at
		}
		at += n
	}
	return at
}
