package article

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
	"strings"
	"testing"

	"briefbook/generator/internal/book"
	"briefbook/generator/internal/diag"
)

const aSum = "2d62aa00bb11cc22dd33ee44ff5566778899aabbccddeeff0011223344556677"

func TestReadLines(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name, in   string
		keep, drop []book.Range
		found      []string // line:column code
	}{
		{"all there is", "# why\nsha256: " + aSum + "\nkeep: 6-8, 12\ndrop: 40–55 # the tail\n", []book.Range{{First: 6, Last: 8}, {First: 12, Last: 12}}, []book.Range{{First: 40, Last: 55}}, nil},
		{"a mark of byte order, CRLF, blanks, capitals", "\ufeffsha256 : \"" + strings.ToUpper(aSum) + "\"\r\n\r\n  keep:6 - 8\r\n", []book.Range{{First: 6, Last: 8}}, nil, nil},
		{"nothing", "", nil, nil, []string{"0:0 lines-sha256"}},
		{"no SHA-256", "keep: 1\n", []book.Range{{First: 1, Last: 1}}, nil, []string{"0:0 lines-sha256"}},
		{"a short SHA-256", "sha256: 2d62\n", nil, nil, []string{"1:9 lines-sha256"}},
		{"an unknown key", "sha256: " + aSum + "\nkept: 4\n", nil, nil, []string{"2:1 lines-key"}},
		{"no key", "sha256: " + aSum + "\n  4-5\n", nil, nil, []string{"2:3 lines-key"}},
		{"a key twice", "sha256: " + aSum + "\nkeep: 1\nkeep: 3\n", []book.Range{{First: 1, Last: 1}, {First: 3, Last: 3}}, nil, []string{"3:1 lines-key"}},
		{"bad ranges between good ones", "sha256: " + aSum + "\nkeep: 3, 8-6, 0, +4, x, , 5-, 9\n", []book.Range{{First: 3, Last: 3}, {First: 9, Last: 9}}, nil,
			[]string{"2:10 lines-range", "2:15 lines-range", "2:18 lines-range", "2:22 lines-range", "2:24 lines-range", "2:27 lines-range"}},
		{"numbers beyond all files", "sha256: " + aSum + "\ndrop: 99999999999999999999\n", nil, nil, []string{"2:7 lines-range"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			got, list := ReadLines(diag.NewSource("a.txt.lines", c.in))
			var found []string
			for _, d := range list {
				found = append(found, fmt.Sprintf("%d:%d %s", d.Line, d.Column, d.Code))
				if d.Hint == "" || d.Level != diag.Error {
					t.Errorf("%s has the hint %q", d.Text, d.Hint)
				}
			}
			if !slices.Equal(got.Keep, c.keep) || !slices.Equal(got.Drop, c.drop) || !slices.Equal(found, c.found) {
				t.Errorf("keep %v, drop %v, found %v", got.Keep, got.Drop, found)
			}
			if strings.Contains(strings.ToLower(c.in), aSum) && got.SHA256 != aSum {
				t.Errorf("the SHA-256 is %q", got.SHA256)
			}
		})
	}
}

// overridden cleans a text with the lines that a person decided.
func overridden(text string, keep, drop []book.Range) *book.Original {
	sum := sha256.Sum256([]byte(text))
	return Clean([]byte(text), "x.txt", Lines{SHA256: hex.EncodeToString(sum[:]), Keep: keep, Drop: drop})
}

const overText = `Ferry to reopen soon

The harbour board voted to reopen the island ferry after a winter of repairs.

Read more: The bridge that nobody wants

Tickets stay at the old price, and islanders will travel free of charge.

Subscribe now for €3
© 2019 Ferry Press
`

func TestOverride(t *testing.T) {
	t.Parallel()
	first, third := "The harbour board voted to reopen the island ferry after a winter of repairs.", "Tickets stay at the old price, and islanders will travel free of charge."
	at := func(lines ...int) []book.Range {
		var out []book.Range
		for _, n := range lines {
			out = append(out, book.Range{First: n, Last: n})
		}
		return out
	}
	for _, c := range []struct {
		name       string
		keep, drop []book.Range
		want       []string
	}{
		{"nothing", nil, nil, []string{first, third}},
		{"furniture is kept", at(9, 5, 10), nil, []string{first, "Read more: The bridge that nobody wants", third, "Subscribe now for €3", "© 2019 Ferry Press"}},
		{"a paragraph is dropped", nil, []book.Range{{First: 6, Last: 8}}, []string{first}},
		{"keep wins", at(7), []book.Range{{First: 1, Last: 10}}, []string{third}},
		{"lines that are not there", at(900), at(901), []string{first, third}},
	} {
		o := overridden(overText, c.keep, c.drop)
		if !slices.Equal(o.Paragraphs, c.want) {
			t.Errorf("%s: %q", c.name, o.Paragraphs)
		}
		accounted(t, overText, o)
		if slices.Contains(o.Flags, FlagOverrideIgnored) {
			t.Errorf("%s: ignored", c.name)
		}
	}
	o := overridden(overText, nil, at(3))
	if !slices.ContainsFunc(o.Receipts, func(r book.Receipt) bool { return r.Reason == "override" && r.First == 3 && r.Text == first }) {
		t.Errorf("no receipt for a dropped line: %v", o.Receipts)
	}
	if o = Clean([]byte(overText), "x.txt", Lines{SHA256: aSum, Drop: at(3)}); len(o.Paragraphs) != 2 || !slices.Contains(o.Flags, FlagOverrideIgnored) {
		t.Errorf("lines for another text: %q, %v", o.Paragraphs, o.Flags)
	}
}

func TestOverrideOfWrappedParagraphs(t *testing.T) {
	t.Parallel()
	text := cases[slices.IndexFunc(cases, func(c struct{ name, in, want string }) bool { return c.name == "a wrapped text" })].in
	if o := overridden(text, nil, []book.Range{{First: 3, Last: 4}}); len(o.Paragraphs) != 2 {
		t.Errorf("a paragraph dropped in part: %q", o.Paragraphs)
	}
	if o := overridden(text, nil, []book.Range{{First: 3, Last: 3}, {First: 4, Last: 5}}); len(o.Paragraphs) != 1 {
		t.Errorf("a paragraph dropped in two ranges: %q", o.Paragraphs)
	}
	if o := overridden(text, []book.Range{{First: 4, Last: 4}}, []book.Range{{First: 1, Last: 99}}); len(o.Paragraphs) != 1 {
		t.Errorf("a paragraph kept in part: %q", o.Paragraphs)
	}
}

func FuzzReadLines(f *testing.F) {
	for _, s := range []string{"sha256: " + aSum + "\nkeep: 6-8, 12\ndrop: 40-55\n", "keep: ,,-\n:\n", "\ufeff#\nsha256", "drop: 9-8"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		lines, list := ReadLines(diag.NewSource("a.lines", text))
		for _, r := range slices.Concat(lines.Keep, lines.Drop) {
			if r.First < 1 || r.Last < r.First {
				t.Errorf("the range %v", r)
			}
		}
		if lines.SHA256 == "" && len(list) == 0 {
			t.Error("no SHA-256, and nobody is told")
		}
		again, _ := ReadLines(diag.NewSource("a.lines", text))
		if again.SHA256 != lines.SHA256 || !slices.Equal(again.Keep, lines.Keep) || !slices.Equal(again.Drop, lines.Drop) {
			t.Error("a second reading differs")
		}
	})
}
