// Package changes tells what became of a book's statements between two of its states. It owns what counts as a
// statement, which statement of the one state is which of the other, what of a difference is substance and what is
// wording, and the form in which an edition is put on record. It refuses to read files, to know where a state comes
// from, and to judge which of two states is right.
//
//	items := changes.State(page)                   // one page, as plain values
//	list := changes.Compare(old, new)              // two states, each a list of items
//	data := changes.Record{…}.Bytes()              // an edition as a file; changes.Read is the way back
//
// # A statement
//
// An [Item] is what the book says in one place: a sentence of its own text with its citations, a key point, an event
// with its date, a judgement, a difference between sources, a question, a heading; and of every page one item that
// says what it is: its title, and of a source who published it when, under what rights, and by which fingerprint
// its captured text is known. The text of an item is a line of plain text:
//
//	12 February 2014, planned: Envoys meet at the [[bridge]] [@herald-2014 ¶2–3]
//
// Its marks are the author's own: [@source ¶n] is a citation, [[page]] a page that is called by its title. No word
// of a captured text is in it but what the book quotes. What links to what stands beside the text.
//
// # Which is which
//
// First on each page: what is word for word the same, then what is most alike, by the share of words in common;
// between neighbours that stayed, less likeness will do. What is left over is looked for on all other pages. The
// rest was added or withdrawn. A page that came or went as a whole is told as one change with the number of its
// statements.
//
// # Substance
//
// A difference is minor when only these differ: white space, punctuation, the form of quotation marks, dashes and
// apostrophes, hyphens, capitals, the spelling of a word by one letter, the order on a page, the page, the links.
// Everything else is of substance, and so is what may be: a question mark, quotation marks that come or go, a number
// however written, a citation, a capital that makes another word (may, May; us, US), a letter that does (denied,
// defied), a name by any letter, a judgement that becomes a statement.
//
// The work is linear in the size of the two states: words that stand in many statements are no ground for comparing
// those with each other.
package changes

import (
	"slices"

	"briefbook/generator/internal/book"
)

// What an item can be, apart from a statement of the text: the words of [book.Change].
const (
	Page       = "page"
	Source     = "source"
	Heading    = "heading"
	BottomLine = "bottom line"
	KeyPoint   = "key point"
	Event      = "event"
	Judgement  = "judgement"
	Difference = "difference"
	Question   = "question"
	Digest     = "digest" // a sentence of what the book says of a source
	Statement  = "statement"
)

// whats are all of them, in the order in which they are counted.
var whats = []string{Page, Source, BottomLine, KeyPoint, Event, Judgement, Difference, Question, Statement, Digest, Heading}

// Item is one thing that a book states.
type Item struct {
	Page   book.ID
	What   string
	Key    string // of a source: its status; of a page: its kind; of an event: the author's id; or ""
	Text   string // one line
	Links  string // pages and addresses that its words lead to, in order, with blanks between
	Title  string // of a page or source: the title with which Text begins; not compared
	Anchor string // where it stands on its page; neither compared nor put on record
}

// isHead reports whether the item says what a page is.
func (i *Item) isHead() bool { return i.What == Page || i.What == Source }

// same reports whether two items say the same, wherever they stand.
func (i *Item) same(j *Item) bool {
	return i.content() == j.content()
}

// content is what two items that are the same have in common.
type content struct{ what, key, text, links string }

func (i *Item) content() content { return content{i.What, i.Key, i.Text, i.Links} }

// Compare lists what differs between two states of a book, each with the items of a page together: what is of
// substance first, then in the order of the new state.
func Compare(old, new []Item) []book.Change {
	was, now := byPage(old), byPage(new)
	order := Order(pagesOf(old), pagesOf(new))
	parts := make([]Part, len(order))
	for i, id := range order {
		parts[i] = OnPage(was[id], now[id])
	}
	return Settle(parts)
}

// byPage are the items of each page.
func byPage(items []Item) map[book.ID][]Item {
	pages := map[book.ID][]Item{}
	for from := 0; from < len(items); {
		to := from + 1
		for to < len(items) && items[to].Page == items[from].Page {
			to++
		}
		id := items[from].Page
		pages[id] = append(pages[id], items[from:to:to]...)
		from = to
	}
	return pages
}

// Order merges two lists of pages: those of the new one in its order; one that is only in the old one follows the
// one that it followed there.
func Order(old, new []book.ID) []book.ID {
	there := make(map[book.ID]bool, len(new))
	for _, id := range new {
		there[id] = true
	}
	after := map[book.ID][]book.ID{}
	last := book.ID("")
	for _, id := range old {
		if there[id] {
			last = id
		} else {
			after[last] = append(after[last], id)
		}
	}
	out := slices.Clone(after[""])
	for _, id := range new {
		out = append(append(out, id), after[id]...)
	}
	return out
}

// pagesOf are the pages that items stand on, each once.
func pagesOf(items []Item) []book.ID {
	var list []book.ID
	seen := map[book.ID]bool{}
	for i := range items {
		if id := items[i].Page; !seen[id] {
			seen[id] = true
			list = append(list, id)
		}
	}
	return list
}
