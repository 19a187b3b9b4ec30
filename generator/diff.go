package generator

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"briefbook/generator/internal/book"
	"briefbook/generator/internal/changes"
	"briefbook/generator/internal/intake"
	"briefbook/generator/internal/markdown"
	"briefbook/generator/internal/memo"
)

// DiffOptions say which two states of a book to compare. A state is named by a folder (a content folder, or one that
// holds it), by the record of an edition (a file of content/editions), or by a git revision; where there is a folder
// or file of that name it is meant.
type DiffOptions struct {
	Content string // folder of the book; "content"
	Old     string // "" for the last edition on record before this one
	New     string // "" for Content as it is
	Dir     string // that names of folders and files are relative to; "" is the working directory
}

// Difference is one change between two states of a book.
type Difference struct {
	Kind  string `json:"kind"`            // "added", "altered", "withdrawn", "superseded"
	What  string `json:"what"`            // "statement", "key point", "event", "source" …
	Minor bool   `json:"minor"`           // wording only
	Page  string `json:"page"`            // its id
	Title string `json:"title,omitempty"` // of the page
	Was   string `json:"was,omitempty"`
	Now   string `json:"now,omitempty"`
	Note  string `json:"note,omitempty"`

	Words []Word `json:"-"` // was and now in one
}

// Word is a run of the words of a difference: what was taken out is only in Was, what was put in only in Now.
type Word struct {
	Text     string
	Was, Now bool
}

// PrintJSON writes a difference as one line.
func (d *Difference) PrintJSON(w io.Writer) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	return e.Encode(d)
}

// ErrNoEarlier says that there is no earlier state to compare a book with.
var ErrNoEarlier = errors.New("no earlier edition is on record")

// Diff compares two states of a book: what is of substance first, then in the order of the new state. Drafts are no
// part of either.
func Diff(ctx context.Context, o DiffOptions) ([]Difference, error) {
	if o.Content == "" {
		o.Content = "content"
	}
	old, err := o.old(ctx)
	if err != nil {
		return nil, err
	}
	now, err := o.state(ctx, o.New)
	if err != nil {
		return nil, err
	}
	var list []Difference
	for _, c := range changes.Compare(old, now) {
		d := Difference{Kind: c.Kind.String(), What: c.What, Minor: c.Minor, Page: string(c.Page), Title: c.Title, Was: c.Was, Now: c.Now, Note: c.Note}
		for _, p := range c.Woven {
			if n := len(d.Words); n > 0 && d.Words[n-1].Was == p.Was && d.Words[n-1].Now == p.Now {
				d.Words[n-1].Text += written(p)
				continue
			}
			d.Words = append(d.Words, Word{written(p), p.Was, p.Now})
		}
		list = append(list, d)
	}
	return list, nil
}

// written is a piece as an author writes it.
func written(p book.Piece) string {
	switch {
	case p.Cite != "" && p.Text == "":
		return "[@" + string(p.Cite) + "]"
	case p.Cite != "":
		return "[@" + string(p.Cite) + " " + p.Text + "]"
	case p.Page != "":
		return "[[" + string(p.Page) + "]]"
	}
	return p.Text
}

// old is the state to compare with.
func (o DiffOptions) old(ctx context.Context) ([]changes.Item, error) {
	if o.Old != "" {
		return o.state(ctx, o.Old)
	}
	store, s, err := o.open(o.content())
	if err != nil {
		return nil, err
	}
	r := store.Outside()
	in := memo.Get(r, s.infoKey(), s.info)
	all, err := s.readable(r)
	if err != nil {
		return nil, err
	}
	last, _ := pick(all, in.Edition, in.AsOf.String())
	if last == nil {
		return nil, fmt.Errorf("%w: %w", ErrUsage, ErrNoEarlier)
	}
	return last.Items, nil
}

// state is what the book stated in the state of a name.
func (o DiffOptions) state(ctx context.Context, name string) ([]changes.Item, error) {
	if name == "" {
		return o.folder(ctx, o.content())
	}
	place := o.path(name)
	switch info, err := os.Stat(place); {
	case err == nil && info.IsDir():
		place, err := bookIn(place)
		if err != nil {
			return nil, fmt.Errorf("%w: the folder %s holds no book", ErrUsage, name)
		}
		return o.folder(ctx, place)
	case err == nil:
		return recordIn(place, name)
	}
	files, err := revision{dir: o.content(), name: name}.files(ctx)
	if err != nil {
		return nil, err
	}
	s := &steps{edition: book.Public, parser: markdown.New()}
	return stateOf(ctx, memo.New(files, lazy), s)
}

func (o DiffOptions) content() string { return o.path(o.Content) }

func (o DiffOptions) path(name string) string {
	if o.Dir == "" || filepath.IsAbs(name) {
		return name
	}
	return filepath.Join(o.Dir, name)
}

// folder is the state of a content folder.
func (o DiffOptions) folder(ctx context.Context, content string) ([]changes.Item, error) {
	store, s, err := o.open(content)
	if err != nil {
		return nil, err
	}
	return stateOf(ctx, store, s)
}

func (o DiffOptions) open(content string) (*memo.Store, *steps, error) {
	g, err := New(Options{Content: content})
	if err != nil {
		return nil, nil, err
	}
	return g.store, g.steps, nil
}

// bookIn is the content folder that a folder is or holds.
func bookIn(dir string) (string, error) {
	marks := []string{"book.yaml"}
	for _, k := range book.Kinds {
		marks = append(marks, k.Folder())
	}
	for _, name := range marks {
		for _, content := range []string{dir, filepath.Join(dir, "content")} {
			if _, err := os.Stat(filepath.Join(content, name)); err == nil {
				return content, nil
			}
		}
	}
	return "", fs.ErrNotExist
}

// recordIn reads an edition on record from a file.
func recordIn(place, name string) ([]changes.Item, error) {
	data, err := intake.NewDisk(map[string]string{"originals": filepath.Dir(place)}).ReadFile("originals/" + filepath.Base(place))
	if err != nil {
		return nil, fmt.Errorf("read %s: %w", name, cause(err))
	}
	record, err := changes.Read(data)
	if err != nil {
		return nil, fmt.Errorf("%w: the file %s is no record of an edition: %w", ErrUsage, name, err)
	}
	return record.Items, nil
}
