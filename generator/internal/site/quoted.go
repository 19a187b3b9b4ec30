package site

import (
	"fmt"
	"html"
	"html/template"
	"strings"

	"briefbook/generator/internal/book"
)

// What is told of quotations in one place, at most.
const (
	quotedMost   = 100 // quotations on the page of their source; of the rest only the ids are there
	quotedAtMost = 12  // pages on which the same quotation stands
	stylesMost   = 400 // quotations of which all parts are shown together
)

// Quoting is the quotations from one source.
type Quoting struct {
	Quotes []Quote
	Left   int      // how many are not listed
	Rest   []string // their ids, to which their seals lead
	Sum    string   // how many, how they stand, how much of the source they are
	Hash   Hash     // of the text they were all checked against
	When   string   // "Checked 22 November 2026", where that is the same for all
}

// Hash is a SHA-256 in hexadecimal digits, and short.
type Hash struct{ Whole, Short string }

func hashOf(whole string) Hash {
	if len(whole) <= 10 {
		return Hash{whole, whole}
	}
	return Hash{whole, whole[:10] + "…"}
}

// Quote is a quotation with what came of checking it, once for all the places where it stands.
type Quote struct {
	ID        string
	Words     string
	Lang      string // of the words, where it is not the book's
	Source    string // its id
	Standing  string // "holds", "doubtful", "fails", "unchecked"
	Mark      string
	Says      string // "word for word"
	Elsewhere *Anchor
	Para      Anchor // where the words stand, or what is cited
	When      string // "checked 22 November 2026", where that is not the same for all that stand together
	Against   Hash   // the text it was checked against, where that is not the same for all that stand together
	On        []Anchor
	Left      int    // places not listed
	Publisher string // address of the words on the publisher's page
	Host      string
}

// seals gives the seals of a page's quotations. What came of checking them is asked for with the first one.
func (s *sheet) seals(on book.ID) func(int) string {
	return func(n int) string {
		list, asked := s.checked[on]
		if !asked {
			if s.checked == nil {
				s.checked = make(map[book.ID][]book.Checked)
			}
			list = s.lib.Quotations(on)
			s.checked[on] = list
		}
		if n < 0 || n >= len(list) {
			return ""
		}
		return s.seal(list[n])
	}
}

// seal says behind a quotation what came of checking it: in the line a quiet mark, or words where the reader must
// know; under a block quote a line. It leads to the words on the page of the source where that shows the text, else
// to what that page says of the quotation.
func (s *sheet) seal(c book.Checked) string {
	h, ok := s.lib.Head(c.Cite.Source)
	if !ok {
		return ""
	}
	fragment := c.Anchor
	if fragment == "" {
		fragment = c.Key()
	}
	href := html.EscapeString(s.href(h) + "#" + fragment)
	says, when := html.EscapeString(c.Telling(h.Tab, s.tabOf(c.Found))), html.EscapeString(c.When(s.info.Language))
	standing, mark := c.Verdict.Standing(), c.Verdict.Mark()
	if c.Block {
		if when != "" {
			when = " · " + when
		}
		return fmt.Sprintf(`<span class="checked %s"><span aria-hidden="true">%s</span> <a href="%s">%s</a>%s</span>`, standing, mark, href, says, when)
	}
	title := says
	if when != "" {
		title += " · " + when
	}
	words := `<span class="unseen">Quotation checked: ` + says + `</span>`
	switch standing {
	case "holds":
		words = `<span aria-hidden="true">` + mark + `</span>` + words
	case "unchecked":
		words = html.EscapeString(c.Verdict.Says())
	default:
		words = `<span aria-hidden="true">` + mark + "\u00a0</span>" + says
	}
	return fmt.Sprintf(`<a class="seal %s" href="%s" title="%s">%s</a>`, standing, href, title, words)
}

// tabOf is the tab of a source, 0 when it is not in this edition.
func (s *sheet) tabOf(id book.ID) int {
	h, _ := s.lib.Head(id)
	return h.Tab
}

// quote tells of one quotation, wherever it stands.
func (s *sheet) quote(group []book.Checked, card *book.Card, here bool) Quote {
	c := group[0]
	v := Quote{ID: c.Key(), Words: c.Words, Source: string(c.Cite.Source), Standing: c.Verdict.Standing(),
		Mark: c.Verdict.Mark(), Says: c.Verdict.Says(), When: c.When(s.info.Language), Against: hashOf(c.Against)}
	if card != nil {
		if card.Language != "" && card.Language != s.info.Language {
			v.Lang = card.Language
		}
		if card.URL != "" && c.Verdict.Standing() != "fails" {
			v.Publisher, v.Host = fragmentOf(card.URL, c.Quotation), host(card.URL)
		}
	}
	if other, ok := s.lib.Head(c.Found); ok && c.Verdict == book.InOtherSource {
		v.Elsewhere = &Anchor{Href: s.href(other), Text: "tab " + ordinal(other.Tab)}
	}
	v.Para = s.paraOf(c, here)
	for _, c := range group {
		if len(v.On) == quotedAtMost {
			v.Left++
			continue
		}
		on := Anchor{Href: s.href(c.On), Text: c.On.Title}
		if c.Cite.Anchor != "" {
			on.Href += "#" + c.Cite.Anchor
		}
		if c.Cite.Section != "" {
			on.Text += ", " + c.Cite.Section
		}
		v.On = append(v.On, on)
	}
	return v
}

// paraOf leads to the words where the source's page shows them, to the paragraph where it does not; here is that page.
func (s *sheet) paraOf(c book.Checked, here bool) Anchor {
	paras := c.Stands()
	a := Anchor{Text: "¶" + book.Paragraphs(paras)}
	if len(paras) == 0 {
		a.Text = ""
	}
	page := ""
	if h, ok := s.lib.Head(c.Cite.Source); ok && !here {
		page = s.href(h)
	}
	switch {
	case c.Anchor != "":
		a.Href = page + "#" + c.Anchor
		if a.Text == "" {
			a.Text = "the words"
		}
	case len(c.Cite.Paras) > 0:
		a.Href = page + "#p" + ordinal(c.Cite.Paras[0].First)
	case !here:
		a.Href = page
	}
	return a
}

// quotedHere fills in the quotations from a source on its page.
func (s *sheet) quotedHere(v *Source, p *book.Page, original *book.Original) {
	list := s.lib.QuotedFrom(p.ID)
	if len(list) == 0 {
		return
	}
	for i, group := range book.SameWords(list) {
		if i < quotedMost {
			v.Quoted.Quotes = append(v.Quoted.Quotes, s.quote(group, p.Meta.Card, true))
			continue
		}
		v.Quoted.Left++
		v.Quoted.Rest = append(v.Quoted.Rest, group[0].Key())
	}
	v.Quoted.Hash, v.Quoted.When = sameText(v.Quoted.Quotes), sameDay(v.Quoted.Quotes)
	v.Quoted.Sum = sentence(book.TallyQuoted(list) + "; " + quotedExtent(book.SameWords(list), original))
	if original != nil {
		v.Frame.Style = quotedStyle(original.Quoted)
	}
}

// sameText is the text that all the quotations were checked against, said once for all of them. It is empty when there
// are several.
func sameText(quotes []Quote) Hash {
	var same Hash
	for _, q := range quotes {
		if q.Against.Whole == "" {
			continue
		}
		if same.Whole != "" && same != q.Against {
			return Hash{}
		}
		same = q.Against
	}
	for i := range quotes {
		quotes[i].Against = Hash{}
	}
	return same
}

// sameDay is when all that were checked were checked, said once for all of them: "Checked 22 November 2026", or empty
// when it was not on one day.
func sameDay(quotes []Quote) string {
	same := ""
	for _, q := range quotes {
		if q.When == "" {
			continue
		}
		if same != "" && same != q.When {
			return ""
		}
		same = q.When
	}
	for i := range quotes {
		quotes[i].When = ""
	}
	return book.Capital(same)
}

// quotedExtent says how many words of a source are quoted, and how much of its text that is. What was not found in it
// does not count.
func quotedExtent(groups [][]book.Checked, original *book.Original) string {
	words := 0
	for _, g := range groups {
		if g[0].Verdict.Standing() == "fails" {
			continue
		}
		runs, _ := g[0].Runs()
		for _, r := range runs {
			words += len(r)
		}
	}
	text := book.Count(words, "word", "words") + " in all"
	if original == nil {
		return text
	}
	whole := 0
	for _, p := range original.Paragraphs {
		whole += len(strings.Fields(p))
	}
	switch share := 100 * words; {
	case whole == 0:
	case share < whole:
		text += ", less than 1 % of the text"
	default:
		text += ", " + book.Number(min((share+whole/2)/whole, 100)) + " % of the text"
	}
	return text
}

// quotedStyle shows all parts of the words that an address leads to. The first is the target; a stylesheet cannot know
// what else belongs to it.
func quotedStyle(list []book.Quoted) template.CSS {
	var b strings.Builder
	for _, q := range list[:min(len(list), stylesMost)] {
		if b.Len() > 0 {
			b.WriteByte(',')
		}
		b.WriteString(":root:has(#" + q.Anchor + ":target) ." + q.Anchor)
	}
	if b.Len() == 0 {
		return ""
	}
	return template.CSS(b.String() + "{background:var(--found)}")
}
