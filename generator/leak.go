package generator

import (
	"fmt"
	"math"
	"path"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

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
	kept bool // they may not be published, be they at hand or not
	sum  memo.Sum
}

func (w sourceWords) Sum() memo.Sum { return w.sum }

// unknownWords are those of a text that is not at hand.
var unknownWords = sourceWords{kept: true, sum: memo.Sum{1}}

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
			return unknownWords
		}
		return sourceWords{gate.Text(data, path.Ext(name)), true, memo.SumOf(data)}
	}
}

// guarded are the words of all captured texts that may not be published.
type guarded struct {
	*gate.Index
	all, known int // of how many originals they should be, and of how many they are
	sum        memo.Sum
}

func (g guarded) Sum() memo.Sum { return g.sum }

func (s *steps) guardedKey() memo.Key { return memo.Key{Kind: kindGuarded} }

func (s *steps) guarded(r *memo.Run) guarded {
	var g guarded
	var sources []gate.Source
	var b []byte
	byID := memo.Get(r, s.treeKey(), s.tree).byID
	s.order(r).All(func(h book.Head) bool {
		if h.Kind != book.Article {
			return true
		}
		f := byID[h.ID]
		w := memo.Get(r, s.wordsKey(f), s.words(f))
		if w.kept {
			g.all++
		}
		if w.Len() > 0 {
			g.known++
			sources = append(sources, gate.Source{ID: h.ID, Words: w.Words})
			b = append(append(append(b, h.ID...), 0), w.sum[:]...)
		}
		return true
	})
	if len(sources) > 0 {
		g.Index = gate.New(sources)
	}
	g.sum = memo.SumOf(fmt.Append(b, g.all))
	return g
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
	var b []byte
	s.cards(r, func(c declaring) {
		for _, w := range c.words {
			d.AddWords(w)
		}
		b = append(b, c.sum[:]...)
	})
	return titled{d, memo.SumOf(b)}
}

// cards gives what the cards of sources and the names of entries declare.
func (s *steps) cards(r *memo.Run, yield func(declaring)) {
	byID := memo.Get(r, s.treeKey(), s.tree).byID
	s.order(r).All(func(h book.Head) bool {
		if h.Kind == book.Article || h.Kind.IsEntry() {
			f := byID[h.ID]
			yield(memo.Get(r, s.cardKey(f), s.declaring(f)))
		}
		return true
	})
}

// declaring is what one card declares.
type declaring struct {
	words []gate.Words
	sum   memo.Sum
}

func (d declaring) Sum() memo.Sum { return d.sum }

func (s *steps) cardKey(f intake.File) memo.Key { return memo.Key{Kind: kindCard, Name: f.Path} }

// declaring reads what a card declares: names, which are short, and the title that the text itself has. What is longer
// is checked like any other text.
func (s *steps) declaring(f intake.File) func(*memo.Run) declaring {
	return func(r *memo.Run) (out declaring) {
		var b []byte
		declare := func(text string, most int) {
			if w := gate.Text([]byte(text), ""); w.Len() > 0 && w.Len() < most {
				out.words = append(out.words, w)
				b = append(append(b, text...), 0)
			}
		}
		m := s.meta(r, f)
		names := []string{m.Title}
		if m.Entry != nil {
			names = append(names, m.Entry.Variants...)
		}
		if c := m.Card; c != nil {
			names = append([]string{c.Publisher, c.Agency, c.Dateline}, c.Byline...)
			for _, address := range [...]string{c.URL, c.ArchivedURL} {
				if s.ownAddress(r, m.ID, address) {
					declare(address, math.MaxInt)
				}
			}
			if s.headline(r, m) {
				declare(m.Title, math.MaxInt)
			} else {
				names = append(names, m.Title)
			}
		}
		for _, name := range names {
			declare(name, gate.Warn)
		}
		out.sum = memo.SumOf(b)
		return out
	}
}

// ownAddress reports whether an address on a card is one that a publisher gave: with the headline in it, as they have,
// but without a run of words of a captured text, be it of this source or of another.
func (s *steps) ownAddress(r *memo.Run, id book.ID, address string) bool {
	parted := func(c rune) bool { return c < utf8.RuneSelf && !unicode.IsLetter(c) && !unicode.IsDigit(c) }
	if len(strings.FieldsFunc(address, parted)) < gate.Warn {
		return true
	}
	x := memo.Get(r, s.guardedKey(), s.guarded)
	if x.Index == nil {
		return true
	}
	var d gate.Declared
	if c := s.original(r, id); c.Original != nil {
		d.Add(c.Title.Text)
	}
	scan := x.Scan("", &d)
	_, _ = scan.Write([]byte(address)) // a scanner takes everything
	return !slices.ContainsFunc(scan.Close(), func(run gate.Run) bool { return run.Words >= gate.Warn })
}

// headline reports whether the title on a card is that of the captured text, or part of it, and no longer than a
// quotation. It may be given in running text where it stands apart: in quotation marks, in emphasis, as words of a link.
func (s *steps) headline(r *memo.Run, m *book.Meta) bool {
	c := s.original(r, m.ID)
	return c.Original != nil && !m.Made && evidence.Words(m.Title) <= longestQuotation && strings.Contains(bare(c.Title.Text), bare(m.Title))
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
		if f.Raw || s.isText(r, f, p) || memo.Get(r, s.guardedKey(), s.guarded).Index == nil {
			return spilled{}
		}
		allowed := permitted(p.text)
		if f.Kind == book.Article {
			if s.ownAddress(r, f.ID, p.meta.Card.URL) {
				allowed = append(allowed, p.meta.Keys["url"])
			}
			if s.ownAddress(r, f.ID, p.meta.Card.ArchivedURL) {
				allowed = append(allowed, p.meta.Keys["archived_url"])
			}
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
	if len(x.Find(data, nil, allowed)) == 0 {
		return out // so it is whatever the cards declare
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
	g := memo.Get(r, s.guardedKey(), s.guarded)
	all, known := g.all, g.known
	hint := "name the folder of the originals with --originals before you publish"
	switch known {
	case all:
		return nil
	case 0:
		return []diag.Diagnostic{diag.Infof(diag.Span{}, "gate-idle", "the rights gate did not run: none of the %d originals that may not be published is at hand", all).WithHint("%s", hint)}
	}
	return []diag.Diagnostic{diag.Infof(diag.Span{}, "gate-idle", "the rights gate knows %d of the %d originals that may not be published", known, all).WithHint("%s", hint)}
}
