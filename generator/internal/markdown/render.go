package markdown

import (
	"io"
	"strconv"
	"strings"

	"briefbook/generator/internal/book"
)

// Render writes the fragment as HTML for a target.
func (f *fragment) Render(w io.Writer, to book.Target) error {
	r := rendering{page: f.page, to: to, w: w}
	f.each(r.static, r.fill)
	r.flush()
	return r.err
}

// rendering is one walk over a fragment.
type rendering struct {
	*page
	to   book.Target
	w    io.Writer
	open bool // a link was opened
	err  error

	before string // the mark of the citation that was written last, "" where the next cannot be read with it
	parted bool   // nothing but the sign between two of a group was met since, and it waits to be written
}

// between parts two citations of a group.
const between = "; "

// static writes what is the same for every target.
func (r *rendering) static(s string) {
	if r.parted = s == between && r.before != ""; r.parted {
		return
	}
	r.write(s)
	r.before = ""
}

// flush writes the sign that waits where no citation follows it.
func (r *rendering) flush() {
	if r.parted {
		r.parted = false
		r.write(between)
	}
}

func (r *rendering) write(s string) {
	if r.err == nil && s != "" {
		_, r.err = io.WriteString(r.w, s)
	}
}

// fill fills the hole p, whose bytes are words. It returns the piece to go on behind, or 0.
func (r *rendering) fill(p piece, words string, i int) int {
	if p.kind != holeCite && p.kind != holeNamed {
		r.flush()
	}
	switch p.kind {
	case holeMute:
		r.write(words)
	case holeAnchor:
		r.anchor(words)
	case holeParagraph:
		r.paragraph(int(p.arg))
	case holeHeading:
		r.write("h")
		r.number(min(max(int(p.arg)+r.to.Shift, 1), 6))
	case holeVoid:
		if r.to.XHTML {
			r.write(" /")
		}
	case holeBoolean:
		if r.to.XHTML {
			r.write(`=""`)
		}
	case holeLink:
		ref, ok := r.resolve(r.links[p.arg])
		if r.open = ok; ok {
			r.link(ref, r.links[p.arg].To)
			r.write(words)
			r.write(">")
		}
	case holeLinkEnd:
		if r.open {
			r.write("</a>")
		}
	case holeWiki:
		r.wiki(r.links[p.arg], words)
	case holeImage:
		r.image(r.links[p.arg], words)
	case holeCites:
		return r.group(words, i)
	case holeCitesEnd:
		r.write("</span>")
	case holeCite, holeNamed:
		r.cite(&r.cites[p.arg], words)
	case holeSeal:
		if r.to.Seal != nil {
			r.write(r.to.Seal(int(p.arg)))
		}
	}
	return 0
}

func (r *rendering) resolve(l book.Link) (book.Ref, bool) {
	if r.to.Link == nil {
		return book.Ref{}, false
	}
	return r.to.Link(l)
}

// link writes an opening tag without its end.
func (r *rendering) link(ref book.Ref, to book.ID) {
	r.write(`<a href="`)
	r.escape(ref.Href)
	r.write(`"`)
	if ref.Entry {
		r.write(` class="entry" data-entry="`)
		r.escape(string(to))
		r.write(`"`)
	}
}

func (r *rendering) wiki(l book.Link, words string) {
	ref, ok := r.resolve(l)
	if !ok {
		r.write(words)
		return
	}
	if ref.Href == "" {
		r.escape(ref.Title)
		return
	}
	r.link(ref, l.To)
	r.write(">")
	if ref.Title != "" {
		r.escape(ref.Title)
	} else {
		r.write(words)
	}
	r.write("</a>")
}

func (r *rendering) image(l book.Link, words string) {
	alt, title, titled := strings.Cut(words, "\x00")
	ref, ok := r.resolve(l)
	if !ok {
		r.write(alt)
		return
	}
	r.write(`<img src="`)
	r.escape(ref.Href)
	r.write(`" alt="`)
	r.write(alt)
	if titled {
		r.write(`" title="`)
		r.write(title)
	}
	r.write(`"`)
	if ref.Width > 0 && ref.Height > 0 {
		r.write(` width="` + strconv.Itoa(ref.Width) + `" height="` + strconv.Itoa(ref.Height) + `"`)
	}
	r.write(` loading="lazy"`)
	if r.to.XHTML {
		r.write(" /")
	}
	r.write(">")
}

// group opens a group of citations, or writes it as the author did when none of them leads anywhere.
func (r *rendering) group(words string, i int) int {
	some := false
	for i++; r.pieces[i].kind != holeCitesEnd; i++ {
		if r.to.Cite != nil && r.pieces[i].kind == holeCite && !some {
			_, _, some = r.to.Cite(r.cites[r.pieces[i].arg])
		}
	}
	if !some {
		r.write(words)
		return i
	}
	r.write(`<span class="cites">`)
	return 0
}

func (r *rendering) cite(c *book.Citation, words string) {
	var href, mark string
	ok := r.to.Cite != nil
	if ok {
		href, mark, ok = r.to.Cite(*c)
	}
	fate := ""
	if ok && href != "" && r.to.Fate != nil {
		fate = r.to.Fate(*c)
	}
	shown := r.part(mark, ok && href != "" && fate == "")
	if !ok {
		r.write(words)
		return
	}
	if href == "" {
		r.write(`<span class="unshown" id="`)
		r.anchor(c.Anchor)
		r.write(`">(`)
		r.escape(mark)
		r.write(")</span>")
		return
	}
	r.write(`<a class="cite" id="`)
	r.anchor(c.Anchor)
	r.write(`" data-source="`)
	r.escape(string(c.Source))
	if len(c.Paras) > 0 {
		r.write(`" data-para="`)
		r.write(paras(c.Paras))
	}
	if fate != "" {
		r.write(`" data-fate="`)
		r.escape(fate)
	}
	r.write(`" href="`)
	r.escape(href)
	if shown != mark {
		r.write(`" aria-label="`)
		r.escape(mark)
	}
	r.write(`">`)
	r.escape(shown)
	if fate != "" {
		r.write(`<span class="fate">, `)
		r.escape(fate)
		r.write("</span>")
	}
	r.write("</a>")
}

// part writes the sign before a citation, where one waits, and gives what is to be shown of its mark: in a brief target,
// behind a citation with the same tab, the paragraph alone. Bare numbers are kept on a line. plain says that nothing else
// is said of the citation.
func (r *rendering) part(mark string, plain bool) string {
	before, parted := r.before, r.parted
	r.before, r.parted = "", false
	if !plain || !r.to.Brief {
		if parted {
			r.write(between)
		}
		return mark
	}
	r.before = mark
	tab, _, located := strings.Cut(mark, "¶")
	switch {
	case !parted:
	case located && strings.HasPrefix(before, tab+"¶"):
		r.write(", ")
		return mark[len(tab):]
	case !located && !strings.Contains(before, "¶"):
		r.write(",\u00a0")
	default:
		r.write(between)
	}
	return mark
}

func (r *rendering) paragraph(n int) {
	if !r.to.Numbered {
		r.write("<p>")
		return
	}
	number := strconv.Itoa(n)
	id := "p" + number
	if r.to.Anchor != nil {
		id = r.to.Anchor(id)
	}
	for _, s := range [...]string{
		`<p id="`, id, `" data-para="`, number, `"><a class="pn" href="#`, id, `" aria-label="Paragraph `, number, `">¶`,
		number, `</a> `,
	} {
		r.write(s)
	}
}

func (r *rendering) anchor(id string) {
	if r.to.Anchor != nil {
		id = r.to.Anchor(id)
	}
	r.escape(id)
}

func (r *rendering) number(n int) { r.write("0123456789"[n : n+1]) }

// escape writes plain text, fit for content and for an attribute.
func (r *rendering) escape(s string) {
	start := 0
	for i := range len(s) {
		if treatment[s[i]] != plainByte {
			r.write(s[start:i])
			r.write(entity(s[i]))
			start = i + 1
		}
	}
	r.write(s[start:])
}

// paras writes paragraph numbers as data-para has them: "2", "1-3,5".
func paras(list []book.Range) string {
	if len(list) == 1 && list[0].First == list[0].Last {
		return strconv.Itoa(list[0].First)
	}
	var b []byte
	for i, p := range list {
		if i > 0 {
			b = append(b, ',')
		}
		b = strconv.AppendInt(b, int64(p.First), 10)
		if p.Last > p.First {
			b = append(b, '-')
			b = strconv.AppendInt(b, int64(p.Last), 10)
		}
	}
	return string(b)
}
