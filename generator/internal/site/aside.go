package site

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"briefbook/generator/internal/book"
)

// What a page shows of what was set aside, at most.
const (
	reasonsMost = 7      // in a line; more are a list
	blocksMost  = 60     // one by one
	shownMost   = 320    // bytes of a block, the rest folded
	foldedMost  = 4_000  // bytes of a block, folded; then the untouched original has the rest
	asideMost   = 80_000 // bytes of all blocks
)

// Aside is what cleaning set aside.
type Aside struct {
	Count  int
	Why    string  // the reasons, where they are few: "a paywall (2); a form"
	Tally  []Tally // how often for each reason, where they are many
	Blocks []Receipt
	More   int // blocks not listed
}

// Tally is how often something was set aside for one reason.
type Tally struct {
	Why    string
	Blocks int
}

// Receipt is one block that was set aside.
type Receipt struct {
	Lines, Why string
	Code       string // the reason's own word
	Text       string // its beginning
	Rest       string // what follows
	RestSize   string // "1,204 characters"
	Left       bool   // there is more than Rest
}

// aside prepares the receipts. The first blocks are shown; of long ones the beginning.
func aside(list []book.Receipt) Aside {
	v := Aside{Count: len(list)}
	words, blocks := book.Reasons(list)
	for i, why := range words {
		v.Tally = append(v.Tally, Tally{why, blocks[i]})
	}
	if len(words) <= reasonsMost {
		v.Why, v.Tally = inLine(v.Tally), nil
	}
	budget := asideMost
	for i, r := range list {
		if i == blocksMost || budget <= 0 {
			v.More = len(list) - i
			break
		}
		b := Receipt{Lines: r.Lines(), Why: r.Why(), Code: r.Reason}
		var rest string
		b.Text, rest = clip(r.Text, shownMost)
		b.Rest, _ = clip(rest, min(foldedMost, max(budget, shownMost)))
		if rest != "" {
			b.RestSize = book.Count(utf8.RuneCountInString(rest), "character", "characters")
			b.Left = len(b.Rest) < len(rest)
		}
		budget -= len(b.Text) + len(b.Rest)
		v.Blocks = append(v.Blocks, b)
	}
	return v
}

// inLine puts a tally into a line.
func inLine(tally []Tally) string {
	var b strings.Builder
	for i, t := range tally {
		if i > 0 {
			b.WriteString("; ")
		}
		b.WriteString(t.Why)
		if t.Blocks > 1 {
			b.WriteString(" (" + book.Number(t.Blocks) + ")")
		}
	}
	return b.String()
}

// clip cuts about n bytes off s, at a blank near there if there is one. A little more than n stays whole.
func clip(s string, n int) (head, rest string) {
	if len(s) <= n+n/4 {
		return s, ""
	}
	at := n
	if i := strings.LastIndexAny(s[:n], " \n\t"); i > n/2 {
		at = i + 1
	}
	for at > 0 && !utf8.RuneStart(s[at]) {
		at--
	}
	return s[:at], s[at:]
}

// captureLink leads to the untouched original: its name, what it is, and how long.
func (s *sheet) captureLink(card *book.Card, o *book.Original) Particular {
	v := Particular{Name: "Original", Text: card.Original, Href: s.root + o.File, Note: "untouched"}
	if v.Text == "" {
		v.Text = "as captured"
	}
	kind := ""
	switch low := strings.ToLower(o.File); {
	case strings.HasSuffix(low, ".html.txt"), strings.HasSuffix(low, ".htm.txt"):
		kind = "web page, shown as its source"
	case strings.HasSuffix(low, ".txt"):
		kind = "plain text"
	case strings.HasSuffix(low, ".md"):
		kind = "Markdown"
	case strings.HasSuffix(low, ".pdf"):
		kind = "PDF"
	case strings.HasSuffix(low, ".docx"):
		kind = "Word document"
	}
	for _, word := range []string{kind, bytesOf(o.Size)} {
		if word != "" {
			v.Note += ", " + word
		}
	}
	return v
}

// bytesOf prints a size: "812 bytes", "6.1 kB", "48 MB".
func bytesOf(n int) string {
	switch {
	case n <= 0:
		return ""
	case n < 1000:
		return book.Count(n, "byte", "bytes")
	}
	v, unit := float64(n)/1000, " kB"
	if v >= 999.5 {
		v, unit = v/1000, " MB"
	}
	if v < 9.95 {
		return strconv.FormatFloat(v, 'f', 1, 64) + unit
	}
	return book.Number(int(v+.5)) + unit
}
