// Package export says how a source is cited: as a neutral record, in the exchange formats that reference managers
// and typesetters read, and in two styles that people read.
//
// It owns what of a card belongs into a citation and how each form writes it. It refuses to sort, to know pages, and
// to invent: a date is never more precise than the card has it, a name is taken apart only where it is plain which
// part is the family name, and what a card does not say is left out.
//
//	book.Head, book.Meta → Of → Record → Format.Write        bibliography.json, .bib, .ris
//	                              → Reference, Note, …       what a reader copies
//	                              → OpenURL                  what a browser's reference manager reads
//
// # The record
//
// Everything is a newspaper article. The byline is the author; without one the agency is; the publisher never is.
// An agency beside a byline stands as the source of the text. A title that was made because the text has none
// stands in brackets, as in a library's catalogue.
//
//	Of(head, meta, "en") // {ID: "courier-2016", Title: "Quays fall silent", Authors: [{Literal: "Sound Press"}], …}
//
// # Dates
//
// EDTF is kept as far as a form can hold it. CSL has days, months, seasons, years, intervals of these, and "circa"
// for what is uncertain or approximate, or inferred by the editors; for anything else (open intervals, decades) it gets the words "by 12
// February 2014". BibTeX gets EDTF itself, which biblatex reads. Without a date nothing is written.
//
// # The styles
//
// [Record.Reference] and [Record.InText] are Chicago author–date, [Record.Note] and [Record.Entry] Chicago notes and
// bibliography, both of the 17th edition, as far as newspaper articles need them. Every citation is made by itself:
// two articles by one author of one year get no "2018a" and "2018b", and no dash stands for a repeated author, since
// these depend on the other items of the list a citation is copied into. A test holds both styles against
// pandoc --citeproc and names the places where they differ.
package export

import (
	"cmp"
	"iter"
	"slices"
	"strings"

	"briefbook/generator/internal/book"
	"briefbook/generator/internal/edtf"
)

// Record is a source as a citation needs it.
type Record struct {
	ID        string // of the source; unique in the book and fit for a citation key
	Title     string // on one line; in brackets when it was made
	Authors   []Name
	Publisher string    // the newspaper or site
	Agency    string    // where the text comes from, when that is not the author
	Issued    edtf.Date // without a time of day; uncertain when it was inferred
	URL       string    // where the publisher has it; the archived copy when that is all there is
	Archive   string    // address of an archived copy, "" when it is the URL
	Language  string    // BCP 47; the book's when the card has none
}

// Of is the record of a source. language is that of the book.
func Of(h book.Head, m *book.Meta, language string) Record {
	card := m.Card
	if card == nil {
		card = &book.Card{}
	}
	r := Record{ID: string(h.ID), Title: line(h.Title), Publisher: line(card.Publisher), Agency: line(card.Agency),
		Issued: published(h.Date, card.DateBasis), URL: address(card.URL), Archive: address(card.ArchivedURL), Language: cmp.Or(card.Language, language)}
	switch {
	case r.Title == "":
		r.Title = "[untitled]"
	case h.Made:
		r.Title = "[" + r.Title + "]"
	}
	for _, name := range card.Byline {
		if name = line(name); name != "" {
			r.Authors = append(r.Authors, named(name))
		}
	}
	if len(r.Authors) == 0 && r.Agency != "" {
		r.Authors, r.Agency = []Name{{Literal: r.Agency}}, ""
	}
	if r.URL == "" {
		r.URL, r.Archive = r.Archive, ""
	}
	return r
}

// All gives the records of all sources by tab.
func All(lib book.Library) iter.Seq[Record] {
	var heads []book.Head
	for _, c := range lib.Chapters() {
		heads = append(heads, lib.Shelf(book.Article, c.ID)...)
	}
	heads = append(heads, lib.Shelf(book.Article, "")...)
	slices.SortStableFunc(heads, func(a, b book.Head) int {
		return cmp.Or(cmp.Compare(a.Tab, b.Tab), cmp.Compare(a.ID, b.ID))
	})
	return func(yield func(Record) bool) {
		for _, r := range Records(lib, heads) {
			if !yield(r) {
				return
			}
		}
	}
}

// Records gives the records of sources, in the order of their heads.
func Records(lib book.Library, heads []book.Head) iter.Seq2[book.Head, Record] {
	return func(yield func(book.Head, Record) bool) {
		language := lib.Info().Language
		for _, h := range heads {
			if m, ok := lib.Meta(h.ID); ok && !yield(h, Of(h, m, language)) {
				return
			}
		}
	}
}

// line puts words on one line, with single blanks and without control characters.
func line(s string) string {
	s = strings.Map(func(r rune) rune {
		if r < ' ' || r >= 0x7f && r < 0xa0 || r == '\u2028' || r == '\u2029' {
			return ' '
		}
		return r
	}, strings.ToValidUTF8(s, "\uFFFD"))
	return strings.Join(strings.FieldsFunc(s, func(r rune) bool { return r == ' ' }), " ")
}

// address is a URL fit for every format: what would end a field or a line is written as a percent escape.
func address(url string) string {
	url = strings.TrimSpace(strings.ToValidUTF8(url, ""))
	if !strings.ContainsAny(url, " {}\\\"<>") && strings.IndexFunc(url, func(r rune) bool { return r < ' ' || r == 0x7f }) < 0 {
		return url
	}
	const hex = "0123456789ABCDEF"
	var b strings.Builder
	for i := range len(url) {
		if c := url[i]; c <= ' ' || c == 0x7f || strings.IndexByte(`{}\"<>`, c) >= 0 {
			b.Write([]byte{'%', hex[c>>4], hex[c&15]})
		} else {
			b.WriteByte(c)
		}
	}
	return b.String()
}

// published is the date of a source without its time of day, and marked as uncertain when it was inferred: the
// source does not say it.
func published(d edtf.Date, basis string) edtf.Date {
	text, _, _ := strings.Cut(d.String(), "T")
	if basis == "inferred" && text != "" && !d.Approximate() && !d.Uncertain() {
		text += "?"
	}
	if out, err := edtf.Parse(text); err == nil {
		return out
	}
	return d
}
