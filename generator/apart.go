package generator

import (
	"errors"
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
	if rel, within := below(filepath.Dir(content), out); within {
		for name := range strings.SplitSeq(rel, string(filepath.Separator)) {
			if strings.EqualFold(name, "public") {
				return errors.New("the internal edition does not go into a folder named public")
			}
		}
	}
	return nil
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
