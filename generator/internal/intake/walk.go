package intake

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"briefbook/generator/internal/book"
	"briefbook/generator/internal/diag"
)

// A File is one page's file.
type File struct {
	Path string // "content/notes/risk.md"
	Kind book.Kind
	ID   book.ID
	Raw  bool // a captured text (.txt, .html) without a card
}

// A Tree is what there is in the content folder.
type Tree struct {
	Files  []File   // by path
	Static []string // by path, relative to content/static
}

// Lister lists folders; a [memo.Run] is one.
type Lister interface {
	ReadDir(name string) ([]fs.DirEntry, error)
}

// Walk finds every page's file and every static file. What it does not understand it reports; what could be
// harmful (a name that would leave the output, a link that leaves the content folder) it leaves out with an
// error. Of two files with one id the first by path counts and both are named.
func Walk(l Lister) (*Tree, []diag.Diagnostic) {
	w := walker{list: l, tree: &Tree{}, seen: map[string]string{}}
	w.root()
	slices.SortFunc(w.tree.Files, func(a, b File) int { return strings.Compare(a.Path, b.Path) })
	slices.Sort(w.tree.Static)
	return w.tree, w.diags
}

type walker struct {
	list  Lister
	tree  *Tree
	seen  map[string]string // folded id → path
	diags []diag.Diagnostic
}

func (w *walker) report(d diag.Diagnostic) { w.diags = append(w.diags, d) }

func at(name string) diag.Span { return diag.NewSource(name, "").Whole() }

func (w *walker) root() {
	entries := w.read("content")
	folders := map[string]book.Kind{}
	for _, k := range book.Kinds {
		folders[k.Folder()] = k
	}
	for _, e := range entries {
		name := e.Name()
		kind, ok := folders[name]
		switch {
		case ignored(name) || name == "originals":
		case outside(e):
			w.leaves(path.Join("content", name))
		case ok && e.IsDir():
			w.folder(path.Join("content", name), kind, 0)
		case name == "static" && e.IsDir():
			w.static("content/static", 0)
		case name == "editions" && e.IsDir(): // earlier states of the book; whoever compares reads them
		case name == "book.yaml" || name == "quotes.lock": // whoever reads it says if it cannot be read
		case strings.EqualFold(path.Ext(name), ".md") && strings.EqualFold(strings.TrimSuffix(name, path.Ext(name)), "readme"):
		default:
			d := diag.Warnf(at(path.Join("content", name)), "unknown-place", "this is not part of the book")
			names := func(yield func(string) bool) {
				for _, k := range book.Kinds {
					if !yield(k.Folder()) {
						return
					}
				}
			}
			if near := diag.Near(strings.ToLower(name), names); near != "" && e.IsDir() {
				d = d.WithHint("did you mean %q?", "content/"+near)
			} else {
				d = d.WithHint("pages live in chapters, articles, notes, people, organisations, places or terms; other files in static")
			}
			w.report(d)
		}
	}
}

// deepest is how many folders may lie within one another.
const deepest = 32

func (w *walker) folder(dir string, kind book.Kind, depth int) {
	if depth > deepest {
		w.report(diag.Errorf(at(dir), "too-deep", "folders are nested more than %d deep", deepest))
		return
	}
	for _, e := range w.read(dir) {
		name := e.Name()
		full := path.Join(dir, name)
		switch {
		case ignored(name):
		case outside(e):
			w.leaves(full)
		case e.IsDir():
			w.folder(full, kind, depth+1)
		default:
			w.page(full, kind)
		}
	}
}

func (w *walker) page(full string, kind book.Kind) {
	name := path.Base(full)
	ext := strings.ToLower(path.Ext(name))
	if kind == book.Article && ext == book.LinesExt { // what a person decided about a captured text beside it
		return
	}
	raw := kind == book.Article && (ext == ".txt" || ext == ".html" || ext == ".htm")
	if ext != ".md" && !raw {
		d := diag.Warnf(at(full), "unknown-file", "%s is written in Markdown; %q is left out", kind.WithArticle(), ext)
		if kind == book.Article {
			d = diag.Warnf(at(full), "unknown-file", "an article is a .md card or a .txt or .html text; this file is left out")
		}
		w.report(d.WithHint("images and other files belong in content/static"))
		return
	}
	// Some systems hand names out with their accents taken apart, which is not how people type them.
	id := string(idOf(name[:len(name)-len(path.Ext(name))]))
	if err := CheckID(id); err != nil {
		w.report(diag.Errorf(at(full), "bad-id", "the file's name cannot be an id: %v", err).
			WithHint("use letters, digits and hyphens: \"2018-summits.md\""))
		return
	}
	folded := strings.ToLower(id)
	if first, ok := w.seen[folded]; ok {
		w.report(diag.Errorf(at(full), "duplicate-id", "the id %q is already taken by %s", id, first).
			WithHint("ids are unique over the whole book: rename one of %s and %s", first, full))
		return
	}
	w.seen[folded] = full
	w.tree.Files = append(w.tree.Files, File{Path: full, Kind: kind, ID: book.ID(id), Raw: raw})
}

func (w *walker) static(dir string, depth int) {
	for _, e := range w.read(dir) {
		full := path.Join(dir, e.Name())
		switch {
		case e.Name() == ".DS_Store" || strings.HasSuffix(e.Name(), "~"):
		case outside(e):
			w.leaves(full)
		case e.IsDir() && depth < deepest:
			w.static(full, depth+1)
		case !e.IsDir():
			w.tree.Static = append(w.tree.Static, strings.TrimPrefix(full, "content/static/"))
		}
	}
}

func (w *walker) read(dir string) []fs.DirEntry {
	list, err := w.list.ReadDir(dir)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		w.report(diag.Errorf(at(dir), "unreadable", "the folder cannot be read: %v", reason(err)))
	}
	return list
}

func (w *walker) leaves(name string) {
	w.report(diag.Errorf(at(name), "link-leaves", "this symbolic link leaves the content folder and is not followed").
		WithHint("copy the file here, or name its folder with --originals"))
}

func outside(e fs.DirEntry) bool { return e.Type()&fs.ModeSymlink != 0 }

// ignored are the droppings of editors and systems.
func ignored(name string) bool {
	return strings.HasPrefix(name, ".") || strings.HasPrefix(name, "#") || strings.HasSuffix(name, "~") ||
		strings.HasSuffix(name, ".swp") || strings.HasSuffix(name, ".tmp") || name == "4913"
}

// idOf is the id that a name stands for: accents are of one piece.
func idOf(name string) book.ID { return book.ID(norm.NFC.String(name)) }

// CheckID says why a word cannot be the id of a page: it must start with a letter or digit and go on with
// letters, digits, hyphens, underscores and full stops, and be no name that a system reserves.
func CheckID(id string) error {
	if id == "" {
		return errors.New("it is empty")
	}
	if len(id) > 120 {
		return errors.New("it is longer than 120 bytes")
	}
	for i, r := range id {
		switch {
		case unicode.IsLetter(r) || unicode.IsDigit(r) || i > 0 && unicode.IsMark(r):
		case i > 0 && strings.ContainsRune("-_.", r):
		case i == 0:
			return fmt.Errorf("it starts with %q", r)
		default:
			return fmt.Errorf("it holds %q", r)
		}
	}
	if strings.HasSuffix(id, ".") || strings.Contains(id, "..") {
		return errors.New("it has a stray full stop")
	}
	stem, _, _ := strings.Cut(strings.ToLower(id), ".")
	switch {
	case stem == "con" || stem == "prn" || stem == "aux" || stem == "nul",
		len(stem) == 4 && (strings.HasPrefix(stem, "com") || strings.HasPrefix(stem, "lpt")) && stem[3] >= '0' && stem[3] <= '9':
		return errors.New("some systems reserve this name")
	}
	return nil
}

// reason is the bare cause of a file error.
func reason(err error) error {
	var p *fs.PathError
	if errors.As(err, &p) {
		return p.Err
	}
	return err
}
