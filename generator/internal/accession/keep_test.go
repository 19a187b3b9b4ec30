package accession

import (
	"errors"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"briefbook/generator/internal/book"
)

// shelf is a content folder that holds the files, by their names below it.
func shelf(t *testing.T, files map[string]string) (Folder, func() string) {
	t.Helper()
	dir := t.TempDir()
	for name, text := range files {
		place := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(place), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(place, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	there := func() string {
		all := map[string]string{}
		_ = filepath.WalkDir(dir, func(name string, e os.DirEntry, err error) error {
			if err == nil && e.Type().IsRegular() {
				data, _ := os.ReadFile(name)
				rel, _ := filepath.Rel(dir, name)
				all[filepath.ToSlash(rel)] = string(data)
			}
			return nil
		})
		var list []string
		for _, name := range slices.Sorted(maps.Keys(all)) {
			list = append(list, name+"="+all[name])
		}
		return strings.Join(list, " ")
	}
	return Folder{Articles: filepath.Join(dir, "articles"), Originals: filepath.Join(dir, "originals")}, there
}

func TestKeep(t *testing.T) {
	t.Parallel()
	text := Files{Ext: ".txt", Raw: []byte("RAW"), Card: []byte("CARD")}
	document := Files{Ext: ".pdf", Raw: []byte("PDF"), Text: []byte("TEXT"), Lines: []byte("LINES"), Card: []byte("CARD")}
	for _, c := range []struct {
		name  string
		there map[string]string
		files Files
		taken bool
		want  string
	}{
		{"into nothing", nil, text, false, "articles/a.md=CARD originals/a.txt=RAW"},
		{"a document with its text", nil, document, false,
			"articles/a.md=CARD originals/a.pdf=PDF originals/a.pdf.txt=TEXT originals/a.pdf.txt.lines=LINES"},
		{"the card is there", map[string]string{"articles/a.md": "mine"}, text, true, "articles/a.md=mine"},
		{"the same card is there", map[string]string{"articles/a.md": "CARD"}, text, true, "articles/a.md=CARD"},
		{"another original is there", map[string]string{"originals/a.txt": "old"}, text, true, "originals/a.txt=old"},
		{"an original of the same length", map[string]string{"originals/a.txt": "WAR"}, text, true, "originals/a.txt=WAR"},
		{"an import was cut short", map[string]string{"originals/a.txt": "RAW"}, text, false, "articles/a.md=CARD originals/a.txt=RAW"},
		{"a document was cut short", map[string]string{"originals/a.pdf": "PDF"}, document, false,
			"articles/a.md=CARD originals/a.pdf=PDF originals/a.pdf.txt=TEXT originals/a.pdf.txt.lines=LINES"},
		{"its text differs", map[string]string{"originals/a.pdf.txt": "OTHER"}, document, true, "originals/a.pdf.txt=OTHER"},
		{"a folder of that name", map[string]string{"originals/a.txt/x": "y"}, text, true, "originals/a.txt/x=y"},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			folder, there := shelf(t, c.there)
			if err := folder.Keep("a", c.files); errors.Is(err, ErrTaken) != c.taken || !c.taken && err != nil {
				t.Errorf("error %v", err)
			}
			if got := there(); got != c.want {
				t.Errorf("there is %s\nwant %s", got, c.want)
			}
		})
	}
}

// A failure with the card takes the original back.
func TestKeepTakesBack(t *testing.T) {
	t.Parallel()
	folder, _ := shelf(t, map[string]string{"articles": "not a folder"})
	err := folder.Keep("a", Files{Ext: ".txt", Raw: []byte("RAW"), Card: []byte("CARD")})
	if err == nil || errors.Is(err, ErrTaken) || err.Error() != "make the folder articles: not a directory" {
		t.Errorf("error %v", err)
	}
	folder, there := shelf(t, nil)
	long := book.ID(strings.Repeat("a", 253)) // a name for the original, but too long with ".md"
	if err := folder.Keep(long, Files{Raw: []byte("RAW"), Card: []byte("CARD")}); err == nil || errors.Is(err, ErrTaken) {
		t.Errorf("error %v", err)
	}
	if got := there(); got != "" {
		t.Errorf("left behind: %s", got)
	}
}

func TestPlaceDirectly(t *testing.T) {
	t.Parallel()
	name := filepath.Join(t.TempDir(), "a")
	if err := placeDirectly(name, []byte("one")); err != nil {
		t.Fatal(err)
	}
	if err := placeDirectly(name, []byte("two")); !errors.Is(err, os.ErrExist) {
		t.Errorf("the second time: %v", err)
	}
	if data, _ := os.ReadFile(name); string(data) != "one" {
		t.Errorf("it holds %q", data)
	}
}

// What a killed import left unfinished goes, and nothing else.
func TestSweep(t *testing.T) {
	t.Parallel()
	folder, there := shelf(t, map[string]string{
		"articles/.import-12-0": "half", "originals/.import-12-1": "half", "originals/.import-x/a.txt": "a folder of somebody's",
		"originals/.keep": "", "articles/import-1.md": "CARD",
	})
	folder.Sweep()
	if got := there(); got != "articles/import-1.md=CARD originals/.import-x/a.txt=a folder of somebody's originals/.keep=" {
		t.Errorf("there is %s", got)
	}
	Folder{Articles: "nowhere", Originals: folder.Originals + "/none"}.Sweep()
}
