package outline

import (
	"fmt"
	"slices"
	"strings"

	"briefbook/generator/internal/book"
	"briefbook/generator/internal/diag"
)

// A Resolver answers what a page's links and citations lead to.
type Resolver interface {
	Head(book.ID) (book.Head, bool)
	// Draft reports whether the id names a page that this edition leaves out.
	Draft(book.ID) bool
	// Paragraphs is how many numbered paragraphs a source has; 0 when that is not known.
	Paragraphs(book.ID) int
	// Successor is the source that a card names as having superseded its own, "" when it names none.
	Successor(book.ID) book.ID
	// Moved says what became of a paragraph since the source's card was written, "" when it is where it was.
	Moved(id book.ID, n int) string
	// HasAnchor reports whether a page has a place of that name.
	HasAnchor(id book.ID, anchor string) bool
	// HasStatic reports whether content/static holds the file.
	HasStatic(name string) bool
	// IDs yields every id, for hints.
	IDs(yield func(string) bool)
}

// Check reports links to pages that do not exist, and citations of unknown sources or paragraphs, and of sources that
// no longer stand as they did.
func Check(t *book.Text, in Resolver) []diag.Diagnostic {
	var out []diag.Diagnostic
	for i := range t.Citations {
		out = append(out, citation(&t.Citations[i], in)...)
		out = append(out, fallen(t, i, in)...)
	}
	for i := range t.Links {
		out = append(out, link(&t.Links[i], in)...)
	}
	return out
}

func citation(c *book.Citation, in Resolver) []diag.Diagnostic {
	h, ok := in.Head(c.Source)
	switch {
	case !ok && in.Draft(c.Source):
		return []diag.Diagnostic{diag.Warnf(c.At, "draft", "%q is a draft: the statement loses its source in this edition", c.Source)}
	case c.Bare && (!ok || h.Kind != book.Article): // somebody's handle
		return nil
	case !ok:
		d := diag.Errorf(c.At, "unknown-source", "there is no article %q", c.Source)
		return []diag.Diagnostic{near(d, c.Source, in)}
	case h.Kind != book.Article:
		return []diag.Diagnostic{diag.Errorf(c.At, "unknown-source", "%q is %s, not an article", c.Source, h.Kind.WithArticle()).
			WithHint("cite articles; link to other pages with [[%s]]", c.Source)}
	}
	if diags := moved(c, in); diags != nil {
		return diags
	}
	n := in.Paragraphs(c.Source)
	for _, r := range c.Paras {
		if r.First < 1 || r.Last < r.First {
			return []diag.Diagnostic{diag.Errorf(c.At, "bad-paragraph", "%s is no range of paragraphs", c.Locator)}
		}
		if n > 0 && r.Last > n {
			return []diag.Diagnostic{diag.Errorf(c.At, "bad-paragraph", "%s has no ¶%d", c.Source, r.Last).
				WithHint("it has %d paragraphs", n)}
		}
	}
	return nil
}

// mostParagraphs bounds a range that is looked through: ¶1–99999999 is a slip of the pen.
const mostParagraphs = 100_000

// moved reports a cited paragraph that is not what it was when the source's card was written: the citation may
// now lead to other words.
func moved(c *book.Citation, in Resolver) []diag.Diagnostic {
	const most = 4
	var list []string
	for _, r := range c.Paras {
		for n := r.First; n <= min(r.Last, mostParagraphs); n++ {
			if says := in.Moved(c.Source, n); says != "" {
				list = append(list, says)
			}
		}
	}
	if len(list) == 0 {
		return nil
	}
	if more := len(list) - most; more > 0 {
		list = append(list[:most], fmt.Sprintf("%d more", more))
	}
	return []diag.Diagnostic{diag.Errorf(c.At, "moved-paragraph", "since the card of %s was written, %s", c.Source, strings.Join(list, ", ")).
		WithHint("read the source again and mend the citation; then bring the card's \"paragraphs\" up to date")}
}

func link(l *book.Link, in Resolver) []diag.Diagnostic {
	if l.To == "" {
		if l.IsStatic() && !in.HasStatic(l.URL) {
			return []diag.Diagnostic{diag.Errorf(l.At, "dead-link", "there is no file %q in content/static", l.URL)}
		}
		return nil
	}
	_, ok := in.Head(l.To)
	switch {
	case !ok && in.Draft(l.To) && l.Wiki && l.Label == "":
		return []diag.Diagnostic{diag.Warnf(l.At, "draft", "%q is a draft: this link has no words without it", l.To).
			WithHint("give it words of your own: [[%s|words]]", l.To)}
	case !ok && in.Draft(l.To):
		return nil
	case !ok:
		return []diag.Diagnostic{near(diag.Errorf(l.At, "dead-link", "no page named %q", l.To), l.To, in)}
	case l.Fragment != "" && !in.HasAnchor(l.To, l.Fragment):
		return []diag.Diagnostic{diag.Errorf(l.At, "dead-anchor", "%q has no place %q", l.To, l.Fragment)}
	}
	return nil
}

func near(d diag.Diagnostic, id book.ID, in Resolver) diag.Diagnostic {
	all := slices.Sorted(in.IDs)
	if n := diag.Near(string(id), slices.Values(all)); n != "" {
		return d.WithHint("did you mean %q?", n)
	}
	return d
}
