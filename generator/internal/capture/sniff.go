package capture

import (
	"bytes"
	"path"
	"strings"
)

// kind is a format, as far as importing tells them apart.
type kind uint8

const (
	unknown kind = iota
	textFile
	htmlFile
	pdfFile
	wordFile
	oldWordFile
	richTextFile
)

// String names the kind in an error.
func (k kind) String() string {
	return [...]string{
		"of no known format", "plain text", "an HTML page", "a PDF", "a Word document (.docx) or another zip archive",
		"an old Word document (.doc) or an encrypted one; save it as .docx without a password", "rich text (.rtf); save it as .docx",
	}[k]
}

// kindOf is the kind that a file name promises.
func kindOf(name string) kind {
	switch strings.ToLower(path.Ext(name)) {
	case ".txt", ".text", ".md", ".markdown":
		return textFile
	case ".html", ".htm", ".xhtml":
		return htmlFile
	case ".pdf":
		return pdfFile
	case ".docx":
		return wordFile
	}
	return unknown
}

// check compares what a file is called with what its first bytes show. Text and HTML
// agree with each other, because a page may be held as text and a text may open with a tag.
func check(said kind, raw []byte) (is kind, ok bool) {
	is = sniff(raw)
	switch said {
	case textFile, htmlFile:
		return is, is == unknown || is == htmlFile
	case pdfFile:
		// Readers of PDF allow for a little rubbish before the mark.
		return is, is == pdfFile || is == unknown && bytes.Contains(raw[:min(len(raw), 1024)], []byte("%PDF-"))
	}
	return is, is == said
}

// sniff is the kind that the first bytes show, unknown when they may as well be plain text.
func sniff(raw []byte) kind {
	head := raw[:min(len(raw), 1024)]
	for _, m := range []struct {
		mark string
		is   kind
	}{
		{"%PDF-", pdfFile}, {"PK\x03\x04", wordFile}, {"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", oldWordFile}, {`{\rtf`, richTextFile},
	} {
		if bytes.HasPrefix(head, []byte(m.mark)) {
			return m.is
		}
	}
	head = bytes.ToLower(bytes.TrimLeft(bytes.TrimPrefix(head, []byte("\xef\xbb\xbf")), " \t\r\n"))
	if bytes.HasPrefix(head, []byte("<!doctype html")) || bytes.HasPrefix(head, []byte("<html")) ||
		bytes.HasPrefix(head, []byte("<?xml")) && bytes.Contains(head, []byte("<html")) {
		return htmlFile
	}
	return unknown
}
