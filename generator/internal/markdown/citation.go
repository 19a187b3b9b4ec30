package markdown

import (
	"bytes"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"

	"briefbook/generator/internal/book"
	"briefbook/generator/internal/diag"
)

// longestCitation is how many bytes a group of citations may take.
const longestCitation = 1000

// citation is a group of one or more citations.
type citation struct {
	ast.BaseInline
	written string // by the author, brackets included
	stop    int
	parts   []part
	named   bool // "@id [para. 4]", a word of the sentence

	words      *quoted // in marks before it
	block      bool    // supports a block quote
	quotations []int   // numbers of the quotations it supports
	seals      []int   // of those, the ones whose seals stand behind it
	converted  bool
	at         int // number of its first part on the page, once it is converted
}

// part is one citation of a group: what is known of it, and the author's words from id to locator.
type part struct {
	book.Citation
	written string
	page    bool // a bare number stands where a locator does: pandoc's page
}

// Kind is that of all our nodes.
func (*citation) Kind() ast.NodeKind { return kind }

// Dump prints the node for debugging.
func (n *citation) Dump(source []byte, level int) { ast.DumpHelper(n, source, level, nil, nil) }

type citationParser struct{}

// Trigger is the beginning of a group, or of an id in the text.
func (citationParser) Trigger() []byte { return []byte{'[', '@', '-'} }

// Parse reads "[@id ¶2; see @id]", "@id [para. 4]", "@id" or "-@id". The first two may run over a line end.
func (citationParser) Parse(_ ast.Node, block text.Reader, pc parser.Context) ast.Node {
	line, at := block.PeekLine()
	if line[0] == '-' && (len(line) < 3 || line[1] != '@') {
		return nil
	}
	r, ok := pc.(*reading)
	if !ok {
		return nil
	}
	if line[0] != '[' {
		return r.inText(block, line)
	}
	if len(line) < 3 || line[1] == '^' || line[1] == '[' || at.Padding > 0 {
		return nil
	}
	s := scan(block, 1)
	if s.text == nil || bytes.IndexByte(s.text, '@') < 0 || linkTarget(s.after) {
		return nil
	}
	n := r.group(s)
	if n == nil {
		return nil
	}
	block.Advance(s.width)
	return n
}

// A scanned text is what stands between brackets, with its lines joined.
type scanned struct {
	text        []byte
	lines       []seam
	start, stop int    // of the whole in the source, brackets included
	width       int    // what the reader must advance
	after       []byte // the rest of the line
}

// seam says that from byte at on, the text stands at byte source of the source.
type seam struct{ at, source int }

// place is where byte i of the text stands in the source.
func (s *scanned) place(i int) int {
	for k := len(s.lines) - 1; k > 0; k-- {
		if s.lines[k].at <= i {
			return s.lines[k].source + i - s.lines[k].at
		}
	}
	return s.lines[0].source + i - s.lines[0].at
}

// scan reads from the reader's place, whose first skip bytes lead up to the text and its opening bracket, to the
// closing bracket. The reader stays where it is. There is no text when another bracket opens first.
func scan(block text.Reader, skip int) (s scanned) {
	startLine, startAt := block.Position()
	defer block.SetPosition(startLine, startAt)
	s.start = startAt.Start
	var joined []byte
	for tries := 0; tries < 5; tries++ {
		line, at := block.PeekLine()
		if line == nil || len(joined) > longestCitation {
			return s
		}
		s.lines = append(s.lines, seam{len(joined), at.Start + skip})
		line = line[skip:]
		end := bytes.IndexAny(line, "[]")
		if end < 0 {
			s.width += skip + len(line)
			skip = 0
			joined = append(joined, line...)
			block.AdvanceLine()
			continue
		}
		if line[end] == '[' {
			return s
		}
		s.width += skip + end + 1
		s.stop = s.lines[len(s.lines)-1].source + end + 1
		s.after = line[end+1:]
		s.text = line[:end]
		if joined != nil {
			s.text = append(joined, line[:end]...)
		}
		return s
	}
	return s
}

// linkTarget reports whether "(address)" follows: then the brackets are those of a link.
func linkTarget(b []byte) bool {
	if len(b) == 0 || b[0] != '(' {
		return false
	}
	end := bytes.IndexAny(b[:min(len(b), longestCitation)], ") \n")
	return end > 0 && b[end] == ')'
}

// group reads the parts of a group; nil when it is no citation, with a diagnostic when it was meant to be one.
func (r *reading) group(s scanned) *citation {
	n := &citation{stop: s.stop, written: "[" + string(s.text) + "]"}
	n.SetPos(s.start)
	all := string(s.text)
	for from := 0; from <= len(all); {
		to := from + len(all[from:])
		if i := strings.IndexByte(all[from:], ';'); i >= 0 {
			to = from + i
		}
		item := all[from:to]
		lead := len(item) - len(strings.TrimLeftFunc(item, unicode.IsSpace))
		p, found, err := readPart(strings.TrimSpace(item))
		switch {
		case err != nil:
			start, stop := s.place(from+lead+err.from), s.place(from+lead+err.to)
			r.fail(r.span(start, max(stop, start+1)), fault{"bad-citation", err.text, err.hint})
			return nil
		case found:
			p.At = r.span(s.place(from+lead), s.place(from+lead+len(strings.TrimSpace(item))))
			if p.page {
				r.report(diag.Infof, p.At, fault{"page-locator", strconv.Quote(p.Suffix) + " is read as a page, which leads to no paragraph",
					"for a paragraph write [@" + string(p.Source) + " ¶2]"})
				p.Suffix = "p. " + p.Suffix
			}
			n.parts = append(n.parts, p)
		case len(n.parts) == 0:
			return nil
		default:
			last := &n.parts[len(n.parts)-1]
			last.Suffix = strings.TrimSpace(last.Suffix + "; " + unemphasised(strings.TrimSpace(item)))
		}
		from = to + 1
	}
	if len(n.parts) == 1 {
		n.parts[0].At = r.span(s.start, s.stop)
	}
	r.cited = true
	return n
}

// idLength is how many bytes at the beginning of s are an id: letters and digits of any script, with "-", "_",
// "." and "+" between them.
func idLength(s string) int {
	length := 0
	for i, r := range s {
		switch {
		case r == utf8.RuneError:
			return length
		case unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.Mn, r):
			length = i + utf8.RuneLen(r)
		case strings.ContainsRune("-_.+", r) && length == i && i > 0:
			continue
		case strings.ContainsRune("-_", r) && i > 0 && strings.ContainsRune("-_", rune(s[i-1])):
			continue
		default:
			return length
		}
	}
	return length
}

// misread is what is wrong with a citation, and where.
type misread struct {
	from, to   int
	text, hint string
}

const (
	badLocator  = "the paragraphs of the citation cannot be read"
	locatorHint = "write [@id ¶2], [@id ¶1–3, 5] or [@id, para. 2]"
)

// readPart reads one citation: prefix, "@" and id, locator, suffix.
func readPart(s string) (p part, found bool, err *misread) {
	at := keyStart(s)
	if at < 0 {
		return p, false, nil
	}
	id, n := key(s[at+1:])
	if n == 0 {
		if at > 1 {
			return p, false, nil
		}
		return p, false, &misread{at, len(s), "the citation names no source", "write [@id ¶2]"}
	}
	p.Source = idOf(id)
	p.Prefix = unemphasised(strings.TrimSpace(strings.TrimSuffix(s[:at], "-")))
	rest := s[at+1+n:]
	l, ok := readTail(rest)
	if !ok {
		return p, false, &misread{at + 1 + n, len(s), badLocator, locatorHint}
	}
	p.Paras, p.Locator, p.Suffix, p.page = l.paras, l.locator, unemphasised(l.suffix), l.page
	p.written = strings.TrimRight(s[at:len(s)-l.rest], ", ")
	return p, true, nil
}

// keyStart finds the "@" of a citation: at the beginning or after white space, with or without "-".
func keyStart(s string) int {
	for i := 0; i < len(s); i++ {
		if s[i] != '@' {
			continue
		}
		before := strings.TrimSuffix(s[:i], "-")
		last, _ := utf8.DecodeLastRuneInString(before)
		if before == "" || unicode.IsSpace(last) || last == '(' {
			return i
		}
	}
	return -1
}
