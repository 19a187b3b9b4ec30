package changes

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"briefbook/generator/internal/book"
)

// said is a sentence with where it links to and the first citation in it.
type said struct {
	text   string
	links  string
	anchor string
}

// sentences cuts a block into sentences. A heading is one, and so is a paragraph of a block quote, which gets the
// quotation marks that it has not.
func (b *block) sentences() (list []said) {
	marks, text := b.marks, string(b.text)
	for from := 0; from < len(text); {
		to := len(text)
		if !b.heading && !b.quoted {
			to = from + sentence(text[from:min(to, from+longestSentence)])
			if to == from+longestSentence {
				to = len(text)
			}
		}
		var s said
		var links []string
		for len(marks) > 0 && (marks[0].at < to || to == len(text)) {
			if marks[0].link != "" {
				links = append(links, strings.Join(strings.Fields(marks[0].link), "%20"))
			} else if s.anchor == "" {
				s.anchor = marks[0].id
			}
			marks = marks[1:]
		}
		if s.text = oneLine(text[from:to]); s.text != "" {
			if b.quoted {
				s.text = inMarks(s.text)
			}
			s.links = strings.Join(links, " ")
			list = append(list, s)
		}
		from = to
	}
	return list
}

// longestSentence is how far, in bytes, the end of a sentence is looked for; a block that has none is one.
const longestSentence = 8000

// inMarks puts the words of a text, without the citations behind them, between quotation marks.
func inMarks(text string) string {
	words := text
	for strings.HasSuffix(words, "]") {
		at := strings.LastIndex(words, "[@")
		if at < 0 || bracketed(words[at:]) != len(words)-at {
			break
		}
		words = strings.TrimRight(words[:at], " ;,")
	}
	if words == "" || strings.HasPrefix(words, "“") {
		return text
	}
	return "“" + words + "”" + text[len(words):]
}

// sentence is the length of the first sentence of a text, the blank behind it included. Citations after its stop
// belong to it, and a quotation is not cut up.
func sentence(text string) int {
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRuneInString(text[i:])
		i += size
		if r == '“' || r == '„' || r == '«' {
			if end := strings.IndexAny(text[i:], closing(r)); end >= 0 {
				i += end
				r, _ = utf8.DecodeLastRuneInString(text[:i])
				if !strings.ContainsRune(".!?…", r) {
					_, size = utf8.DecodeRuneInString(text[i:])
					i += size
					continue
				}
			}
		}
		if !strings.ContainsRune(".!?…。", r) || r == '.' && book.Abbreviates(text[:i-1]) {
			continue
		}
		end := i
		for end < len(text) {
			r, size := utf8.DecodeRuneInString(text[end:])
			if !strings.ContainsRune(`"'”’»)]`, r) && !strings.ContainsRune(".!?…", r) {
				break
			}
			end += size
		}
		rest := strings.TrimLeft(text[end:], " ")
		for strings.HasPrefix(rest, "[@") {
			n := bracketed(rest)
			if n == 0 {
				break
			}
			rest = strings.TrimLeft(rest[n:], " ;,")
		}
		if rest == "" {
			return len(text)
		}
		if at := len(text) - len(rest); text[at-1] == ' ' && begins(rest) {
			return at
		}
	}
	return len(text)
}

// closing are the marks that close what a mark opens.
func closing(open rune) string {
	switch open {
	case '„':
		return "“”"
	case '«':
		return "»"
	}
	return "”"
}

// begins reports whether a sentence can begin so.
func begins(text string) bool {
	first, _ := utf8.DecodeRuneInString(strings.TrimLeft(text, `"'“‘«„([`))
	return !unicode.IsLower(first) && first != '–' && first != '—' && first != ';'
}
