package print

import (
	"strconv"
	"strings"

	"briefbook/generator/internal/book"
)

// notes gathers the citations of one text as numbered notes. They are printed under the heading "Citations",
// because a book has notes of its editors too.
type notes struct {
	on   *ground
	list []note
	at   map[string]int // number by what is cited
}

type note struct {
	book.Citation
	backs []string // ids of the places that cite it
}

// annotate gives a ground notes of its own.
func (g *ground) annotate() *notes {
	g.notes = &notes{on: g, at: make(map[string]int)}
	return g.notes
}

// cite gives a citation on some ground its number; equal citations share one. It may be asked twice for the
// same place.
func (n *notes) cite(g *ground, c book.Citation) (href, mark string, ok bool) {
	if _, ok := n.on.v.lib.Head(c.Source); !ok {
		return "", book.Withheld, n.on.v.lib.Hidden(c.Source)
	}
	key := strings.Join([]string{string(c.Source), "¶" + book.Paragraphs(c.Paras), c.Prefix, c.Suffix}, "\x00")
	number, known := n.at[key]
	if !known {
		n.list = append(n.list, note{Citation: c})
		number = len(n.list)
		n.at[key] = number
	}
	it := &n.list[number-1]
	back := g.prefix + c.Anchor
	if k := len(it.backs); c.Anchor != "" && (k == 0 || it.backs[k-1] != back) {
		it.backs = append(it.backs, back)
	}
	mark = strconv.Itoa(number)
	return "#" + n.id(number), mark, true
}

func (n *notes) id(number int) string { return n.on.prefix + "at-note-" + strconv.Itoa(number) }

// write puts the notes behind the text, under a heading of this level.
func (n *notes) write(level string) {
	if len(n.list) == 0 {
		return
	}
	v := n.on.v
	v.raw(`<section class="endnotes">`, "\n<", level, ` id="`)
	v.text(n.on.prefix + "at-citations")
	v.raw(`">Citations</`, level, ">\n<ol>\n")
	first := make(map[book.ID]int)
	for i, it := range n.list {
		v.raw(`<li id="`)
		v.text(n.id(i + 1))
		v.raw(`">`)
		n.note(it, first[it.Source])
		if first[it.Source] == 0 {
			first[it.Source] = i + 1
		}
		n.back(it.backs)
		v.raw("</li>\n")
	}
	v.raw("</ol>\n</section>\n")
}

// note writes one note. The particulars of a source are given once; later notes refer to the earlier one.
func (n *notes) note(it note, earlier int) {
	v := n.on.v
	h, _ := v.lib.Head(it.Source)
	if it.Prefix != "" {
		v.text(it.Prefix + " ")
	}
	v.link("", v.cited(it.Citation), "Tab "+strconv.Itoa(h.Tab))
	if earlier > 0 {
		v.text(" (note " + strconv.Itoa(earlier) + ")")
	} else {
		if h.Credit != "" {
			v.text(", " + h.Credit)
		}
		v.raw(", ")
		v.when(h.Date)
	}
	if len(it.Paras) > 0 {
		v.text(", ¶" + book.Paragraphs(it.Paras))
	}
	if h.Status != "" {
		v.text(" (" + h.Status + ")")
	}
	if it.Suffix != "" {
		v.text(", " + it.Suffix)
	}
	v.raw(".")
	if earlier > 0 {
		return
	}
	if p, ok := v.lib.Page(it.Source); ok && p.Meta.Card != nil && p.Meta.Card.URL != "" {
		v.raw(" ")
		v.address(p.Meta.Card.URL)
	}
}

// back leads to the places that cite, on the screen.
func (n *notes) back(ids []string) {
	v := n.on.v
	for i, id := range ids {
		label := "Back to the text"
		if len(ids) > 1 {
			label += ", place " + strconv.Itoa(i+1)
		}
		v.raw(` <a class="back" href="#`)
		v.text(id)
		v.raw(`" aria-label="`, label, "\">↩\uFE0E</a>")
	}
}
