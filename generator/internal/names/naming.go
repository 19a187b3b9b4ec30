package names

import (
	"cmp"
	"strconv"
	"strings"

	"briefbook/generator/internal/book"
)

// Question is a name on a page of which the author should say whose it is.
type Question struct {
	On      book.ID
	Para    int    // paragraph of a source's text, from 1; 0 elsewhere
	Section string // of a text of the book's own
	Words   string
	Holders []book.ID
	Others  bool // somebody without an entry bears the name too
}

// piece is a paragraph of a text with its place on the page.
type piece struct {
	text    string
	para    int
	section string
	anchor  string
}

// InOriginal lists who and what a source's text names: in its title (paragraph 0) and its paragraphs. Of equal
// mentions in one paragraph only the first is listed.
func (g *Gazetteer) InOriginal(on book.Head, o *book.Original) ([]book.Naming, []Question) {
	pieces := make([]piece, 0, len(o.Paragraphs)+1)
	title := o.Title.Text
	if title == "" && !on.Made {
		title = on.Title
	}
	pieces = append(pieces, piece{text: title})
	for i, text := range o.Paragraphs {
		pieces = append(pieces, piece{text: text, para: i + 1, anchor: "p" + strconv.Itoa(i+1)})
	}
	return g.namings(on, pieces)
}

// InText lists who and what a page's own text names, section by section: a chapter, a note, the digest of a source, the
// text of an entry (itself excepted). Of equal mentions in one place only the first is listed.
func (g *Gazetteer) InText(on book.Head, t *book.Text) ([]book.Naming, []Question) {
	var pieces []piece
	if on.Kind == book.Chapter || on.Kind == book.Note {
		pieces = append(pieces, piece{text: on.Title})
	}
	gathered := map[book.SectionRole][]string{}
	for _, k := range t.Points {
		gathered[book.KeyPoints] = append(gathered[book.KeyPoints], k.Plain)
	}
	for _, e := range t.Events {
		gathered[book.ChronologyList] = append(gathered[book.ChronologyList], e.Plain)
	}
	for _, q := range t.Questions {
		gathered[book.OpenQuestions] = append(gathered[book.OpenQuestions], q.Plain)
	}
	for _, s := range t.Sections {
		p := piece{section: s.Title, anchor: s.ID}
		if on.Kind == book.Article {
			p.section, p.anchor = cmp.Or(s.Title, "Digest"), "at-digest"
		}
		put := func(text string) {
			p.text = text
			pieces = append(pieces, p)
		}
		put(s.Title)
		if s.Body != nil {
			for line := range strings.SplitSeq(s.Body.Text(), "\n") {
				put(line)
			}
		}
		for _, text := range gathered[s.Role] {
			put(text)
		}
		delete(gathered, s.Role)
	}
	for _, role := range [...]book.SectionRole{book.KeyPoints, book.ChronologyList, book.OpenQuestions} {
		for _, text := range gathered[role] { // gathered from elsewhere than a section of its own
			pieces = append(pieces, piece{text: text})
		}
	}
	if t.Footnotes != nil {
		pieces = append(pieces, piece{text: t.Footnotes.Text()})
	}
	return g.namings(on, pieces)
}

// namings finds what pieces of one page name.
func (g *Gazetteer) namings(on book.Head, pieces []piece) ([]book.Naming, []Question) {
	text := make([]string, len(pieces))
	for i, p := range pieces {
		text[i] = p.text
	}
	mentions, open := g.Find(text)
	list := make([]book.Naming, 0, len(mentions))
	seen := make(map[book.Naming]bool, len(mentions))
	for _, m := range mentions {
		if m.Entry == on.ID {
			continue
		}
		p := &pieces[m.Para]
		n := book.Naming{Entry: m.Entry, Para: p.para, Section: p.section, Anchor: p.anchor, Class: m.Class, Reading: m.Reading,
			Words: strings.Clone(strings.Join(strings.Fields(p.text[m.Start:m.End]), " "))}
		if seen[n] {
			continue
		}
		seen[n] = true
		n.On = on
		list = append(list, n)
	}
	var questions []Question
	asked := map[string]bool{}
	for _, o := range open {
		if asked[o.Words] {
			continue // once for a page is enough
		}
		asked[o.Words] = true
		p := &pieces[o.Para]
		questions = append(questions, Question{On: on.ID, Para: p.para, Section: p.section, Words: o.Words, Holders: o.Holders, Others: o.Others})
	}
	return list, questions
}
