package intake

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	yaml "go.yaml.in/yaml/v4"

	"briefbook/generator/internal/book"
	"briefbook/generator/internal/diag"
)

// printed is what an author would read.
func printed(diags []diag.Diagnostic) string {
	var b strings.Builder
	for _, d := range diag.Sort(diags) {
		_ = d.Print(&b)
	}
	return b.String()
}

func need(t *testing.T, diags []diag.Diagnostic, lines ...string) {
	t.Helper()
	text := printed(diags)
	for _, l := range lines {
		if !strings.Contains(text, l) {
			t.Errorf("nothing says %q; said:\n%s", l, text)
		}
	}
	if len(lines) == 0 && text != "" {
		t.Errorf("said, and should not:\n%s", text)
	}
}

type mapLister struct{ fstest.MapFS }

func (m mapLister) ReadDir(name string) ([]fs.DirEntry, error) { return fs.ReadDir(m.MapFS, name) }

func tree(names ...string) mapLister {
	m := fstest.MapFS{}
	for _, n := range names {
		m[n] = &fstest.MapFile{Data: []byte("x")}
	}
	return mapLister{m}
}

func TestWalk(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name   string
		files  []string
		want   string // ids found
		static string
		says   []string
	}{
		{"every kind", []string{
			"content/book.yaml", "content/quotes.lock", "content/originals/a.txt", "content/README.md",
			"content/chapters/one.md", "content/articles/a-2014.md", "content/articles/b.txt", "content/articles/c.HTML",
			"content/notes/deep/er/n.md", "content/people/p.md", "content/organisations/o.md", "content/places/pl.md", "content/terms/t.md",
			"content/static/CNAME", "content/static/img/map.png",
		}, "a-2014 b* c* one n o p pl t", "CNAME img/map.png", nil},
		{"droppings of editors are not seen", []string{"content/notes/.#n.md", "content/notes/n.md~", "content/notes/.n.md.swp", "content/notes/4913", "content/notes/#n.md#", "content/.DS_Store"}, "", "", nil},
		{"two files with one id name both", []string{"content/notes/x.md", "content/people/x.md"}, "x", "",
			[]string{`content/people/x.md: error: the id "x" is already taken by content/notes/x.md [duplicate-id]`, "rename one of"}},
		{"ids that differ in case alone are one on some systems", []string{"content/notes/Café.md", "content/terms/café.md"}, "Café", "", []string{"duplicate-id"}},
		{"a card and a raw text with one id", []string{"content/articles/a.md", "content/articles/a.txt"}, "a", "", []string{"content/articles/a.txt: error: the id \"a\""}},
		{"a folder that is nearly known", []string{"content/peple/x.md"}, "", "", []string{"unknown-place", `did you mean "content/people"?`}},
		{"editions on record", []string{"content/editions/first.txt"}, "", "", nil},
		{"a file that belongs nowhere", []string{"content/stray.md"}, "", "", []string{"content/stray.md: warning: this is not part of the book [unknown-place]"}},
		{"a file of another sort", []string{"content/notes/n.docx", "content/articles/a.pdf"}, "", "", []string{"content/notes/n.docx: warning", "content/articles/a.pdf: warning"}},
		{"a name that would leave the output", []string{"content/notes/a..md", "content/notes/a\\b.md", "content/notes/con.md", "content/notes/a b.md"}, "", "",
			[]string{"a..md: error", "a\\b.md: error", "con.md: error", "a b.md: error", "[bad-id]"}},
		{"nothing at all", nil, "", "", nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			got, diags := Walk(tree(c.files...))
			var ids []string
			for _, f := range got.Files {
				id := string(f.ID)
				if f.Raw {
					id += "*"
				}
				ids = append(ids, id)
			}
			if s := strings.Join(ids, " "); s != c.want {
				t.Errorf("found %q, want %q", s, c.want)
			}
			if s := strings.Join(got.Static, " "); s != c.static {
				t.Errorf("static %q, want %q", s, c.static)
			}
			need(t, diags, c.says...)
		})
	}
}

func TestLinks(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	write := func(name, text string) {
		name = filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	link := func(to, name string) {
		if err := os.Symlink(to, filepath.Join(dir, name)); err != nil {
			t.Fatal(err)
		}
	}
	write("secret/key.md", "secret")
	write("content/notes/a.md", "a")
	write("content/shared/b.md", "b")
	link("../../secret/key.md", "content/notes/out.md")
	link("../../secret", "content/notes/folder")
	link("../shared/b.md", "content/notes/in.md")
	link(".", "content/notes/loop")
	link("nowhere.md", "content/notes/dangling.md")
	disk := NewDisk(map[string]string{"content": filepath.Join(dir, "content")})
	got, diags := Walk(disk)
	var ids []string
	for _, f := range got.Files {
		ids = append(ids, string(f.ID))
	}
	if s := strings.Join(ids, " "); s != "a in" {
		t.Errorf("found %q, want the file and the link that stays inside", s)
	}
	for _, name := range []string{"out.md", "folder", "loop", "dangling.md"} {
		need(t, diags, "content/notes/"+name+": error: this symbolic link leaves the content folder and is not followed [link-leaves]")
	}
	if text := printed(diags); strings.Contains(text, dir) {
		t.Errorf("a path of the machine in %s", text)
	}
}

func TestDisk(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	place := filepath.Join(dir, "big.md")
	f, err := os.Create(place)
	if err != nil {
		t.Fatal(err)
	}
	if err := f.Truncate(50 << 20); err != nil {
		t.Fatal(err)
	}
	f.Close()
	if err := os.WriteFile(filepath.Join(dir, "ok.md"), []byte("text"), 0o644); err != nil {
		t.Fatal(err)
	}
	disk := NewDisk(map[string]string{"content": dir, "layouts": ""})
	if _, err := fs.ReadFile(disk, "content/big.md"); !errors.Is(err, ErrTooLarge) {
		t.Errorf("a file of 50 MB: %v", err)
	}
	if data, err := fs.ReadFile(disk, "content/ok.md"); err != nil || string(data) != "text" {
		t.Errorf("%q, %v", data, err)
	}
	for _, name := range []string{"content/../x", "/etc/passwd", "other/x", "layouts/x.html", "content/none.md", "content"} {
		if _, err := fs.ReadFile(disk, name); err == nil {
			t.Errorf("%s can be read", name)
		} else if strings.Contains(err.Error(), dir) {
			t.Errorf("a path of the machine in %v", err)
		}
	}
	if name, ok := disk.Name(filepath.Join(dir, "notes", "a.md")); !ok || name != "content/notes/a.md" {
		t.Errorf("Name gives %q, %v", name, ok)
	}
	if name, ok := disk.Name(filepath.Dir(dir)); ok {
		t.Errorf("Name gives %q to a place outside", name)
	}
}

const card = `---
title: "A meeting at the bridge"
publisher: Meridian Herald
byline: [Ada Example, Bram Example]
date: 2014-02-12
date_basis: stated
url: https://meridian.example/1
rights: digest
original: a.txt
sha256: 0000000000000000000000000000000000000000000000000000000000000000
paragraphs: 6
---
The digest.
`

func read(text string, kind book.Kind) (*book.Meta, int, []diag.Diagnostic) {
	name := "content/" + kind.Folder() + "/x.md"
	return ReadMeta(diag.NewSource(name, text), File{Path: name, Kind: kind, ID: "x"})
}

func TestReadMeta(t *testing.T) {
	t.Parallel()
	m, body, diags := read(card, book.Article)
	need(t, diags)
	if m.Title != "A meeting at the bridge" || m.Card.Publisher != "Meridian Herald" || len(m.Card.Byline) != 2 ||
		m.Date.String() != "2014-02-12" || m.Card.Paragraphs != 6 || m.Card.Original != "a.txt" || card[body:] != "The digest.\n" {
		t.Errorf("read %+v %+v, body at %d", m, m.Card, body)
	}
	if at := m.At("title"); card[at.Start:at.End] != `"A meeting at the bridge"` {
		t.Errorf("the title stands at %q", card[at.Start:at.End])
	}

	p, _, diags := read("---\nname: Moon Jae-in\nkorean: 문재인\nvariants: [Moon]\nrole:\n  - {role: President, from: 2017, to: 2022, source: a}\nsee: [b, c]\n---\n", book.Person)
	need(t, diags)
	if p.Title != "Moon Jae-in" || p.Entry.Korean != "문재인" || len(p.Entry.Roles) != 1 || p.Entry.Roles[0].From.String() != "2017" || len(p.Entry.See) != 2 {
		t.Errorf("read %+v %+v", p, p.Entry)
	}
	pl, _, diags := read("---\nname: Panmunjom\nlat: 37.956\nlon: 126.677\n---\n", book.Place)
	need(t, diags)
	if !pl.Entry.HasPoint || !pl.Entry.Plot || pl.Entry.Lat != 37.956 {
		t.Errorf("read %+v", pl.Entry)
	}
}

func TestReadMetaMistakes(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name, text string
		kind       book.Kind
		says       []string
		body       string
	}{
		{"unknown key", "---\ntitle: A\npublischer: B\n---\nbody", book.Article,
			[]string{`content/articles/x.md:3:1: error: unknown key "publischer" [unknown-key]`, `did you mean "publisher"?`}, "body"},
		{"unknown key like none", "---\nzzz: B\n---\nbody", book.Note, []string{`error: unknown key "zzz"`, "a note has title, chapter, order, date, draft"}, "body"},
		{"bad date", "---\ndate: 2018-02-30\n---\n", book.Note, []string{"content/notes/x.md:2:7: error:", "[bad-date]", "2018-02-30"}, ""},
		{"a word that cannot be", "---\nrights: fulll\n---\n", book.Article, []string{`"rights" cannot be "fulll" [bad-value]`, `did you mean "full"?`}, ""},
		{"not closed", "---\ntitle: A\n\nbody", book.Note, []string{"content/notes/x.md:1:1: error: the front matter is not closed"}, "---\ntitle: A\n\nbody"},
		{"syntax", "---\ntitle: A: B\n---\nbody", book.Note, []string{"content/notes/x.md:2:", "[yaml-syntax]"}, "body"},
		{"a bomb", "---\na: &a [x,x]\nb: &b [*a,*a]\ntitle: *b\n---\nbody", book.Note, []string{"[yaml-alias]"}, "body"},
		{"a list where a word belongs", "---\ntitle: [a]\n---\n", book.Note, []string{`"title" must be plain text [bad-value]`}, ""},
		{"a key twice", "---\ntitle: a\ntitle: b\n---\n", book.Note, []string{"[key-twice]"}, ""},
		{"a path that leaves", "---\noriginal: ../../etc/passwd\n---\n", book.Article, []string{"[bad-path]", "leaves the folder of the originals"}, ""},
		{"an id that leaves", "---\nchapter: ../x\n---\n", book.Note, []string{`content/notes/x.md:2:10: error: "../x" cannot be an id`}, ""},
		{"degrees", "---\nlat: 137\nlon: 1\n---\n", book.Place, []string{`"lat" must be in degrees`}, ""},
		{"a scalar alone", "---\njust words\n---\nbody", book.Note, []string{"must be a list of keys and values"}, "body"},
		{"too long", "---\ntitle: " + strings.Repeat("x", longestFront) + "\n---\nbody", book.Note, []string{"[front-matter-too-long]"}, "body"},
		{"none at all", "only a body", book.Note, nil, "only a body"},
		{"empty", "---\n---\nbody", book.Note, nil, "body"},
		{"keys left to be filled in", "---\ntitle: A\nagency:\nbyline:\ndate:\n# url:\n---\nbody", book.Article, nil, "body"},
		{"pandoc's own keys in a note", "---\ntitle: A\nauthor:\n  - name: Ada\nbibliography: [refs.json]\nnocite: |\n  @a, @b\nlang: en-GB\ntoc: true\n---\nbody", book.Note, nil, "body"},
		{"pandoc's own keys in a card", "---\ntitle: A\nbibliography: refs.json\n---\nbody", book.Article, []string{`unknown key "bibliography" [unknown-key]`}, "body"},
		{"nearly one of pandoc's keys", "---\nautor: Ada\n---\nbody", book.Note, []string{`unknown key "autor" [unknown-key]`}, "body"},
		{"a byte order mark and Windows lines", "\uFEFF---\r\ntitle: A\r\n---\r\nbody", book.Note, nil, "body"},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			_, body, diags := read(c.text, c.kind)
			need(t, diags, c.says...)
			if c.text[body:] != c.body {
				t.Errorf("the body is %q, want %q", c.text[body:], c.body)
			}
		})
	}
}

func TestReadInfo(t *testing.T) {
	t.Parallel()
	in, diags := ReadInfo([]byte("title: T\nlanguage: ko\nas_of: 2021-07-29\nbase_url: https://example.org/book\n"), nil)
	need(t, diags)
	if in.Title != "T" || in.Language != "ko" || in.BaseURL != "https://example.org/book/" || in.Rights != "digest" {
		t.Errorf("%+v", in)
	}
	_, diags = ReadInfo([]byte("titel: T\nlanguage: english!\nrights: all\nbase_url: example\n"), nil)
	need(t, diags, `content/book.yaml:1:1: error: unknown key "titel"`, `did you mean "title"?`, "language tag", `"rights" cannot be "all"`, `"base_url"`)
	in, diags = ReadInfo(nil, fs.ErrNotExist)
	need(t, diags, "[no-book]")
	if in.Title == "" || in.Language != "en" {
		t.Errorf("%+v", in)
	}
}

func FuzzReadMeta(f *testing.F) {
	f.Add(card)
	f.Add("---\na: &a [*a]\n---\n")
	f.Add("---\n? [x]\n: - y\n---\n")
	f.Add("---\nrole: [{role: a, from: 2017}, 3]\nlat: .nan\n---\n")
	f.Fuzz(func(t *testing.T, text string) {
		text = strings.ToValidUTF8(text, "\uFFFD")
		for _, k := range book.Kinds {
			m, body, diags := read(text, k)
			if m == nil || body < 0 || body > len(text) {
				t.Fatalf("body at %d of %d", body, len(text))
			}
			_ = printed(diags)
			for key := range m.Keys {
				at := m.At(key)
				if at.Start < 0 || at.End < at.Start || at.End > len(at.Source.Text) {
					t.Fatalf("key %q stands at %d–%d", key, at.Start, at.End)
				}
			}
		}
	})
}

func BenchmarkReadMeta(b *testing.B) {
	src := diag.NewSource("content/articles/x.md", card)
	b.ReportAllocs()
	for b.Loop() {
		ReadMeta(src, File{Path: "content/articles/x.md", Kind: book.Article, ID: "x"})
	}
}

func BenchmarkWalk(b *testing.B) {
	var names []string
	for i := range 10_000 {
		names = append(names, fmt.Sprintf("content/articles/a%05d.md", i))
	}
	l := tree(names...)
	for b.Loop() {
		Walk(l)
	}
}

// What is read without the YAML library is read as the library reads it.
func FuzzPlainPairs(f *testing.F) {
	for _, text := range []string{
		"title: A\n", "title: \"A b\"\n", "date: 2018-06-01\nurl: https://example.org/a\n", "a: 'b'\n", "a: 1_000\n", "a: 0x1F\n", "a: b:c\n",
		"a: b,c\r\nb: d\r\n", "a: 12:30:45\n", "a: .inf\n", "a: 2018-06-01T10:00:00Z\n", "a: b - c\n", "title: \"판문점\"\n", "a: \"b\"", "a: b/c\n\n",
		"# a remark\na: b  # another\n", "a: \"b\" # c\n", "a: [b, 1e10, 0123]\n", "a: [b,\n  c]  # d\nb: c\n", "a: # b\n", "a: b#c\n", "a: b #c\n", "a: []\n",
		"a: [b, ]\n", "a: [b: c]\n", "# \\ \u00e9\na: b\n", "a: [b\n  # c\n  , d]\n", "a: [null]\n", "a: [\"b c\", d]\n", "a: [b #c]\n", "a: [b, c #d\n  ]\n", "a: [x]# y\n",
		"a: b\n  # c\nd: e\n", "a: b\n  # c\n  d\n", "  # c\na: b\n", "a: [b,\n  # c\n  d]\n",
	} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		fast := frontOf(text)
		got, ok := fast.plainPairs(text)
		if !ok {
			return
		}
		slow := frontOf(text)
		want := slow.yamlPairs(text)
		if len(slow.diags) > 0 || len(got) != len(want) {
			t.Fatalf("%q: read %d pairs, the library %d: %s", text, len(got), len(want), printed(slow.diags))
		}
		for i := range got {
			g, w := got[i], want[i]
			if g.key != w.key || g.at != (diag.Span{Source: g.at.Source, Start: w.at.Start, End: w.at.End}) ||
				g.value.Kind != w.value.Kind || fmt.Sprint(values(fast, g)) != fmt.Sprint(values(slow, w)) || len(fast.diags) != len(slow.diags) {
				t.Fatalf("%q: key %q: %q, the library %q: %q", text, g.key, g.value.Value, w.key, w.value.Value)
			}
			if a, b := fast.span(g.value), slow.span(w.value); a.Start != b.Start || a.End != b.End {
				t.Fatalf("%q: the value of %q stands at %d–%d, for the library at %d–%d", text, g.key, a.Start, a.End, b.Start, b.End)
			}
		}
	})
}

// values is what a key holds, as text or list.
func values(f *front, p pair) []string {
	if p.value.Kind == yaml.SequenceNode {
		return append(f.list(p.key, p.value), "a list")
	}
	return []string{f.text(p.key, p.value)}
}

func frontOf(text string) *front {
	f := &front{src: diag.NewSource("f", text), keys: map[string][2]int{}, lines: []int{0}}
	for i := range len(text) {
		if text[i] == '\n' {
			f.lines = append(f.lines, i+1)
		}
	}
	return f
}
