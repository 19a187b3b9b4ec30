package generator

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync/atomic"
	"testing"

	"briefbook/generator/internal/book"
	"briefbook/generator/internal/when"
)

const boardText = `date 2019-03-01 Board meets at the quay

The board of the harbour met at the quay on Friday and heard what the yard had to say about the engine of the boat.

Nobody asked the passengers, who stood outside in the rain and were told of the decision by the man who sells the tickets.
`

// importAll imports names below dir and returns what became of each file.
func importAll(t *testing.T, dir string, o ImportOptions, names ...string) ([]*Imported, ImportSummary) {
	t.Helper()
	o.Dir = dir
	m, err := NewImporter(o)
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		m.Find(name)
	}
	var all []*Imported
	sum, err := m.Run(context.Background(), nil, func(i *Imported) error {
		all = append(all, i)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return all, sum
}

// fates tells what became of files, one a line.
func fates(all []*Imported) string {
	var b strings.Builder
	for _, i := range all {
		fmt.Fprintf(&b, "%s: %s %s\n", i.File, i.Import.Status, orEmpty(i.Import.ID)+orEmpty(i.Error))
	}
	return b.String()
}

// Of a batch with everything in it that goes wrong, the rest is imported.
func TestImportSurvives(t *testing.T) {
	t.Parallel()
	dir := lay(t, map[string]string{
		"in/a.txt": boardText, "in/empty.html": " ", "in/noise.txt": string(noise(4000)), "in/broken.docx": "PK\x03\x04 and no more",
		"in/sub/b.txt": strings.ReplaceAll(boardText, "03-01", "03-02"), "in/odd \x1b[31m\nname.txt": strings.ReplaceAll(boardText, "03-01", "03-03"),
		"in/c.txt.lines": "not asked for", "in/.git/d.txt": boardText, "in/shut/e.txt": boardText,
		"elsewhere/f.txt": strings.ReplaceAll(boardText, "03-01", "03-04"), "elsewhere/deep/g.txt": boardText,
	})
	for name, to := range map[string]string{
		"in/link.txt": "../elsewhere/f.txt", "in/loop": "..", "in/dir.txt": "../elsewhere/deep", "in/gone.txt": "nowhere.txt",
	} {
		if err := os.Symlink(to, filepath.Join(dir, name)); err != nil {
			t.Skip("no symbolic links here:", err)
		}
	}
	shut := filepath.Join(dir, "in/shut")
	if err := os.Chmod(shut, 0); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.Chmod(shut, 0o755) })
	all, sum := importAll(t, dir, ImportOptions{}, "in")
	want := `in/a.txt: imported uncredited-2019-03-01
in/broken.docx: failed …
in/empty.html: failed it is empty
in/gone.txt: failed no such file or directory
in/link.txt: imported uncredited-2019-03-04
in/noise.txt: failed it is no text: most of it is binary data
` + "in/odd \x1b[31m\nname.txt: imported uncredited-2019-03-03" + `
in/shut: failed list the folder: permission denied
in/sub/b.txt: imported uncredited-2019-03-02
`
	failed := 5
	if os.Getuid() == 0 { // whom no folder is shut to
		want = strings.Replace(want, "in/shut: failed list the folder: permission denied", "in/shut/e.txt: held uncredited-2019-03-01", 1)
		failed = 4
	}
	for _, i := range all {
		if i.File == "in/broken.docx" && i.Error != nil {
			*i.Error = "…" // is capture's to say
		}
	}
	if got := fates(all); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	if sum.Failed != failed || sum.Imported != 4 || sum.Skipped != 3 || sum.Left != 0 { // .git, loop, dir.txt
		t.Errorf("%+v", sum)
	}
}

// noise is bytes of every value.
func noise(n int) []byte {
	b := make([]byte, n)
	x := uint32(1)
	for i := range b {
		x = x*1664525 + 1013904223
		b[i] = byte(x >> 24)
	}
	return b
}

// A text that another has most of is imported and said to be near, within a batch and against the book.
func TestImportNear(t *testing.T) {
	t.Parallel()
	more := "\nThe engine will be tested in the last week of the month, when the harbour is free of ice, and the tide is high at noon.\n"
	dir := lay(t, map[string]string{
		"a.txt": boardText, "b.txt": strings.Replace(boardText, "03-01", "03-02", 1) + more,
		"c.txt": strings.Replace(boardText, "03-01", "03-03", 1), "d.txt": "date 2019-03-05 Other\n" + more,
	})
	near := func(i *Imported) string {
		var list []string
		for _, n := range i.Import.Near {
			list = append(list, n.ID+" "+n.Kinship)
		}
		slices.Sort(list)
		return strings.Join(list, ", ")
	}
	all, sum := importAll(t, dir, ImportOptions{}, "a.txt", "b.txt")
	if got := near(all[1]); got != "uncredited-2019-03-01 same" || sum.Near != 1 {
		t.Errorf("within the batch: %q, %d near", got, sum.Near)
	}
	all, _ = importAll(t, dir, ImportOptions{}, "c.txt", "d.txt")
	if got := near(all[0]); got != "uncredited-2019-03-01 same, uncredited-2019-03-02 same" {
		t.Errorf("against the book: %q", got)
	}
	if q := all[0].Questions(); len(q) < 2 || q[0].Code != "near" || !strings.Contains(q[0].Long, "the same text") {
		t.Errorf("asked %v", q)
	}
}

// The same files get the same ids and records every time, however many are read at a time.
func TestImportIsDeterministic(t *testing.T) {
	t.Parallel()
	files := map[string]string{}
	for i := range 60 {
		files[fmt.Sprintf("in/%02d.txt", i)] = strings.ReplaceAll(boardText, "Friday", "day "+strconv.Itoa(i)) + strings.Repeat("\nMore of it.", 400*(i%3))
	}
	var first []byte
	for range 3 {
		all, _ := importAll(t, lay(t, files), ImportOptions{}, "in")
		var b bytes.Buffer
		for _, i := range all {
			if err := i.PrintJSON(&b); err != nil {
				t.Fatal(err)
			}
		}
		if first == nil {
			first = b.Bytes()
		}
		if !bytes.Equal(first, b.Bytes()) {
			t.Fatal("the second time other records")
		}
	}
	if !bytes.Contains(first, []byte(`"id":"uncredited-2019-03-01-60"`)) {
		t.Error("no sixtieth id")
	}
}

// An import that is broken off ends between two files and says how far it came.
func TestImportBrokenOff(t *testing.T) {
	t.Parallel()
	files := map[string]string{}
	for i := range 40 {
		files[fmt.Sprintf("in/%02d.txt", i)] = strings.ReplaceAll(boardText, "Friday", "day "+strconv.Itoa(i))
	}
	dir := lay(t, files)
	m, err := NewImporter(ImportOptions{Dir: dir})
	if err != nil {
		t.Fatal(err)
	}
	m.Find("in")
	ctx, stop := context.WithCancel(context.Background())
	defer stop()
	n := 0
	sum, err := m.Run(ctx, nil, func(*Imported) error {
		if n++; n == 7 {
			stop()
		}
		return nil
	})
	if !errors.Is(err, context.Canceled) || sum.Imported != 7 || sum.Left != 33 {
		t.Errorf("%+v, error %v", sum, err)
	}
	cards, _ := filepath.Glob(filepath.Join(dir, "content/articles/uncredited-*.md"))
	originals, _ := filepath.Glob(filepath.Join(dir, "content/originals/uncredited-*"))
	if len(cards) != 7 || len(originals) != 7 {
		t.Errorf("%d cards, %d originals", len(cards), len(originals))
	}
	all, sum := importAll(t, dir, ImportOptions{}, "in")
	if sum.Held != 7 || sum.Imported != 33 || len(all) != 40 {
		t.Errorf("the second time %+v", sum)
	}
}

// An original that an import left behind without a card does not keep the next from its id.
func TestImportAfterCrash(t *testing.T) {
	t.Parallel()
	dir := lay(t, map[string]string{"a.txt": boardText, "content/originals/uncredited-2019-03-01.txt": boardText})
	all, _ := importAll(t, dir, ImportOptions{}, "a.txt")
	if got := fates(all); got != "a.txt: imported uncredited-2019-03-01\n" {
		t.Error(got)
	}
	if list, _ := os.ReadDir(filepath.Join(dir, "content/originals")); len(list) != 1 {
		t.Errorf("%d originals", len(list))
	}
}

// Texts without a card, and what a book holds of documents, are held too.
func TestImportHeld(t *testing.T) {
	t.Parallel()
	dir := lay(t, map[string]string{
		"a.txt": boardText, "content/articles/board.txt": boardText,
		"b.pdf": "%PDF-1.4 of which only the bytes count", "content/originals/paper.pdf": "%PDF-1.4 of which only the bytes count",
		"content/articles/paper.md": "---\ntitle: Paper\noriginal: paper.pdf\n---\nA paper.\n",
		"c.txt":                     "Lost.\n", "content/articles/lost.md": "---\ntitle: Lost\nsha256: " + sumOf([]byte("Lost.\n")) + "\n---\nIts original is not here.\n",
	})
	held, err := NewImporter(ImportOptions{Dir: dir})
	if err != nil {
		t.Fatal(err)
	}
	if err := held.readBook(context.Background(), nil); err != nil {
		t.Fatal(err)
	}
	for file, id := range map[string]book.ID{"a.txt": "board", "b.pdf": "paper", "c.txt": "lost"} {
		data, err := os.ReadFile(filepath.Join(dir, file))
		if err != nil {
			t.Fatal(err)
		}
		if got := held.sums[sumOf(data)]; got != id {
			t.Errorf("%s is held as %q, want %q", file, got, id)
		}
	}
}

// A file that makes a room panic fails alone.
func TestImportFault(t *testing.T) {
	t.Parallel()
	var m *Importer // without a reader: the first use of it panics
	i := m.examine(context.Background(), input{name: "a.txt", place: place(t, boardText)})
	if i.Import.Status != StatusFailed || !strings.Contains(orEmpty(i.Error), "a fault of briefbook") || i.SHA256 == nil {
		t.Errorf("%+v", i.Imported)
	}
}

func place(t *testing.T, text string) string {
	t.Helper()
	name := filepath.Join(t.TempDir(), "a.txt")
	if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	return name
}

// A record has every key, in order, and no null where a list belongs.
func TestImportRecord(t *testing.T) {
	t.Parallel()
	var b bytes.Buffer
	i := blank("a<b>&.txt")
	i.fail(errors.New("x"))
	if err := i.PrintJSON(&b); err != nil {
		t.Fatal(err)
	}
	nothing := `{"value":null,"basis":null}`
	want := `{"file":"a<b>&.txt","sha256":null,"title":` + nothing + `,"publisher":` + nothing + `,"agency":` + nothing + `,"byline":` + nothing +
		`,"date":{"value":null,"basis":null,"flags":[],"range":null,"range_basis":null,"evidence":[]},"updated":` + nothing + `,"dateline":` + nothing +
		`,"language":null,"url":` + nothing + `,"rights_hint":null,"flags":[],"paragraphs":[],"headings":[],"dates":[],"dropped":[],` +
		`"import":{"status":"failed","id":null,"card":null,"original":null,"by":null,"near":[]},"error":"x"}` + "\n"
	if b.String() != want {
		t.Errorf("got  %swant %s", b.String(), want)
	}
	if !json.Valid(b.Bytes()) {
		t.Error("no JSON")
	}
}

// Places count characters, also where bytes are more.
func TestExpressionPlaces(t *testing.T) {
	t.Parallel()
	text := "Über „Fähren“ am 1. März, 🚢 am 2. März."
	var found []when.Expression
	for _, s := range []string{"1. März", "2. März"} {
		at := strings.Index(text, s)
		found = append(found, when.Expression{Start: at, End: at + len(s), Text: s})
	}
	runes := []rune(text)
	for _, e := range append(expressions(3, text, found), expressions(3, text, []when.Expression{found[1], found[0]})...) {
		if got := string(runes[e.Start:e.End]); got != e.Text || e.Paragraph != 3 {
			t.Errorf("%d–%d is %q, want %q", e.Start, e.End, got, e.Text)
		}
	}
}

// Every flag of article has its own words.
func TestFlagWords(t *testing.T) {
	t.Parallel()
	for _, flag := range flagsOf(t, "internal/article") {
		if r, _ := words(flag); r.Long == strings.ReplaceAll(flag, "_", " ") {
			t.Errorf("%s has no words", flag)
		}
	}
}

// flagsOf lists the values of constants whose names begin with Flag.
func flagsOf(t *testing.T, dir string) (flags []string) {
	t.Helper()
	names, err := filepath.Glob(filepath.Join(dir, "*.go"))
	if err != nil || names == nil {
		t.Fatal("no files", err)
	}
	for _, name := range names {
		f, err := parser.ParseFile(token.NewFileSet(), name, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(f, func(n ast.Node) bool {
			spec, ok := n.(*ast.ValueSpec)
			if !ok {
				return true
			}
			for i, id := range spec.Names {
				if strings.HasPrefix(id.Name, "Flag") && i < len(spec.Values) {
					if lit, ok := spec.Values[i].(*ast.BasicLit); ok {
						flag, _ := strconv.Unquote(lit.Value)
						flags = append(flags, flag)
					}
				}
			}
			return true
		})
	}
	if len(flags) < 10 {
		t.Fatalf("only %d flags found", len(flags))
	}
	return flags
}

func TestQueue(t *testing.T) {
	t.Parallel()
	sizes := make([]int64, 500)
	for i := range sizes {
		sizes[i] = int64(i%7) * 10
	}
	sizes[100] = 1000 // larger than the limit: waits until it is alone
	var under, most atomic.Int64
	next := 0
	q := queue[int]{
		sizes: sizes, limit: 100,
		do: func(i int) int {
			now := under.Add(sizes[i])
			for m := most.Load(); i != 100 && now > m && !most.CompareAndSwap(m, now); m = most.Load() {
			}
			return i * i
		},
		take: func(i, v int) error {
			under.Add(-sizes[i])
			if i != next || v != i*i {
				return fmt.Errorf("%d gave %d, want %d", i, v, next)
			}
			next++
			return nil
		},
	}
	if err := q.run(context.Background()); err != nil || next != 500 {
		t.Errorf("error %v after %d", err, next)
	}
	if m := most.Load(); m > 100 {
		t.Errorf("%d bytes under way", m)
	}
	stop := errors.New("enough")
	q.take = func(i, _ int) error {
		if i == 3 {
			return stop
		}
		return nil
	}
	if err := q.run(context.Background()); !errors.Is(err, stop) {
		t.Errorf("error %v", err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if err := q.run(ctx); !errors.Is(err, context.Canceled) {
		t.Errorf("error %v", err)
	}
	if err := (queue[int]{}).run(context.Background()); err != nil {
		t.Errorf("nothing to do: %v", err)
	}
}

// BenchmarkImport takes two hundred texts of some six hundred words into an empty book.
func BenchmarkImport(b *testing.B) {
	dir := b.TempDir()
	for i := range 200 {
		text := fmt.Sprintf("date 2019-03-%02d Number %d of the notices\n\n", 1+i%28, i)
		for j := range 15 {
			text += fmt.Sprintf("On day %d of year %d the board of the harbour met at quay %d and heard what the yard had to say about engine %d, "+
				"which is to be tested on 12 April 2019 in shed %d at the yard, where the noise of it can be heard in the whole of the town.\n\n", j, i, i*j, i+j, j%3)
		}
		if err := os.WriteFile(filepath.Join(dir, fmt.Sprintf("%03d.txt", i)), []byte(text), 0o644); err != nil {
			b.Fatal(err)
		}
	}
	for b.Loop() {
		book := filepath.Join(b.TempDir(), "content")
		if err := os.MkdirAll(filepath.Join(book, "notes"), 0o755); err != nil {
			b.Fatal(err)
		}
		m, err := NewImporter(ImportOptions{Content: book})
		if err != nil {
			b.Fatal(err)
		}
		m.Find(dir)
		sum, err := m.Run(context.Background(), nil, func(*Imported) error { return nil })
		if err != nil || sum.Imported != 200 {
			b.Fatalf("%+v, error %v", sum, err)
		}
	}
}
