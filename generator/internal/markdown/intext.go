package markdown

import (
	"strings"
	"unicode"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/text"

	"briefbook/generator/internal/book"
)

// inText reads a citation that is part of the sentence: "@id [para. 4]", "@id [p. 33; also @b]", "@id", "@{id}" and,
// with a hyphen before it, one whose author the sentence has named. An id alone may be somebody's handle: it is read
// as a citation only when it holds a digit or a hyphen, as ids of sources do, and is a word again where no source
// has that id.
func (r *reading) inText(block text.Reader, line []byte) ast.Node {
	before, start := block.PrecendingCharacter(), 0
	if line[0] == '-' {
		start = 1
	}
	if unicode.IsLetter(before) || unicode.IsDigit(before) || before == '@' || start > 0 && before == '-' {
		return nil
	}
	id, n := key(string(line[start+1 : min(len(line), start+200)]))
	end := start + 1 + n
	if n == 0 || end < len(line) && (line[end] == '@' || line[end] == '/' && end+1 < len(line) && line[end+1] > ' ') {
		return nil
	}
	_, at := block.PeekLine()
	p := part{Citation: book.Citation{Source: idOf(id), At: r.span(at.Start, at.Start+end)}, written: string(line[:end])}
	skip := end
	for skip < len(line) && line[skip] == ' ' {
		skip++
	}
	sure := line[start+1] == '{' || strings.ContainsAny(id, "-0123456789")
	if skip > end && skip < len(line) && line[skip] == '[' {
		if s := scan(block, skip+1); s.text != nil && !linkTarget(s.after) {
			if c, ok := r.located(p, s, sure); ok {
				return r.take(c, block, start > 0)
			}
		}
	}
	if !sure {
		return nil
	}
	p.Bare = true
	c := &citation{stop: at.Start + end, written: p.written, parts: []part{p}}
	c.SetPos(at.Start)
	return r.take(&textual{c, end}, block, start > 0)
}

// textual is a citation with what the reader must advance for it.
type textual struct {
	*citation
	width int
}

// take takes a citation out of the line. Without its hyphen it is a word of the sentence.
func (r *reading) take(t *textual, block text.Reader, suppressed bool) ast.Node {
	t.named = !suppressed && len(t.parts) == 1
	block.Advance(t.width)
	r.cited = true
	return t.citation
}

// located adds what stands in brackets behind an id. sure says that the id is that of a source, so that any words
// may stand there. ok is false when the brackets are not the citation's.
func (r *reading) located(p part, s scanned, sure bool) (t *textual, ok bool) {
	words := strings.TrimSpace(string(s.text))
	first, others, more := strings.Cut(words, ";")
	_, marked := locatorWord(first)
	sure = sure || otherLocator(first)
	if !marked && (!sure || strings.HasPrefix(first, "^") || words == "") {
		return nil, false
	}
	l, ok := readTail(", " + strings.TrimSpace(first))
	if !ok || marked && l.suffix != "" && !sure {
		r.fail(r.span(s.lines[0].source, s.stop-1), fault{"bad-citation", badLocator, locatorHint})
		return nil, false
	}
	p.Paras, p.Locator, p.Suffix, p.Bare = l.paras, l.locator, unemphasised(l.suffix), !marked
	p.At = r.span(s.start, s.stop)
	c := &citation{stop: s.stop, written: p.written + " [" + string(s.text) + "]", parts: []part{p}}
	if !more {
		c.parts[0].written = c.written
	}
	for _, item := range strings.Split(others, ";") {
		if q, found, err := readPart(strings.TrimSpace(item)); found && err == nil {
			q.At = p.At
			c.parts = append(c.parts, q)
		} else if item = strings.TrimSpace(item); item != "" {
			last := &c.parts[len(c.parts)-1]
			last.Suffix = strings.TrimSpace(last.Suffix + "; " + unemphasised(item))
		}
	}
	c.SetPos(s.start)
	return &textual{c, s.width}, true
}

// otherLocator reports whether words begin with a number of something else than paragraphs, in one of pandoc's terms:
// "p. 33", "§ 4".
func otherLocator(words string) bool {
	term, rest, _ := strings.Cut(words, " ")
	if after, ok := strings.CutPrefix(term, "§"); ok {
		rest = strings.TrimLeft(after, "§") + rest
		term = "§"
	}
	switch term {
	case "p.", "pp.", "page", "pages", "ch.", "chap.", "chaps.", "chapter", "sec.", "secs.", "section", "§", "n.", "nn.", "note", "fig.", "figs.",
		"figure", "vol.", "vols.", "volume", "bk.", "book", "col.", "cols.", "fol.", "l.", "ll.", "line", "no.", "nos.", "pt.", "pts.", "part", "v.", "vv.",
		"verse", "op.", "sv.", "S.", "Kap.", "Bd.", "Nr.", "Z.", "Sp.":
		return rest != "" && (rest[0] >= '0' && rest[0] <= '9' || strings.IndexByte("ivxlcIVXLCA", rest[0]) >= 0)
	}
	return false
}

// key reads an id at the beginning of s, or one in braces, which may hold any character but blanks and braces. n is
// its length, 0 when there is none.
func key(s string) (id string, n int) {
	if inner, _, ok := braced(s); ok && inner != "" && !strings.ContainsAny(inner, "{ \t\r\n") {
		return inner, len(inner) + 2
	}
	n = idLength(s)
	return s[:n], n
}

// unemphasised is the text of words that stand beside a citation: their markup is dropped, "*passim*".
func unemphasised(s string) string {
	if !strings.ContainsAny(s, "*_`\\&") {
		return s
	}
	words := strings.Split(s, " ")
	for i, w := range words {
		words[i] = strings.Trim(w, "*_`")
	}
	return string(resolve([]byte(strings.Join(words, " "))))
}
