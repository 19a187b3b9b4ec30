package book

import (
	"html"
	"iter"
	"strings"

	"briefbook/generator/internal/edtf"
)

// Verdict is what checking a quotation came to. The zero value says that it was not checked: neither the original
// was at hand, nor does quotes.lock know it.
type Verdict string

// The verdicts. The first four hold; those up to WrongParagraph are doubtful; the rest fail.
const (
	Exact          Verdict = "exact"      // the same characters
	Normalised     Verdict = "normalised" // the same but for typography
	Bracketed      Verdict = "bracketed"  // with the writer's brackets
	Elided         Verdict = "elided"     // with words left out, and marked
	ElidedFar      Verdict = "elided_far" // its parts stand more than 60 words apart
	TooShort       Verdict = "too_short"
	TooFew         Verdict = "too_few_verbatim_words"
	WrongParagraph Verdict = "wrong_paragraph"
	NotFound       Verdict = "not_found"
	OnlyInDropped  Verdict = "only_in_dropped" // in what cleaning set aside
	InOtherSource  Verdict = "found_in_other_source"
	SpansMetadata  Verdict = "spans_metadata" // partly in the text, partly in its title or in what was set aside
)

// Holds reports whether the quotation stands as it should.
func (v Verdict) Holds() bool { return v == Exact || v == Normalised || v == Bracketed || v == Elided }

// Doubtful reports whether the words are there but prove too little, or are cited wrongly.
func (v Verdict) Doubtful() bool {
	return v == ElidedFar || v == TooShort || v == TooFew || v == WrongParagraph
}

// Passage is a run of a paragraph's text.
type Passage struct {
	Para       int // from 1
	Start, End int // bytes
}

// Checked is a quotation with what came of checking it.
type Checked struct {
	Quotation
	On      Head
	Index   int // of the quotation in its page's Text.Quotations
	Verdict Verdict
	Where   []Passage // where the words stand in the original's paragraphs; none when it is not at hand, or they do not
	Day     string    // ISO 8601, the day on which quotes.lock says it was verified; "" when it is not there
	Against string    // hex, SHA-256 of the original it was checked against; "" when unchecked
	Found   ID        // of a quotation that stands in another source: that source
	Anchor  string    // of the words on the page of the source, where that shows the text: "w-3f2a9c10"
}

// Naming is a mention of an entry in running text.
type Naming struct {
	Entry   ID
	On      Head   // the page where it stands: a source, a note, a chapter
	Para    int    // paragraph of a source's text, from 1; 0 in its title, and in any text of the book's own
	Section string // of a text of the book's own: title of the section
	Anchor  string // of the paragraph or section on its page: "p4", "key-points"; may be ""
	Words   string // as they stand
	Class   NameClass
	Reading Reading
}

// NameClass says by which form of a name an entry was recognised.
type NameClass uint8

// The classes, the surest first.
const (
	ByName    NameClass = iota // its name or a variant, as the entry gives it
	ByForm                     // a form made from it: another romanisation, a Hangul name with a particle
	BySurname                  // the surname of the one holder named in full in the same text
	ByTypo                     // a misspelling of a full name
)

// Reading says what a place name stands for.
type Reading uint8

// The readings.
const (
	AsItself     Reading = iota // the person, organisation, term; or the place itself
	AsGovernment                // the government that sits there
)

// Joined is an event as the chronology tells it: once, however many pages tell it.
type Joined struct {
	Dated         // as the first page in reading order tells it
	Also  []Dated // the other tellings
	Plans []Dated // what was planned, where this settles it
}

// Statement is a sentence of the book's own that rests on sources.
type Statement struct {
	On          Head
	Anchor      string // of its first citation: "c3"
	Section     string
	Plain       string // as far as Citation.Context has it
	Sources     []ID   // cited, each once, in order
	Independent int    // how many of them are independent of each other
	Fallen      []ID   // those that are superseded, corrected or withdrawn
}

// Coverage is what the book's statements rest on.
type Coverage struct {
	Statements []Statement // in reading order
	Unused     []Head      // sources that nothing cites
	Uncited    []Gap       // paragraphs of used sources that nothing cites
	Bare       []Head      // chapters and notes without any source
}

// Gap is what is not cited of a source that is.
type Gap struct {
	Source Head
	Paras  []Range
	Of     int // how many paragraphs it has
}

// ChangeKind says what became of something since the edition before.
type ChangeKind uint8

// The kinds of change.
const (
	Added ChangeKind = iota
	Altered
	Withdrawn
	Superseded // of a source: its card now says superseded, corrected or withdrawn
)

// String gives the word used in classes and messages: "added".
func (k ChangeKind) String() string {
	return [...]string{"added", "altered", "withdrawn", "superseded"}[k]
}

// Change is one difference between two states of a book.
type Change struct {
	Kind   ChangeKind
	What   string // "statement", "bottom line", "key point", "event", "judgement", "difference", "question", "digest", "heading", "source", "page"
	Minor  bool   // wording only: typography, spelling, order; false when the substance differs
	Page   ID     // where it stands, or stood
	Title  string // of that page
	Anchor string // on it as it is now; "" when withdrawn
	Was    string // plain text, citations as "[@source ¶2]" and titles of pages as "[[page]]"; "" when added
	Now    string // likewise; "" when withdrawn
	Note   string // what the words do not show: "moved within the page", "with 4 statements"; may be ""
	Woven  []Piece
}

// Piece is a run of the words of a change that is in both states, in the earlier one alone (taken out) or in the
// later one alone (put in). A blank that only parts what went from what came is in neither.
type Piece struct {
	Text     string // of a citation: its locator, "¶2", or ""
	Cite     ID     // of a citation: its source
	Page     ID     // of a page that is called by its title, which is not in Text
	Was, Now bool
}

// Redline gives the pieces that show one state of a text, or both in one, each with the element that HTML has for it:
// "del" for what went, "ins" for what came, "" for what stayed.
func Redline(list []Piece, was, now bool) iter.Seq2[Piece, string] {
	return func(yield func(Piece, string) bool) {
		for _, p := range list {
			element := ""
			switch {
			case p.Was && p.Now, !p.Was && !p.Now && was && now:
			case p.Was && was:
				element = "del"
			case p.Now && now:
				element = "ins"
			default:
				continue
			}
			if !yield(p, element) {
				return
			}
		}
	}
}

// Citation is the citation that a piece is.
func (p Piece) Citation() Citation {
	c := Citation{Source: p.Cite, Locator: p.Text}
	if list, ok := strings.CutPrefix(p.Text, "¶"); ok {
		c.Paras = ReadParagraphs(list)
	}
	return c
}

// Place is what a citation leads to, for telling two of them apart: "herald-2014 2–3".
func (c *Citation) Place() string { return string(c.Source) + " " + Paragraphs(c.Paras) }

// Para is its paragraphs as data-para has them: "2", "1-3,5"; "" for the source as a whole.
func (c *Citation) Para() string {
	return strings.NewReplacer("–", "-", ", ", ",").Replace(Paragraphs(c.Paras))
}

// Hooks are the attributes by which readers' scripts know a citation.
func (c *Citation) Hooks() string {
	hooks := ` class="cite" data-source="` + html.EscapeString(string(c.Source)) + `"`
	if para := c.Para(); para != "" {
		hooks += ` data-para="` + para + `"`
	}
	return hooks
}

// Earlier is the edition on record that a book is compared with. The zero value says that there is none.
type Earlier struct {
	Name string // "First edition"; may be "" when AsOf is not
	AsOf string // EDTF, its as-of date; may be ""
}

// There reports whether there is such an edition.
func (e Earlier) There() bool { return e != Earlier{} }

// Called is what the edition is called in a sentence: "the First edition", "the edition of 29 July 2021".
func (e Earlier) Called(language string) string {
	switch {
	case strings.HasSuffix(strings.ToLower(e.Name), " edition"):
		return "the " + e.Name
	case e.Name != "":
		return "“" + e.Name + "”"
	}
	return "the edition of " + e.Date(language)
}

// Date is its as-of date in words, "" when it has none.
func (e Earlier) Date(language string) string {
	d, err := edtf.Parse(e.AsOf)
	if err != nil {
		return e.AsOf
	}
	return d.Text(language)
}

// Label says what became of what: "Event altered".
func (c *Change) Label() string {
	return Capital(c.What) + " " + c.Kind.String()
}

// Whole reports whether a page came or went, of which only the title is to be told.
func (c *Change) Whole() bool { return c.What == "page" && (c.Kind == Added || c.Kind == Withdrawn) }

// Rewritten reports whether so much of a text is another that the two are easier to read one after the other.
func (c *Change) Rewritten() bool {
	if c.Was == "" || c.Now == "" {
		return false
	}
	kept, other, runs := 0, 0, 0
	for i, p := range c.Woven {
		n := len(p.Text) + len(p.Page)
		if p.Was == p.Now {
			kept += n
			continue
		}
		other += n
		if i == 0 || c.Woven[i-1].Was == c.Woven[i-1].Now && len(c.Woven[i-1].Text) > 1 {
			runs++
		}
	}
	return runs > 5 || other > 2*kept
}

// Changes are the differences since an earlier edition: those of substance first, then in the order of the book.
type Changes struct {
	Earlier
	List []Change
}
