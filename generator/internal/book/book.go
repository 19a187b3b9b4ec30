// Package book holds the nouns of a briefing book: what a page is, what it states and on what evidence. It
// does no I/O and judges nothing; rooms upstream (intake, markdown, article, outline, evidence, names, coverage,
// changes) make these values, rooms downstream (the outputs) read them. Values are immutable once made and safe to
// share.
//
// What every output says alike stands beside the nouns: the words for a verdict, a change or a number of things, what
// the lines of the index of names are and where each is filed, which quotations are one. How it is set is the output's.
//
// A page goes through three shapes. A [Meta] is its front matter. A [Text] is its body, parsed once: sections,
// and the facts found in them ([Event], [Point], [Alert], [Citation], [Quotation], [Link]). A [Page] is both
// together with its place in the book ([Head], neighbours, chapter), as an output gets it from a [Library].
package book

import (
	"briefbook/generator/internal/diag"
	"briefbook/generator/internal/edtf"
)

// ID names a page; it is the file's name without its extension and unique in the book.
type ID string

// Kind says what a page is.
type Kind uint8

// The kinds of page, in reading order.
const (
	None Kind = iota
	Chapter
	Article
	Note
	Person
	Organisation
	Place
	Term
)

// Kinds lists every kind with a page of its own, in reading order.
var Kinds = []Kind{Chapter, Article, Note, Person, Organisation, Place, Term}

var kinds = [...]struct{ word, folder, route string }{
	None:         {"page", "", ""},
	Chapter:      {"chapter", "chapters", "chapters"},
	Article:      {"article", "articles", "sources"},
	Note:         {"note", "notes", "notes"},
	Person:       {"person", "people", "people"},
	Organisation: {"organisation", "organisations", "organisations"},
	Place:        {"place", "places", "places"},
	Term:         {"term", "terms", "terms"},
}

// String gives the singular word: "person".
func (k Kind) String() string { return kinds[k].word }

// WithArticle gives the word in a sentence: "a person", "an article".
func (k Kind) WithArticle() string {
	if k == Article || k == Organisation {
		return "an " + k.String()
	}
	return "a " + k.String()
}

// Folder is where files of this kind live under content: "people".
func (k Kind) Folder() string { return kinds[k].folder }

// Route is the folder of this kind in the output: an article is a source to a reader, so "sources".
func (k Kind) Route() string { return kinds[k].route }

// IsEntry reports whether k is a person, organisation, place or term.
func (k Kind) IsEntry() bool { return k >= Person }

// Edition says for whom a book is made.
type Edition string

// The editions. Public respects rights; Internal holds everything and says so on every page.
const (
	Public   Edition = "public"
	Internal Edition = "internal"
)

// Info is what book.yaml says, with defaults filled in.
type Info struct {
	Title, Subtitle string
	Language        string // BCP 47, "en" by default
	AsOf            edtf.Date
	Edition         string // the edition's own name as printed ("First edition"), may be ""
	Rights          string // default for articles: "full" or "digest"
	Licence         string // of the book's own text, may be ""
	Marking         string // printed under the title, may be ""
	BaseURL         string // "" or an absolute URL ending in "/"
}

// Meta is the front matter of one page. Fields that a kind does not have are zero.
type Meta struct {
	ID    ID
	Kind  Kind
	File  string // content-relative, slash-separated; for diagnostics, never for output
	Title string // or the entry's name
	Made  bool   // the title was made from the text because the source has none
	Draft bool

	Chapter ID // as written; where a page is filed in the end stands in Head.Chapter
	Order   int
	Date    edtf.Date // of a note or article

	From, To edtf.Date // of a chapter
	Status   string    // of a chapter: where things stood at its close

	Card  *Card  // articles only
	Entry *Entry // entries only

	// Source is the front matter as written (the head of the file), for diagnostics about a key.
	Source *diag.Source
	// Keys are the byte ranges of each key's value in Source.
	Keys map[string][2]int
}

// At marks the value of a front-matter key, or the whole file when the key is not there.
func (m *Meta) At(key string) diag.Span {
	if m.Source == nil {
		return diag.Span{}
	}
	if r, ok := m.Keys[key]; ok {
		return m.Source.Span(r[0], r[1])
	}
	return m.Source.Whole()
}

// Card is what the book knows about one source, apart from its text.
type Card struct {
	Publisher, Agency string
	Byline            []string
	DateBasis         string // "stated", "derived", "inferred", "" when the date is unknown
	DateNote          string // the working: `"Tuesday" before 29 July 2021`
	Updated           edtf.Date
	Dateline          string
	URL, ArchivedURL  string
	Language          string

	Rights     string // "full" or "digest"; the book's default is filled in
	Licence    string
	LicenceRef string
	Holder     string
	Statement  string // a RightsStatements.org URI
	Expires    edtf.Date
	Unclear    bool // what it says of its rights cannot be read: no more than the digest is published

	Original   string // file name of the captured text under originals/
	SHA256     string // hex, of the original
	Paragraphs int    // of the cleaned original, 0 when not recorded
	// Fingerprints of the paragraphs, in order, as they were when the card was written; none when the card
	// gives their number only.
	Fingerprints []string

	Status       string // "", "superseded", "corrected", "withdrawn"
	SupersededBy ID
}

// Entry is what the book knows about a person, organisation, place or term.
type Entry struct {
	Variants []string
	Sort     string // what it is filed under in an index; the name by default
	Korean   string
	Roles    []Role
	Lat, Lon float64 // degrees, WGS 84
	HasPoint bool
	Plot     bool // may be put on a map
	See      []ID
}

// Role is an office held, as a source reported it.
type Role struct {
	Role     string
	From, To edtf.Date
	Source   ID
}

// Head is what a link to a page needs, and no more, so that a page that links does not depend on the rest.
type Head struct {
	ID      ID
	Kind    Kind
	Title   string
	Route   string // slash-separated, relative to the root of the output: "people/moon-jae-in.html"
	Chapter ID     // where it is filed; "" when unfiled or not filed by chapter
	Date    edtf.Date
	Tab     int    // of a source, from 1 in date order
	Credit  string // of a source: publisher, else agency, else ""
	Sort    string // what an index files it under
	Made    bool   // the title was made from the text because the source has none
	Status  string // of a source: "", "superseded", "corrected", "withdrawn"
}

// Page is one page in its place.
type Page struct {
	Head
	Meta *Meta
	Text *Text
	Prev *Head // neighbours in reading order among pages of its kind, nil at the ends
	Next *Head
	In   *Head // its chapter, nil when unfiled
}

// ChapterHead is a chapter as lists of chapters show it.
type ChapterHead struct {
	Head
	Number   int // from 1 in reading order
	From, To edtf.Date
	Status   string
	Sources  int // filed here
	Notes    int
}
