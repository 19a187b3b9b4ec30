package lint

import (
	"slices"
	"strings"

	"briefbook/generator/internal/book"
	"briefbook/generator/internal/diag"
)

// An allowance is a rule silenced in some blocks.
type allowance struct {
	code     string
	from, to int
	at       diag.Span
	used     bool
	fact     int // its number in Facts.Allowed, from 1; 0 when the page alone can tell whether it is of use
}

// readAllowances reads the comments of the page.
func (c *check) readAllowances() {
	for _, r := range c.Prose.Remarks {
		if len(c.allowed)+len(c.diags) >= most {
			return
		}
		rest, ok := strings.CutPrefix(strings.TrimSpace(r.Text), "allow ")
		if !ok {
			continue
		}
		list, reason, explained := strings.Cut(rest, ":")
		for _, code := range strings.Split(list, ",") {
			code = strings.TrimSpace(code)
			if code == "" || strings.ContainsAny(code, " \t\r\n") { // a sentence
				break
			}
			if !slices.Contains(Codes, code) {
				c.unknown(r.At, code)
				continue
			}
			if !explained || strings.TrimSpace(reason) == "" {
				c.diags = append(c.diags, diag.Warnf(r.At, "allow-reason", "%s is silenced without a reason", code).
					WithHint("write <!-- allow %s: why it is right here -->", code))
			}
			a := allowance{code: code, from: r.From, to: r.To, at: r.At}
			if code == AcronymCode && c.words != nil && c.words.acronyms || code == TwoHeadings && c.Kind == book.Person {
				c.facts.Allowed = append(c.facts.Allowed, Allowed{Code: code, Start: r.At.Start, End: r.At.End})
				a.fact = len(c.facts.Allowed)
			}
			c.allowed = append(c.allowed, a)
		}
	}
}

func (c *check) unknown(at diag.Span, code string) {
	d := diag.Warnf(at, "allow-unknown", "no rule is named %q", code)
	if near := diag.Near(code, slices.Values(Codes)); near != "" {
		d = d.WithHint("did you mean %q?", near)
	} else {
		d = d.WithHint("there are %s", strings.Join(Codes, ", "))
	}
	c.diags = append(c.diags, d)
}

// allows reports whether a rule is silenced in a block.
func (c *check) allows(code string, block int) (found bool) {
	for i := range c.allowed {
		if a := &c.allowed[i]; a.code == code && a.from <= block && block < a.to {
			a.used, found = true, true
		}
	}
	return found
}

// allowsPage reports whether a rule about the page as a whole is silenced.
func (c *check) allowsPage(code string) (found bool) {
	for i := range c.allowed {
		if a := &c.allowed[i]; a.code == code {
			a.used, found = true, true
		}
	}
	return found
}

// finish reports the allowances that silenced nothing. Of those that only the whole book can judge the facts tell.
func (c *check) finish() ([]diag.Diagnostic, Facts) {
	for _, a := range c.allowed {
		if !a.used && a.fact == 0 {
			c.diags = append(c.diags, unused(a.at, a.code))
		}
	}
	return c.diags, c.facts
}

func unused(at diag.Span, code string) diag.Diagnostic {
	return diag.Warnf(at, "allow-unused", "there is nothing here that %s would be told of", code).WithHint("take the comment out")
}
