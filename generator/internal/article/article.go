// Package article turns a captured text into the paragraphs of an article, what is known about it, and a
// receipt for everything set aside. It owns the rules that tell an article from what a web site puts around
// it; it refuses to guess, to correct, and to lose a character.
//
// A text flows through in one direction, each step a small rule with a name:
//
//	decode    bytes to text: UTF-8, UTF-16, Windows-1252, a page's own charset; anything else is flagged
//	split     lines (or the block elements of a page) to blocks, each with its lines of the original
//	heads     what scrapers and agencies put before a text: "date 2021-07-29", a ticker, a domain
//	notices   a letter to readers, a paywall, "Related content", a disclaimer
//	header    byline, agency line, timestamp, reading time; then the title
//	datelines "SEOUL (Agency) - " before the first words
//	repeats   a lead printed twice is kept once
//	prose     the paragraphs: ten words and a sentence end, within the best contiguous run
//
// What a rule takes goes to a [book.Receipt] with a stable reason, and may still say who published the text
// and when. Always: paragraphs + title + receipts = every non-blank character of the text; for a page of
// HTML, of the text a reader could see. A value that the text does not state stays unknown:
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
	o.SHA256 = digest
	return o
}

func (p *page) clean(raw []byte, name string) {
	switch strings.ToLower(path.Ext(name)) {
	case ".html", ".htm", ".xhtml":
		p.readHTML(p.decode(raw, true))
	default:
		p.readText(p.decode(raw, false))
	}
	for _, r := range rules {
		r.apply(p)
	}
}

// page is a text on its way through the rules.
type page struct {
	blocks   []block
	peeled   []book.Receipt // beginnings of blocks that were set aside
	flags    []string
	language string
	page     bool  // of HTML
	over     Lines // what a person decided

	title     book.Value
	dates     []found
	agencies  []found
	bylines   []found
	publisher []found
	places    []found
}

// found is a value with what it rests on.
type found struct{ value, basis string }

// original gathers what the rules have made of the text.
func (p *page) original() *book.Original {
	o := &book.Original{
		Title:     p.title,
		Publisher: agreed(p.publisher),
		Agency:    agreed(p.agencies),
		Byline:    listed(p.bylines),
		Date:      agreed(p.dates),
		Dateline:  agreed(p.places),
		Language:  p.language,
		Receipts:  p.receipts(),
	}
	for i := range p.blocks {
		if p.blocks[i].role == body {
			o.Paragraphs = append(o.Paragraphs, p.blocks[i].text)
		}
	}
	o.Body = set(o)
	p.flagUnknown(o)
	slices.Sort(p.flags)
	o.Flags = slices.Compact(p.flags)
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
