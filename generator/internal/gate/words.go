package gate

import (
	"slices"
	"strings"
)

// Words are those of a text, folded and in order. They take four bytes each, are immutable and of the same value for
// the same text on every machine.
type Words struct{ list []record }

// Len is how many words there are, about.
func (w Words) Len() int { return len(w.list) }

// Text gives the words of a captured text in UTF-8, or in UTF-16 with a byte order mark. Of a page (".html", ".htm",
// ".xhtml") these are its text, its descriptions, the prose in the values of its attributes and of its data, but not
// its code; of anything else, everything.
func Text(raw []byte, ext string) Words {
	raw = narrow(raw)
	c := collector{aside: list{least: window}}
	switch strings.ToLower(ext) {
	case ".html", ".htm", ".xhtml":
		c.page(raw)
	case ".md", ".markdown":
		l := newLexer(&c.main, &c.aside, &c.aside)
		l.written(raw)
		l.stop()
		l.release()
	default:
		l := newLexer(&c.main, &c.aside, &c.aside)
		l.whole(raw)
		l.stop()
		l.release()
		c.withoutAddresses(raw)
	}
	return Words{slices.Concat(c.main.words, c.aside.words)} // as large as they are: those of a whole book are kept
}

// collector gathers words.
type collector struct {
	main, aside list
}

// list is a reader that keeps what it reads: sequences of words, with a break behind each.
type list struct {
	words []record
	least int // words that a sequence must have to be kept
	begun int // where the last sequence begins
}

func (l *list) read(words []token, from int) {
	for i := range words[from:] {
		w := &words[from+i]
		l.words = append(l.words, w.word)
		if w.isBreak() {
			if len(l.words)-l.begun <= l.least {
				l.words = l.words[:l.begun]
			}
			l.begun = len(l.words)
		}
	}
}
