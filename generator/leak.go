package generator

import (
	"fmt"
	"path"
	"strings"

	"briefbook/generator/internal/book"
	"briefbook/generator/internal/diag"
	"briefbook/generator/internal/evidence"
	"briefbook/generator/internal/gate"
	"briefbook/generator/internal/intake"
	"briefbook/generator/internal/memo"
)

// sourceWords are those of one captured text, as the gate compares them.
type sourceWords struct {
	gate.Words
	sum memo.Sum
}

func (w sourceWords) Sum() memo.Sum { return w.sum }

// words reads the captured text of a source of which only a digest is allowed. Others have none.
func (s *steps) words(f intake.File) func(*memo.Run) sourceWords {
	return func(r *memo.Run) sourceWords {
		if s.allowed(r, f) == "full" {
			return sourceWords{}
		}
		name := f.Path
		if !f.Raw {
			original := s.meta(r, f).Card.Original
			if original == "" {
				return sourceWords{}
			}
			name = path.Join("originals", original)
		}
		if book.IsDocument(name) {
			name += book.TextExt
		}
		data, err := r.ReadFile(name)
		if err != nil {
			return sourceWords{}
		}
		return sourceWords{gate.Text(data, path.Ext(name)), memo.SumOf(data)}
	}
}

// guarded are the words of all captured texts that may not be published.
type guarded struct {
	*gate.Index
	sum memo.Sum
}

func (g guarded) Sum() memo.Sum { return g.sum }

func (s *steps) guardedKey() memo.Key { return memo.Key{Kind: kindGuarded} }

func (s *steps) guarded(r *memo.Run) guarded {
	var sources []gate.Source
	var b strings.Builder
	byID := memo.Get(r, s.treeKey(), s.tree).byID
	s.order(r).All(func(h book.Head) bool {
		if h.Kind != book.Article {
			return true
		}
		f := byID[h.ID]
		if w := memo.Get(r, s.wordsKey(f), s.words(f)); w.Len() > 0 {
			sources = append(sources, gate.Source{ID: h.ID, Words: w.Words})
			fmt.Fprintf(&b, "%s %x\n", h.ID, w.sum)
		}
		return true
	})
	if len(sources) == 0 {
		return guarded{}
	}
	return guarded{gate.New(sources), memo.SumOf([]byte(b.String()))}
}

func (s *steps) wordsKey(f intake.File) memo.Key { return memo.Key{Kind: kindWords, Name: f.Path} }

// titled are the words of cards that may be published anyway: titles, publishers and bylines.
type titled struct {
	*gate.Declared
	sum memo.Sum
}

func (t titled) Sum() memo.Sum { return t.sum }

func (s *steps) titledKey() memo.Key { return memo.Key{Kind: kindTitled} }

func (s *steps) titled(r *memo.Run) titled {
	d := &gate.Declared{}
	var b strings.Builder
	s.cards(r, func(words string) {
		d.Add(words)
		fmt.Fprintf(&b, "%q\n", words)
	})
	return titled{d, memo.SumOf([]byte(b.String()))}
}

// cards gives what the cards of sources and the names of entries declare: names, which are short, and the titles that
// the texts themselves have. What is longer is checked like any other text.
func (s *steps) cards(r *memo.Run, declare func(string)) {
	byID := memo.Get(r, s.treeKey(), s.tree).byID
	name := func(words string) {
		if gate.Text([]byte(words), "").Len() < gate.Warn {
			declare(words)
		}
	}
	s.order(r).All(func(h book.Head) bool {
		m := s.meta(r, byID[h.ID])
		switch {
		case h.Kind.IsEntry():
			name(m.Title)
			if m.Entry != nil {
				for _, v := range m.Entry.Variants {
					name(v)
				}
			}
		case h.Kind == book.Article:
			for _, words := range append([]string{m.Card.Publisher, m.Card.Agency, m.Card.Dateline}, m.Card.Byline...) {
				name(words)
			}
			declare(m.Card.URL) // publishers put their headlines into addresses
			declare(m.Card.ArchivedURL)
			if s.headline(r, m) {
				declare(m.Title)
			} else {
				name(m.Title)
			}
		}
		return true
	})
}

// headline reports whether the title on a card is that of the captured text, or part of it.
func (s *steps) headline(r *memo.Run, m *book.Meta) bool {
	c := s.original(r, m.ID)
	return c.Original != nil && !m.Made && strings.Contains(bare(c.Title.Text), bare(m.Title))
}

// spilled is what one page's file has of words that may not be published.
type spilled struct {
	list []found
	sum  memo.Sum
}

func (l spilled) Sum() memo.Sum { return l.sum }

// found is a run of words in a file.
type found struct {
	run  gate.Run
	path string
	text string // its words as they stand there
}

func (s *steps) spilledKey(f intake.File) memo.Key { return memo.Key{Kind: kindSpilled, Name: f.Path} }

// spilled looks in one page's file for words that may not be published, so that its author is told of them where
// they stand. What gets into a file of the output by another way is found when that is written.
func (s *steps) spilled(f intake.File) func(*memo.Run) spilled {
	return func(r *memo.Run) spilled {
		p := memo.Get(r, s.readKey(f), s.read(f))
		if f.Raw || p.isText() {
			return spilled{}
		}
		allowed := permitted(p.text)
		if f.Kind == book.Article {
			allowed = append(allowed, p.meta.Keys["url"], p.meta.Keys["archived_url"])
			if s.headline(r, p.meta) {
				allowed = append(allowed, p.meta.Keys["title"])
			}
		}
		return s.spill(r, f.Path, allowed)
	}
}

// spilledBeside looks into a file beside the pages: book.yaml, or a static one.
func (s *steps) spilledBeside(name string) func(*memo.Run) spilled {
	return func(r *memo.Run) spilled { return s.spill(r, name, nil) }
}

func (s *steps) spilledBesideKey(name string) memo.Key {
	return memo.Key{Kind: kindSpilled, Name: name}
}

// beside are the files of the content that are no pages and hold text.
func (s *steps) beside(r *memo.Run) []string {
	list := []string{"content/book.yaml"}
	for _, name := range memo.Get(r, s.treeKey(), s.tree).Static {
		switch path.Ext(name) {
		case ".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif", ".woff2", ".pdf", ".docx", ".zip", ".mp3", ".mp4":
		default:
			list = append(list, "content/static/"+name)
		}
	}
	return list
}

// spill looks into a file of the content. The words of quotations may be in it where they are allowed.
func (s *steps) spill(r *memo.Run, name string, allowed [][2]int) (out spilled) {
	x := memo.Get(r, s.guardedKey(), s.guarded)
	if x.Index == nil {
		return out
	}
	data, err := r.ReadFile(name)
	if err != nil {
		return out
	}
	src := diag.NewSource(name, string(data))
	for _, run := range x.Find(data, memo.Get(r, s.titledKey(), s.titled).Declared, allowed) {
		if run.Words < gate.Warn {
			continue
		}
		r.Report(s.leak(src.Span(int(run.Start), int(run.End)), run))
		out.list = append(out.list, found{run, name, gate.Excerpt(data[run.Start:run.End], longestExcerpt)})
	}
	out.sum = memo.SumOf(fmt.Append(nil, out.list))
	return out
}

// longestExcerpt is how many bytes of a run are shown.
const longestExcerpt = 200

// permitted are the places of quotations that are not longer than a book without a licence should have.
func permitted(t *book.Text) [][2]int {
	var list [][2]int
	for _, q := range t.Quotations {
		if evidence.Words(q.Words) <= longestQuotation {
			list = append(list, [2]int{q.At.Start, q.At.End})
		}
	}
	return list
}

// leak tells of a run of words. In the internal edition, which is not published, it is a warning.
func (s *steps) leak(at diag.Span, run gate.Run) diag.Diagnostic {
	tell := diag.Warnf
	if run.Fails() && s.edition == book.Public {
		tell = diag.Errorf
	}
	return tell(at, "leak", "%d words in a row are those of %s, of which only a digest may be published", run.Words, run.Source).
		WithHint("say it in your own words, or quote at most %d words with a citation", longestQuotation)
}

// spills are the runs that were found in the files of the content.
func (s *steps) spills(r *memo.Run) []found {
	var list []found
	byID := memo.Get(r, s.treeKey(), s.tree).byID
	if memo.Get(r, s.guardedKey(), s.guarded).Index == nil {
		return nil
	}
	s.order(r).All(func(h book.Head) bool {
		f := byID[h.ID]
		list = append(list, memo.Get(r, s.spilledKey(f), s.spilled(f)).list...)
		return true
	})
	for _, name := range s.beside(r) {
		list = append(list, memo.Get(r, s.spilledBesideKey(name), s.spilledBeside(name)).list...)
	}
	return list
}

// idle says that the gate does not keep in what it does not know.
func (s *steps) idle(r *memo.Run) []diag.Diagnostic {
	if s.edition != book.Public {
		return nil
	}
	all, known := 0, 0
	byID := memo.Get(r, s.treeKey(), s.tree).byID
	s.order(r).All(func(h book.Head) bool {
		if f := byID[h.ID]; h.Kind == book.Article && s.allowed(r, f) != "full" && (f.Raw || s.meta(r, f).Card.Original != "") {
			all++
			if memo.Get(r, s.wordsKey(f), s.words(f)).Len() > 0 {
				known++
			}
		}
		return true
	})
	hint := "name the folder of the originals with --originals before you publish"
	switch {
	case known == all:
		return nil
	case known == 0:
		return []diag.Diagnostic{diag.Infof(diag.Span{}, "gate-idle", "the rights gate did not run: none of the %d originals that may not be published is at hand", all).WithHint("%s", hint)}
	}
	return []diag.Diagnostic{diag.Infof(diag.Span{}, "gate-idle", "the rights gate knows %d of the %d originals that may not be published", known, all).WithHint("%s", hint)}
}
