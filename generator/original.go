package generator

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"path"
	"slices"
	"strings"

	"briefbook/generator/internal/article"
	"briefbook/generator/internal/book"
	"briefbook/generator/internal/diag"
	"briefbook/generator/internal/intake"
	"briefbook/generator/internal/memo"
)

// captured is a cleaned original, or none.
type captured struct {
	*book.Original
	moved []article.Moved // where the paragraphs that the card records stand now; nil when all are in place
	sum   memo.Sum
}

func (c captured) Sum() memo.Sum { return c.sum }

func (s *steps) originalKey(f intake.File) memo.Key {
	return memo.Key{Kind: kindOriginal, Name: f.Path}
}

// original cleans the captured text of a source, if it is at hand.
func (s *steps) original(r *memo.Run, id book.ID) captured {
	f, ok := s.file(r, id)
	if !ok || f.Kind != book.Article {
		return captured{}
	}
	if f.Raw {
		p := memo.Get(r, s.readKey(f), s.read(f))
		return captured{Original: p.original, sum: p.sum}
	}
	if s.meta(r, f).Card.Original == "" {
		return captured{}
	}
	return memo.Get(r, s.originalKey(f), func(r *memo.Run) captured {
		m := s.meta(r, f)
		if m.Card.Original == "" { // it had one when somebody asked first
			return captured{}
		}
		c, err := clean(r, path.Join("originals", m.Card.Original), m.Card.Original)
		if err != nil {
			if _, none := r.ReadDir("originals"); none == nil || s.edition == book.Public { // else all are missing: said once
				r.Report(s.absent(m, err)...)
			}
			return captured{}
		}
		c.File = captureRoute(f.ID, m.Card.Original)
		return compared(r, m, c)
	})
}

func (s *steps) meta(r *memo.Run, f intake.File) *book.Meta {
	return memo.Part(r, s.readKey(f), s.read(f), metaPart, (*page).Meta)
}

// errNoText says that the text of a captured document is not beside it.
var errNoText = errors.New("its text is not beside it")

// clean reads a captured file and cleans it by the rules and by what a person decided about its lines. name is its
// name for messages; SHA256 is that of the captured file, not of the text taken out of it.
func clean(r *memo.Run, file, name string) (captured, error) {
	data, err := r.ReadFile(file)
	if err != nil {
		return captured{}, err
	}
	raw, document := data, book.IsDocument(file)
	if document {
		file, name = file+book.TextExt, name+book.TextExt
		if raw, err = r.ReadFile(file); err != nil {
			return captured{}, fmt.Errorf("%w: %s", errNoText, path.Base(name))
		}
	}
	over, decided := override(r, file)
	o := article.Clean(raw, name, over)
	r.Report(followed(file, over, o, raw)...)
	sum := memo.SumOf(fmt.Append(nil, o.SHA256, name, decided))
	if document {
		whole := sha256.Sum256(data)
		o.SHA256, o.Size = hex.EncodeToString(whole[:]), len(data)
	}
	return captured{Original: o, sum: sum}, nil
}

// override reads what a person decided about a captured text, if there is such a file beside it.
func override(r *memo.Run, file string) (over article.Lines, text string) {
	data, err := r.ReadFile(file + book.LinesExt)
	if err != nil {
		return article.Lines{}, ""
	}
	text = string(data)
	over, diags := article.ReadLines(diag.NewSource(file+book.LinesExt, text))
	r.Report(diags...)
	return over, text
}

// followed tells what of the decided lines was not followed: those for another text, and those behind its end.
func followed(file string, over article.Lines, o *book.Original, raw []byte) []diag.Diagnostic {
	at := diag.NewSource(file+book.LinesExt, "").Whole()
	if slices.Contains(o.Flags, article.FlagOverrideIgnored) {
		return []diag.Diagnostic{diag.Errorf(at, "lines-ignored", "it was written for another text and is not followed").
			WithHint("look at the lines again; then write sha256: %s", o.SHA256)}
	}
	last, end := 0, 1+bytes.Count(raw, []byte{'\n'})+bytes.Count(raw, []byte{'\r'})
	for _, ranges := range [][]book.Range{over.Keep, over.Drop} {
		for _, lines := range ranges {
			last = max(last, lines.Last)
		}
	}
	if last > end {
		return []diag.Diagnostic{diag.Warnf(at, "lines-range", "it names line %d, but %s ends before", last, path.Base(file)).
			WithHint("lines are those of the captured text as it is, from 1")}
	}
	return nil
}

// compared holds a captured text against what its card recorded of it.
func compared(r *memo.Run, m *book.Meta, c captured) captured {
	n := len(c.Paragraphs)
	now := article.Fingerprints(c.Paragraphs)
	switch card := m.Card; {
	case card.SHA256 != "" && card.SHA256 != c.SHA256:
		r.Report(diag.Errorf(m.At("sha256"), "original-changed", "%s is not the text this card was made for", card.Original).
			WithHint("put back the one that was imported; or, if you mean this one, read again what is quoted and write sha256: %s", c.SHA256))
	case card.Fingerprints != nil && !slices.Equal(card.Fingerprints, now):
		c.moved = article.Renumber(card.Fingerprints, now)
		r.Report(diag.Warnf(m.At("paragraphs"), "renumbered", "the paragraphs of %s are not those the card records: %s",
			card.Original, rearranged(c.moved, n)).
			WithHint("mend the citations, then write paragraphs: [%s]", strings.Join(now, ", ")))
	case card.Fingerprints == nil && card.Paragraphs > 0 && card.Paragraphs != n:
		r.Report(diag.Warnf(m.At("paragraphs"), "paragraphs-changed", "%s has %d paragraphs, the card says %d",
			card.Original, n, card.Paragraphs).WithHint("citations by paragraph may have moved"))
	}
	c.sum = memo.SumOf(fmt.Appendf(c.sum[:], "%v %s", c.moved, c.File))
	return c
}

// rearranged tells where paragraphs went: "¶2 is ¶3, ¶4 is gone, ¶5 reads otherwise", at most some.
func rearranged(moved []article.Moved, n int) string {
	const most = 6
	var list []string
	for i, m := range moved {
		if says := movedTo(i+1, m); says != "" {
			list = append(list, says)
		}
	}
	if n > len(moved) && len(list) == 0 {
		list = append(list, fmt.Sprintf("¶%s are new", book.Paragraphs([]book.Range{{First: len(moved) + 1, Last: n}})))
	}
	if more := len(list) - most; more > 0 {
		list = append(list[:most], fmt.Sprintf("%d more", more))
	}
	return strings.Join(list, ", ")
}

// movedTo says what became of paragraph n, "" when it stands where it stood.
func movedTo(n int, m article.Moved) string {
	now := book.Paragraphs([]book.Range{m.Now})
	switch {
	case m.Now.First == 0:
		return fmt.Sprintf("¶%d is gone", n)
	case m.Now == book.Range{First: n, Last: n} && m.Changed:
		return fmt.Sprintf("¶%d reads otherwise", n)
	case m.Now == book.Range{First: n, Last: n}:
		return ""
	case m.Changed:
		return fmt.Sprintf("¶%d is part of ¶%s, which reads otherwise", n, now)
	}
	return fmt.Sprintf("¶%d is now ¶%s", n, now)
}

// absent says that an original is missing where it is needed: the public edition of a digest does without.
func (s *steps) absent(m *book.Meta, err error) []diag.Diagnostic {
	if s.edition == book.Public && m.Card.Rights != "full" {
		return nil
	}
	if errors.Is(err, errNoText) {
		return []diag.Diagnostic{diag.Warnf(m.At("original"), "no-text", "the original %s is there, but %v", m.Card.Original, err).
			WithHint("import the document again and copy the text file beside it")}
	}
	return []diag.Diagnostic{diag.Warnf(m.At("original"), "no-original", "the original %s is not at hand: %v",
		m.Card.Original, cause(err)).WithHint("name the folder that holds it with --originals")}
}

// captureRoute is where the internal edition keeps an untouched original. A page of somebody else's is kept as plain
// text: opened, it would run its scripts and call for its pictures.
func captureRoute(id book.ID, name string) string {
	ext := strings.ToLower(path.Ext(name))
	switch ext {
	case ".txt", ".pdf", ".docx", ".md":
	default:
		ext += ".txt"
	}
	return "originals/" + string(id) + ext
}

// captures lists the untouched originals of the internal edition.
func (s *steps) captures(lib book.Library) []book.File {
	if s.edition != book.Internal {
		return nil
	}
	r := lib.(asker).run()
	byID := memo.Get(r, s.treeKey(), s.tree).byID
	held := shelves{}
	var list []book.File
	s.order(r).All(func(h book.Head) bool {
		f := byID[h.ID]
		if f.Kind != book.Article {
			return true
		}
		name := f.Path
		if !f.Raw {
			name = path.Join("originals", s.meta(r, f).Card.Original)
			if name == "originals" || !held.have(r, name) {
				return true
			}
		}
		list = append(list, book.File{Path: captureRoute(f.ID, name), Write: func(w io.Writer, lib book.Library) error {
			data, err := lib.(asker).run().ReadFile(name)
			if err != nil { // it went while we looked
				return nil
			}
			_, err = w.Write(data)
			return err
		}})
		return true
	})
	return list
}

// shelves are the names that folders list, each folder read once.
type shelves map[string]map[string]bool

func (s shelves) have(r *memo.Run, file string) bool {
	dir := path.Dir(file)
	if s[dir] == nil {
		s[dir] = map[string]bool{}
		entries, _ := r.ReadDir(dir)
		for _, e := range entries {
			s[dir][e.Name()] = !e.IsDir()
		}
	}
	return s[dir][path.Base(file)]
}

// asker is a library that says on whose behalf it asks.
type asker interface{ run() *memo.Run }

func (l library) run() *memo.Run { return l.r }
