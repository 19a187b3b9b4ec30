// Package capture takes the text out of the files that people hold: PDF and Word documents. Plain text, HTML and
// Markdown are their own text; they are only looked at, so that a PDF with the wrong name is not read as prose.
//
// It owns formats, not meaning. What comes out is the document's words in reading order, a paragraph on a line of
// its own with a blank line around it; running heads and page numbers stay, each as a block of its own, because
// telling them from the text is the business of cleaning. Nothing is corrected: ½, ², ™, full-width letters and
// every kind of quotation mark stand as they stood. Four things are undone because they belong to the page and not
// to the text: the ends of lines, a word divided at the end of a line, the ligatures ﬀ–ﬆ, and characters taken
// apart (the text is NFC). NFKC would undo more than that, and change what is quoted.
//
// A PDF goes to poppler's pdftotext when it is on PATH, else to the room pdf. Either answers with lines and
// their places; the paragraphs are made here, by one rule for both. Then the text is judged: a PDF can give a lot
// of characters and not one word, and then it is better to say so (ErrNoText, with what to do) than to file them.
//
//	doc, err := capture.Text(ctx, raw, "talks.pdf")
//	// doc.Text = "Ferry to return\n\nThe harbour board …", doc.By = "pdftotext 22.12.0"
package capture

import (
	"context"
	"errors"
	"fmt"
	"path"
	"path/filepath"
	"strings"

	"golang.org/x/text/unicode/norm"
)

// ErrNoText says that a document holds no text that can be taken out: it is a scan, encrypted or broken.
var ErrNoText = errors.New("no text can be taken out")

// ErrFormat says that a file is of no format that can be read, or of another than its name says.
var ErrFormat = errors.New("unknown format")

// Document is what was taken out of a file.
type Document struct {
	Text string // UTF-8, NFC; paragraphs set apart by blank lines; "" when the file is its own text
	By   string // what took it out: "pdftotext 22.12.0", "pdf", "docx"; "" when the file is its own text
	Info Info   // what the file says about itself
}

// Info is what a document's own properties state; "" for what they do not. They are the habits of a program as
// much as a statement: many a title is "Microsoft Word - Document1".
type Info struct {
	Title, Author     string
	Created, Modified string // the day as written there, "2019-03-04", whatever the zone
}

// IsSource reports whether the file name has an extension that can be imported, in whatever case. The hidden
// files that programs leave beside an open document do not count.
func IsSource(name string) bool {
	base := path.Base(filepath.ToSlash(name))
	return kindOf(base) != unknown && !strings.HasPrefix(base, ".") && !strings.HasPrefix(base, "~$")
}

// Text takes the text out of the file raw with this name. Errors wrap ErrNoText or ErrFormat, or the context's.
func Text(ctx context.Context, raw []byte, name string) (Document, error) {
	return new(Reader).Text(ctx, raw, name)
}

// Reader takes text out of many files; it asks for the version of pdftotext only once. The zero value looks for
// pdftotext on PATH. It may be used by several goroutines.
type Reader struct {
	// Look finds a program by name; nil is exec.LookPath.
	Look func(name string) (string, error)

	tool tool
}

// Text takes the text out of the file raw with this name. Errors wrap ErrNoText or ErrFormat, or the context's.
func (r *Reader) Text(ctx context.Context, raw []byte, name string) (Document, error) {
	said := kindOf(name)
	if said == unknown {
		return Document{}, fmt.Errorf("%w: %q is none of .txt .html .md .docx .pdf", ErrFormat, path.Ext(name))
	}
	if is, ok := check(said, raw); !ok {
		return Document{}, fmt.Errorf("%w: the name ends in %s, but the file is %s", ErrFormat, path.Ext(name), is)
	}
	var doc Document
	var err error
	switch said {
	case pdfFile:
		doc, err = r.pdf(ctx, raw)
	case wordFile:
		doc, err = word(raw)
	default:
		return Document{}, nil
	}
	if err != nil {
		return Document{}, err
	}
	doc.Text = norm.NFC.String(doc.Text)
	return doc, nil
}
