package site

import (
	"html/template"
	"slices"
	"strings"

	"briefbook/generator/internal/book"
	"briefbook/generator/internal/figure"
)

// Figure is a drawing with its caption.
type Figure struct {
	Title   string
	Numeral string
	Href    string // of the chapter it draws, "" on the chapter's own page
	SVG     template.HTML
	Caption string
}

// panel is the events of one page, ready to be drawn.
func (s *sheet) panel(on book.Head, marks []figure.Mark) figure.Panel {
	return figure.Panel{ID: "figure-" + string(on.ID), Title: "Chronology: " + on.Title, Language: s.info.Language, Events: marks}
}

func draw(p figure.Panel, title string) Figure {
	return Figure{Title: title, SVG: template.HTML(figure.Chronology(p)), Caption: figure.Caption(p)}
}

// legend is what the captions of several figures say, each sentence once. The figures lose their own.
func legend(figures []Figure) string {
	var said []string
	for i := range figures {
		for _, sentence := range strings.SplitAfter(figures[i].Caption, ". ") {
			if sentence = strings.TrimSpace(sentence); sentence != "" && !slices.Contains(said, sentence) {
				said = append(said, sentence)
			}
		}
		figures[i].Caption = ""
	}
	return strings.Join(said, " ")
}

// panels draws one figure for each chapter that, with its notes, tells events; compact ones have neither words nor
// links. An event is drawn once in a chapter, and in every chapter that tells it; a plan is drawn beside what came of it.
func (s *sheet) panels(chapters []book.ChapterHead, all []book.Joined, compact bool) []Figure {
	at := places(chapters)
	marks := make([][]figure.Mark, len(chapters))
	for _, j := range all {
		s.draws(marks, at, append([]book.Dated{j.Dated}, j.Also...))
		s.draws(marks, at, j.Plans)
	}
	var list []Figure
	for i, c := range chapters {
		panel := s.panel(c.Head, marks[i])
		panel.From, panel.To, panel.Compact = c.From, c.To, compact
		f := draw(panel, c.Title)
		if f.SVG == "" {
			continue
		}
		f.Numeral, f.Href = ordinal(c.Number), s.href(c.Head)
		list = append(list, f)
	}
	return list
}

// draws marks an event in every chapter that tells it, as the first telling in that chapter does.
func (s *sheet) draws(marks [][]figure.Mark, at map[book.ID]int, told []book.Dated) {
	for n, d := range told {
		i, filed := at[chapterOf(d.On)]
		known := func(o book.Dated) bool { return chapterOf(o.On) == chapterOf(d.On) }
		if !filed || slices.ContainsFunc(told[:n], known) {
			continue
		}
		marks[i] = append(marks[i], figure.Mark{Date: d.Date, State: d.State, Label: d.Plain, Href: s.teller(d).Href})
	}
}

// chapterOf is the chapter that a page is or is filed under, "" for none.
func chapterOf(h book.Head) book.ID {
	if h.Kind == book.Chapter {
		return h.ID
	}
	return h.Chapter
}

// places numbers the chapters from 0.
func places(chapters []book.ChapterHead) map[book.ID]int {
	at := make(map[book.ID]int, len(chapters))
	for i, c := range chapters {
		at[c.ID] = i
	}
	return at
}
