// Package print makes the whole book as one page, print.html, in reading order: cover, imprint and contents;
// the summary; the chapters, each with the notes to its citations; then the sources by tab, the bibliography, who's
// who, organisations, places, glossary, notes, where sources differ, the editors' judgements, the chronology, what
// changed since an earlier edition, and the index of names.
//
// It owns that order, the numbers of the notes, and the addresses: on this page a link leads to something that
// stands on this page. It refuses to know how paper is made: page breaks, running heads and type are in
// layouts/assets/print.css and the head of layouts/print.html.
//
// # Addresses
//
// A page of the book is one element with the page's id: id="on-2018-summits". What has an id within that page
// gets this as a prefix: "on-2018-summits--key-points". What is shown a second time elsewhere gets a prefix of
// that place, "at-differences--2018-summits--d1"; parts of this page itself begin with "at-".
//
// # Citations
//
// In chapters and notes a citation is a raised number; the notes that follow give tab, credit, date, paragraph
// and, the first time a source is named in that chapter, its address in full. Equal citations share a number. In
// tables, lists and entries, which are read one item at a time, a citation is tab and paragraph: "3 ¶2".
//
//	… agreed a calendar for the month.⁵      5. Tab 3, The Harbour Post, 1 June 2018, ¶1–3. https://…
//
// # Quotations
//
// Behind a quotation stands a raised tick, or words where more must be said; under a block quote a line. In the register
// each source has the quotations from it, with verdict and day.
//
// # Size
//
// The page may hold ten thousand sources. It is written piece by piece as the library gives it; nothing but the
// list of heads and the notes of the chapter in hand is kept.
//
//	files := print.Files(lib)
//	err := files[0].Write(w, lib)
package print

import (
	"bufio"
	"io"
	"slices"
	"strconv"

	"briefbook/generator/internal/book"
)

// Path is where the page stands in the output.
const Path = "print.html"

// Files lists the one file of this output.
func Files(book.Library) []book.File { return []book.File{{Path: Path, Write: write}} }

func write(w io.Writer, lib book.Library) error {
	v := newVolume(bufio.NewWriterSize(w, 1<<16), lib)
	if err := v.open(); err != nil {
		return err
	}
	for _, p := range v.parts {
		if v.err == nil {
			p.write(v, p)
		}
	}
	if v.err != nil {
		return v.err
	}
	if err := v.close(); err != nil {
		return err
	}
	return v.w.Flush()
}

// part is a stretch of the book that stands in the contents. Most begin on a new page.
type part struct {
	id      string
	page    string // names its sort of page for running heads: "part-3"
	head    string // above those pages, when it is not the title
	runsOn  bool   // begins on the page where the part before ends, under the same head
	numeral string // of a chapter
	title   string
	rest    string // what the contents say beside the title
	chapter book.ChapterHead
	write   func(*volume, part)
}

// volume is the page while it is written. The first error stops all writing.
type volume struct {
	w     *bufio.Writer
	lib   book.Library
	info  book.Info
	parts []part
	tabs  []book.Head     // all sources by tab
	shown map[book.ID]int // paragraphs on this page of the sources asked so far
	err   error
}

func newVolume(w *bufio.Writer, lib book.Library) *volume {
	v := &volume{w: w, lib: lib, info: lib.Info(), shown: make(map[book.ID]int)}
	if v.info.Language == "" {
		v.info.Language = "en"
	}
	v.arrange()
	return v
}

// arrange lists the parts that have something in them.
func (v *volume) arrange() {
	put := func(there bool, p part) {
		if !there {
			return
		}
		n := len(v.parts)
		if p.runsOn = p.head != "" && n > 0 && v.parts[n-1].head == p.head; p.runsOn {
			p.page = v.parts[n-1].page
		} else {
			p.page = "part-" + strconv.Itoa(n+1)
		}
		v.parts = append(v.parts, p)
	}
	chapters := v.lib.Chapters()
	_, summed := v.lib.Head(summary)
	put(summed || len(chapters) > 0, part{id: "at-summary", title: "Summary", write: (*volume).summary})
	for _, c := range chapters {
		put(true, part{id: pageID(c.ID), numeral: strconv.Itoa(c.Number), title: c.Title, rest: v.span(c.From, c.To),
			chapter: c, write: (*volume).chapter})
		v.tabs = append(v.tabs, v.lib.Shelf(book.Article, c.ID)...)
	}
	v.tabs = append(v.tabs, v.lib.Shelf(book.Article, "")...)
	byTab(v.tabs)
	put(len(v.tabs) > 0, part{id: "at-sources", title: "Sources", head: sourcesHead, rest: book.Count(len(v.tabs), "tab", "tabs"), write: (*volume).sources})
	put(len(v.tabs) > 0, part{id: "at-bibliography", title: "Bibliography", head: sourcesHead, write: (*volume).bibliography})
	for _, e := range entryParts {
		put(len(v.lib.Shelf(e.kind, "")) > 0, part{id: e.id, title: e.title, head: "Names and terms", write: e.write})
	}
	put(v.hasNotes(chapters), part{id: "at-notes", title: "Notes", write: (*volume).notes})
	for _, s := range sayings {
		put(len(v.lib.Alerts(s.kind)) > 0, part{id: s.id, title: s.title, head: "Differences and judgements", write: s.write})
	}
	put(len(v.lib.Chronology()) > 0, part{id: "at-chronology", title: "Chronology", write: (*volume).chronology})
	put(len(v.lib.Changes().List) > 0, part{id: "at-changes", title: "What changed", write: (*volume).changes})
	put(v.hasEntries(), part{id: "at-index", title: "Index of names", write: (*volume).nameIndex})
}

func (v *volume) hasEntries() bool {
	return slices.ContainsFunc(entryParts, func(e entryPart) bool { return len(v.lib.Shelf(e.kind, "")) > 0 })
}

// sourcesHead runs above the sources and the bibliography.
const sourcesHead = "Sources and bibliography"

func (v *volume) hasNotes(chapters []book.ChapterHead) bool {
	for _, c := range chapters {
		if c.Notes > 0 {
			return true
		}
	}
	for _, h := range v.lib.Shelf(book.Note, "") {
		if h.ID != summary {
			return true
		}
	}
	return false
}
