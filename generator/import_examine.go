package generator

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"briefbook/generator/internal/accession"
	"briefbook/generator/internal/article"
	"briefbook/generator/internal/book"
	"briefbook/generator/internal/capture"
	"briefbook/generator/internal/diag"
	"briefbook/generator/internal/shingle"
	"briefbook/generator/internal/when"
)

// candidate is a file on its way into the book.
type candidate struct {
	*Imported
	source   accession.Source
	files    accession.Files
	shingles shingle.Set
	key      textKey
}

// examine finds out all that a file tells by itself. It may run beside others.
func (m *Importer) examine(ctx context.Context, in input) (c *candidate) {
	c = &candidate{Imported: blank(in.name)}
	defer func() {
		// One file that a rule was not made for must not cost the other nine hundred and ninety-nine.
		if fault := recover(); fault != nil {
			c.fail(fmt.Errorf("a fault of briefbook, please report it with the file: %v", fault))
		}
	}()
	if err := m.clean(ctx, c, in); err != nil {
		c.fail(err)
	}
	return c
}

var (
	errNothing = errors.New("it is empty")
	errBinary  = errors.New("it is no text: most of it is binary data")
)

func (m *Importer) clean(ctx context.Context, c *candidate, in input) error {
	raw, err := in.read()
	if err != nil {
		return err
	}
	sum := sumOf(raw)
	c.SHA256 = &sum
	c.files = accession.Files{Ext: strings.ToLower(filepath.Ext(in.name)), Raw: raw}
	if len(raw) == 0 {
		return errNothing
	}
	doc, err := m.reader.Text(ctx, raw, in.place)
	if err != nil {
		return err
	}
	text, name := raw, "source"+c.files.Ext
	c.more.textSum = sum
	if book.IsDocument(name) {
		text, name = []byte(doc.Text), name+book.TextExt
		c.files.Text, c.more.textSum = text, sumOf(text)
	}
	over, err := c.decided(in, name)
	if err != nil {
		return err
	}
	o := article.Clean(text, name, over)
	if err := readable(o); err != nil {
		return err
	}
	if slices.Contains(o.Flags, article.FlagOverrideIgnored) {
		c.files.Lines = nil // in the book they would be of no use either
	}
	c.source = accession.Source{
		Name: filepath.Base(in.name), Ext: c.files.Ext, SHA256: sum, By: doc.By, Original: o,
		Fingerprints: article.Fingerprints(o.Paragraphs),
		Properties:   accession.Properties{Title: doc.Info.Title, Author: doc.Info.Author, Created: doc.Info.Created},
	}
	c.shingles, c.key = shingle.Of(o.Paragraphs), m.known.key(name, text, c.files.Lines)
	c.tell(doc)
	return nil
}

// decided reads what a person decided about the lines of the text, name.
func (c *candidate) decided(in input, name string) (article.Lines, error) {
	data, err := in.lines()
	if err != nil {
		return article.Lines{}, fmt.Errorf("read %s: %w", filepath.Base(in.name)+book.LinesExt, err)
	}
	if data == nil {
		return article.Lines{}, nil
	}
	over, diags := article.ReadLines(diag.NewSource(name+book.LinesExt, string(data)))
	for _, d := range diags {
		if d.Level == Error {
			return article.Lines{}, fmt.Errorf("read %s: %s", filepath.Base(in.name)+book.LinesExt, d.Text)
		}
	}
	c.files.Lines = data
	return over, nil
}

// readable refuses what holds no text: nothing but blanks, or more than a tenth of characters that no text has.
func readable(o *book.Original) error {
	all, odd := 0, 0
	look := func(s string) {
		for _, r := range s {
			all++
			if r == utf8.RuneError || unicode.IsControl(r) && !unicode.IsSpace(r) {
				odd++
			}
		}
	}
	look(o.Title.Text)
	for _, s := range o.Paragraphs {
		look(s)
	}
	for _, h := range o.Headings {
		look(h.Text)
	}
	for _, r := range o.Receipts {
		look(r.Text)
	}
	switch {
	case all == 0:
		return errNothing
	case 10*odd > all:
		return errBinary
	}
	return nil
}

// tell fills in the record from the cleaned text.
func (c *candidate) tell(doc capture.Document) {
	o, i := c.source.Original, c.Imported
	i.Title, i.Publisher, i.Agency = told(o.Title), told(o.Publisher), told(o.Agency)
	i.Updated, i.Dateline, i.URL = told(o.Updated), told(o.Dateline), told(o.URL)
	i.Byline = StatedNames{Value: o.Byline.List, Basis: orNull(o.Byline.Basis)}
	if len(i.Byline.Value) == 0 {
		i.Byline.Value = nil
	}
	date := told(o.Date)
	i.Date.Value, i.Date.Basis, i.Date.Flags = date.Value, date.Basis, append(i.Date.Flags, o.DateFlags...)
	i.Language, i.RightsHint, i.Flags = orNull(o.Language), orNull(o.RightsHint), listOf(o.Flags)
	i.Paragraphs, i.Import.By = listOf(o.Paragraphs), orNull(doc.By)
	for _, h := range o.Headings {
		i.Headings = append(i.Headings, Crosshead{h.Before, h.Text})
	}
	for _, r := range o.Receipts {
		i.Dropped = append(i.Dropped, Dropped{[2]int{r.First, r.Last}, r.Reason, r.Text})
	}
	if o.Date.Text == "" {
		c.infer()
	}
	for n, text := range o.Paragraphs {
		i.more.words += len(strings.Fields(text))
		i.Dates = append(i.Dates, expressions(n+1, text, when.Find(text, published(o), o.Language))...)
	}
}

func told(v book.Value) Stated { return Stated{orNull(v.Text), orNull(v.Basis)} }

// infer gives a text without a date the range that its own sentences allow.
func (c *candidate) infer() {
	o := c.source.Original
	date, evidence, ok := when.Infer(o.Paragraphs, o.Language)
	if !ok || date.IsZero() {
		return
	}
	c.source.Inferred, c.source.Working = date, reasons(evidence)
	d := &c.Date
	d.Range = []string{end(date.OpenStart(), date.Start().String()), end(date.OpenEnd(), date.End().String())}
	d.RangeBasis, d.Flags = orNull(c.source.Working), append(d.Flags, "inferred")
	for _, e := range evidence {
		d.Evidence = append(d.Evidence, Sentence{e.Para, e.Sentence, e.Says})
	}
}

func end(open bool, date string) string {
	if open {
		return ".."
	}
	return date
}

// expressions are the date expressions of one paragraph, their places counted in characters.
func expressions(paragraph int, text string, found []when.Expression) []Expression {
	out := make([]Expression, 0, len(found))
	at, chars := 0, 0
	count := func(to int) int {
		if to < at { // not in order: count anew
			at, chars = 0, 0
		}
		chars += utf8.RuneCountInString(text[at:to])
		at = to
		return chars
	}
	for _, e := range found {
		start := count(e.Start)
		out = append(out, Expression{
			Paragraph: paragraph, Start: start, End: count(e.End), Text: e.Text,
			Type: string(e.Type), Value: e.Value, Certainty: string(e.Certainty),
		})
	}
	return out
}
