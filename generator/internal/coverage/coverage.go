// Package coverage says what the statements of a book rest on: how many sources each has that are independent of one
// another, which sources and paragraphs nothing cites, and which chapters and notes cite nothing.
//
// A statement is a sentence of a chapter, a note or an entry with all its citations; parsing has put the sentence into
// each of them ([book.Citation].Context). Two sources are not independent, and count once, when
//
//   - they are one agency's text: both name the agency, or one names it and the other is published by it. A source
//     without an agency is its publisher's; one of which neither is known is of nobody else's origin. Case, an article
//     in front ("The") and punctuation do not tell two names apart;
//   - one is a copy of the other: four fifths of the paragraphs of the shorter stand in the longer by the fingerprints
//     of their cards, or the caller, who has the texts, says so ([Copies]).
//
// Only sources that are cited together are compared, each pair once, so that the work grows with the statements and not
// with the square of the sources. A digest that cites its own source uses nothing.
//
//	c := coverage.Of(pages, sources, nil)
//	c.Statements[0] // {On: the 2019 talks, Sources: [courier-2019-05-03 gazette-2019-05-03], Independent: 1}
//
// [Write] prints a coverage for people, [WriteJSON] for programs. The room reads no file and knows no edition: what it
// is given is what it counts.
package coverage

import (
	"slices"
	"strings"
	"unicode"

	"briefbook/generator/internal/book"
)

// Page is a page of the book with what it cites.
type Page struct {
	book.Head
	Text *book.Text // nil when the page has none
	Uses []book.ID  // sources named in its front matter, such as those of a person's offices
}

// Source is what must be known of a source to tell it from others.
type Source struct {
	book.Head
	Publisher, Agency string
	Fingerprints      []string // of the paragraphs, none when not recorded
	Paragraphs        int      // how many there are, 0 when not known
}

// Of lists what the statements of pages rest on. Pages come in reading order, sources in that of their tabs. copies says
// whether two sources have one text; nil knows of none.
func Of(pages []Page, sources []Source, copies func(a, b book.ID) bool) *book.Coverage {
	k := newKinship(sources, copies)
	uses := make([]use, len(sources))
	cites := 0
	for i := range pages {
		if pages[i].Text != nil && pages[i].Kind != book.Article {
			cites += len(pages[i].Text.Citations)
		}
	}
	out := &book.Coverage{Statements: make([]book.Statement, 0, cites)}
	for i := range pages {
		p := &pages[i]
		for _, id := range p.Uses {
			if n, ok := k.at[id]; ok && id != p.ID {
				uses[n].used = true
			}
		}
		cited := false
		if p.Text != nil {
			cited = len(p.Text.Citations) > 0
			for c := range p.Text.Citations {
				cite := &p.Text.Citations[c]
				if n, ok := k.at[cite.Source]; ok && cite.Source != p.ID {
					uses[n].add(cite.Paras)
				}
			}
			if p.Kind != book.Article {
				out.Statements = k.statements(out.Statements, p)
			}
		}
		if !cited && (p.Kind == book.Chapter || p.Kind == book.Note) {
			out.Bare = append(out.Bare, p.Head)
		}
	}
	for i := range sources {
		s := &sources[i]
		if !uses[i].used {
			out.Unused = append(out.Unused, s.Head)
		} else if left := uses[i].left(s.Paragraphs); len(left) > 0 {
			out.Uncited = append(out.Uncited, book.Gap{Source: s.Head, Paras: left, Of: s.Paragraphs})
		}
	}
	return out
}

// statements puts those of a page behind a list, in reading order.
func (k *kinship) statements(list []book.Statement, p *Page) []book.Statement {
	items, start := itemsOf(p.Text), len(list)
	var item, before string
	for i := range p.Text.Citations {
		c := &p.Text.Citations[i]
		if _, known := k.at[c.Source]; !known {
			continue
		}
		before, item = item, items[c.Anchor]
		n := len(list)
		if n == start || item != before || list[n-1].Section != c.Section || list[n-1].Plain != c.Context {
			list = append(list, book.Statement{On: p.Head, Anchor: c.Anchor, Section: c.Section, Plain: c.Context})
			n++
		}
		s := &list[n-1]
		if !slices.Contains(s.Sources, c.Source) {
			s.Sources = append(s.Sources, c.Source)
			if k.sources[k.at[c.Source]].Status != "" {
				s.Fallen = append(s.Fallen, c.Source)
			}
		}
	}
	for i := start; i < len(list); i++ {
		list[i].Independent = k.independent(list[i].Sources)
	}
	return list
}

// itemsOf names, for each citation in a key point or an event, the item that it stands in: two items may be worded alike
// and are two statements.
func itemsOf(t *book.Text) map[string]string {
	items := map[string]string{}
	put := func(item string, cites []book.Citation) {
		for i := range cites {
			items[cites[i].Anchor] = item
		}
	}
	for i := range t.Points {
		put(t.Points[i].Anchor, t.Points[i].Cites)
	}
	for i := range t.Events {
		put(t.Events[i].Anchor, t.Events[i].Cites)
	}
	return items
}

// use is what is cited of a source.
type use struct {
	used  bool
	paras []book.Range
}

func (u *use) add(paras []book.Range) {
	u.used = true
	u.paras = append(u.paras, paras...)
}

// left is what is not cited of paragraphs 1 to n.
func (u *use) left(n int) []book.Range {
	slices.SortFunc(u.paras, func(a, b book.Range) int { return a.First - b.First })
	var gaps []book.Range
	next := 1
	for _, r := range u.paras {
		if first := min(r.First-1, n); first >= next {
			gaps = append(gaps, book.Range{First: next, Last: first})
		}
		next = max(next, r.Last+1)
	}
	if next <= n {
		gaps = append(gaps, book.Range{First: next, Last: n})
	}
	return gaps
}

// folded is a name as it is compared: letters and digits alone, in one case, without an article in front.
func folded(name string) string {
	words := strings.FieldsFunc(strings.ToLower(name), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	if len(words) > 1 && words[0] == "the" {
		words = words[1:]
	}
	return strings.Join(words, " ")
}
