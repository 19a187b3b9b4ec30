package intake

import (
	"errors"
	"io/fs"
	"net/url"
	"strings"

	yaml "go.yaml.in/yaml/v4"
	"golang.org/x/text/language"

	"briefbook/generator/internal/book"
	"briefbook/generator/internal/diag"
)

var infoKeys = []string{"title", "subtitle", "language", "as_of", "edition", "rights", "licence", "marking", "base_url"}

// ReadInfo decodes content/book.yaml. A book without one has a name all the same.
func ReadInfo(text []byte, err error) (book.Info, []diag.Diagnostic) {
	info := book.Info{Title: "Briefing book", Language: "en", Rights: "digest"}
	f := &front{src: diag.NewSource("content/book.yaml", string(text))}
	if err != nil {
		d := diag.Warnf(f.src.Whole(), "no-book", "there is no book.yaml").WithHint("it gives the book its title: \"title: …\"")
		if !errors.Is(err, fs.ErrNotExist) {
			d = diag.Errorf(f.src.Whole(), "unreadable", "the file cannot be read: %v", reason(err))
		}
		return info, []diag.Diagnostic{d}
	}
	for _, p := range f.parse(0, len(text)) {
		f.keep(p)
		f.info(&info, p.key, p)
	}
	if info.Title == "" {
		info.Title = "Briefing book"
	}
	return info, f.diags
}

func (f *front) info(info *book.Info, key string, p pair) {
	n := p.value
	switch key {
	case "title":
		info.Title = f.text(key, n)
	case "subtitle":
		info.Subtitle = f.text(key, n)
	case "language":
		f.language(info, n)
	case "as_of":
		info.AsOf = f.date(key, n)
	case "edition":
		info.Edition = f.text(key, n)
	case "rights":
		if s := f.oneOf(key, n, "full", "digest"); s != "" {
			info.Rights = s
		}
	case "licence":
		info.Licence = f.text(key, n)
	case "marking":
		info.Marking = f.text(key, n)
	case "base_url":
		base, err := BaseURL(f.text(key, n))
		if err != nil {
			f.report(diag.Errorf(f.span(n), "bad-value", "%q: %v", key, err))
		}
		info.BaseURL = base
	default:
		f.unknown(p, "book.yaml", infoKeys)
	}
}

func (f *front) language(info *book.Info, n *yaml.Node) {
	s := f.text("language", n)
	if s == "" {
		return
	}
	tag, err := language.Parse(s)
	if err != nil {
		f.wrong(n, "language", "a language tag such as en, de or ko")
		return
	}
	info.Language = tag.String()
}

// BaseURL checks the address a book is published under and ends it with a slash. Empty stays empty.
func BaseURL(s string) (string, error) {
	if s == "" {
		return "", nil
	}
	u, err := url.Parse(s)
	if err != nil || u.Scheme != "https" && u.Scheme != "http" || u.Host == "" || u.RawQuery != "" || u.Fragment != "" {
		return "", errors.New("an address like https://example.org/book/ is needed")
	}
	return strings.TrimSuffix(u.String(), "/") + "/", nil
}
