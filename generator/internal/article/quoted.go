package article

import (
	"cmp"
	"slices"
	"strings"

	"briefbook/generator/internal/book"
)

// Quoted is a copy of o that shows which of its words the book quotes, its body set anew. Of quotations with one
// anchor the first is kept; parts that overlap become one; parts that lie outside the text are left out, and so are
// quotations of which no part is left and anchors that are not made of letters, digits and hyphens behind "w-".
func Quoted(o *book.Original, list []book.Quoted) *book.Original {
	out := *o
	out.Quoted = nil
	seen := make(map[string]bool, len(list))
	for _, q := range list {
		if seen[q.Anchor] || !anchors(q.Anchor) {
			continue
		}
		kept := book.Quoted{Anchor: q.Anchor}
		for _, w := range q.Where {
			if w.Para >= 1 && w.Para <= len(o.Paragraphs) &&
				stands(book.Mark{Start: w.Start, End: w.End}, o.Paragraphs[w.Para-1]) {
				kept.Where = append(kept.Where, w)
			}
		}
		if len(kept.Where) > 0 {
			seen[q.Anchor] = true
			kept.Where = joinedParts(kept.Where)
			out.Quoted = append(out.Quoted, kept)
		}
	}
	out.Body = set(&out)
	return &out
}

// anchors reports whether a text can be the id and a class of quoted words.
func anchors(s string) bool {
	rest, ok := strings.CutPrefix(s, "w-")
	return ok && rest != "" && strings.Trim(rest, "-0123456789abcdefghijklmnopqrstuvwxyz") == ""
}

// joinedParts puts passages in order and makes one of those that overlap or touch.
func joinedParts(where []book.Passage) []book.Passage {
	slices.SortFunc(where, byPassage)
	kept := where[:1]
	for _, w := range where[1:] {
		if last := &kept[len(kept)-1]; w.Para == last.Para && w.Start <= last.End {
			last.End = max(last.End, w.End)
		} else {
			kept = append(kept, w)
		}
	}
	return kept
}

func byPassage(a, b book.Passage) int {
	return cmp.Or(cmp.Compare(a.Para, b.Para), cmp.Compare(a.Start, b.Start), cmp.Compare(a.End, b.End))
}

// span is one part of quoted words.
type span struct {
	book.Passage
	anchor string
	first  bool // it carries the id
}

func spansOf(list []book.Quoted) []span {
	var spans []span
	for _, q := range list {
		for i, w := range q.Where {
			spans = append(spans, span{w, q.Anchor, i == 0})
		}
	}
	slices.SortStableFunc(spans, func(a, b span) int { return byPassage(a.Passage, b.Passage) })
	return spans
}

// deepestQuoted is how many quotations that overlap are told apart. Any more have their id, and no class.
const deepestQuoted = 8

// galley is a paragraph while it is set. Quoted words never hold elements of their own: where a mark or another
// quotation begins or ends among them they are cut, and each piece names all the quotations that it is part of:
//
//	<span class="words w-1a w-2b" id="w-2b">two boats</span>
type galley struct {
	text   string
	at     int // bytes that are set
	rest   []span
	open   []span
	anchor func(string) string
}

// put sets the text up to byte end.
func (g *galley) put(b []byte, end int) []byte {
	for g.at < end {
		g.open = slices.DeleteFunc(g.open, func(s span) bool { return s.End <= g.at })
		var ids []string
		for ; len(g.rest) > 0 && g.rest[0].Start <= g.at; g.rest = g.rest[1:] {
			if g.rest[0].first {
				ids = append(ids, g.rest[0].anchor)
			}
			if len(g.open) < deepestQuoted {
				g.open = append(g.open, g.rest[0])
			}
		}
		stop := end
		if len(g.rest) > 0 {
			stop = min(stop, g.rest[0].Start)
		}
		for _, s := range g.open {
			stop = min(stop, s.End)
		}
		b = g.piece(b, g.text[g.at:stop], ids)
		g.at = stop
	}
	return b
}

// piece sets text that begins the quotations with these ids.
func (g *galley) piece(b []byte, text string, ids []string) []byte {
	if len(g.open) == 0 {
		return escape(b, text)
	}
	b = append(b, `<span class="words`...)
	for _, s := range g.open {
		b = append(append(b, ' '), s.anchor...)
	}
	for i, id := range ids {
		if g.anchor != nil {
			id = g.anchor(id)
		}
		if i > 0 {
			b = append(b, `"><span`...)
		} else {
			b = append(b, '"')
		}
		b = escape(append(b, ` id="`...), id)
	}
	b = escape(append(b, `">`...), text)
	for range max(len(ids), 1) {
		b = append(b, "</span>"...)
	}
	return b
}
