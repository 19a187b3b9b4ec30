package generator

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"strings"
	"unicode/utf8"

	"briefbook/generator/internal/article"
	"briefbook/generator/internal/book"
	"briefbook/generator/internal/diag"
	"briefbook/generator/internal/edtf"
	"briefbook/generator/internal/intake"
	"briefbook/generator/internal/lint"
	"briefbook/generator/internal/markdown"
	"briefbook/generator/internal/memo"
	"briefbook/generator/internal/outline"
	"briefbook/generator/internal/when"
)

// The steps of a build by rank: each asks only for those above it in this list.
const (
	kindTree      memo.Kind = iota + 1 // what files there are
	kindInfo                           // book.yaml
	kindRead                           // one page: front matter and body
	kindOriginal                       // one captured text, cleaned
	kindDated                          // its date expressions
	kindOutline                        // the order of the book
	kindFolded                         // a source as quotations are looked up in it
	kindHeld                           // all captured texts at hand
	kindLock                           // quotes.lock
	kindQuotes                         // one page's quotations, checked
	kindQuoted                         // all quotations by source
	kindGazetteer                      // the names of all entries
	kindNamed                          // the names in one page and its original
	kindRoll                           // who is named where
	kindWords                          // the words of one original that may not be published
	kindGuarded                        // those of all
	kindCard                           // the words of one page's card that may be published
	kindTitled                         // those of all
	kindSpilled                        // what one page has of them
	kindRefs                           // who cites, links, states what
	kindCoverage                       // what the statements rest on
	kindRecorded                       // the edition on record
	kindSequence                       // the pages of both
	kindDiffering                      // what differs on one page
	kindShare                          // on some pages
	kindChanged                        // what differs from the edition on record
	kindCheck                          // one page's links and citations
	kindReport                         // all checks
	kindLayouts                        // the parsed templates
	kindAssets                         // names of stylesheets, scripts, static files
	kindFiles                          // the list of output files
	kindFile                           // one output file; lazy
)

func lazy(k memo.Kind) bool { return k == kindFile }

// steps makes the values of the graph. It holds what is fixed for a build; everything else it asks for.
type steps struct {
	edition book.Edition
	baseURL string
	parser  *markdown.Parser
	outputs []book.Output
}

// tree is the content folder.
type tree struct {
	*intake.Tree
	byID map[book.ID]intake.File
	sum  memo.Sum
}

type filePart book.ID

func (t *tree) Sum() memo.Sum { return t.sum }

// PartSum implements memo.Parted for filePart.
func (t *tree) PartSum(part any) memo.Sum {
	f, ok := t.byID[book.ID(part.(filePart))]
	return memo.SumOf(fmt.Appendf(nil, "%v %q %v", ok, f.Path, f.Raw))
}

func (s *steps) treeKey() memo.Key { return memo.Key{Kind: kindTree} }

func (s *steps) tree(r *memo.Run) *tree {
	walked, diags := intake.Walk(r)
	r.Report(diags...)
	t := &tree{Tree: walked, byID: make(map[book.ID]intake.File, len(walked.Files))}
	var b bytes.Buffer
	for _, f := range walked.Files {
		t.byID[f.ID] = f
		b.WriteString(f.Path)
		b.WriteByte(0)
	}
	for _, name := range walked.Static {
		b.WriteString(name)
		b.WriteByte(1)
	}
	t.sum = memo.SumOf(b.Bytes())
	return t
}

// file finds a page's file.
func (s *steps) file(r *memo.Run, id book.ID) (intake.File, bool) {
	f := memo.Part(r, s.treeKey(), s.tree, filePart(id), func(t *tree) intake.File { return t.byID[id] })
	return f, f.Path != ""
}

// info is what book.yaml says.
type info struct{ book.Info }

// languagePart is the one thing a page's text needs to know of the book.
type languagePart struct{}

func (i info) Sum() memo.Sum {
	return memo.SumOf(fmt.Appendf(nil, "%q %q", i.AsOf.String(), []string{i.Title, i.Subtitle, i.Language, i.Edition,
		i.Rights, i.Licence, i.Marking, i.BaseURL}))
}

// rightsPart is what decides on the rights of a source, beside its card.
type rightsPart struct{}

// PartSum implements memo.Parted for languagePart and rightsPart.
func (i info) PartSum(part any) memo.Sum {
	if part == (rightsPart{}) {
		return memo.SumOf([]byte(i.Rights + "\x00" + i.AsOf.String()))
	}
	return memo.SumOf([]byte(i.Language))
}

func (s *steps) infoKey() memo.Key { return memo.Key{Kind: kindInfo} }

func (s *steps) info(r *memo.Run) info {
	in, diags := intake.ReadInfo(r.ReadFile("content/book.yaml"))
	r.Report(diags...)
	if s.baseURL != "" {
		in.BaseURL = s.baseURL
	}
	return info{in}
}

// page is one page's file, read.
type page struct {
	meta     *book.Meta
	text     *book.Text
	facts    lint.Facts     // of its wording, for what takes the whole book to tell
	original *book.Original // of a captured text without a card

	sum, metaSum, factsSum memo.Sum
}

type pagePart uint8

const (
	metaPart pagePart = iota
	factsPart
	lengthPart     // number of numbered paragraphs
	quotationsPart // its quotations
	anchorsPart
)

func (p *page) Sum() memo.Sum { return p.sum }

// PartSum implements memo.Parted.
func (p *page) PartSum(part any) memo.Sum {
	switch part.(pagePart) {
	case metaPart:
		return p.metaSum
	case factsPart:
		return p.factsSum
	case lengthPart:
		return memo.SumOf(fmt.Append(nil, p.text.Paragraphs))
	case quotationsPart:
		if len(p.text.Quotations) == 0 {
			return memo.Sum{}
		}
		return p.sum
	default:
		return memo.SumOf([]byte(strings.Join(p.text.Anchors, "\n")))
	}
}

func (p *page) Meta() *book.Meta { return p.meta }

func (s *steps) readKey(f intake.File) memo.Key { return memo.Key{Kind: kindRead, Name: f.Path} }

// read parses one page's file.
func (s *steps) read(f intake.File) func(*memo.Run) *page {
	return func(r *memo.Run) *page {
		data, err := r.ReadFile(f.Path)
		if err != nil {
			r.Report(unreadable(f.Path, err)...)
		}
		language := memo.Part(r, s.infoKey(), s.info, languagePart{}, func(i info) string { return i.Language })
		bytes := memo.SumOf(data)
		p := &page{sum: memo.SumOf(append(bytes[:], language...))}
		if f.Raw {
			over, decided := override(r, f.Path)
			p.sum = memo.SumOf(append(p.sum[:], decided...))
			o := article.Clean(data, path.Base(f.Path), over)
			r.Report(followed(f.Path, over, o, data)...)
			p.capture(f, o)
			return p
		}
		src := diag.NewSource(f.Path, string(data))
		if !utf8.ValidString(src.Text) {
			r.Report(invalid(src))
			src = diag.NewSource(f.Path, strings.ToValidUTF8(src.Text, "\uFFFD"))
		}
		meta, body, diags := intake.ReadMeta(src, f)
		r.Report(diags...)
		options := markdown.Options{Kind: f.Kind, ID: f.ID, Title: meta.Title, Language: language}
		var prose *book.Prose
		verbatim := s.verbatim(r, meta)
		if !verbatim {
			options.Prose = func(read *book.Prose) { prose = read }
		}
		text, diags := s.parser.Parse(src, body, options)
		r.Report(diags...)
		if verbatim { // the words of a source stay as they are
			p.sum = memo.SumOf(append(p.sum[:], 'v'))
		} else {
			diags, p.facts = lint.Check(lint.Page{Kind: f.Kind, Language: language, Text: text, Prose: prose, At: meta.At("title")})
			r.Report(diags...)
		}
		if f.Kind != book.Article { // the title of a source is quoted as it stands
			meta.Title = markdown.Typeset(meta.Title, language)
		}
		p.meta, p.text = meta, text
		switch {
		case err != nil:
		case meta.Title == "":
			r.Report(p.name(src)...)
		case f.Kind == book.Article && meta.Card.Original != "" && lead(text) == "":
			r.Report(undigested(src, "%s has no digest", meta.ID))
		}
		p.metaSum = memo.SumOf([]byte(f.Path + "\x00" + meta.Source.Text + "\x00" + meta.Title))
		p.factsSum = outline.FactsSum(text, p.sum)
		return p
	}
}

// verbatim reports whether the text of a page is that of a source, as the card says or the rights of the book.
func (s *steps) verbatim(r *memo.Run, m *book.Meta) bool {
	c := m.Card
	switch {
	case c == nil, c.Original != "":
		return false
	case c.Rights != "":
		return c.Rights == "full"
	}
	return rights(c, memo.Part(r, s.infoKey(), s.info, rightsPart{}, func(i info) book.Info { return i.Info })) == "full"
}

func unreadable(name string, err error) []diag.Diagnostic {
	at := diag.NewSource(name, "").Whole()
	switch {
	case errors.Is(err, fs.ErrNotExist): // it went while we looked; the next round will know
		return nil
	case errors.Is(err, intake.ErrTooLarge):
		return []diag.Diagnostic{diag.Errorf(at, "too-large", "the file is larger than %d MiB and is left out", intake.Limit>>20).
			WithHint("a page is text; put large files in content/static or content/originals")}
	}
	return []diag.Diagnostic{diag.Errorf(at, "unreadable", "the file cannot be read: %v", cause(err))}
}

// cause is a file error without the operation and the path.
func cause(err error) error {
	var p *fs.PathError
	if errors.As(err, &p) {
		return p.Err
	}
	return err
}

// invalid marks the first byte that is not UTF-8.
func invalid(src *diag.Source) diag.Diagnostic {
	at := 0
	for at < len(src.Text) {
		c, size := utf8.DecodeRuneInString(src.Text[at:])
		if c == utf8.RuneError && size == 1 {
			break
		}
		at += size
	}
	return diag.Errorf(src.Span(at, at+1), "invalid-utf8", "the file is not valid UTF-8; unreadable bytes are shown as \uFFFD").
		WithHint("save it as UTF-8")
}

// name gives a page without a title the best one there is: an article a label made from its digest, any other
// page its id.
func (p *page) name(src *diag.Source) []diag.Diagnostic {
	m := p.meta
	if m.Kind == book.Article {
		m.Made = true
		if lead := lead(p.text); lead != "" {
			m.Title = lead
			return nil
		}
		m.Title = string(m.ID)
		return []diag.Diagnostic{undigested(src, "%s has neither a title nor a digest", m.ID)}
	}
	first, n := utf8.DecodeRuneInString(string(m.ID))
	m.Title = strings.ToUpper(string(first)) + strings.ReplaceAll(string(m.ID[n:]), "-", " ")
	key := "title"
	if m.Kind.IsEntry() {
		key = "name"
	}
	return []diag.Diagnostic{diag.Warnf(src.Whole(), "no-title", "this %s has no %s", m.Kind, key).
		WithHint("begin the file with ---, \"%s: …\", ---", key)}
}

func undigested(src *diag.Source, format string, id book.ID) diag.Diagnostic {
	return diag.Warnf(src.Whole(), "no-digest", format, id).WithHint("say below the front matter, in your own words, what the source says")
}

// longestLabel is how many characters of a digest serve as a label.
const longestLabel = 72

// lead is the beginning of a text, cut at a word.
func lead(t *book.Text) string {
	for _, s := range t.Sections {
		if s.Body == nil {
			continue
		}
		if words := strings.Join(strings.Fields(s.Body.Text()), " "); words != "" {
			return label(words)
		}
	}
	return ""
}

func label(words string) string {
	if i := strings.IndexAny(words, ".!?"); i > 0 && utf8.RuneCountInString(words[:i]) <= longestLabel {
		return words[:i]
	}
	runes := []rune(words)
	if len(runes) <= longestLabel {
		return words
	}
	cut := string(runes[:longestLabel])
	if i := strings.LastIndexByte(cut, ' '); i > 0 {
		cut = cut[:i]
	}
	return strings.TrimRight(cut, " ,;:") + " …"
}

// capture makes a page of a text without a card: its front matter is what was detected.
func (p *page) capture(f intake.File, o *book.Original) {
	o.File = captureRoute(f.ID, f.Path)
	card := &book.Card{
		Publisher: o.Publisher.Text, Agency: o.Agency.Text, Dateline: o.Dateline.Text, Language: o.Language, Byline: o.Byline.List,
		URL: o.URL.Text, Original: path.Base(f.Path), SHA256: o.SHA256, Paragraphs: len(o.Paragraphs),
	}
	card.Updated, _ = edtf.Parse(o.Updated.Text)
	p.meta = &book.Meta{ID: f.ID, Kind: f.Kind, File: f.Path, Title: o.Title.Text, Card: card, Source: diag.NewSource(f.Path, "")}
	if o.Date.Text != "" {
		p.meta.Date, card.DateBasis, card.DateNote = published(o), "stated", o.Date.Basis
	} else if span, evidence, ok := when.Infer(o.Paragraphs, o.Language); ok {
		p.meta.Date, card.DateBasis, card.DateNote = span, "inferred", reasons(evidence)
	}
	if p.meta.Title == "" {
		p.meta.Title, p.meta.Made = string(f.ID), true
	}
	p.text, p.original = &book.Text{}, o
	p.metaSum = memo.SumOf(append([]byte(f.Path), p.sum[:]...))
}
