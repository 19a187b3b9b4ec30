package book

import "io"

// Library is how an output asks for the book. Asking is depending: what an output asks while it makes a file
// is recorded, and the file is made again when, and only when, an answer would differ. Ask for the least:
// a Head rather than a Page, one chapter's events rather than all.
//
// Everything is already cut to the edition: drafts and what rights forbid are not there.
type Library interface {
	Info() Info
	// For says which edition is being made.
	For() Edition
	// Chapters in reading order.
	Chapters() []ChapterHead
	// Page with body and place; false when there is no such page in this edition.
	Page(ID) (*Page, bool)
	// Head is what a link needs.
	Head(ID) (Head, bool)
	// Meta is the front matter of a page alone, for whoever needs neither its text nor its place.
	Meta(ID) (*Meta, bool)
	// Hidden reports whether the id is that of a page which this edition leaves out.
	Hidden(ID) bool
	// Shelf lists the pages of one kind in their order: sources by tab, notes as filed, entries by sort name.
	// For articles and notes chapter narrows the list; the empty chapter means the unfiled ones.
	Shelf(kind Kind, chapter ID) []Head
	// Original is the cleaned text of a source. False in the public edition unless the source's rights are
	// full, and wherever the original is not at hand.
	Original(ID) (*Original, bool)
	// Events of one page's text, as written; of all chapters and notes with From == "".
	Events(from ID) []Dated
	// Alerts of one kind from all chapters and notes, in reading order.
	Alerts(kind AlertKind) []Said
	// Questions of all chapters and notes, in reading order.
	Questions() []Asked
	// CitedAt lists where a source is cited, in reading order.
	CitedAt(ID) []Mention
	// LinkedFrom lists the pages whose text links to this one, in reading order.
	LinkedFrom(ID) []Head
	// Quotations of one page, in the order of its Text.Quotations, with what came of checking each.
	Quotations(on ID) []Checked
	// QuotedFrom lists the quotations from a source, in reading order.
	QuotedFrom(source ID) []Checked
	// Chronology lists the events of all chapters and notes by date, each once.
	Chronology() []Joined
	// DifferAt lists the differences that cite a source, in reading order.
	DifferAt(source ID) []Said
	// NamedAt lists the pages on which an entry is mentioned and where on them, in reading order.
	NamedAt(entry ID) []Named
	// Linked gives a piece of HTML of a page's own text with a link on the first mention of each entry that it does
	// not link already. href gives the address of an entry's page.
	Linked(on ID, html string, href func(Head) string) string
	// Coverage is what all statements rest on. Only the internal edition shows it.
	Coverage() *Coverage
	// Earlier is the edition on record that Changes counts from.
	Earlier() Earlier
	// Changed says how many of the Changes are of substance and how many are minor.
	Changed() (substantive, minor int)
	// Changes since the edition on record.
	Changes() *Changes
	// Template executes the named layout ("chapter.html") with data. Depends on the layouts.
	Template(w io.Writer, name string, data any) error
	// Asset is a file of layouts/assets or content/static, and whether it is there.
	Asset(name string) ([]byte, bool)
	// Assets lists the names of all assets and static files as they appear in the output.
	Assets() []string
}

// Dated is an event with the page that tells it.
type Dated struct {
	Event
	On Head
}

// Said is an alert with the page that says it.
type Said struct {
	Alert
	On Head
}

// Asked is a question with the page that asks it.
type Asked struct {
	Question
	On Head
}

// Mention is a citation with the page it stands on.
type Mention struct {
	Citation
	On Head
}

// File is one file of the output. Write may be called again whenever an answer it got has changed; it must
// depend on nothing but the library, so that same input gives same bytes.
type File struct {
	Path  string // slash-separated, relative to the root of the output
	Write func(w io.Writer, lib Library) error
}

// Output lists the files of one form of the book: the site, the print page, later EPUB and search data.
type Output func(Library) []File
