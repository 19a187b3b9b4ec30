package generator

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"path/filepath"
	"strings"
	"unicode"

	"briefbook/generator/internal/accession"
	"briefbook/generator/internal/book"
	"briefbook/generator/internal/changes"
	"briefbook/generator/internal/diag"
	"briefbook/generator/internal/edtf"
	"briefbook/generator/internal/memo"
)

// editions is the folder of the editions on record.
const editions = "content/editions"

var recordedKey = memo.Key{Kind: kindRecorded}

// onRecord is the edition that the book is compared with.
type onRecord struct {
	book.Earlier
	there bool
	own   bool // it is the one that the book still is: only what was altered since is told
	order []book.ID
	pages map[book.ID][]changes.Item
	sums  map[book.ID]memo.Sum
	sum   memo.Sum
}

// recordedPart is what is on record of one page.
type recordedPart book.ID

func (o *onRecord) Sum() memo.Sum { return o.sum }

// PartSum implements memo.Parted.
func (o *onRecord) PartSum(part any) memo.Sum { return o.sums[book.ID(part.(recordedPart))] }

// recorded reads the editions on record and takes the one to compare with: the last one before this; when there is
// none before, that of this one.
func (s *steps) recorded(r *memo.Run) *onRecord {
	in := memo.Get(r, s.infoKey(), s.info)
	all, wrong := s.records(r)
	r.Report(wrong...)
	o := &onRecord{}
	last, own := pick(all, in.Edition, in.AsOf.String())
	if last == nil {
		return o
	}
	o.there, o.own = true, own
	o.Name, o.AsOf = last.Edition, last.AsOf
	o.pages, o.sums = map[book.ID][]changes.Item{}, map[book.ID]memo.Sum{}
	for from := 0; from < len(last.Items); {
		id, to := last.Items[from].Page, from+1
		for to < len(last.Items) && last.Items[to].Page == id {
			to++
		}
		if o.pages[id] == nil {
			o.order = append(o.order, id)
		}
		o.pages[id] = append(o.pages[id], last.Items[from:to:to]...)
		from = to
	}
	for id, items := range o.pages {
		o.sums[id] = memo.SumOf((&changes.Record{Items: items}).Bytes())
	}
	o.sum = memo.SumOf(fmt.Appendf(last.Bytes(), "%v", own))
	return o
}

// pick is the record to compare with, and whether it is that of the edition itself.
func pick(all []changes.Record, edition, asOf string) (last *changes.Record, own bool) {
	var self *changes.Record
	for i := range all {
		if r := &all[i]; r.Edition == edition && r.AsOf == asOf && (self == nil || r.Number > self.Number) {
			self = r
		}
	}
	for i := range all {
		r := &all[i]
		if r.Edition == edition && r.AsOf == asOf || self != nil && r.Number > self.Number {
			continue
		}
		if last == nil || r.Number > last.Number || r.Number == last.Number && later(r, last) {
			last = r
		}
	}
	if last == nil {
		return self, self != nil
	}
	return last, false
}

// later orders two records that have one number, as happens when two branches each made one.
func later(a, b *changes.Record) bool {
	x, _ := edtf.Parse(a.AsOf)
	y, _ := edtf.Parse(b.AsOf)
	if c := edtf.Compare(x, y); c != 0 {
		return c > 0
	}
	return a.Edition > b.Edition
}

// records reads all editions on record, and says what of them cannot be read.
func (s *steps) records(r *memo.Run) (all []changes.Record, wrong []diag.Diagnostic) {
	report := func(list ...diag.Diagnostic) { wrong = append(wrong, list...) }
	list, err := r.ReadDir(editions)
	if err != nil {
		if !errors.Is(err, fs.ErrNotExist) {
			report(diag.Errorf(diag.NewSource(editions, "").Whole(), "unreadable", "the folder cannot be read: %v", cause(err)))
		}
		return nil, wrong
	}
	for _, e := range list {
		name := path.Join(editions, e.Name())
		at := diag.NewSource(name, "").Whole()
		switch {
		case strings.HasPrefix(e.Name(), ".") || strings.HasSuffix(e.Name(), "~"):
			continue
		case e.Type()&fs.ModeSymlink != 0:
			report(diag.Errorf(at, "link-leaves", "this symbolic link leaves the content folder and is not followed"))
			continue
		case e.IsDir() || path.Ext(e.Name()) != recordExt:
			report(diag.Warnf(at, "unknown-file", "the folder holds editions on record, which are %s files; this is left out", recordExt).
				WithHint("briefbook record writes them"))
			continue
		}
		data, err := r.ReadFile(name)
		if err != nil {
			report(unreadable(name, err)...)
			continue
		}
		record, err := changes.Read(data)
		if err != nil {
			report(diag.Errorf(at, "bad-edition", "the record of an edition cannot be read: %v", err).
				WithHint("take the file from version control again; it is written by briefbook record and not by hand"))
			continue
		}
		all = append(all, *record)
	}
	return all, wrong
}

// readable gives the editions on record to those who compare or add one, or says which cannot be read: without it they
// would take another for the last.
func (s *steps) readable(r *memo.Run) ([]changes.Record, error) {
	all, wrong := s.records(r)
	for _, d := range wrong {
		if d.Level == diag.Error {
			return nil, fmt.Errorf("%s: %s", d.File, d.Text)
		}
	}
	return all, nil
}

const recordExt = ".txt"

// Recorded says what was put on record.
type Recorded struct {
	File       string // as the operating system names it
	Edition    string
	Statements int
	Changed    bool // the file was written
}

// ErrRecorded says that an edition of this name is on record and states other things.
var ErrRecorded = errors.New("on record already")

// RecordOptions say how to put an edition on record.
type RecordOptions struct {
	Name    string // of the edition; that of book.yaml, else its as-of date
	Replace bool   // what is on record under this name
}

// Record puts the book as it is on record as an edition, in editions in the content folder, for later ones to be
// compared with: what it states without its drafts, and no word of an original but what is quoted.
func (g *Generator) Record(ctx context.Context, o RecordOptions) (Recorded, error) {
	items, err := stateOf(ctx, g.store, g.steps)
	if err != nil {
		return Recorded{}, err
	}
	r := g.store.Outside()
	in := memo.Get(r, g.steps.infoKey(), g.steps.info)
	now := changes.Record{Number: 1, Edition: o.Name, AsOf: in.AsOf.String(), Items: items}
	if now.Edition == "" {
		now.Edition = in.Edition
	}
	name := slug(now.Edition)
	if name == "" {
		name = slug(now.AsOf)
	}
	if name == "" {
		return Recorded{}, fmt.Errorf("%w: the edition has neither a name nor an as-of date: give it one, or an as_of in book.yaml", ErrUsage)
	}
	all, err := g.steps.readable(r)
	if err != nil {
		return Recorded{}, err
	}
	done := Recorded{File: filepath.Join(g.o.Content, "editions", name+recordExt), Edition: now.Edition, Statements: len(now.Items)}
	for _, was := range all {
		same := slug(was.Edition) == name || was.Edition == "" && slug(was.AsOf) == name
		if same && was.AsOf == now.AsOf && changes.Same(was.Items, now.Items) {
			return done, nil
		}
		if same && !o.Replace {
			return Recorded{}, fmt.Errorf("%w: %q is %w and stated other things", ErrUsage, now.Edition, ErrRecorded)
		}
		if same {
			now.Number = was.Number
			break
		}
		now.Number = max(now.Number, was.Number+1)
	}
	changed, err := accession.Replace(done.File, now.Bytes())
	done.Changed = changed
	return done, err
}

// slug is a name as that of a file: "first-edition".
func slug(name string) string {
	var b strings.Builder
	for _, r := range strings.ToLower(name) {
		switch {
		case unicode.IsLetter(r), unicode.IsDigit(r), unicode.IsMark(r) && b.Len() > 0:
			b.WriteRune(r)
		case b.Len() > 0 && !strings.HasSuffix(b.String(), "-"):
			b.WriteByte('-')
		}
		if b.Len() > longestSlug {
			break
		}
	}
	return strings.TrimRight(b.String(), "-")
}

// longestSlug is about how many bytes a file's name has.
const longestSlug = 80
