package capture

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
)

// alone is a reader that finds no pdftotext.
func alone() *Reader {
	return &Reader{Look: func(string) (string, error) { return "", exec.ErrNotFound }}
}

// printed is a PDF; each page is lines of text from the top.
func printed(pages ...[]string) []byte {
	var b strings.Builder
	b.WriteString("%PDF-1.4\n1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj\n3 0 obj <</Type/Font/Subtype/Type1/BaseFont/Courier/Encoding/WinAnsiEncoding>> endobj\n")
	b.WriteString("4 0 obj <</Title(Ferry to return)/Author(M. Quill)/CreationDate(D:20190304102000+09'00')>> endobj\n")
	var kids strings.Builder
	for i, lines := range pages {
		var content strings.Builder
		content.WriteString("BT /F1 10 Tf 12 TL 50 740 Td\n")
		for _, line := range lines {
			fmt.Fprintf(&content, "(%s) Tj T*\n", strings.NewReplacer(`\`, `\\`, "(", `\(`, ")", `\)`).Replace(line))
		}
		content.WriteString("ET")
		fmt.Fprintf(&b, "%d 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents %d 0 R/Resources<</Font<</F1 3 0 R>>>>>> endobj\n", 10+2*i, 11+2*i)
		fmt.Fprintf(&b, "%d 0 obj <</Length %d>>\nstream\n%s\nendstream endobj\n", 11+2*i, content.Len(), content.String())
		fmt.Fprintf(&kids, "%d 0 R ", 10+2*i)
	}
	fmt.Fprintf(&b, "2 0 obj <</Type/Pages/Count %d/Kids[%s]>> endobj\ntrailer <</Root 1 0 R/Info 4 0 R>>\n%%%%EOF\n", len(pages), kids.String())
	return []byte(b.String())
}

var twoParagraphs = []string{
	"Ferry to return",
	"",
	"The harbour board voted on Tuesday to reopen the island ferry after",
	"a winter of repairs, and the first boat is to sail before Easter.",
	"",
	"Nobody had counted the crates that stood on the quay, and a spokes-",
	"man for the town said that he would not guess.",
	"",
	"17",
}

const wantParagraphs = "Ferry to return\n\n" +
	"The harbour board voted on Tuesday to reopen the island ferry after a winter of repairs, and the first boat is to sail before Easter.\n\n" +
	"Nobody had counted the crates that stood on the quay, and a spokesman for the town said that he would not guess.\n\n17"

func TestIsSource(t *testing.T) {
	t.Parallel()
	for name, want := range map[string]bool{
		"a.txt": true, "a.text": true, "a.HTML": true, "a.htm": true, "a.xhtml": true, "a.md": true, "a.markdown": true, "a.Docx": true, "dir/a b.PDF": true,
		"a.doc": false, "a": false, "pdf": false, ".pdf": false, ".hidden.txt": false, "~$report.docx": false, "dir/~$a.docx": false, "a.pdf.zip": false, "": false,
	} {
		if IsSource(name) != want {
			t.Errorf("%q: %v", name, !want)
		}
	}
}

func TestOwnText(t *testing.T) {
	t.Parallel()
	for _, name := range []string{"a.txt", "a.TEXT", "a.html", "a.htm", "a.xhtml", "a.md", "a.markdown"} {
		for _, raw := range []string{"", "The ferry sails.", "<!DOCTYPE html><p>The ferry sails.", "\xff\xfeF\x00"} {
			if doc, err := Text(t.Context(), []byte(raw), name); err != nil || doc != (Document{}) {
				t.Errorf("%s, %q: %+v, %v", name, raw, doc, err)
			}
		}
	}
}

func TestRefused(t *testing.T) {
	t.Parallel()
	scan := string(printed([]string{}, []string{}))
	for _, c := range []struct {
		name, file, raw string
		want            error
		says            string
	}{
		{"another format", "a.odt", "PK\x03\x04", ErrFormat, `".odt" is none of`},
		{"a page that is called a PDF", "a.pdf", "\n<!doctype HTML><title>x</title>", ErrFormat, "ends in .pdf, but the file is an HTML page"},
		{"an XHTML page that is called a document", "a.docx", "<?xml version='1.0'?><html xmlns='x'>", ErrFormat, "but the file is an HTML page"},
		{"a PDF that is called a text", "a.txt", string(printed(twoParagraphs)), ErrFormat, "but the file is a PDF"},
		{"a PDF that is called a document", "a.docx", "%PDF-1.4", ErrFormat, "but the file is a PDF"},
		{"a document that is called a PDF", "a.pdf", "PK\x03\x04", ErrFormat, "but the file is a Word document"},
		{"a document that is called a page", "a.html", "PK\x03\x04", ErrFormat, "but the file is a Word document"},
		{"an old document", "a.docx", "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", ErrFormat, "save it as .docx"},
		{"rich text", "a.docx", `{\rtf1\ansi}`, ErrFormat, "rich text"},
		{"a text that is called a PDF", "a.PDF", "The ferry sails.", ErrFormat, "the file is of no known format"},
		{"nothing", "a.pdf", "", ErrFormat, "the file is of no known format"},
		{"a scan", "a.pdf", scan, ErrNoText, "run OCR first"},
		{"a scan with a stamp", "a.pdf", string(printed([]string{"Archive 7"}, []string{"Archive 7"}, []string{"Archive 7"})), ErrNoText, "run OCR first"},
		{"a broken PDF", "a.pdf", "%PDF-1.4\n1 0 obj", ErrNoText, "broken: it has no pages; install poppler-utils"},
		{"an encrypted PDF", "a.pdf", strings.Replace(scan, "/Info 4 0 R", "/Encrypt 4 0 R", 1), ErrNoText, "encrypted"},
		{"letters that are others", "a.pdf", string(printed(strings.Split(strings.Repeat("7KH IHUU\\ VDLOV DJDLQ EHIRUH (DVWHU, VDLG WKH WRZQ FOHUN|", 9), "|"))), ErrNoText, "stand for others"},
		{"no blanks", "a.pdf", string(printed([]string{strings.Repeat("Theferrysailsagain", 20)})), ErrNoText, "run together"},
		{"signs", "a.pdf", string(printed([]string{strings.Repeat(`@#$%^&*+=<>~ `, 20) + "and a few of the letters there are"})), ErrNoText, "no letters"},
		{"characters without a meaning", "a.pdf", string(printed([]string{strings.Repeat("ferry \x81\x8d\x8f ", 20)})), ErrNoText, "stand for nothing; install poppler-utils"},
	} {
		doc, err := alone().Text(t.Context(), []byte(c.raw), c.file)
		if !errors.Is(err, c.want) || !strings.Contains(err.Error(), c.says) || doc.Text != "" {
			t.Errorf("%s: %q, %v; want %v … %s", c.name, doc.Text, err, c.want, c.says)
		}
	}
}

func TestPDFAlone(t *testing.T) {
	t.Parallel()
	doc, err := alone().Text(t.Context(), printed(twoParagraphs), "a.pdf")
	want := Document{wantParagraphs, "pdf", Info{"Ferry to return", "M. Quill", "2019-03-04", ""}}
	if err != nil || doc != want {
		t.Errorf("%+v, %v", doc, err)
	}
	ctx, stop := context.WithCancel(t.Context())
	stop()
	if _, err := alone().Text(ctx, printed(twoParagraphs), "a.pdf"); !errors.Is(err, context.Canceled) {
		t.Errorf("nobody waits any more: %v", err)
	}
}

func TestPoppler(t *testing.T) {
	t.Parallel()
	var r Reader
	if !r.tool.find(t.Context(), nil) {
		if os.Getenv("BRIEFBOOK_REQUIRE_PDFTOTEXT") == "1" {
			t.Fatal("there is no pdftotext of poppler here, and it is required")
		}
		t.Skip("there is no pdftotext of poppler here")
	}
	doc, err := r.Text(t.Context(), printed(twoParagraphs), "a.pdf")
	if err != nil || doc.Text != wantParagraphs || !strings.HasPrefix(doc.By, "pdftotext ") || doc.Info.Author != "M. Quill" {
		t.Errorf("%+v, %v", doc, err)
	}
	if _, err := r.Text(t.Context(), printed([]string{}, []string{}), "a.pdf"); !errors.Is(err, ErrNoText) || !strings.Contains(err.Error(), "OCR") {
		t.Errorf("a scan: %v", err)
	}
	if _, err := r.Text(t.Context(), []byte("%PDF-1.4\nrubbish"), "a.pdf"); !errors.Is(err, ErrNoText) || strings.Contains(err.Error(), "install") {
		t.Errorf("a broken file: %v", err)
	}
}

// TestPrograms tries programs that are called pdftotext.
func TestPrograms(t *testing.T) {
	t.Parallel()
	if runtime.GOOS == "windows" {
		t.Skip("the programs of this test are shell scripts")
	}
	dir := t.TempDir()
	for i, c := range []struct{ name, script, by, text, err string }{
		{"another's", "echo pdftotext version 4.04, Glyph >&2; exit 99", "pdf", wantParagraphs, ""},
		{"one that fails", "[ $1 = -v ] && echo poppler version 9.1 >&2; exit 1", "pdf", wantParagraphs, ""},
		{"one that answers", `[ $1 = -v ] && echo pdftotext version 9.1 >&2 && echo The Poppler Developers >&2 && exit
cat >/dev/null; echo '<page width="1"><block ><line >'
echo '<page '; echo '<block '; echo '<word xMin="1" yMin="1" xMax="9" yMax="9">Ferries</word>'; echo '<word xMin="10">sail&amp;sail</word>'; echo '</line>'`,
			"pdftotext 9.1", "Ferries sail&sail", ""},
		{"one that wants a password", "[ $1 = -v ] && echo poppler version 9.1 >&2 && exit; echo 'Command Line Error: Incorrect password' >&2; exit 1", "", "", "encrypted"},
		{"one that does not end", "[ $1 = -v ] && echo poppler version 9.1 >&2 && exit; yes '<page '", "pdf", wantParagraphs, ""},
		{"one that does not read", "[ $1 = -v ] && echo poppler version 9.1 >&2; exit 0", "", "", "OCR"},
	} {
		path := filepath.Join(dir, fmt.Sprint("tool", i))
		if err := os.WriteFile(path, []byte("#!/bin/sh\n"+c.script+"\n"), 0o700); err != nil {
			t.Fatal(err)
		}
		r := Reader{Look: func(string) (string, error) { return path, nil }}
		r.tool.most = 1 << 20
		doc, err := r.Text(t.Context(), printed(twoParagraphs), "a.pdf")
		if c.err != "" {
			if !errors.Is(err, ErrNoText) || !strings.Contains(err.Error(), c.err) {
				t.Errorf("%s: %+v, %v", c.name, doc, err)
			}
			continue
		}
		if err != nil || doc.By != c.by || doc.Text != c.text {
			t.Errorf("%s: %+v, %v", c.name, doc, err)
		}
	}
}
