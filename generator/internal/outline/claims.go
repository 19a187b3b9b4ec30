package outline

import (
	"slices"
	"strconv"

	"briefbook/generator/internal/book"
	"briefbook/generator/internal/diag"
)

// Claims reports what a chapter or note states on nobody's word. A key point is a finding of the book, shown on the
// front page, and must carry a citation: without one it is an error. An event without one is a warning, since a date
// may stand in a chronology for orientation. The sentences of a bottom line sum up the page; they may rest on the
// citations of its key points. A difference between sources cites both. A bottom line is reported when neither it nor any key point of its page has one.
func Claims(m *book.Meta, t *book.Text) []diag.Diagnostic {
	if m.Kind != book.Chapter && m.Kind != book.Note {
		return nil
	}
	var out []diag.Diagnostic
	rested := false
	for i := range t.Points {
		p := &t.Points[i]
		if rested = rested || len(p.Cites) > 0; len(p.Cites) == 0 {
			out = append(out, diag.Errorf(p.At, "uncited-point", "this key point carries no citation").
				WithHint("say on which paragraph it rests: [@id ¶4]"))
		}
	}
	for i := range t.Events {
		if e := &t.Events[i]; len(e.Cites) == 0 {
			out = append(out, diag.Warnf(e.At, "uncited-event", "this event carries no citation").
				WithHint("say which paragraph reports it: [@id ¶4]"))
		}
	}
	for i := range t.Alerts {
		if a := &t.Alerts[i]; a.Kind == book.Difference {
			out = append(out, sides(a)...)
		}
	}
	for i := range t.Sections {
		s := &t.Sections[i]
		if s.Role != book.BottomLine || s.Body == nil || rested || s.Body.Text() == "" {
			continue
		}
		cites := func(c book.Citation) bool { return c.Section == s.Title }
		if !slices.ContainsFunc(t.Citations, cites) {
			out = append(out, diag.Warnf(wholeOf(m), "uncited-line", "%q carries no citation, and no key point of this page does", s.Title).
				WithHint("cite in it, or in the key points that it sums up"))
		}
	}
	return out
}

func wholeOf(m *book.Meta) diag.Span {
	if m.Source == nil {
		return diag.Span{}
	}
	return m.Source.Whole()
}

// fallen reports a citation of a source that no longer stands as it did. Where the same statement cites its successor,
// the author knows, and says what became of it.
func fallen(t *book.Text, i int, in Resolver) []diag.Diagnostic {
	c := &t.Citations[i]
	h, _ := in.Head(c.Source)
	if h.Status == "" {
		return nil
	}
	d := diag.Warnf(c.At, "fallen-source", "%s is %s: the statement rests on a source that no longer stands as it did", c.Source, h.Status)
	next := in.Successor(c.Source)
	if next == "" {
		return []diag.Diagnostic{d.WithHint("see whether the statement still holds; the page marks it")}
	}
	for j := i - 1; j >= 0 && sameStatement(c, &t.Citations[j]); j-- {
		if t.Citations[j].Source == next {
			return nil
		}
	}
	for j := i + 1; j < len(t.Citations) && sameStatement(c, &t.Citations[j]); j++ {
		if t.Citations[j].Source == next {
			return nil
		}
	}
	return []diag.Diagnostic{d.WithHint("see whether %s still says so, and cite that", next)}
}

func sameStatement(c, o *book.Citation) bool { return c.Section == o.Section && c.Context == o.Context }

// sides reports a difference that does not cite what differs: two places, of two sources or of one that contradicts
// itself; one where the sort is of a single source's words, or of its silence.
func sides(a *book.Alert) []diag.Diagnostic {
	need := 2
	switch a.Sort {
	case "", "certainty", "wording", "silence":
		need = 1
	}
	places := map[string]bool{}
	for _, c := range a.Cites {
		places[string(c.Source)+" "+book.Paragraphs(c.Paras)] = true
	}
	if len(places) >= need {
		return nil
	}
	d := diag.Warnf(a.At, "uncited-difference", "this difference cites no source")
	if len(places) > 0 {
		d = diag.Warnf(a.At, "uncited-difference", "this difference, of the sort %s, cites one place and not two", strconv.Quote(a.Sort))
	}
	return []diag.Diagnostic{d.WithHint("cite what each source says, [@a ¶2] and [@b ¶5]; certainty, wording and silence may be of one source")}
}
