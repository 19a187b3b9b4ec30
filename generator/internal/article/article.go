// Package article turns a captured text into the paragraphs of an article, what is known about it, and a
// receipt for everything set aside. It owns the rules that tell an article from what a web site puts around
// it; it refuses to guess, to correct, and to lose a character.
//
// A text flows through in one direction, each step a small rule with a name:
//
//	decode    bytes to text: UTF-8, UTF-16, Windows-1252, a page's own charset; anything else is flagged
//	split     lines, paragraphs that were wrapped, or the block elements of a page to blocks, each with its lines
//	override  what a person decided about lines: see [ReadLines]
//	heads     what scrapers and agencies put before a text: "date 2021-07-29", a ticker, a domain (peel_*.go)
//	wiremarks the signs agencies put around lines: "^Ferry strike ends<"
//	rights    "© 2019 …"; labels: "HEADLINE: …", "PD 4 March 2019"; addresses: "Source: https://…"
//	notices   what speaks of the site: first the block rules (a letter to readers, a paywall, comments, "Related
//	          content"), then the line rules (a share bar, a caption, "Read more: …", "© …"), a file each
//	header    masthead, section, byline, agency line, timestamp, reading time (head_*.go); then the title
//	datelines "SEOUL (Agency) - " before the first words; signoffs: "With inputs from …" behind the last
//	repeats   a lead printed twice is kept once; the running heads of printed pages, the teasers of a front page or a list
//	          of results, and lines that a page prints large beside the paragraph they are taken from are set aside
//	prose     the paragraphs: ten words and a sentence end, within the best contiguous run; there also short
//	          sentences and the items of lists. A short line alone between two paragraphs is a heading
//	letterhead an institution that stands above its own release is its publisher
//	damage    broken characters, cut sentences, open quotations: marked where they stand, never mended
//
// A page of HTML is read in its own way (html*.go) before the rules from rights to repeats see it:
//
//	grow      tokens to a tree that holds every text once and in order, however broken the page
//	declare   what the page says of itself: JSON-LD, meta elements, microdata, each value with its place
//	weigh     areas that can hold no article: menus, footers, forms, captions, what is hidden
//	chosen    the main text: go-readability answers, and of its answer only the places count
//	rules     a file each, for what it cannot know: class names, a page of many posts, the articleBody of JSON-LD
//	          as a witness, quotations and headings it lost, lists of links, standfirsts, what follows the body
//	title     the heading that the page declares; " | Site" is cut only where that is the publisher
//	around    lines beside title and text that were left out, read for who wrote it and when
//	names     the site's: two places must show it, or one that is made for it; the maker of its tools is none
//	nothing   a list, a wall, a check, a notice that the article is gone: no text, no title, nobody's day
//	dates     days one apart agree; where others contradict, one that weighs twice as much as the next counts
//
// There is no text in scripts and styles; text that is hidden is set aside as "hidden", for what a script would
// show is not known. A page too large or too deep for the library is read without it.
//
// What a rule takes goes to a [book.Receipt] with a stable reason, and may still say who published the text
// and when. Always: paragraphs + headings + title + receipts = every non-blank character of the text; for a page of
// HTML, of the text a reader could see. Marks of Markdown and its front matter have receipts too.
//
// A value that the text does not state stays unknown; so does one that it states in two ways, and then the basis
// lists both. A date that may be read with day or month first counts when another date, a weekday, a dateline or
// the text's address decides. Names stand as they are printed, but those in capitals throughout as they are
// usually written. A lesser word (an appeal to subscribe, the firm that owns a newspaper, a domain) is heard where
// there is no better one:
//
//	o := article.Clean([]byte(" date 2019-03-04 Ferry line reopens after storm repairs\n\n…"), "ferry.txt")
//	o.Date      // {2019-03-04, "scraper date prefix, line 1"}
//	o.Publisher // {"", ""}
//
// Time is linear in the length of the text.
package article

import (
	"crypto/sha256"
	"encoding/hex"
	"path"
	"slices"
	"strings"

	"briefbook/generator/internal/book"
)

// Clean cleans the captured text raw; name is its file name, whose extension tells HTML and Markdown from plain
// text. over is the word of a person, which goes before every rule; the zero Lines says nothing. The result is
// never nil; what could not be made out is empty and flagged.
func Clean(raw []byte, name string, over Lines) *book.Original {
	sum := sha256.Sum256(raw)
	digest := hex.EncodeToString(sum[:])
	p := &page{over: over.of(digest)}
	if len(p.over.Keep)+len(p.over.Drop) == 0 && len(over.Keep)+len(over.Drop) > 0 {
		p.flag(FlagOverrideIgnored)
	}
	p.clean(raw, name)
	o := p.original()
	o.SHA256, o.Size = digest, len(raw)
	return o
}

func (p *page) clean(raw []byte, name string) {
	switch strings.ToLower(path.Ext(name)) {
	case ".html", ".htm", ".xhtml":
		p.readHTML(p.decode(raw, true))
	case ".md", ".markdown":
		p.readMarkdown(p.decode(raw, false))
	default:
		p.readText(p.decode(raw, false))
	}
	list := rules
	if p.page {
		list = pageRules
	}
	for _, r := range list {
		r.apply(p)
	}
}

// page is a text on its way through the rules.
type page struct {
	blocks   []block
	peeled   []book.Receipt // beginnings of blocks that were set aside
	flags    []string
	language string
	page     bool     // of HTML
	over     Lines    // what a person decided
	declared declared // by a page

	title     book.Value
	dates     []found
	updates   []found // of the last change
	agencies  []found
	bylines   []found
	publisher []found
	places    []found
	urls      []found
	rights    string // the first line about them

	// What is known less directly, and counts where nothing above is known.
	unclear []stamped // numeric dates whose day and month may be exchanged
	filed   []stamped // dates of datelines
	above   []found   // bare dates above the title: of the day, or of the visit
	days    [][2]int  // month and day of datelines without a year
	orders  []order   // that numeric dates prove
	doubts  []string  // flags about the date
	inputs  []found   // agencies whose work went into the text
	signers []found   // names behind the text
	appeals []found   // the publisher, as it asks for something
	holders []found   // companies that own the text
	domains []found   // of the publisher
	hints   []found   // names that may be the publisher's
}

// found is a value with what it rests on.
type found struct{ value, basis string }

// original gathers what the rules have made of the text.
func (p *page) original() *book.Original {
	date, changed := p.published()
	o := &book.Original{
		Title:     p.title,
		Publisher: p.publishedBy(),
		Agency:    firstAgreed(p.agencies, p.inputs),
		Byline:    p.writtenBy(),
		Date:      date,
		Updated:   changed,
		Dateline:  agreed(p.places),
		URL:       agreed(p.urls),

		RightsHint: p.rights,
		Language:   p.language,
		Receipts:   p.receipts(),
	}
	for i := range p.blocks {
		switch b := &p.blocks[i]; b.role {
		case body:
			o.Paragraphs = append(o.Paragraphs, b.text)
		case crosshead:
			o.Headings = append(o.Headings, book.Heading{Before: len(o.Paragraphs) + 1, Text: b.text})
		}
	}
	p.damage(o)
	o.Body = set(o)
	p.flagUnknown(o)
	slices.Sort(p.flags)
	o.Flags = slices.Compact(p.flags)
	slices.Sort(p.doubts)
	o.DateFlags = slices.Compact(p.doubts)
	return o
}

// receipts lists what was set aside in the order of the text. Neighbours with one reason are one receipt.
func (p *page) receipts() []book.Receipt {
	out := p.peeled // before the block they were peeled off
	for i := 0; i < len(p.blocks); {
		first, text := &p.blocks[i], []string(nil)
		last := first
		for i < len(p.blocks) && p.blocks[i].role == gone && p.blocks[i].reason == first.reason {
			last = &p.blocks[i]
			text = append(text, last.text)
			i++
		}
		if text == nil {
			i++
			continue
		}
		out = append(out, book.Receipt{First: first.first, Last: last.last, Reason: first.reason, Text: strings.Join(text, "\n")})
	}
	slices.SortStableFunc(out, func(a, b book.Receipt) int { return a.First - b.First })
	return out
}

func (p *page) flag(word string) { p.flags = append(p.flags, word) }
