package generator

import (
	"bytes"
	"context"
	"errors"
	"path"
	"slices"
	"strings"
	"sync"
	"unicode"

	"briefbook/generator/internal/book"
	"briefbook/generator/internal/capture"
	"briefbook/generator/internal/diag"
	"briefbook/generator/internal/evidence"
	"briefbook/generator/internal/gate"
	"briefbook/generator/internal/memo"
)

// errLeak says that the book holds words that may not be published.
var errLeak = errors.New("words that may not be published")

func isLeak(d Diagnostic) bool { return d.Code == "leak" && d.Level == Error }

// A guard passes every file of a public edition through the gate while it is written.
type guard struct {
	index    *gate.Index
	declared *gate.Declared

	mu    sync.Mutex
	found []found
}

// guard makes the guard of a build; nil when there is nothing to keep in.
func (s *steps) guard(r *memo.Run) *guard {
	if s.edition != book.Public {
		return nil
	}
	x := memo.Get(r, s.guardedKey(), s.guarded)
	if x.Index == nil {
		return nil
	}
	g := &guard{index: x.Index, declared: &gate.Declared{}}
	s.cards(r, func(c declaring) {
		for _, w := range c.words {
			g.declared.AddWords(w)
		}
	})
	for _, c := range memo.Get(r, s.quotedKey(), s.quoted).all {
		if evidence.Words(c.Words) <= longestQuotation {
			g.declared.Add(c.Words)
		}
	}
	s.licensedTexts(r, func(text string) {
		for _, run := range g.scan("", []byte(text)) { // what another source may be published with
			g.declared.Add(text[run.Start:run.End])
		}
	})
	return g
}

// licensedTexts gives the texts of the sources that may be published in full.
func (s *steps) licensedTexts(r *memo.Run, yield func(string)) {
	byID := memo.Get(r, s.treeKey(), s.tree).byID
	s.order(r).All(func(h book.Head) bool {
		f := byID[h.ID]
		if h.Kind != book.Article || s.allowed(r, f) != "full" {
			return true
		}
		if text := s.sourceText(r, f, memo.Get(r, s.readKey(f), s.read(f))); text != nil {
			yield(strings.Join(text.Paragraphs, "\n\n"))
		}
		return true
	})
}

func (g *guard) scan(name string, data []byte) []gate.Run {
	s := g.index.Scan(name, g.declared)
	_, _ = s.Write(data) // a scanner takes everything
	return s.Close()
}

// over lets a file go to its output past the gate.
func (g *guard) over(file book.File, lib book.Library, out output) output {
	if g == nil {
		return out
	}
	return &gated{output: out, g: g, file: file, lib: lib, scan: g.index.Scan(file.Path, g.declared)}
}

// gated is an output file on its way through the gate.
type gated struct {
	output
	g    *guard
	file book.File
	lib  book.Library
	scan *gate.Scanner
}

// Write implements io.Writer.
func (o *gated) Write(p []byte) (int, error) {
	_, _ = o.scan.Write(p)
	return o.output.Write(p)
}

// Close ends the file. Only of one that holds such words are they looked at again: it is made a second time.
func (o *gated) Close() error {
	runs := o.scan.Close()
	if book.IsDocument(o.file.Path) {
		runs = append(runs, o.document()...)
	}
	runs = slices.DeleteFunc(runs, func(r gate.Run) bool { return r.Words < gate.Warn })
	if len(runs) > 0 {
		var again bytes.Buffer
		if err := o.file.Write(&again, o.lib); err != nil {
			return err
		}
		o.g.mu.Lock()
		for _, run := range runs {
			in := again.Bytes()
			if run.InPath {
				in = []byte(o.file.Path)
			}
			text := ""
			if run.End <= int64(len(in)) {
				text = gate.Excerpt(in[run.Start:run.End], longestExcerpt)
			}
			o.g.found = append(o.g.found, found{run, o.file.Path, text})
		}
		o.g.mu.Unlock()
	}
	return o.output.Close()
}

// document looks into a PDF or Word file, whose text is packed.
func (o *gated) document() []gate.Run {
	var whole bytes.Buffer
	if err := o.file.Write(&whole, o.lib); err != nil {
		return nil
	}
	doc, err := capture.Text(context.Background(), whole.Bytes(), path.Base(o.file.Path))
	if err != nil {
		return nil
	}
	runs := o.g.scan("", []byte(doc.Text))
	for i := range runs { // their place is in the text, not in the file
		runs[i].Start, runs[i].End = 0, 0
	}
	return runs
}

// mostPlaces is how many files are named that have the same words.
const mostPlaces = 3

// report tells of what was found in files, once for the same words, and not of what was told of the content already.
func (g *guard) report(s *steps, known []found) []Diagnostic {
	if g == nil {
		return nil
	}
	slices.SortFunc(g.found, func(a, b found) int { return strings.Compare(a.path, b.path) })
	type place struct {
		first found
		more  []string
	}
	var places []*place
	for _, f := range g.found {
		if slices.ContainsFunc(known, f.sameAs) {
			continue
		}
		i := slices.IndexFunc(places, func(p *place) bool { return f.sameAs(p.first) })
		switch {
		case i < 0:
			places = append(places, &place{first: f})
		case !slices.Contains(places[i].more, f.path) && f.path != places[i].first.path:
			places[i].more = append(places[i].more, f.path)
		}
	}
	list := make([]Diagnostic, 0, len(places))
	for _, p := range places {
		d := s.leak(diag.NewSource(p.first.path, "").Whole(), p.first.run)
		hint := "say it in your own words"
		if p.first.text != "" {
			hint = "“" + p.first.text + "”"
		}
		if n := len(p.more); n > 0 {
			hint += "; also in " + strings.Join(p.more[:min(n, mostPlaces)], ", ")
			if n > mostPlaces {
				hint += " and " + book.Count(n-mostPlaces, "more file", "more files")
			}
		}
		list = append(list, d.WithHint("%s", hint))
	}
	return list
}

// sameAs reports whether two runs are the same words of the same source, or the one is part of the other.
func (f found) sameAs(other found) bool {
	if f.run.Source != other.run.Source {
		return false
	}
	a, b := bare(f.text), bare(other.text)
	return a != "" && b != "" && (strings.Contains(a, b) || strings.Contains(b, a))
}

// bare is a text without anything but letters and digits.
func bare(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, text)
}
