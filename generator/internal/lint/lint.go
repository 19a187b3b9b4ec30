// Package lint holds a book's own prose to the rules of those who write briefing books. It reads digests, chapters,
// notes and the texts of entries; it never looks at words of a source (in quotation marks, or in a block quote with
// a citation), at code, addresses, citations and front matter. Each rule has a stable code:
//
//	relative-date           a date counted from a day that a later reader does not know: "last week"
//	weekday                 a day of the week that is not that of its date: "Monday 27 July 2021"
//	planned-past            what is planned told as if it had happened
//	likelihood-confidence   "likely" and "high confidence" in one sentence of a [!JUDGEMENT] (ICD 203)
//	anonymous               a statement of "officials" or "sources" that does not say that they are unnamed
//	acronym                 neither spelt out at its first use on the page nor the name of an entry
//	unchecked-quotation     five words or more in quotation marks that no citation follows
//	silence                 a chapter that does not say what its sources are silent on
//	two-headings            two entries for one person
//
// All are warnings. A rule that is right in general and wrong in one place is silenced there, with a reason, by a
// comment in the paragraph, directly before it, or at the end of a list item or an alert:
//
//	<!-- allow relative-date: the ministry's own wording -->
//
// A comment without a reason (allow-reason), with a code that is none (allow-unknown) and one that silences nothing
// (allow-unused) are reported as well. silence and two-headings are of the page: their comment may stand anywhere
// on it.
//
// English is read by all rules; German by relative-date, weekday and acronym; Korean by relative-date and weekday.
// Of a language it does not know the room says nothing but unchecked-quotation.
//
// What a page alone can tell is told by Check, while the page is at hand. What takes the whole book is kept as
// [Facts], a few bytes a page, and asked later:
//
//	text, diags := parser.Parse(src, body, markdown.Options{…, Prose: func(p *book.Prose) { prose = p }})
//	wrong, facts := lint.Check(lint.Page{Kind: book.Note, Language: "en", Text: text, Prose: prose, At: meta.At("title")})
//	…
//	wrong = facts.Unexplained(func() *diag.Source { return src }, func(acronym string) bool { return known[acronym] })
//	wrong = lint.Headings(people)
//
// Each rule is a function over the sentences of a block. A single pass over the words of a block finds the few that
// a rule could be about; a block without one costs nothing more, and the words for dates are looked for (by package
// when) in those sentences only.
package lint

import (
	"briefbook/generator/internal/book"
	"briefbook/generator/internal/diag"
	"briefbook/generator/internal/edtf"
)

// The codes of the rules.
const (
	RelativeDate = "relative-date"
	Weekday      = "weekday"
	PlannedPast  = "planned-past"
	Likelihood   = "likelihood-confidence"
	Anonymous    = "anonymous"
	AcronymCode  = "acronym"
	Silence      = "silence"
	TwoHeadings  = "two-headings"
	Unchecked    = "unchecked-quotation"
)

// Codes are those of all rules, in the order in which a hint lists them.
var Codes = []string{RelativeDate, Weekday, PlannedPast, Likelihood, Anonymous, AcronymCode, Unchecked, Silence, TwoHeadings}

// Page is what is checked.
type Page struct {
	Kind     book.Kind
	Language string // of the book, BCP 47; English when empty
	Text     *book.Text
	Prose    *book.Prose
	At       diag.Span // of the title, where what the page lacks is reported
}

// Check reads one page. The facts are for what only the whole book can tell.
func Check(p Page) ([]diag.Diagnostic, Facts) {
	c := &check{Page: p, words: wordsOf(p.Language)}
	c.readAllowances()
	for i := range p.Prose.Blocks {
		c.block(i)
	}
	if c.words != nil {
		c.silence()
		c.plannedOnPage()
	}
	return c.finish()
}

// A check is the work on one page.
type check struct {
	Page
	words   *vocabulary // nil for a language without rules
	allowed []allowance
	diags   []diag.Diagnostic
	facts   Facts
	used    map[string]bool   // acronyms met
	plans   map[edtf.Day]bool // of events that the page shows as planned alone
	inWork  int               // the block at hand
}

// A finding is a breach of a rule in the block at hand.
type finding struct {
	code       string
	start, end int // of the block's text
	says, hint string
}

// most is how many diagnostics one page gets.
const most = 100

// report reports a finding unless a comment allows it.
func (c *check) report(f finding) {
	if len(c.diags) >= most || c.allows(f.code, c.inWork) {
		return
	}
	b := &c.Prose.Blocks[c.inWork]
	c.diags = append(c.diags, diag.Warnf(c.Prose.Span(b, f.start, f.end), f.code, "%s", f.says).WithHint("%s", f.hint))
}

// block applies the rules to one block.
func (c *check) block(i int) {
	c.inWork = i
	b := &c.Prose.Blocks[i]
	if b.Cited || b.Text == "" {
		return
	}
	c.unchecked(b)
	if c.words == nil {
		return
	}
	c.working(b)
	cues, planned := c.words.look(b.Text, b), !b.Date.IsZero() && b.State == book.Planned
	if !b.Judgement {
		cues &^= judged
	}
	if cues == 0 && !planned {
		return
	}
	text := own(b)
	if cues&capitals != 0 {
		c.acronyms(text, b)
	}
	if planned {
		c.plannedEvent(text, b)
	}
	if cues&(dated|judged|voiced) == 0 {
		return
	}
	for s := range sentences(text) {
		here := c.words.look(s.text, b) & cues
		if here&dated != 0 {
			c.dates(s, b)
		}
		if here&judged != 0 {
			c.judgement(s)
		}
		if here&voiced != 0 {
			c.anonymous(s)
		}
	}
}

// silence asks a chapter that rests on sources what they are silent on.
func (c *check) silence() {
	if c.Kind != book.Chapter || len(c.Text.Citations) == 0 {
		return
	}
	for _, s := range c.Text.Sections {
		if s.Role == book.Silences {
			return
		}
	}
	if c.allowsPage(Silence) {
		return
	}
	c.diags = append(c.diags, diag.Warnf(c.At, Silence, "the chapter does not say what its sources are silent on").
		WithHint("add a section %q", c.words.silences))
}

// A sentence is a part of a block's text.
type sentence struct {
	text string
	at   int // in the block
}

// own is the text of a block with the words of sources, and those in quotation marks, blanked.
func own(b *book.Block) string {
	text := b.Text
	var out []byte
	blank := func(start, end int) {
		if out == nil {
			out = []byte(text)
		}
		for i := start; i < end; i++ {
			out[i] = ' '
		}
	}
	for _, q := range b.Quoted {
		blank(q.Start, q.End)
	}
	quotations(text, blank)
	if out == nil {
		return text
	}
	return string(out)
}
