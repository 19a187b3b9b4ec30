package site

import (
	"slices"
	"strconv"
	"strings"

	"briefbook/generator/internal/book"
)

// flagged are the flags of a captured text as its readers are told of them, what concerns the text first.
var flagged = [...]struct{ flag, words string }{
	{"no_text", "Nothing in the capture looks like an article."},
	{"no_prose", "No line of the capture looks like a paragraph, so every line stands here."},
	{"prose_set_aside", "Whole sentences stand apart from the article in the capture and were set aside; see what they say."},
	{"truncated_sentence", "A sentence breaks off."},
	{"unbalanced_quote", "A quotation is opened and not closed, or closed and not opened."},
	{"mojibake", "Characters were lost or garbled before the text was captured."},
	{"control_characters", "The capture holds control characters."},
	{"invalid_utf8", "Some bytes of the file are characters in no encoding."},
	{"duplicate_lead", "The opening paragraph stands twice in the capture; one of the two was set aside."},
	{"override_ignored", "What was decided by hand about lines was decided for another version of the file, and was not followed."},
	{"no_title", "The capture has no title."},
	{"no_date", "The capture does not say when it was published."},
	{"date_conflict", "The capture gives different dates of publication"},
	{"ambiguous_day_month", "The date in the capture can be read day first or month first"},
	{"weekday_mismatch", "A weekday in the capture does not fit the date beside it."},
	{"no_publisher", "The capture names neither publisher nor agency."},
	{"publisher_conflict", "The capture names different publishers"},
	{"agency_conflict", "The capture credits different agencies"},
	{"syndicated", "The publisher says that its own staff did not write the text."},
	{"utf_16", "The file is written in UTF-16."},
	{"windows_1252", "The file is written in Windows-1252."},
	{"other_charset", "The file is written in the encoding that its page declares, which is not UTF-8."},
}

// brokenMost is how many damaged paragraphs are named.
const brokenMost = 12

// broken leads to the paragraphs with marks of damage.
func broken(o *book.Original) []Anchor {
	var list []Anchor
	last := 0
	for _, m := range o.Marks {
		if m.Kind != book.Sic || m.Para == last {
			continue
		}
		if last = m.Para; len(list) == brokenMost {
			return append(list, Anchor{Text: "…"})
		}
		n := strconv.Itoa(m.Para)
		list = append(list, Anchor{Href: "#p" + n, Text: "¶" + n})
	}
	return list
}

// checks are what a reader of a captured text should look at, in plain words: what cleaning has flagged, and where
// the card says otherwise than the text.
func (s *sheet) checks(p *book.Page, o *book.Original) []string {
	flags := slices.Concat(o.Flags, o.DateFlags)
	var list []string
	for _, f := range flagged {
		if slices.Contains(flags, f.flag) {
			list = append(list, f.words+basis(o, f.flag))
		}
	}
	for i, flag := range flags {
		known := func(f struct{ flag, words string }) bool { return f.flag == flag }
		if !slices.ContainsFunc(flagged[:], known) && !slices.Contains(flags[:i], flag) {
			list = append(list, sentence(strings.ReplaceAll(flag, "_", " ")))
		}
	}
	return append(list, s.otherwise(p, o)...)
}

// basis ends the words of a flag about a value with what stands in the text.
func basis(o *book.Original, flag string) string {
	var v book.Value
	switch flag {
	case "date_conflict", "ambiguous_day_month":
		v = o.Date
	case "publisher_conflict":
		v = o.Publisher
	case "agency_conflict":
		v = o.Agency
	default:
		return ""
	}
	if v.Basis == "" {
		return "."
	}
	return ": " + excerpt(v.Basis, 300) + "."
}

// otherwise says where card and text differ. What one of them does not state is no difference, and neither is a
// date that is only more precise, or a name with a word more.
func (s *sheet) otherwise(p *book.Page, o *book.Original) []string {
	card := p.Meta.Card
	var list []string
	put := func(name, ours string, theirs book.Value) {
		if ours == "" || theirs.Text == "" || alike(ours, theirs.Text) {
			return
		}
		says := name + ": the card has “" + excerpt(ours, 200) + "”, the text “" + excerpt(theirs.Text, 200) + "”"
		if theirs.Basis != "" {
			says += " (" + excerpt(theirs.Basis, 120) + ")"
		}
		list = append(list, says+".")
	}
	if !p.Made {
		put("Title", p.Title, o.Title)
	}
	put("Publisher", card.Publisher, o.Publisher)
	put("Agency", card.Agency, o.Agency)
	put("Byline", strings.Join(card.Byline, ", "), book.Value{Text: strings.Join(o.Byline.List, ", "), Basis: o.Byline.Basis})
	put("Date", p.Date.String(), o.Date)
	put("Updated", card.Updated.String(), o.Updated)
	put("Dateline", card.Dateline, o.Dateline)
	return list
}

// alike reports whether one of two values begins as the other, case, typography and "the" aside.
func alike(a, b string) bool {
	a, b = plainly(a), plainly(b)
	return strings.HasPrefix(a, b) || strings.HasPrefix(b, a)
}

func plainly(s string) string {
	s = strings.Join(strings.Fields(strings.ToLower(s)), " ")
	s = strings.NewReplacer("’", "'", "‘", "'", "“", `"`, "”", `"`, "–", "-", "—", "-", "…", "...").Replace(s)
	return strings.TrimPrefix(s, "the ")
}

// sentence begins with a capital and ends with a full stop.
func sentence(s string) string {
	if s == "" {
		return ""
	}
	return book.Capital(s) + "."
}
