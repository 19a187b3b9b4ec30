package names

import (
	"cmp"
	"strconv"
	"strings"
	"unicode/utf8"

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
// mentions in one paragraph only the first is listed. The words of the text are added to words.
func (g *Gazetteer) InOriginal(on book.Head, o *book.Original, words *Capitals) ([]book.Naming, []Question) {
	pieces := make([]piece, 0, len(o.Paragraphs)+1)
	title := o.Title.Text
	if title == "" && !on.Made {
		title = on.Title
	}
	pieces = append(pieces, piece{text: title})
	for i, text := range o.Paragraphs {
		pieces = append(pieces, piece{text: text, para: i + 1, anchor: "p" + strconv.Itoa(i+1)})
	}
	return g.namings(on, pieces, words)
}

// InText lists who and what a page's own text names, section by section: a chapter, a note, the digest of a source, the
// text of an entry (itself excepted). Of equal mentions in one place only the first is listed.
func (g *Gazetteer) InText(on book.Head, t *book.Text, words *Capitals) ([]book.Naming, []Question) {
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
	return g.namings(on, pieces, words)
}

// told is what makes two mentions equal.
type told struct {
	entry   book.ID
	words   string
	piece   int32 // the first of its place
	class   book.NameClass
	reading book.Reading
}

// namings finds what pieces of one page name. Words of a mention may be a part of a piece's text.
func (g *Gazetteer) namings(on book.Head, pieces []piece, words *Capitals) ([]book.Naming, []Question) {
	text := make([]string, len(pieces))
	for i, p := range pieces {
		text[i] = p.text
		words.Add(p.text)
	}
	mentions, open := g.Find(text)
	if len(mentions)+len(open) == 0 {
		return nil, nil
	}
	first := places(pieces)
	list := make([]book.Naming, 0, len(mentions))
	seen := make(map[told]struct{}, len(mentions))
	for _, m := range mentions {
		if m.Entry == on.ID {
			continue
		}
		p := &pieces[m.Para]
		t := told{m.Entry, spaced(p.text[m.Start:m.End]), first[m.Para], m.Class, m.Reading}
		if _, ok := seen[t]; ok {
			continue
		}
		seen[t] = struct{}{}
		list = append(list, book.Naming{Entry: t.entry, On: on, Para: p.para, Section: p.section, Anchor: p.anchor, Words: t.words, Class: t.class, Reading: t.reading})
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

// places gives for each piece the first one of the same place.
func places(pieces []piece) []int32 {
	first := make([]int32, len(pieces))
	type place struct{ section, anchor string }
	known := map[place]int32{}
	for i := range pieces {
		p := &pieces[i]
		first[i] = int32(i)
		if p.para > 0 {
			continue // each is a place of its own
		}
		at := place{p.section, p.anchor}
		if k, ok := known[at]; ok {
			first[i] = k
		} else {
			known[at] = int32(i)
		}
	}
	return first
}

// spaced is a name with single spaces between its words.
func spaced(name string) string {
	for i := 0; i < len(name); i++ {
		if c := name[i]; c < ' ' || c >= utf8.RuneSelf || c == ' ' && i+1 < len(name) && name[i+1] == ' ' {
			return strings.Join(strings.Fields(name), " ")
		}
	}
	return name
}
