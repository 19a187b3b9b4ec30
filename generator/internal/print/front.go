package print

import (
	"cmp"
	"fmt"
	"html/template"
	"strings"
	"unicode"

	"briefbook/generator/internal/book"
)

// Page is what layouts/print.html gets. It is executed twice: with Opens to write everything up to the first
// part, and without, to write what follows the last.
type Page struct {
	Opens           bool
	Lang            string
	Title, Subtitle string
	Edition         string // the edition's own name
	AsOf            string
	Licence         string // of the editors' text, in words; "" when there is nothing to say
	Marking         string
	Internal        bool
	Canonical       string       // "" without a base URL
	Head            template.CSS // the book's title as a string of a stylesheet, for running heads
	Heads           []Head
	Parts           []Part
	Sources         int
	Full            bool // sources are given in full
	Changes         bool // a part tells what changed
}

// Part is a line of the contents.
type Part struct {
	Href    string
	Numeral string
	Title   string
	Rest    string
}

// Head is what stands above the pages of one sort.
type Head struct {
	Page  string       // class of the parts that stand on them, and the name of the sort
	Words template.CSS // a string of a stylesheet
}

func (v *volume) open() error {
	p := Page{
		Opens: true, Lang: v.info.Language, Title: v.info.Title, Subtitle: v.info.Subtitle, Edition: v.info.Edition,
		AsOf: v.info.AsOf.Text(v.info.Language), Licence: licence(v.info.Licence), Marking: v.info.Marking,
		Head: quoted(v.info.Title), Internal: v.lib.For() == book.Internal, Sources: len(v.tabs),
	}
	p.Full, p.Changes = p.Internal, len(v.lib.Changes().List) > 0
	if v.info.BaseURL != "" && !p.Internal {
		p.Canonical = v.info.BaseURL + Path
	}
	for _, part := range v.parts {
		p.Parts = append(p.Parts, Part{Href: "#" + part.id, Numeral: part.numeral, Title: part.title, Rest: part.rest})
		if !part.runsOn {
			p.Heads = append(p.Heads, Head{Page: part.page, Words: quoted(joinedBy("\u2002", part.numeral, cmp.Or(part.head, part.title)))})
		}
	}
	return v.lib.Template(v.w, "print.html", p)
}

// licence puts the licence of the editors' text into words; their own work needs none.
func licence(code string) string {
	if code == "" || code == "own-work" {
		return ""
	}
	return book.LicenceName(code)
}

func (v *volume) close() error { return v.lib.Template(v.w, "print.html", Page{Lang: v.info.Language}) }

// quoted makes a string of a stylesheet. Templates would take one for an address and refuse a title with a colon.
func quoted(s string) template.CSS {
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range s {
		switch {
		case strings.ContainsRune(`"\<>&`, r):
			fmt.Fprintf(&b, `\%X `, r)
		case unicode.IsControl(r):
			b.WriteByte(' ')
		default:
			b.WriteRune(r)
		}
	}
	b.WriteByte('"')
	return template.CSS(b.String())
}
