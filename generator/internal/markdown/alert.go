package markdown

import (
	"bytes"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"

	"briefbook/generator/internal/book"
	"briefbook/generator/internal/diag"
)

// differences are the ways in which sources differ.
var differences = []string{"conflict", "certainty", "precision", "moment", "silence", "agreement", "attribution", "wording"}

// alertWords are the words after "[!", ours first and then those of GitHub, which are plain asides.
var alertWords = []string{"JUDGEMENT", "QUESTION", "DIFFERENCE", "NOTE", "TIP", "IMPORTANT", "WARNING", "CAUTION"}

// alertMarker is the line "[!KIND] sort: title" of a block quote.
type alertMarker struct {
	word  string // lower case
	sort  string
	title string
}

// takeAlert takes the marker off the first paragraph of a block quote.
func (r *reading) takeAlert(parent *ast.Blockquote, n *ast.Paragraph, source []byte) {
	lines := n.Lines()
	first := lines.At(0)
	line := source[first.Start:first.Stop]
	lead := len(line) - len(strings.TrimLeft(string(line), " \t"))
	text := strings.TrimSpace(string(line))
	word, rest, ok := strings.Cut(strings.TrimPrefix(text, "[!"), "]")
	if !ok || !strings.HasPrefix(text, "[!") || word == "" || strings.Trim(strings.ToLower(word), "abcdefghijklmnopqrstuvwxyz-") != "" {
		return
	}
	rest = strings.TrimSpace(rest)
	m := &alertMarker{word: strings.ToLower(word), title: cleaned(rest)}
	start := first.Start + lead
	if m.word == "judgment" {
		m.word = "judgement"
	}
	if !slices.Contains(alertWords, strings.ToUpper(m.word)) {
		hint := "there are [!" + strings.Join(alertWords, "], [!") + "]"
		if near := diag.Near(strings.ToUpper(word), slices.Values(alertWords)); near != "" {
			hint = "did you mean [!" + near + "]?"
		}
		r.fail(r.span(start, start+len("[!]")+len(word)), fault{"unknown-alert", "no kind of alert is named " + strconv.Quote(word), hint})
		return
	}
	if m.word == "difference" {
		r.readSort(m, start+len(text)-len(rest))
	}
	parent.SetAttributeString(markerName, m)
	lines.SetSliced(1, lines.Len())
	if lines.Len() == 0 {
		parent.RemoveChild(parent, n)
	}
}

// readSort reads "certainty: title", which stands at at. One word that is no sort is reported; more are a title, and so
// is one with a capital and a colon ("Ferries: which of them").
func (r *reading) readSort(m *alertMarker, at int) {
	word, title, ok := strings.Cut(m.title, ":")
	word = strings.TrimSpace(word)
	if slices.Contains(differences, strings.ToLower(word)) {
		m.sort, m.title = strings.ToLower(word), strings.TrimSpace(title)
		return
	}
	if word == "" || strings.Contains(word, " ") {
		return
	}
	near := diag.Near(strings.ToLower(word), slices.Values(differences))
	if first, _ := utf8.DecodeRuneInString(word); near == "" && ok && !unicode.IsLower(first) {
		return
	}
	hint := "it is one of " + strings.Join(differences, ", ")
	if near != "" {
		hint = "did you mean " + strconv.Quote(near) + "?"
	}
	r.fail(r.span(at, at+len(word)), fault{"unknown-alert", "sources do not differ in " + strconv.Quote(word), hint})
}

// alert converts a block quote with a marker. It is a note, not a landmark of the page.
func (c *conversion) alert(n *ast.Blockquote, m *alertMarker) {
	at := c.reading.span(n.Pos(), c.firstLine(n.Pos()))
	var id string
	switch m.word {
	case "question":
		c.counted.questions++
		id = c.anchor("q" + strconv.Itoa(c.counted.questions))
	case "judgement":
		c.counted.judgements++
		id = c.anchor("j" + strconv.Itoa(c.counted.judgements))
	case "difference":
		c.counted.differences++
		id = c.anchor("d" + strconv.Itoa(c.counted.differences))
	}
	c.put(`<aside class="alert `, m.word, `" role="note"`)
	if id != "" {
		c.put(` id="`)
		c.id(id)
		c.put(`" data-kind="`, m.word, `"`)
	}
	if m.sort != "" {
		c.put(` data-sort="`, m.sort, `"`)
	}
	c.put(">\n<p class=\"alert-kind\">")
	c.mute(label(c.Language, m.word))
	if m.sort != "" {
		c.mute(": " + label(c.Language, m.sort))
	}
	c.put("</p>\n")
	cites := len(c.page.cites)
	what := c.begin()
	if m.title != "" {
		c.put(`<p class="alert-title">`)
		c.escape(Typeset(m.title, c.Language))
		c.put("</p>\n")
	}
	if m.word != "question" { // a Question has no title of its own
		what = c.begin()
	}
	c.blocks(n)
	c.end(what)
	c.put("</aside>\n")
	switch m.word {
	case "question":
		c.text.Questions = append(c.text.Questions, book.Question{Anchor: id, What: what, At: at})
	case "judgement", "difference":
		kind := book.Judgement
		if m.word == "difference" {
			kind = book.Difference
		}
		c.text.Alerts = append(c.text.Alerts, book.Alert{
			Kind: kind, Sort: m.sort, Title: Typeset(m.title, c.Language), Anchor: id, What: what, At: at,
		})
		c.facts.alerts = append(c.facts.alerts, [2]int{cites, len(c.page.cites)})
	}
}

// firstLine is where the line ends that begins with byte start.
func (c *conversion) firstLine(start int) int {
	if i := bytes.IndexAny(c.source[start:], "\r\n"); i >= 0 {
		return start + i
	}
	return len(c.source)
}

// label is the word printed for a kind of alert, a sort of difference or a state, in the language of the book.
func label(language, word string) string {
	column := 0
	switch base, _, _ := strings.Cut(language, "-"); base {
	case "de":
		column = 1
	case "ko":
		column = 2
	}
	if l, ok := labels[word]; ok {
		return l[column]
	}
	first, n := utf8.DecodeRuneInString(word)
	return strings.ToUpper(string(first)) + word[n:]
}

// labels in English, German and Korean.
var labels = map[string][3]string{
	"judgement":   {"Editors’ judgement", "Urteil der Redaktion", "편집자의 판단"},
	"question":    {"Open question", "Offene Frage", "미해결 질문"},
	"difference":  {"Sources differ", "Quellen weichen ab", "자료의 차이"},
	"conflict":    {"conflict", "Widerspruch", "상충"},
	"certainty":   {"certainty", "Gewissheit", "확실성"},
	"precision":   {"precision", "Genauigkeit", "정밀도"},
	"moment":      {"moment", "Zeitpunkt", "시점"},
	"silence":     {"silence", "Schweigen", "침묵"},
	"agreement":   {"agreement", "Übereinstimmung", "일치"},
	"attribution": {"attribution", "Zuschreibung", "출처 표시"},
	"wording":     {"wording", "Wortlaut", "표현"},
	"note":        {"Note", "Hinweis", "참고"},
	"tip":         {"Tip", "Tipp", "도움말"},
	"important":   {"Important", "Wichtig", "중요"},
	"warning":     {"Warning", "Warnung", "경고"},
	"caution":     {"Caution", "Vorsicht", "주의"},
	"planned":     {"planned", "geplant", "예정"},
	"disputed":    {"disputed", "umstritten", "논란"},
}
