package outline

import (
	"slices"

	"briefbook/generator/internal/book"
	"briefbook/generator/internal/diag"
)

// CheckMeta reports pages that front matter names and that do not exist.
func CheckMeta(m *book.Meta, in Resolver) []diag.Diagnostic {
	var out []diag.Diagnostic
	need := func(key string, id book.ID, kinds ...book.Kind) {
		if id == "" || in.Draft(id) {
			return
		}
		h, ok := in.Head(id)
		switch {
		case !ok:
			out = append(out, near(diag.Errorf(m.At(key), "dead-link", "%q names no page of the book: %q", key, id), id, in))
		case !slices.Contains(kinds, h.Kind):
			out = append(out, diag.Errorf(m.At(key), "dead-link", "%q cannot name %s: %q", key, h.Kind.WithArticle(), id))
		}
	}
	if c := m.Card; c != nil {
		need("superseded_by", c.SupersededBy, book.Article)
		if c.SupersededBy != "" && c.Status == "" {
			out = append(out, diag.Warnf(m.At("superseded_by"), "no-status", "an article with a successor needs a status").
				WithHint("write \"status: superseded\""))
		}
	}
	if e := m.Entry; e != nil {
		for _, id := range e.See {
			need("see", id, book.Person, book.Organisation, book.Place, book.Term)
		}
		for _, r := range e.Roles {
			need("role", r.Source, book.Article)
		}
	}
	if m.Kind == book.Chapter && !m.From.IsZero() && !m.To.IsZero() && m.From.First().Compare(m.To.Last()) > 0 {
		out = append(out, diag.Errorf(m.At("from"), "bad-range", "the chapter ends before it begins"))
	}
	return out
}
