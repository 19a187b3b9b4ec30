package generator

import (
	"archive/zip"
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// wordFile is a Word document with these paragraphs.
func wordFile(t *testing.T, paragraphs ...string) string {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	add := func(name, text string) {
		w, err := z.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write([]byte(text)); err != nil {
			t.Fatal(err)
		}
	}
	add("[Content_Types].xml", `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">`+
		`<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`)
	add("_rels/.rels", `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">`+
		`<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`)
	text := ""
	for _, p := range paragraphs {
		text += "<w:p><w:r><w:t>" + p + "</w:t></w:r></w:p>"
	}
	add("word/document.xml", `<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>`+
		text+`</w:body></w:document>`)
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// A document is kept with the text taken out of it, and the book reads the paragraphs that the card records.
func TestImportDocument(t *testing.T) {
	t.Parallel()
	one := "The board of the harbour met at the quay on 1 March 2019 and heard what the yard had to say about the engine."
	two := "Nobody asked the passengers, who stood outside in the rain and were told of the decision by the man who sells the tickets."
	dir := lay(t, map[string]string{"Minutes.DOCX": wordFile(t, "Minutes of the harbour board", one, two)})
	all, _ := importAll(t, dir, ImportOptions{}, "Minutes.DOCX")
	i := all[0]
	if i.Error != nil || orEmpty(i.Import.By) != "docx" || len(i.Paragraphs) != 2 {
		t.Fatalf("%+v, error %s", i.Import, orEmpty(i.Error))
	}
	name := filepath.Join(dir, orEmpty(i.Import.Original))
	if filepath.Ext(name) != ".docx" {
		t.Errorf("the original is %s", name)
	}
	text, err := os.ReadFile(name + ".txt")
	if err != nil || !strings.Contains(string(text), one) || sumOf(text) != i.TextSHA256() || i.TextSHA256() == orEmpty(i.SHA256) {
		t.Errorf("its text is %q, error %v", text, err)
	}
	nothingWrong(t, dir)
	again, _ := importAll(t, dir, ImportOptions{}, "Minutes.DOCX")
	if got := again[0].Import.Status; got != StatusHeld {
		t.Errorf("again: %s", got)
	}
}

// nothingWrong checks the internal edition of a book, which reads every original.
func nothingWrong(t *testing.T, dir string) {
	t.Helper()
	o := at(dir)
	o.Edition, o.Out = Internal, filepath.Join(dir, "inner")
	g, err := New(o)
	if err != nil {
		t.Fatal(err)
	}
	_, diags, err := g.Check(context.Background(), nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range diags {
		if d.Level == Error || d.Code == "renumbered" || d.Code == "original-changed" || d.Code == "no-text" || d.Code == "no-original" {
			t.Errorf("%s: %s", d.Code, d.Text)
		}
	}
}

// What a person decided about the lines of a file is followed and goes with it.
func TestImportLines(t *testing.T) {
	t.Parallel()
	text := boardText + "\nThe tickets for the summer can be bought at the quay from the first of April, says the man who sells them.\n"
	lines := fmt.Sprintf("sha256: %s\ndrop: 7\n", sumOf([]byte(text)))
	dir := lay(t, map[string]string{"a.txt": text, "a.txt.lines": lines, "b.txt": strings.ReplaceAll(text, "03-01", "03-02"), "b.txt.lines": lines,
		"c.txt": strings.ReplaceAll(text, "03-01", "03-03"), "c.txt.lines": "keep everything\n"})
	all, _ := importAll(t, dir, ImportOptions{}, "a.txt", "b.txt", "c.txt")
	if n := len(all[0].Paragraphs); n != 2 {
		t.Errorf("%d paragraphs, want 2: %+v", n, all[0].Dropped)
	}
	if data, err := os.ReadFile(filepath.Join(dir, orEmpty(all[0].Import.Original)+".lines")); string(data) != lines {
		t.Errorf("beside the original is %q, error %v", data, err)
	}
	ignored := false
	for _, q := range all[1].Questions() {
		ignored = ignored || q.Code == "override_ignored"
	}
	if list, _ := filepath.Glob(filepath.Join(dir, orEmpty(all[1].Import.Original)+"*")); len(list) != 1 {
		t.Errorf("of lines of another text there is %s", list)
	}
	if len(all[1].Paragraphs) != 3 || !ignored {
		t.Errorf("lines of another text: %d paragraphs, asked %v", len(all[1].Paragraphs), all[1].Questions())
	}
	if all[2].Import.Status != StatusFailed || !strings.HasPrefix(orEmpty(all[2].Error), "read c.txt.lines: ") {
		t.Errorf("unreadable lines: %s", orEmpty(all[2].Error))
	}
	nothingWrong(t, dir)
}

// Captured texts may be kept outside the content folder.
func TestImportOriginals(t *testing.T) {
	t.Parallel()
	dir := lay(t, map[string]string{"a.txt": boardText})
	all, _ := importAll(t, dir, ImportOptions{Originals: "captures"}, "a.txt")
	if got := orEmpty(all[0].Import.Original); got != filepath.Join("captures", "uncredited-2019-03-01.txt") {
		t.Errorf("kept as %s", got)
	}
	if data, err := os.ReadFile(filepath.Join(dir, "captures/uncredited-2019-03-01.txt")); string(data) != boardText {
		t.Errorf("%q, error %v", data, err)
	}
}
