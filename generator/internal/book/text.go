package book

import (
	"io"
	"path"
	"strings"

	"briefbook/generator/internal/diag"
	"briefbook/generator/internal/edtf"
)

// Text is the body of a page, parsed once and rendered as often as there are targets.
type Text struct {
	Sections   []Section // in order; the first has no title when text stands before the first heading
	Footnotes  Body      // nil when there are none
	Paragraphs int       // top-level paragraphs, numbered p1… for an article

	Events     []Event
	Points     []Point
	Alerts     []Alert
	Questions  []Question
	Citations  []Citation
	Quotations []Quotation
	Links      []Link
	Anchors    []string // every id that the page's own text carries, sections, events and citations included
}

// SectionRole is what the tool makes of a section, from its heading.
type SectionRole uint8

// The roles a section can have.
const (
	Plain SectionRole = iota
	BottomLine
	KeyPoints
	ChronologyList
	OpenQuestions
	Silences // what the sources are silent on
)

// Section is a heading of level 2 with what follows, sub-headings included.
type Section struct {
	ID    string // anchor, "" for text before the first heading
	Title string // plain text
	Role  SectionRole
	Body  Body // without the heading; nil or empty for KeyPoints and ChronologyList whose items were gathered
}

// Body is a piece of formatted text. There are two kinds: parsed Markdown and a cleaned article.
type Body interface {
	// Render writes the body as HTML for a target.
	Render(w io.Writer, to Target) error
	// Text is the body without markup, for search, excerpts and digests.
	Text() string
}

// Target is how one output wants a body.
type Target struct {
	// Link resolves a link to a page or a static file, or says false when it is not in this edition: then
	// only the words are printed. Links to the web are written as they are, without asking. nil resolves none.
	Link func(Link) (Ref, bool)
	// Cite gives the address and the visible mark of a citation ("../sources/x.html#p2", "3 ¶2"), or false
	// when it cannot be resolved: then the author's own words are printed as plain text. Without an address the
	// mark stands alone.
	Cite func(Citation) (href, mark string, ok bool)
	// Brief leaves the tab out of a mark that follows one with the same, "3 ¶2, ¶4" for "3 ¶2; 3 ¶4", and keeps marks that
	// are numbers alone on one line.
	Brief bool
	// Fate says what became of a cited source that no longer stands as it did: "withdrawn". The word is put behind the
	// mark of the citation. "" puts nothing; so does a nil Fate.
	Fate func(Citation) string
	// Anchor renames an id, so that ids of several pages can stand on one. nil keeps ids.
	Anchor func(id string) string
	// Shift is added to heading levels (an h3 in the page is an h4 in print).
	Shift int
	// Numbered puts id="pN" and data-para="N" on top-level paragraphs, with the number as a link.
	Numbered bool
	// XHTML closes void elements.
	XHTML bool
	// Seal gives the HTML that says what came of quotation n of the page (Text.Quotations). It stands behind the citation
	// that follows the quotation, or beside the quotation where that has none of its own. A nil Seal, and "", put nothing.
	Seal func(n int) string
	// Gloss gives the words that explain a marked date: those shown on hover, and those for the margin beside the
	// line. "" shows none; so does a nil Gloss.
	Gloss func(Mark) (hover, margin string)
}

// Ref is where a link leads, as one output sees it.
type Ref struct {
	Href  string // "" for a wiki link without words of which only the title is to be printed
	Title string // of the page: the words of a wiki link that has none
	Entry bool   // a person, organisation, place or term: the link is marked class="entry" data-entry="id"

	Width, Height int // of a picture, in pixels; 0 when not known
}

// Link is a link to a page of the book, this one included, to a static file or to the web.
type Link struct {
	To       ID     // page of the book; "" for anything else
	URL      string // whole, "https://…" or "mailto:…"; or a static file: "map.png" is content/static/map.png
	Fragment string // of a page or static file, without "#"
	Wiki     bool   // written [[…]]: a missing label is the page's title
	Label    string // plain text as written, "" when there is none
	At       diag.Span
}

// IsStatic reports whether the link leads to a file of content/static.
func (l Link) IsStatic() bool { return l.To == "" && l.URL != "" && !hasScheme(l.URL) }

// hasScheme reports whether an address begins with "word:", or "//".
func hasScheme(url string) bool {
	if strings.HasPrefix(url, "//") {
		return true
	}
	word, _, ok := strings.Cut(url, ":")
	return ok && !strings.ContainsAny(word, "/?#.")
}

// Citation is one source in a citation, with its paragraphs.
type Citation struct {
	Source  ID
	Paras   []Range // empty when the whole source is meant
	Locator string  // as written after the id: "¶2–3"
	Prefix  string  // "see"
	Suffix  string  // words behind it, and a locator that counts no paragraphs: "pp. 33–35"
	Bare    bool    // "@id" in the running text: where no source has that id, it is a word and no mistake
	Anchor  string  // id of the citation on its page: "c3"
	Section string  // title of the section it stands in
	Context string  // plain text of the statement it supports, at most about 160 characters
	At      diag.Span
}

// Range is a run of paragraph numbers, First to Last inclusive.
type Range struct{ First, Last int }

// Quotation is quoted words that a citation supports.
type Quotation struct {
	Words string // without the outer quotation marks
	Cite  Citation
	Also  []Citation // of the same group, one of which may be the one that has the words
	Block bool
	At    diag.Span
}

// State says whether an event took place.
type State uint8

// The states of an event.
const (
	Happened State = iota
	Planned
	Disputed
)

// String gives the word printed and used in classes: "happened", "planned", "disputed".
func (s State) String() string { return [...]string{"happened", "planned", "disputed"}[s] }

// Event is something dated.
type Event struct {
	Anchor  string // id on its page: "e-2018-05-26"
	Date    edtf.Date
	State   State
	Working string // how the date was derived, "" when it is stated
	Key     string // written (id: june-talks): tellings of one event, and a plan with what came of it, have it in common
	What    Body   // inline, blocks when the item holds more than a paragraph
	Plain   string // What without markup and citations
	Cites   []Citation
	At      diag.Span
}

// Point is a key point of a chapter.
type Point struct {
	Anchor string // "k3"
	What   Body   // inline or blocks
	Plain  string
	Cites  []Citation
	At     diag.Span
}

// Question is an open question: an item under "Open questions", or a [!QUESTION].
type Question struct {
	Anchor string
	What   Body
	Plain  string
	At     diag.Span
}

// AlertKind says what a set-apart block is.
type AlertKind uint8

// The kinds of alert.
const (
	Judgement AlertKind = iota
	QuestionAlert
	Difference
)

// String gives the word used in classes: "judgement", "question", "difference".
func (k AlertKind) String() string { return [...]string{"judgement", "question", "difference"}[k] }

// Alert is a judgement of the editors or a point where sources differ. (A [!QUESTION] is a Question.)
type Alert struct {
	Kind   AlertKind
	Sort   string // of a difference: conflict, certainty, precision, moment, silence, agreement, attribution, wording
	Title  string // the rest of the marker line, plain text, may be ""
	Anchor string
	What   Body // blocks
	Plain  string
	Cites  []Citation
	At     diag.Span
}

// Original is the captured text of a source after cleaning. Paragraphs, headings, title and receipts together
// hold every non-blank character of the text.
type Original struct {
	Title      Value
	Publisher  Value
	Agency     Value
	Byline     Names
	Date       Value    // of publication, EDTF; only what the text states
	DateFlags  []string // what is doubtful about the date: "ambiguous_day_month", "date_conflict"
	Updated    Value    // of the last change, EDTF
	Dateline   Value
	URL        Value  // where the publisher has it
	RightsHint string // what the text says of its rights, as it stands: "© 2019 Ferry Press"
	Language   string // BCP 47, "" when unknown
	Paragraphs []string
	Headings   []Heading // crossheads, in order
	Receipts   []Receipt
	Flags      []string // stable words: "no_title", "no_date", "mojibake"
	Marks      []Mark   // in order of the text; they do not overlap
	Quoted     []Quoted // words that the book quotes; they may overlap one another and marks
	Body       Body     // Paragraphs and Headings, numbered, marked, with what is quoted shown
	SHA256     string   // hex, of the raw bytes
	File       string   // route of the untouched capture in this edition, "" when it is not part of it
	Size       int      // of the untouched capture, in bytes; 0 when not known
}

// LinesExt is the extension, after that of the captured text itself, of the file that says which of its lines are
// the article's and which are not.
const LinesExt = ".lines"

// TextExt is the extension, after its own, of the file that holds the text taken out of a captured document.
const TextExt = ".txt"

// IsDocument reports whether a captured file is a document whose text was taken out of it when it was imported.
func IsDocument(name string) bool {
	ext := strings.ToLower(path.Ext(name))
	return ext == ".pdf" || ext == ".docx"
}

// Value is something detected in a text, with what it rests on. An empty Text means unknown.
type Value struct {
	Text  string
	Basis string // "scraper prefix, line 1"
}

// Names are the people a text names as its authors, with what that rests on.
type Names struct {
	List  []string
	Basis string
}

// Heading is a crosshead within an article.
type Heading struct {
	Before int // number of the paragraph that follows it, from 1; one more than there are when it stands last
	Text   string
}

// Receipt is a block that cleaning set aside.
type Receipt struct {
	First, Last int    // lines of the original, from 1
	Reason      string // stable code: "scraper_date_prefix"
	Text        string
}

// Quoted is words of an original that the book quotes.
type Quoted struct {
	Anchor string    // id of its first part on the page of the source: "w-3f2a9c10"
	Where  []Passage // its parts, in order of the text
}

// MarkKind says what a mark tells.
type MarkKind uint8

// The kinds of mark.
const (
	Time MarkKind = iota // a date expression and what it comes to
	Sic                  // damage, as captured: a broken character, a sentence cut off, a quotation left open
)

// Mark is a place in a paragraph of an original that a reader is told something about. The text stays as it is.
type Mark struct {
	Para       int // number of the paragraph, from 1
	Start, End int // bytes of its text; Start = End marks the place between two characters
	Kind       MarkKind
	When       edtf.Date // of a time: what it comes to where that is on the calendar, else zero
	Value      string    // of a time: a valid value of HTML's datetime attribute, or ""; When's own goes before
	Note       string    // "derived: the Tuesday before 29 July 2021", "sentence cut off"
}
