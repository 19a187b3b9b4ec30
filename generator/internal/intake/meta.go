package intake

import (
	"path"
	"strings"

	yaml "go.yaml.in/yaml/v4"

	"briefbook/generator/internal/book"
	"briefbook/generator/internal/diag"
)

// field decodes one key into a page's front matter.
type field struct {
	key string
	put func(f *front, m *book.Meta, key string, n *yaml.Node)
}

func str(to func(*book.Meta) *string) func(*front, *book.Meta, string, *yaml.Node) {
	return func(f *front, m *book.Meta, key string, n *yaml.Node) { *to(m) = f.text(key, n) }
}

func word(to func(*book.Meta) *string, words ...string) func(*front, *book.Meta, string, *yaml.Node) {
	return func(f *front, m *book.Meta, key string, n *yaml.Node) { *to(m) = f.oneOf(key, n, words...) }
}

// rightly reads a key that says what may be published. Where it cannot be read the card allows no more than a digest.
func rightly(put func(*front, *book.Meta, string, *yaml.Node)) func(*front, *book.Meta, string, *yaml.Node) {
	return func(f *front, m *book.Meta, key string, n *yaml.Node) {
		before := len(f.diags)
		put(f, m, key, n)
		m.Card.Unclear = m.Card.Unclear || len(f.diags) > before
	}
}

func id(to func(*book.Meta) *book.ID) func(*front, *book.Meta, string, *yaml.Node) {
	return func(f *front, m *book.Meta, key string, n *yaml.Node) {
		if s := f.text(key, n); s != "" {
			if err := CheckID(s); err != nil {
				f.report(diag.Errorf(f.span(n), "bad-id", "%q cannot be an id: %v", s, err))
				return
			}
			*to(m) = idOf(s)
		}
	}
}

var draft = field{"draft", func(f *front, m *book.Meta, key string, n *yaml.Node) { m.Draft = f.truth(key, n) }}
var title = field{"title", str(func(m *book.Meta) *string { return &m.Title })}
var chapter = field{"chapter", id(func(m *book.Meta) *book.ID { return &m.Chapter })}
var order = field{"order", func(f *front, m *book.Meta, key string, n *yaml.Node) { m.Order = f.whole(key, n) }}
var date = field{"date", func(f *front, m *book.Meta, key string, n *yaml.Node) { m.Date = f.date(key, n) }}

// fields are the keys of each kind of page, in the order in which a hint lists them.
func fields(k book.Kind) []field {
	switch k {
	case book.Chapter:
		return chapterFields
	case book.Article:
		return cardFields
	case book.Note:
		return noteFields
	case book.Person:
		return personFields
	case book.Place:
		return placeFields
	default:
		return entryFields
	}
}

var chapterFields = []field{
	title,
	{"from", func(f *front, m *book.Meta, key string, n *yaml.Node) { m.From = f.date(key, n) }},
	{"to", func(f *front, m *book.Meta, key string, n *yaml.Node) { m.To = f.date(key, n) }},
	order,
	{"status", str(func(m *book.Meta) *string { return &m.Status })},
	draft,
}

var noteFields = []field{title, chapter, order, date, draft}

// Licences are the words a card's licence can be, besides any that begins with "cc-".
var Licences = []string{"own-work", "public-domain", "licensed", "in-copyright", "unknown"}

var cardFields = []field{
	title,
	{"publisher", str(func(m *book.Meta) *string { return &m.Card.Publisher })},
	{"agency", str(func(m *book.Meta) *string { return &m.Card.Agency })},
	{"byline", func(f *front, m *book.Meta, key string, n *yaml.Node) { m.Card.Byline = f.list(key, n) }},
	date,
	{"date_basis", word(func(m *book.Meta) *string { return &m.Card.DateBasis }, "stated", "derived", "inferred")},
	{"date_note", str(func(m *book.Meta) *string { return &m.Card.DateNote })},
	{"updated", func(f *front, m *book.Meta, key string, n *yaml.Node) { m.Card.Updated = f.date(key, n) }},
	{"dateline", str(func(m *book.Meta) *string { return &m.Card.Dateline })},
	{"url", webAddress(func(m *book.Meta) *string { return &m.Card.URL })},
	{"archived_url", webAddress(func(m *book.Meta) *string { return &m.Card.ArchivedURL })},
	{"language", str(func(m *book.Meta) *string { return &m.Card.Language })},
	chapter,
	{"rights", rightly(word(func(m *book.Meta) *string { return &m.Card.Rights }, "full", "digest"))},
	{"licence", rightly(licence)},
	{"licence_ref", str(func(m *book.Meta) *string { return &m.Card.LicenceRef })},
	{"holder", str(func(m *book.Meta) *string { return &m.Card.Holder })},
	{"statement", webAddress(func(m *book.Meta) *string { return &m.Card.Statement })},
	{"expires", rightly(func(f *front, m *book.Meta, key string, n *yaml.Node) { m.Card.Expires = f.date(key, n) })},
	{"original", original},
	{"sha256", sum},
	{"paragraphs", paragraphs},
	{"status", word(func(m *book.Meta) *string { return &m.Card.Status }, "superseded", "corrected", "withdrawn")},
	{"superseded_by", id(func(m *book.Meta) *book.ID { return &m.Card.SupersededBy })},
	draft,
}

var entryFields = []field{
	{"name", str(func(m *book.Meta) *string { return &m.Title })},
	{"variants", func(f *front, m *book.Meta, key string, n *yaml.Node) { m.Entry.Variants = f.list(key, n) }},
	{"sort", str(func(m *book.Meta) *string { return &m.Entry.Sort })},
	{"see", see},
	draft,
}

var personFields = append([]field{
	{"korean", str(func(m *book.Meta) *string { return &m.Entry.Korean })},
	{"role", roles},
}, entryFields...)

var placeFields = append([]field{
	{"lat", func(f *front, m *book.Meta, key string, n *yaml.Node) { m.Entry.Lat = degrees(f, key, n, 90) }},
	{"lon", func(f *front, m *book.Meta, key string, n *yaml.Node) { m.Entry.Lon = degrees(f, key, n, 180) }},
	{"plot", func(f *front, m *book.Meta, key string, n *yaml.Node) { m.Entry.Plot = f.truth(key, n) }},
}, entryFields...)

func webAddress(to func(*book.Meta) *string) func(*front, *book.Meta, string, *yaml.Node) {
	return func(f *front, m *book.Meta, key string, n *yaml.Node) {
		s := f.text(key, n)
		if s != "" && !strings.HasPrefix(s, "https://") && !strings.HasPrefix(s, "http://") {
			f.wrong(n, key, "an address that begins with https:// or http://")
			return
		}
		*to(m) = s
	}
}

func licence(f *front, m *book.Meta, key string, n *yaml.Node) {
	if s := f.text(key, n); strings.HasPrefix(s, "cc-") || strings.HasPrefix(s, "cc0") {
		m.Card.Licence = s
		return
	}
	m.Card.Licence = f.oneOf(key, n, append(Licences[:len(Licences):len(Licences)], "cc-by-4.0")...)
}

func original(f *front, m *book.Meta, key string, n *yaml.Node) {
	s := f.text(key, n)
	if s == "" {
		return
	}
	if err := safeName(s); err != nil {
		f.report(diag.Errorf(f.span(n), "bad-path", "%v", err).WithHint("name a file in content/originals"))
		return
	}
	m.Card.Original = path.Clean(s)
}

func sum(f *front, m *book.Meta, key string, n *yaml.Node) {
	s := strings.ToLower(f.text(key, n))
	if s == "" {
		return
	}
	if len(s) != 64 || strings.Trim(s, "0123456789abcdef") != "" {
		f.wrong(n, key, "64 hexadecimal digits")
		return
	}
	m.Card.SHA256 = s
}

// paragraphs are a number, or a list of fingerprints from which the number follows.
func paragraphs(f *front, m *book.Meta, key string, n *yaml.Node) {
	if n.Kind == yaml.ScalarNode {
		m.Card.Paragraphs = f.whole(key, n)
		return
	}
	list := f.list(key, n)
	for _, s := range list {
		if len(s) != 8 || strings.Trim(s, "0123456789abcdef") != "" {
			f.wrong(n, key, "a number, or a list of fingerprints of eight hexadecimal digits each")
			return
		}
	}
	m.Card.Fingerprints, m.Card.Paragraphs = list, len(list)
}

func degrees(f *front, key string, n *yaml.Node, most float64) float64 {
	v, _ := f.number(key, n)
	if v < -most || v > most {
		f.wrong(n, key, "in degrees")
		return 0
	}
	return v
}

func see(f *front, m *book.Meta, key string, n *yaml.Node) {
	for _, s := range f.list(key, n) {
		m.Entry.See = append(m.Entry.See, idOf(s))
	}
}

var roleKeys = []string{"role", "from", "to", "source"}

func roles(f *front, m *book.Meta, key string, n *yaml.Node) {
	if n.Kind == yaml.ScalarNode {
		if s := f.text(key, n); s != "" {
			m.Entry.Roles = []book.Role{{Role: s}}
		}
		return
	}
	items := n.Content
	if n.Kind == yaml.MappingNode {
		items = []*yaml.Node{n}
	}
	for _, item := range items {
		if f.alias(item) {
			continue
		}
		if item.Kind != yaml.MappingNode {
			f.wrong(item, key, "a list of {role, from, to, source}")
			continue
		}
		var r book.Role
		for _, p := range f.pairs(item) {
			switch p.key {
			case "role":
				r.Role = f.text(p.key, p.value)
			case "from":
				r.From = f.date(p.key, p.value)
			case "to":
				r.To = f.date(p.key, p.value)
			case "source":
				r.Source = idOf(f.text(p.key, p.value))
			default:
				f.unknown(p, "a role", roleKeys)
			}
		}
		m.Entry.Roles = append(m.Entry.Roles, r)
	}
}

// ReadMeta decodes the front matter of a page. What is wrong with it is reported; what is right is kept.
func ReadMeta(src *diag.Source, file File) (m *book.Meta, body int, diags []diag.Diagnostic) {
	m = &book.Meta{ID: file.ID, Kind: file.Kind, File: file.Path}
	switch {
	case file.Kind == book.Article:
		m.Card = &book.Card{}
	case file.Kind.IsEntry():
		m.Entry = &book.Entry{Plot: true}
	}
	start, end, body, closed := Split(src.Text)
	// The head of the file is kept apart, so that the body's text can be let go.
	head := diag.NewSource(src.Name, strings.Clone(src.Text[:body]))
	f := &front{src: head}
	if !closed {
		f.report(diag.Errorf(src.Span(start, min(start+3, len(src.Text))), "front-matter",
			"the front matter is not closed").WithHint("end it with a line of three hyphens"))
	}
	table := fields(file.Kind)
	for _, p := range f.parse(start, end) {
		known := false
		for _, field := range table {
			if field.key == p.key {
				field.put(f, m, p.key, p.value)
				f.keep(p)
				known = true
				break
			}
		}
		if !known && !pandocKey(file.Kind, p.key) {
			keys := make([]string, len(table))
			for i, field := range table {
				keys[i] = field.key
			}
			f.unknown(p, file.Kind.WithArticle(), keys)
		}
	}
	if m.Entry != nil {
		m.Entry.HasPoint = m.Kind == book.Place && has(f.keys, "lat") && has(f.keys, "lon")
		m.Entry.Plot = m.Entry.Plot && m.Entry.HasPoint
	}
	m.Source, m.Keys = head, f.keys
	return m, body, f.diags
}

func has(keys map[string][2]int, key string) bool {
	_, ok := keys[key]
	return ok
}
