package site_test

import (
	"fmt"
	"io"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"briefbook/generator/internal/book"
)

// paragraphs are the numbered text of a source.
type paragraphs []string

func (p paragraphs) Text() string { return strings.Join(p, "\n\n") }

func (p paragraphs) Render(w io.Writer, to book.Target) error {
	for i, s := range p {
		if to.Numbered {
			fmt.Fprintf(w, "<p id=\"p%d\" data-para=\"%d\"><a class=\"pn\" href=\"#p%d\" aria-label=\"Paragraph %d\">¶%d</a> %s</p>\n", i+1, i+1, i+1, i+1, i+1, s)
		} else {
			fmt.Fprintf(w, "<p>%s</p>\n", s)
		}
	}
	return nil
}

// TestEveryAddressResolves follows every link of every page. Set SITE_OUT to a folder to look at the pages.
func TestEveryAddressResolves(t *testing.T) {
	t.Parallel()
	for _, edition := range []book.Edition{book.Public, book.Internal} {
		l := sample(t)
		l.edition = edition
		files := makeAll(t, l)
		if dir := os.Getenv("SITE_OUT"); dir != "" && edition == book.Internal {
			look(t, files, dir)
		}
		files["print.html"] = "" // another output's
		for _, name := range assetNames(t) {
			files["assets/"+name] = ""
		}
		follow(t, files)
	}
}

// assetNames lists the stylesheets and scripts of the layouts.
func assetNames(t *testing.T) (names []string) {
	list, err := os.ReadDir("../../../layouts/assets")
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range list {
		names = append(names, e.Name())
	}
	return names
}

var (
	addresses = regexp.MustCompile(`(?:href|src)="([^"]*)"`)
	anchors   = regexp.MustCompile(`\sid="([^"]*)"`)
)

func follow(t *testing.T, files map[string]string) {
	t.Helper()
	for name, text := range files {
		ids := anchors.FindAllStringSubmatch(text, -1)
		for i, m := range ids {
			if slices.ContainsFunc(ids[:i], func(o []string) bool { return o[1] == m[1] }) {
				t.Errorf("%s: id %q stands twice", name, m[1])
			}
		}
		for _, m := range addresses.FindAllStringSubmatch(text, -1) {
			href := m[1]
			if strings.Contains(href, "://") || href == "data:," || // the empty icon: none is asked for
				strings.HasSuffix(name, ".xml") && href == "" {
				continue
			}
			file, fragment, _ := strings.Cut(href, "#")
			to := name
			if file != "" {
				to = path.Join(path.Dir(name), file)
			}
			there, ok := files[to]
			if !ok {
				t.Errorf("%s: %q leads nowhere", name, href)
				continue
			}
			if fragment != "" && !strings.Contains(there, ` id="`+fragment+`"`) {
				t.Errorf("%s: %q: no such place", name, href)
			}
		}
	}
}

func look(t *testing.T, files map[string]string, dir string) {
	for name, text := range files {
		to := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(to), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(to, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.CopyFS(filepath.Join(dir, "assets"), os.DirFS("../../../layouts/assets")); err != nil {
		t.Fatal(err)
	}
}
