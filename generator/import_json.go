package generator

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"

	"briefbook/generator/internal/book"
)

// Imported is what became of one file, in the form that "briefbook import --json" prints, one object a line in
// the order of the files. The order of the keys is fixed; keys may be added at the end of an object, none goes.
//
// What is not known is null. Lists are never null, only the value of a byline is when nobody is named. A value
// that is null may have a basis all the same: it then tells why, for instance which two dates contradict each
// other. Paragraphs and lines are numbered from 1. Start and end of a date expression count Unicode code points
// of its paragraph, the end not included.
type Imported struct {
	File       string       `json:"file"`   // as the user named it
	SHA256     *string      `json:"sha256"` // of the bytes of the file
	Title      Stated       `json:"title"`
	Publisher  Stated       `json:"publisher"` // who published the text, not who wrote it
	Agency     Stated       `json:"agency"`    // a news agency that is credited
	Byline     StatedNames  `json:"byline"`
	Date       StatedDate   `json:"date"`     // of publication
	Updated    Stated       `json:"updated"`  // of the last change, EDTF
	Dateline   Stated       `json:"dateline"` // the place the text was sent from
	Language   *string      `json:"language"` // BCP 47
	URL        Stated       `json:"url"`
	RightsHint *string      `json:"rights_hint"` // what the text says of its rights, as it stands
	Flags      []string     `json:"flags"`       // what a person should look at, stable words
	Paragraphs []string     `json:"paragraphs"`  // the text
	Headings   []Crosshead  `json:"headings"`
	Dates      []Expression `json:"dates"`   // date expressions in the paragraphs
	Dropped    []Dropped    `json:"dropped"` // what was set aside

	Import Outcome `json:"import"`
	Error  *string `json:"error"` // why the file could not be imported

	more details
}

// Stated is a value with what it rests on.
type Stated struct {
	Value *string `json:"value"`
	Basis *string `json:"basis"`
}

// Text is the value, "" when it is not known.
func (s Stated) Text() string { return orEmpty(s.Value) }

// StatedNames are people with what that rests on.
type StatedNames struct {
	Value []string `json:"value"` // null when nobody is named
	Basis *string  `json:"basis"`
}

// StatedDate is the date of publication. Value is only what the text states, as EDTF. When it states none, Range
// is what its sentences allow, if they tell anything, and Flags has "inferred".
type StatedDate struct {
	Value *string  `json:"value"`
	Basis *string  `json:"basis"`
	Flags []string `json:"flags"` // "ambiguous_day_month", "date_conflict", "inferred"

	Range      []string   `json:"range"`       // first and last day, null when there is none; ".." is an open end
	RangeBasis *string    `json:"range_basis"` // "after 25 May (¶3), before 12 June (¶10)"
	Evidence   []Sentence `json:"evidence"`    // of the range
}

// Sentence is one that an inference rests on.
type Sentence struct {
	Paragraph int    `json:"paragraph"`
	Text      string `json:"text"`
	Says      string `json:"says"` // "after 25 May"
}

// Crosshead is a heading within the text.
type Crosshead struct {
	Before int    `json:"before"` // the number of the paragraph that follows it
	Text   string `json:"text"`
}

// Expression is a date expression in a paragraph.
type Expression struct {
	Paragraph int    `json:"paragraph"`
	Start     int    `json:"start"`
	End       int    `json:"end"`
	Text      string `json:"text"`
	Type      string `json:"type"`      // of TIMEX3: DATE, TIME, DURATION, SET
	Value     string `json:"value"`     // of TIMEX3: "2018-W06"
	Certainty string `json:"certainty"` // certain, uncertain, vague, needs_dct
}

// Dropped is a block that was set aside.
type Dropped struct {
	Lines  [2]int `json:"lines"`  // first and last
	Reason string `json:"reason"` // a stable code
	Text   string `json:"text"`
}

// Why puts the reason into plain words.
func (d Dropped) Why() string { return book.Receipt{Reason: d.Reason}.Why() }

// Status says what import did with a file.
type Status string

// The statuses.
const (
	StatusImported Status = "imported"
	StatusDryRun   Status = "dry-run" // would have been imported
	StatusHeld     Status = "held"    // the same bytes are in the book already; nothing was done
	StatusFailed   Status = "failed"
)

// Outcome is what was done with a file.
type Outcome struct {
	Status   Status  `json:"status"`
	ID       *string `json:"id"`       // of the new article, or of the one that holds the same bytes
	Card     *string `json:"card"`     // file
	Original *string `json:"original"` // file
	By       *string `json:"by"`       // what took the text out of a document; null when the file is its own text
	Near     []Near  `json:"near"`     // held texts that share half of their words or more, nearest first
}

// Near is a text that shares its words with another.
type Near struct {
	ID          string  `json:"id"`
	Containment float64 `json:"containment"` // share of the smaller text's runs of five words, 0.5–1
	Kinship     string  `json:"kinship"`     // "same" text, or "version" of one story
}

// details are what a report for people tells besides.
type details struct {
	words     int
	textSum   string
	questions []Remark
	remarks   []Remark
}

// PrintJSON writes the record as one line.
func (i *Imported) PrintJSON(w io.Writer) error {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(i); err != nil {
		return fmt.Errorf("encode %s: %w", i.File, err)
	}
	_, err := w.Write(b.Bytes())
	return err
}

// Words is how many words the paragraphs have.
func (i *Imported) Words() int { return i.more.words }

// TextSHA256 is the SHA-256 of the text whose lines are counted: of the file, or of what was taken out of it. A file
// of lines names it.
func (i *Imported) TextSHA256() string { return i.more.textSum }

// Err is why the file could not be imported, nil when it could.
func (i *Imported) Err() error {
	if i.Error == nil {
		return nil
	}
	return errors.New(*i.Error)
}

// blank is the record of a file about which nothing is known yet.
func blank(file string) *Imported {
	return &Imported{
		File: file, Flags: []string{}, Paragraphs: []string{}, Headings: []Crosshead{}, Dates: []Expression{}, Dropped: []Dropped{},
		Date:   StatedDate{Flags: []string{}, Evidence: []Sentence{}},
		Import: Outcome{Near: []Near{}},
	}
}

// fail turns the record into one of a file that could not be imported.
func (i *Imported) fail(err error) {
	sum := i.SHA256
	*i = *blank(i.File)
	text := err.Error()
	i.SHA256, i.Error, i.Import.Status = sum, &text, StatusFailed
}

// orNull is nil for "".
func orNull(s string) *string {
	if s == "" {
		return nil
	}
	return &s
}

func orEmpty(s *string) string {
	if s == nil {
		return ""
	}
	return *s
}

func listOf[T any](list []T) []T {
	if list == nil {
		return []T{}
	}
	return list
}
