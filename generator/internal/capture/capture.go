// Package capture takes the text out of the files that people hold: PDF and Word documents. Text, HTML and Markdown
// are their own text.
package capture

import (
	"context"
	"errors"
)

// ErrNoText says that a document holds no text that can be taken out: it is a scan, encrypted or broken.
var ErrNoText = errors.New("no text can be taken out")

// ErrFormat says that a file is of no format that can be read.
var ErrFormat = errors.New("unknown format")

// Document is what was taken out of a file.
type Document struct {
	Text string // UTF-8, NFC; paragraphs set apart by blank lines; "" when the file is its own text
	By   string // what took it out: "pdftotext 22.12", "docx"; "" when the file is its own text
	Info Info   // what the file says about itself
}

// Info is what a document's own properties state; "" for what they do not.
type Info struct{ Title, Author, Created, Modified string }

// IsSource reports whether the file name has an extension that can be imported.
func IsSource(name string) bool { return false }

// Text takes the text out of the file raw with this name.
func Text(ctx context.Context, raw []byte, name string) (Document, error) {
	return Document{}, ErrFormat
}
