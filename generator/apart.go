package generator

import (
	"fmt"
	"path/filepath"
	"strings"
)

// apart refuses an output that would be read as part of the book the next time, or that would publish what the
// book is made of, or that puts the internal edition into the public one.
func (o Options) apart() error {
	out, content := standing(o.Out), standing(o.Content)
	for _, in := range []struct{ name, place string }{
		{"content", content}, {"layouts", standing(o.Layouts)},
	} {
		if _, within := below(in.place, out); within {
			return fmt.Errorf("the output %s lies in the %s folder and would be read as part of the book: name another with --out",
				o.Out, in.name)
		}
	}
	for _, in := range []struct{ name, place string }{
		{"content", content}, {"originals", standing(o.Originals)},
	} {
		if _, within := below(out, in.place); within {
			return fmt.Errorf("the output %s holds the %s folder, which would be published with the book: name another with --out",
				o.Out, in.name)
		}
	}
	if o.Edition != Internal {
		return nil
	}
	names := []string{filepath.Base(out)}
	if rel, within := below(filepath.Dir(content), out); within {
		names = append(names, strings.Split(rel, string(filepath.Separator))...)
	}
	return unpublished(names...)
}

// unpublished refuses names of folders into which the internal edition must not go.
func unpublished(names ...string) error {
	for _, name := range names {
		if hosted(name) {
			return fmt.Errorf("the internal edition does not go into a folder named %s, which is one that is published: name another with --out", name)
		}
	}
	return nil
}

// hosted reports whether a folder of this name is one that hosts, or those who set them up, take for the site.
func hosted(name string) bool {
	switch strings.ToLower(name) {
	case "public", "public_html", "docs", "_site", "gh-pages", "htdocs", "www", "wwwroot":
		return true
	}
	return false
}

// below reports whether a place lies in a folder or is the folder itself, and its path from there.
func below(folder, place string) (string, bool) {
	rel, err := filepath.Rel(folder, place)
	return rel, err == nil && filepath.IsLocal(rel)
}

// standing is where a path leads, links followed as far as it exists.
func standing(name string) string {
	at, err := filepath.Abs(name)
	if err != nil {
		return filepath.Clean(name)
	}
	for rest := ""; ; {
		if found, err := filepath.EvalSymlinks(at); err == nil {
			return filepath.Join(found, rest)
		}
		up := filepath.Dir(at)
		if up == at {
			return filepath.Join(at, rest)
		}
		at, rest = up, filepath.Join(filepath.Base(at), rest)
	}
}
