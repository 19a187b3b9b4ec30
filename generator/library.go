package generator

import (
	"bytes"
	"errors"
	"io"
	"io/fs"
	"path"
	"slices"
	"strings"
	"sync"

	"briefbook/generator/internal/article"
	"briefbook/generator/internal/book"
	"briefbook/generator/internal/diag"
	"briefbook/generator/internal/memo"
	"briefbook/generator/internal/outline"
	"briefbook/layouts"
)

// A library answers outputs by asking the graph on behalf of one step: whatever an output asks, that step
// depends on.
type library struct {
	s *steps
	r *memo.Run
}

var _ book.Library = library{}

func (l library) Info() book.Info   { return memo.Get(l.r, l.s.infoKey(), l.s.info).Info }
func (l library) For() book.Edition { return l.s.edition }

func (l library) Chapters() []book.ChapterHead {
	return memo.Part(l.r, l.s.outlineKey(), l.s.outline, outline.ChaptersPart{}, (*outline.Outline).Chapters)
}

func (l library) Head(id book.ID) (book.Head, bool) { return l.s.head(l.r, id) }

func (l library) Hidden(id book.ID) bool { return resolver(l).Draft(id) }

func (l library) Page(id book.ID) (*book.Page, bool) {
	p := memo.Part(l.r, l.s.outlineKey(), l.s.outline, outline.PlacePart(id), func(o *outline.Outline) *book.Page {
		p, _ := o.Page(id)
		return p
	})
	f, ok := l.s.file(l.r, id)
	if p == nil || !ok {
		return nil, false
	}
	read := memo.Get(l.r, l.s.readKey(f), l.s.read(f))
	p.Meta, p.Text = l.ruled(read.meta), read.text
	return p, true
}

func (l library) Meta(id book.ID) (*book.Meta, bool) {
	f, ok := l.s.file(l.r, id)
	if !ok {
		return nil, false
	}
	if _, there := l.Head(id); !there {
		return nil, false
	}
	return l.ruled(memo.Part(l.r, l.s.readKey(f), l.s.read(f), metaPart, (*page).Meta)), true
}

// ruled is front matter with the book's default where a card does not speak of rights.
func (l library) ruled(m *book.Meta) *book.Meta {
	if m.Card == nil {
		return m
	}
	card, meta := *m.Card, *m
	card.Rights = rights(m.Card, l.Info())
	meta.Card = &card
	return &meta
}

func (l library) Shelf(kind book.Kind, chapter book.ID) []book.Head {
	shelf := outline.Shelf{Kind: kind, Chapter: chapter}
	return memo.Part(l.r, l.s.outlineKey(), l.s.outline, shelf, func(o *outline.Outline) []book.Head { return o.List(shelf) })
}

func (l library) Original(id book.ID) (*book.Original, bool) {
	if l.s.edition == book.Public {
		f, ok := l.s.file(l.r, id)
		if !ok {
			return nil, false
		}
		m := memo.Part(l.r, l.s.readKey(f), l.s.read(f), metaPart, (*page).Meta)
		if m.Card == nil || rights(m.Card, l.Info()) != "full" {
			return nil, false
		}
	}
	o := l.s.original(l.r, id).Original
	if l.s.edition == book.Internal {
		o = l.s.dated(l.r, id).Original
	}
	if o == nil {
		return nil, false
	}
	var quoted []book.Quoted
	for _, c := range l.QuotedFrom(id) {
		if c.Anchor != "" {
			quoted = append(quoted, book.Quoted{Anchor: c.Anchor, Where: c.Where})
		}
	}
	if len(quoted) > 0 {
		o = article.Quoted(o, quoted)
	}
	return o, true
}

func (l library) Events(from book.ID) []book.Dated {
	part := outline.EventsPart(from)
	list := memo.Part(l.r, l.s.refsKey(), l.s.refs, part, func(r *outline.Refs) []book.Dated { return r.Events(from) })
	return headed(l, list, func(d *book.Dated) *book.Head { return &d.On })
}

func (l library) Alerts(kind book.AlertKind) []book.Said {
	part := outline.AlertsPart(kind)
	list := memo.Part(l.r, l.s.refsKey(), l.s.refs, part, func(r *outline.Refs) []book.Said { return r.Alerts(kind) })
	return headed(l, list, func(a *book.Said) *book.Head { return &a.On })
}

func (l library) Questions() []book.Asked {
	list := memo.Part(l.r, l.s.refsKey(), l.s.refs, outline.QuestionsPart{}, (*outline.Refs).Questions)
	return headed(l, list, func(q *book.Asked) *book.Head { return &q.On })
}

func (l library) CitedAt(id book.ID) []book.Mention {
	part := outline.CitedPart(id)
	list := memo.Part(l.r, l.s.refsKey(), l.s.refs, part, func(r *outline.Refs) []book.Mention { return r.CitedAt(id) })
	return headed(l, list, func(m *book.Mention) *book.Head { return &m.On })
}

func (l library) LinkedFrom(id book.ID) []book.Head {
	part := outline.LinkedPart(id)
	list := memo.Part(l.r, l.s.refsKey(), l.s.refs, part, func(r *outline.Refs) []book.ID { return r.LinkedFrom(id) })
	heads := make([]book.Head, len(list))
	for i, id := range list {
		heads[i], _ = l.Head(id)
	}
	return heads
}

// headed is a table of the cross references with the heads of the pages it names filled in.
func headed[T any](l library, list []T, on func(*T) *book.Head) []T {
	out := slices.Clone(list)
	var last book.Head
	for i := range out {
		h := on(&out[i])
		if h.ID != last.ID {
			last, _ = l.Head(h.ID)
		}
		*h = last
	}
	return out
}

func (l library) Template(w io.Writer, name string, data any) error {
	set := memo.Get(l.r, memo.Key{Kind: kindLayouts}, l.s.layouts)
	if set.err != nil {
		return set.err
	}
	return set.Execute(w, name, data)
}

func (l library) Asset(name string) ([]byte, bool) {
	if strings.HasPrefix(name, "assets/") {
		if data, err := fs.ReadFile(layouts.Over(recorded{r: l.r}), name); err == nil {
			return data, true
		}
	}
	data, err := l.r.ReadFile("content/static/" + name)
	return data, err == nil
}

func (l library) Assets() []string {
	return memo.Get(l.r, memo.Key{Kind: kindAssets}, l.s.assets)
}

// listing is a sorted list of files.
type listing []string

func (l listing) Sum() memo.Sum { return memo.SumOf([]byte(strings.Join(l, "\x00"))) }

// assets lists stylesheets, scripts and static files as they appear in the output.
func (s *steps) assets(r *memo.Run) listing {
	list := slices.Clone(memo.Get(r, s.treeKey(), s.tree).Static)
	_ = fs.WalkDir(layouts.Over(recorded{r: r}), "assets", func(name string, e fs.DirEntry, err error) error {
		if err == nil && !e.IsDir() && !strings.HasPrefix(path.Base(name), ".") {
			list = append(list, name)
		}
		return nil
	})
	slices.Sort(list)
	return slices.Compact(list)
}

// layoutSet is the parsed layouts, or what is wrong with them.
type layoutSet struct {
	*layouts.Set
	err error
	sum memo.Sum
}

func (l layoutSet) Sum() memo.Sum { return l.sum }

// layouts parses the layouts. A mistake in one is a diagnostic, and no page can be made until it is mended.
func (s *steps) layouts(r *memo.Run) layoutSet {
	var seen bytes.Buffer
	set, err := layouts.Parse(layouts.Over(recorded{r, &seen}))
	if err != nil {
		r.Report(mistake(r, err))
		seen.WriteString(err.Error())
	}
	return layoutSet{set, err, memo.SumOf(seen.Bytes())}
}

// mistake shows what is wrong with a layout where it is wrong.
func mistake(r *memo.Run, err error) diag.Diagnostic {
	var wrong *layouts.Error
	if !errors.As(err, &wrong) {
		return diag.Errorf(diag.Span{}, "layout", "%v", err)
	}
	text, _ := fs.ReadFile(layouts.Over(recorded{r: r}), wrong.File)
	src := diag.NewSource("layouts/"+wrong.File, string(text))
	at := src.Whole()
	if wrong.Line > 0 {
		start := 0
		for range wrong.Line - 1 {
			next := strings.IndexByte(src.Text[start:], '\n')
			if next < 0 {
				break
			}
			start += next + 1
		}
		line, _, _ := strings.Cut(src.Text[start:], "\n")
		indent := len(line) - len(strings.TrimLeft(line, " \t"))
		at = src.Span(start+indent, start+len(strings.TrimRight(line, " \t\r")))
	}
	return diag.Errorf(at, "layout", "%s", wrong.Text)
}

// recorded shows the user's layouts to the layouts package, with every look recorded.
type recorded struct {
	r    *memo.Run
	seen *bytes.Buffer // when not nil, gets every name and text read
}

// Open is not used by the layouts package: it reads files whole and lists folders.
func (l recorded) Open(name string) (fs.File, error) {
	return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
}

func (l recorded) ReadFile(name string) ([]byte, error) {
	data, err := l.r.ReadFile("layouts/" + name)
	if l.seen != nil && err == nil {
		l.seen.WriteString(name)
		l.seen.WriteByte(0)
		l.seen.Write(data)
		l.seen.WriteByte(0)
	}
	return data, err
}

func (l recorded) ReadDir(name string) ([]fs.DirEntry, error) {
	return l.r.ReadDir(path.Join("layouts", name))
}

func (l recorded) Stat(name string) (fs.FileInfo, error) {
	return nil, &fs.PathError{Op: "stat", Path: name, Err: fs.ErrNotExist}
}

// fileList is the list of output files.
type fileList struct {
	list []book.File
	byID map[string]book.File
	sum  memo.Sum
}

func (f fileList) Sum() memo.Sum { return f.sum }

// files asks every output for its files. Of two files with one path the first counts.
func (s *steps) files(r *memo.Run) fileList {
	lib := library{s, r}
	list, diags := sift(s.list(lib), memo.Get(r, s.treeKey(), s.tree).Static, sync.OnceValue(func() map[string]bool {
		pages := map[string]bool{}
		for _, f := range s.list(unadorned{lib}) {
			pages[f.Path] = true
		}
		return pages
	}))
	r.Report(diags...)
	out := fileList{list: list, byID: make(map[string]book.File, len(list))}
	var b bytes.Buffer
	for _, f := range list {
		out.byID[f.Path] = f
		b.WriteString(f.Path)
		b.WriteByte(0)
	}
	out.sum = memo.SumOf(b.Bytes())
	return out
}

func (s *steps) list(lib book.Library) []book.File {
	var list []book.File
	for _, output := range s.outputs {
		list = append(list, output(lib)...)
	}
	return list
}

// unadorned is a library without assets: what an output lists of it are pages.
type unadorned struct{ library }

func (unadorned) Assets() []string { return nil }

// made is one output file's bytes, or why it could not be made.
type made struct {
	data []byte
	err  error
	sum  memo.Sum
}

func (m made) Sum() memo.Sum { return m.sum }

func (s *steps) make(f book.File) func(*memo.Run) made {
	return func(r *memo.Run) made {
		var b bytes.Buffer
		if err := f.Write(&b, library{s, r}); err != nil {
			return made{err: err, sum: memo.SumOf([]byte(err.Error()))}
		}
		return made{data: b.Bytes(), sum: memo.SumOf(b.Bytes())}
	}
}
