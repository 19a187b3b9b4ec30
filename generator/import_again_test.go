package generator

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"testing"
)

// manyTexts are n texts of their own, each below in/.
func manyTexts(n int) map[string]string {
	files := map[string]string{}
	for i := range n {
		var words []string
		for k := range 60 {
			words = append(words, "w"+strconv.Itoa((i+1)*1000+k))
		}
		files[fmt.Sprintf("in/%03d.txt", i)] = boardText + "\n" + strings.Join(words, " ") + ".\n"
	}
	return files
}

// Two imports of the same files into one book take turns, so each file gets in once.
func TestImportsAtTheSameTime(t *testing.T) {
	t.Parallel()
	dir := lay(t, manyTexts(30))
	var sums [3]ImportSummary
	var wg sync.WaitGroup
	for i := range sums {
		wg.Go(func() {
			m, err := NewImporter(ImportOptions{Dir: dir})
			if err != nil {
				t.Error(err)
				return
			}
			m.Find("in")
			if sums[i], err = m.Run(context.Background(), func(Progress) {}, func(*Imported) error { return nil }); err != nil {
				t.Error(err)
			}
		})
	}
	wg.Wait()
	imported, held := 0, 0
	for _, s := range sums {
		imported, held = imported+s.Imported, held+s.Held
	}
	if imported != 30 || held != 60 {
		t.Errorf("%d imported, %d held", imported, held)
	}
	if cards, _ := filepath.Glob(filepath.Join(dir, "content/articles/uncredited-*.md")); len(cards) != 30 {
		t.Errorf("%d cards", len(cards))
	}
}

// An import that waits for another can be broken off.
func TestImportWaitsAndGivesUp(t *testing.T) {
	t.Parallel()
	dir := lay(t, map[string]string{"in/a.txt": boardText})
	first, err := NewImporter(ImportOptions{Dir: dir})
	if err != nil {
		t.Fatal(err)
	}
	unlock, err := first.lock(context.Background(), nil)
	if err != nil {
		t.Fatal(err)
	}
	defer unlock()
	second, err := NewImporter(ImportOptions{Dir: dir})
	if err != nil {
		t.Fatal(err)
	}
	second.Find("in")
	ctx, stop := context.WithCancel(context.Background())
	defer stop()
	told := ""
	sum, err := second.Run(ctx, func(p Progress) { told = p.Stage; stop() }, func(*Imported) error { return nil })
	if !errors.Is(err, context.Canceled) || sum.Left != 1 || !strings.Contains(told, "waiting") {
		t.Errorf("%+v, error %v, told %q", sum, err, told)
	}
	// Who only asks need not wait.
	if all, _ := importAll(t, dir, ImportOptions{DryRun: true}, "in"); len(all) != 1 || all[0].Import.Status != StatusDryRun {
		t.Error(fates(all))
	}
}

// A book that takes nothing in is told once, not for every file.
func TestImportIntoNoRoom(t *testing.T) {
	t.Parallel()
	files := manyTexts(5)
	files["content/originals"] = "not a folder"
	dir := lay(t, files)
	m, err := NewImporter(ImportOptions{Dir: dir})
	if err != nil {
		t.Fatal(err)
	}
	m.Find("in")
	sum, err := m.Run(context.Background(), nil, func(i *Imported) error {
		t.Errorf("%s was visited", i.File)
		return nil
	})
	const want = "import in/000.txt: nothing can be written into the book: make the folder originals: not a directory"
	if !errors.Is(err, ErrNoEntry) || err.Error() != want || sum.Left != 5 || sum.Failed != 0 {
		t.Errorf("%+v, error %v", sum, err)
	}
	for err, want := range map[error]bool{
		os.ErrPermission: true, fmt.Errorf("write: %w", &os.PathError{Op: "open", Err: os.ErrPermission}): true, os.ErrExist: false, nil: false,
	} {
		if lasting(err) != want {
			t.Errorf("%v: lasting is %v", err, !want)
		}
	}
}

// A name that leaves no room for ".lines" has no such file, and what a killed import left goes.
func TestImportLongNameAndRemains(t *testing.T) {
	t.Parallel()
	long := "in/" + strings.Repeat("n", 251) + ".txt"
	dir := lay(t, map[string]string{long: boardText, "content/originals/.import-1-0": "half", "content/articles/.import-1-1": "half", "in/noname": "no format"})
	all, _ := importAll(t, dir, ImportOptions{}, "in", "in/noname")
	const want = ": imported uncredited-2019-03-01\nin/noname: failed unknown format: its name has no extension; import reads .txt, .html, .md, .docx and .pdf\n"
	if got := fates(all); got != long+want {
		t.Error(got)
	}
	if left, _ := filepath.Glob(filepath.Join(dir, "content/*/.import-*")); left != nil {
		t.Errorf("left: %s", left)
	}
}

// What an import remembers of the texts of a book changes nothing that the next one says, whatever has become of it.
func TestImportRemembers(t *testing.T) {
	t.Parallel()
	files := manyTexts(manyArticles)
	files["more/x.txt"] = strings.Replace(files["in/007.txt"], "Friday", "Saturday", 1)
	files["more/y.txt"] = "date 2019-03-07 Other\n\nNothing of this stands in any of the texts of the book, although it is as long as they are.\n"
	dir := lay(t, files)
	cache := filepath.Join(dir, "cache")
	importAll(t, dir, ImportOptions{Cache: cache}, "in")
	names, _ := filepath.Glob(filepath.Join(cache, "*.shingles"))
	if len(names) != 1 {
		t.Fatalf("remembered in %q", names)
	}
	whole, err := os.ReadFile(names[0])
	if err != nil {
		t.Fatal(err)
	}
	said := func(o ImportOptions) string {
		o.DryRun = true
		all, sum := importAll(t, dir, o, "more")
		sum.Seconds = 0
		b, err := json.Marshal(struct {
			All []*Imported
			Sum ImportSummary
		}{all, sum})
		if err != nil {
			t.Fatal(err)
		}
		return string(b)
	}
	want := said(ImportOptions{})
	if !strings.Contains(want, `"kinship":"same"`) || strings.Count(want, `"id":"uncredited-2019-03-01`) < 2 {
		t.Fatalf("nothing is near:\n%s", want)
	}
	flipped := bytes.Clone(whole)
	flipped[len(flipped)/2] ^= 1
	for what, data := range map[string][]byte{
		"whole": whole, "empty": {}, "cut off": whole[:len(whole)-3], "cut in a head": whole[:bytes.IndexByte(whole, '\n')+10], "changed": flipped,
		"another program's": append([]byte("briefbook"), whole...), "noise": noise(5000),
		"a length of four thousand millions": append(bytes.Clone(whole), bytes.Repeat([]byte{0xff}, recollectionHead+16)...),
	} {
		if err := os.WriteFile(names[0], data, 0o600); err != nil {
			t.Fatal(err)
		}
		if got := said(ImportOptions{Cache: cache}); got != want {
			t.Errorf("%s: said\n%s\nwant\n%s", what, got, want)
		}
	}
	if err := os.WriteFile(names[0], whole, 0o600); err != nil {
		t.Fatal(err)
	}
	if r := recollect(cache, filepath.Join(dir, "content")); len(r.known) != manyArticles {
		t.Errorf("%d texts are known", len(r.known))
	}
	// A person's decision about the lines of a text makes another text of it.
	original := filepath.Join(dir, "content/originals/uncredited-2019-03-01-8.txt")
	data, err := os.ReadFile(original)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(original+".lines", []byte("sha256: "+sumOf(data)+"\ndrop: 1-20\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	if got, without := said(ImportOptions{Cache: cache}), said(ImportOptions{}); got != without || got == want {
		t.Errorf("with decided lines said\n%s\nwant\n%s", got, without)
	}
}

// What most entries of are of no use any more is begun anew; nil forgets.
func TestRecollectionSettles(t *testing.T) {
	t.Parallel()
	cache := t.TempDir()
	r := recollect(cache, "book")
	keys := make([]textKey, 5)
	for i := range keys {
		keys[i] = r.key("a.txt", []byte{byte(i)}, nil)
		r.add(keys[i], []uint64{1, uint64(i), 1 << 60})
	}
	r.write()
	if r = recollect(cache, "book"); len(r.known) != 5 {
		t.Fatalf("%d known", len(r.known))
	}
	if set, ok := r.of(keys[3]); !ok || len(set) != 3 || set[1] != 3 || set[2] != 1<<60 {
		t.Errorf("remembered %v", set)
	}
	if r.key("a.TXT", []byte{3}, nil) != keys[3] || r.key("a.html", []byte{3}, nil) == keys[3] || r.key("a.txt", []byte{3}, []byte("drop: 1")) == keys[3] {
		t.Error("a text is not known by its format and its decided lines")
	}
	if other := recollect(cache, "another book"); len(other.known) != 0 {
		t.Error("another book's texts are known")
	}
	for _, k := range keys[:3] {
		r.add(k, nil)
	}
	if r.settle(); len(r.known) != 5 {
		t.Error("forgotten, though most is of use")
	}
	r = recollect(cache, "book")
	r.add(keys[0], nil)
	if r.settle(); len(r.known) != 0 || len(recollect(cache, "book").known) != 0 {
		t.Error("kept, though most is of no use")
	}
	none := recollect("", "book")
	none.add(keys[0], nil)
	none.settle()
	none.write()
	if _, ok := none.of(none.key("a.txt", nil, nil)); ok || none != nil {
		t.Error("without a folder something is known")
	}
}

// What another flag says better is not said twice, and of many near copies some are named.
func TestQuestionsAreFew(t *testing.T) {
	t.Parallel()
	text, basis := "x", "2019-03-04 (line 1); 2019-04-03 (line 2)"
	near := func(n int) (list []Near) {
		for i := range n {
			list = append(list, Near{ID: "a" + strconv.Itoa(i), Containment: .9, Kinship: "same"})
		}
		return list
	}
	for _, c := range []struct {
		name string
		i    Imported
		want string
	}{
		{"nothing", Imported{}, ""},
		{"no date", Imported{Flags: []string{"no_date"}}, "no_date"},
		{"a date that is read in two ways is stated", Imported{Flags: []string{"no_date"}, Date: StatedDate{Basis: &basis, Flags: []string{"ambiguous_day_month"}}}, "ambiguous_day_month"},
		{"two dates are stated", Imported{Flags: []string{"no_date", "date_conflict"}}, "date_conflict"},
		{"a range", Imported{Flags: []string{"no_date"}, Date: StatedDate{Range: []string{"..", text}}}, "inferred"},
		{"two publishers are stated", Imported{Flags: []string{"no_publisher", "publisher_conflict"}}, "publisher_conflict"},
		{"no article at all", Imported{Flags: []string{"no_title", "no_date", "no_publisher", "no_prose", "no_text"}}, "no_text"},
		{"three near", Imported{Import: Outcome{Near: near(3)}}, "near near near"},
		{"many near", Imported{Import: Outcome{Near: near(30)}}, "near near near near"},
	} {
		c.i.remark()
		var codes []string
		for _, q := range c.i.Questions() {
			codes = append(codes, q.Code)
		}
		if got := strings.Join(codes, " "); got != c.want {
			t.Errorf("%s: asked %q, want %q", c.name, got, c.want)
		}
		if q := c.i.Questions(); len(q) == 4 && q[3].Long != "27 more texts share half of their words with it or more: --json lists them" {
			t.Errorf("%s: %q", c.name, q[3].Long)
		}
	}
}
