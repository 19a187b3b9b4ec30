package changes

import (
	"strings"
	"unicode/utf8"

	"briefbook/generator/internal/book"
)

// Withhold takes the words out of a part whose page has become a draft: that it went is told, and nothing else.
func (p *Part) Withhold() {
	p.Title = book.Withheld
	kept := p.Gone[:0:0]
	for _, g := range p.Gone {
		if g.isHead() {
			g.Item = Item{What: Page, Text: book.Withheld, Title: book.Withheld}
			kept = append(kept, g)
		}
	}
	p.Gone = kept
}

// Reserve makes a change fit for a public edition. Words of a source that are no longer quoted are no longer published:
// what was taken out between quotation marks is cut to its first and last words. Pages that are drafts now are not named.
// It reports whether there was anything to do.
func Reserve(c *book.Change, hidden func(book.ID) bool) (altered bool) {
	if c.Was == "" || !strings.ContainsAny(c.Was, `"“„«「『[`) {
		return false
	}
	inside := false
	pieces := make([]book.Piece, len(c.Woven))
	for i, p := range c.Woven {
		if p.Was && !p.Now {
			if p.Cite != "" && hidden(p.Cite) || p.Page != "" && hidden(p.Page) {
				p = book.Piece{Text: "[" + book.Withheld + "]", Was: true}
				altered = true
			} else if p.Cite == "" && p.Page == "" {
				cut := reserved(p.Text, &inside)
				altered = altered || cut != p.Text
				p.Text = cut
			}
		} else if p.Was && p.Cite == "" && p.Page == "" {
			reserved(p.Text, &inside)
		}
		pieces[i] = p
	}
	if altered {
		c.Woven, c.Was = pieces, unwoven(pieces)
	}
	return altered
}

// unwoven is the text of the earlier state.
func unwoven(pieces []book.Piece) string {
	var b strings.Builder
	for _, p := range pieces {
		switch {
		case !p.Was:
		case p.Cite != "":
			b.WriteString(strings.TrimSuffix("[@"+string(p.Cite)+" "+p.Text, " ") + "]")
		case p.Page != "":
			b.WriteString("[[" + string(p.Page) + "]]")
		default:
			b.WriteString(p.Text)
		}
	}
	return oneLine(b.String())
}

// reserved cuts what stands between quotation marks. inside says whether they are open, before and after.
func reserved(text string, inside *bool) string {
	var b strings.Builder
	from := 0
	flush := func(to int) {
		if *inside {
			b.WriteString(short(text[from:to]))
		} else {
			b.WriteString(text[from:to])
		}
		from = to
	}
	for i, r := range text {
		opens := false
		switch r {
		case '„', '«', '「', '『':
			opens = true
		case '“', '"': // „so“ it closes
			opens = !*inside
		case '”', '»', '」', '』':
		default:
			continue
		}
		flush(i)
		b.WriteRune(r)
		from = i + utf8.RuneLen(r)
		*inside = opens
	}
	flush(len(text))
	return b.String()
}

// endWords is how many words are left at either end of what is cut.
const endWords = 2

func short(text string) string {
	words := strings.Fields(text)
	if len(words) <= 2*endWords {
		return text
	}
	out := strings.Join(words[:endWords], " ") + " … " + strings.Join(words[len(words)-endWords:], " ")
	if strings.HasPrefix(text, " ") {
		out = " " + out
	}
	if strings.HasSuffix(text, " ") {
		out += " "
	}
	return out
}
