package site

import (
	"iter"
	"slices"
	"strings"

	"briefbook/generator/internal/book"
)

// A list that is too long for one page is cut into pages of equal length, which are numbered from 1. One that stands by
// chapters is cut into these first.

// Pager leads through the pages of a long list.
type Pager struct {
	Label string
	Pages []Sheet
}

// Sheet is one page of a pager.
type Sheet struct {
	Href, Text string
	Current    bool
}

// leaf is one page of a list of so many.
type leaf struct{ total, each, page int }

// mostLeaves is how many pages a pager names. Of more it names the first, the last, those about the one in hand, and some
// at equal distances, so that no page grows with the list.
const mostLeaves, about = 24, 3

// named reports whether the pager on l names a page, of so many.
func (l leaf) named(page, of int) bool {
	step := (of + mostLeaves/2 - 1) / (mostLeaves / 2)
	return of <= mostLeaves || page == of || (page-1)%step == 0 || max(page-l.page, l.page-page) <= about
}

// pager is nil for a list that fits on one page.
func (l leaf) pager(path func(page int) string, label func(from, to int) string) *Pager {
	if l.total <= l.each {
		return nil
	}
	p := &Pager{Label: "Pages of this list"}
	for page := range pages(l.total, l.each) {
		if !l.named(page, (l.total+l.each-1)/l.each) {
			continue
		}
		p.Pages = append(p.Pages, Sheet{Href: path(page), Text: label((page-1)*l.each+1, min(page*l.each, l.total)), Current: page == l.page})
	}
	return p
}

// byNumber labels a page with the numbers of what stands on it.
func byNumber(from, to int) string { return book.Number(from) + "–" + book.Number(to) }

// pages numbers the pages of a list; an empty one has none.
func pages(total, each int) iter.Seq[int] {
	return func(yield func(int) bool) {
		for page := 1; (page-1)*each < total && yield(page); page++ {
		}
	}
}

// onPage is what stands on one page of a list.
func onPage[T any](list []T, each, page int) []T {
	from := min((page-1)*each, len(list))
	return list[from:min(from+each, len(list))]
}

// portion is what of a list belongs to one chapter and its notes.
type portion[T any] struct {
	chapter book.ID
	number  int
	title   string
	list    []T
}

// portions shares a list out among the chapters, in their order; what belongs to none comes last, under the title of the
// rest. on is the page that each stands on.
func portions[T any](list []T, chapters []book.ChapterHead, rest string, on func(T) book.Head) []portion[T] {
	at := places(chapters)
	all := make([]portion[T], len(chapters)+1)
	for i, c := range chapters {
		all[i] = portion[T]{chapter: c.ID, number: c.Number, title: c.Title}
	}
	all[len(chapters)].title = rest
	for i := range list {
		n, filed := at[chapterOf(on(list[i]))]
		if !filed {
			n = len(chapters)
		}
		all[n].list = append(all[n].list, list[i])
	}
	return slices.DeleteFunc(all, func(p portion[T]) bool { return len(p.list) == 0 })
}

// partPath is the file of one page of a chapter's list: "sources-talks.html", "sources-talks-2.html". The
// mark before the page is made long enough that no other chapter's first page has the same name.
func partPath(base string, chapters []book.ChapterHead, chapter book.ID, page int) string {
	name := string(chapter)
	if name == "" {
		name = "unfiled"
		for slices.ContainsFunc(chapters, func(c book.ChapterHead) bool { return string(c.ID) == name }) {
			name += "-"
		}
	}
	if page > 1 {
		mark := "-"
		for slices.ContainsFunc(chapters, func(c book.ChapterHead) bool { return numbered(string(c.ID), name+mark) }) {
			mark += "-"
		}
		name += mark + ordinal(page)
	}
	return base + "-" + name + ".html"
}

// numbered reports whether id is prefix and then a digit.
func numbered(id, prefix string) bool {
	rest, ok := strings.CutPrefix(id, prefix)
	return ok && rest != "" && rest[0] >= '0' && rest[0] <= '9'
}
