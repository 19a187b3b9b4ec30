package site

import (
	"strconv"

	"briefbook/generator/internal/book"
)

// A list is never longer than the reader can take in: a register is split by chapter from whole on, and its
// pages hold perPage; lists within other pages are cut at inPage, with a link to the register.
const (
	whole   = 200
	perPage = 200
	inPage  = 40
)

// Row is one page in a list.
type Row struct {
	Href   string
	Mark   string // tab numeral of a source, "" for anything else
	Title  string
	Made   bool
	Credit string
	Date   Moment
}

func (s *sheet) row(h book.Head) Row {
	r := Row{Href: s.href(h), Title: h.Title, Made: h.Made, Credit: h.Credit, Date: s.moment(h.Date)}
	if h.Kind == book.Article {
		r.Mark = strconv.Itoa(h.Tab)
	}
	return r
}

func (s *sheet) rows(heads []book.Head) []Row {
	rows := make([]Row, len(heads))
	for i, h := range heads {
		rows[i] = s.row(h)
	}
	return rows
}

// Short is a list cut to what a page can hold.
type Short struct {
	Rows []Row
	More *Anchor // where the rest is, nil when this is all
	All  int
}

func (s *sheet) short(heads []book.Head, register, noun string) Short {
	list := Short{All: len(heads)}
	if len(heads) > inPage {
		list.More = &Anchor{Href: s.root + register, Text: "All " + book.Number(len(heads)) + " " + noun}
		heads = heads[:inPage]
	}
	list.Rows = s.rows(heads)
	return list
}
