package book

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
	What   string // "statement", "key point", "event", "judgement", "difference", "question", "source", "page"
	Minor  bool   // wording only: typography, spelling, order of pages; false when the substance differs
	Page   ID     // where it stands, or stood
	Title  string // of that page
	Anchor string // on it as it is now; "" when withdrawn
	Was    string // plain text; "" when added
	Now    string // plain text; "" when withdrawn
}

// Changes are the differences since an earlier edition.
type Changes struct {
	Since string // the name of that edition, "" when none is on record
	AsOf  string // EDTF, its as-of date; may be ""
	List  []Change
}
