package generator

import (
	"bytes"
	"context"
	"errors"
	"fmt"
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

	static []string // paths of files that are copied

	mu     sync.Mutex
	found  []found
	unread []unread
}

// unread is a file that the gate cannot look into.
type unread struct {
	path string
	err  error
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
	g := &guard{index: x.Index, declared: &gate.Declared{}, static: memo.Get(r, s.treeKey(), s.tree).Static}
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
	_, static := slices.BinarySearch(g.static, file.Path)
	return &gated{output: out, g: g, file: file, lib: lib, scan: g.index.Scan(file.Path, g.declared), keeps: static}
}

// gated is an output file on its way through the gate.
type gated struct {
	output
	g     *guard
	file  book.File
	lib   book.Library
	scan  *gate.Scanner
	keeps bool   // it is looked into: what it holds may be packed
	held  []byte // its bytes, then, as far as they may be looked into
	size  int
}

// Write implements io.Writer.
func (o *gated) Write(p []byte) (int, error) {
	_, _ = o.scan.Write(p)
	if o.keeps {
		o.held = append(o.held, p[:min(len(p), gate.MostPacked-len(o.held))]...)
		o.size += len(p)
	}
	return o.output.Write(p)
}

// Close ends the file. Only of one that holds such words are they looked at again: it is made a second time.
func (o *gated) Close() error {
	runs := worthALook(o.scan.Close())
	if len(runs) > 0 {
		var again bytes.Buffer
		if err := o.file.Write(&again, o.lib); err != nil {
			return err
		}
		o.find(o.file.Path, runs, again.Bytes())
	}
	if book.IsDocument(o.file.Path) {
		o.document()
	}
	if o.keeps {
		o.inside()
		o.held = nil
	}
	return o.output.Close()
}

// worthALook leaves out the runs that are too short.
func worthALook(runs []gate.Run) []gate.Run {
	return slices.DeleteFunc(runs, func(r gate.Run) bool { return r.Words < gate.Warn })
}

// find notes runs in a text of a name.
func (o *gated) find(name string, runs []gate.Run, text []byte) {
	o.g.mu.Lock()
	defer o.g.mu.Unlock()
	for _, run := range runs {
		in := text
		if run.InPath {
			in = []byte(name)
		}
		shown := ""
		if run.End <= int64(len(in)) {
			shown = gate.Excerpt(in[run.Start:run.End], longestExcerpt)
		}
		o.g.found = append(o.g.found, found{run, o.file.Path, shown})
	}
}

// inside looks into what a file holds in packed form. One that is too large for that is only spoken of when it is packed.
func (o *gated) inside() {
	if o.size > len(o.held) {
		if gate.IsPacked(o.held) {
			o.unread(fmt.Errorf("%w: it is larger than %d MB", gate.ErrPacked, gate.MostPacked>>20))
		}
		return
	}
	err := gate.Unpack(o.file.Path, o.held, func(inner string, text []byte) {
		o.find(inner, worthALook(o.g.scan(inner, text)), text)
	})
	if err != nil {
		o.unread(err)
	}
}

func (o *gated) unread(err error) {
	o.g.mu.Lock()
	defer o.g.mu.Unlock()
	o.g.unread = append(o.g.unread, unread{o.file.Path, err})
}

// document looks into a PDF or Word file, whose text is packed.
func (o *gated) document() {
	var whole bytes.Buffer
	if err := o.file.Write(&whole, o.lib); err != nil {
		return
	}
	doc, err := capture.Text(context.Background(), whole.Bytes(), path.Base(o.file.Path))
	if err != nil {
		return
	}
	text := []byte(strings.Join([]string{doc.Info.Title, doc.Info.Author, doc.Text}, "\n\n"))
	o.find("", worthALook(o.g.scan("", text)), text)
}

// mostPlaces is how many files are named that have the same words.
const mostPlaces = 3

// report tells of what was found in files, once for the same words, and not of what was told of the content already.
func (g *guard) report(s *steps, known []found) []Diagnostic {
	if g == nil {
		return nil
	}
	slices.SortStableFunc(g.found, func(a, b found) int { return strings.Compare(a.path, b.path) })
	type place struct {
		first found
		more  []string
	}
	var places []*place
	for _, f := range g.found {
		if slices.ContainsFunc(known, func(k found) bool { return f.sameAs(k) && (k.run.Fails() || !f.run.Fails()) }) {
			continue
		}
		i := slices.IndexFunc(places, func(p *place) bool { return f.sameAs(p.first) })
		switch {
		case i < 0:
			places = append(places, &place{first: f})
		case f.path == places[i].first.path: // read in another way it may be longer
			if f.run.Words > places[i].first.run.Words {
				places[i].first = f
			}
		case f.run.Fails() && !places[i].first.run.Fails():
			places[i].more = append(places[i].more, places[i].first.path)
			places[i].first = f
		case !slices.Contains(places[i].more, f.path):
			places[i].more = append(places[i].more, f.path)
		}
	}
	list := g.sealed()
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

// sealed tells of the files that could not be looked into.
func (g *guard) sealed() []Diagnostic {
	slices.SortFunc(g.unread, func(a, b unread) int { return strings.Compare(a.path, b.path) })
	list := make([]Diagnostic, 0, len(g.unread))
	for _, u := range g.unread {
		list = append(list, diag.Warnf(diag.NewSource(u.path, "").Whole(), "gate-packed", "the rights gate does not know what this file holds: %v", u.err).
			WithHint("publish it unpacked, or in smaller parts"))
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
