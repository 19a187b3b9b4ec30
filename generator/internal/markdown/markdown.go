// Package markdown reads the body of a page: CommonMark with tables, footnotes, strikethrough and highlighted
// code, and the few additions of a briefing book. It owns the syntax and the HTML; it is the only importer of
// goldmark, whose tree is dropped before Parse returns. It does not know the other pages: whether a link or a
// citation leads anywhere is found out by others from the facts in [book.Text], each with its place.
//
// What it adds to CommonMark:
//
//	[[id]]  [[id#part]]  [[id|label]]  [label](../people/id.md#part)     a link to a page
//	[@id ¶2]  [@a ¶2; @b ¶5]  [see @a, para. 1–3, 5; also @b]  @a [para. 4]   citations
//	[-@a, {p. 33}, suffix]  @a-1  -@a-1  @{id}  @a [p. 33; also @b]         citations as pandoc writes them
//	^[words]  # Title {#id .class}  ::: {.class}                         inline notes, attributes, divisions of pandoc
//	"words" [@id ¶2], or a block quote that ends in a citation           a quotation
//	"words", she said, and "more words of hers" [@id ¶2]                 so is what is quoted in the sentence, of five words or more
//	@id [¶2] has "more words of hers"; "words of hers again".[^1]        also where the citation comes first, or begins the footnote
//	| "more words of hers" | [@id ¶2] |                                  or stands in the row, or alone under the paragraph
//	> words                                                              and of a block quote: under it, "— Herald [@id ¶2]",
//	                                                                     or in the line that leads up to it, "@id [¶2] has it:"
//	<q>words</q> [@id ¶2], <blockquote> in a line of its own             the same in HTML
//	- 2018-05-26 (planned): words                                        an event
//	- 2018-05-26 (disputed) (derived: a day after) (id: may-talks): …    what is known of it, in any order
//	> [!JUDGEMENT] title, [!QUESTION], [!DIFFERENCE] certainty: title    what is set apart
//	## Key points, ## Chronology, ## Open questions                      items gathered from their lists
//
// A value flows once: text → goldmark's tree → one run of HTML with holes ([piece]) where targets differ: link
// addresses, citation marks, ids, heading levels, paragraph numbers, void elements. Every [book.Body] of a page
// is a window on that run, so an event shares its bytes with the section it stands in. Rendering walks the
// window and fills the holes.
//
//	p := markdown.New()
//	text, diags := p.Parse(diag.NewSource("content/notes/risk.md", file), 42, markdown.Options{Kind: book.Note, ID: "risk"})
//	text.Sections[0].Body.Render(w, target)
//
// A locator that counts no paragraphs ("p. 33") stays as words behind the mark of the source. An id alone in the text
// is a citation when it could be that of a source ([book.Citation].Bare); e-mail addresses and handles are words. The
// fences of divisions are dropped, and so is "::: {#refs}" with the heading over it, pandoc's place of the
// bibliography: the book has its own.
//
// Who checks the wording of a page gets its running text, with the place of every word, through Options.Prose.
//
// Nothing an author wrote is lost: malformed markup stays as plain text, with a diagnostic. Diagnostics are
// bad-citation, page-locator, bad-link, bad-date, bad-event-id, unknown-alert, image-alt, unsafe-url and raw-html-removed. Raw HTML is
// sanitised, and printed as text in an article. Blocks nest a hundred deep, inline markup sixty-four; what is
// deeper is text.
package markdown

import (
	"sync"

	"github.com/microcosm-cc/bluemonday"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"

	"briefbook/generator/internal/book"
	"briefbook/generator/internal/diag"
	"briefbook/generator/internal/highlight"
)

// Options says what page a body belongs to.
type Options struct {
	Kind     book.Kind
	ID       book.ID
	Title    string // a level-1 heading that opens the body and repeats it is dropped
	Language string // of the book, for dates and labels: "en" (the default), "de", "ko"

	// Prose is given the running text of the page before Parse returns; nil when nobody reads it.
	Prose func(*book.Prose)
}

// A Parser reads bodies. It holds what is dear to make and nothing about any page; it is safe for concurrent use.
type Parser struct {
	grammar parser.Parser
	painter *highlight.Painter
	policy  func() *bluemonday.Policy
	desks   sync.Pool // of *desk
}

// New returns a Parser. It costs microseconds: the sanitiser and the highlighter are made when first needed.
func New() *Parser {
	return &Parser{
		grammar: grammar(),
		painter: highlight.New(),
		policy:  sync.OnceValue(policy),
		desks:   sync.Pool{New: func() any { return new(desk) }},
	}
}

// Parse reads the body of a page: src.Text from byte body on. Places are given in the whole of src. The text
// keeps src alive only when it holds a fact with a place.
func (p *Parser) Parse(src *diag.Source, body int, o Options) (*book.Text, []diag.Diagnostic) {
	d := p.desks.Get().(*desk)
	defer p.desks.Put(d)
	d.clear(src.Text[body:])
	r := &reading{Context: parser.NewContext(), src: src, base: body, plain: o.Kind == book.Article}
	tree := p.grammar.Parse(text.NewReader(d.source), parser.WithContext(r))
	c := &conversion{
		Parser: p, Options: o, reading: r, desk: d, page: &page{}, text: &book.Text{},
	}
	c.document(tree)
	if o.Prose != nil {
		o.Prose(c.readProse(tree))
	}
	return c.finish(), r.diags
}
