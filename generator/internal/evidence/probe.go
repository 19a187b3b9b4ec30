package evidence

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"briefbook/generator/internal/book"
)

const (
	mostProbes = 3 // words of a quotation that a source is asked for before it is folded
	leastProbe = 2 // characters of such a word
)

// Probe says of a source, at the cost of looking for a word or three, whether a quotation can stand in it. It is for
// looking through thousands of them: what it lets pass is to be asked with [Source.Has].
type Probe struct{ words [][]string } // each in the ways it may be written

// ProbeFor makes the probe of a quotation: its longest words, rarest as a rule.
func ProbeFor(words string) Probe {
	list := readings(words, false)
	var all []string
	for i, p := range list[len(list)-1].pieces {
		text := p.text
		for start, end := nextWord(text, 0); start < len(text); start, end = nextWord(text, end) {
			cut := p.openStart && start == 0 || p.openEnd && end == len(text) || slices.ContainsFunc(p.free, func(at int) bool { return at >= start && at < end })
			if cut || i == 0 && start == 0 {
				continue
			}
			all = append(all, strings.FieldsFunc(text[start:end], func(r rune) bool { return r == '\'' || r == '.' || r == ',' || r == ':' || r == '/' })...)
		}
	}
	slices.SortFunc(all, func(a, b string) int {
		return cmp.Or(cmp.Compare(ligatures(a), ligatures(b)), cmp.Compare(utf8.RuneCountInString(b), utf8.RuneCountInString(a)), strings.Compare(a, b))
	})
	var p Probe
	for _, w := range slices.Compact(all) {
		if len(p.words) == mostProbes || utf8.RuneCountInString(w) < leastProbe && len(p.words) > 0 {
			break
		}
		ways := []string{w}
		if apart := norm.NFD.String(w); apart != w {
			ways = append(ways, apart)
		}
		p.words = append(p.words, ways)
	}
	return p
}

// ligatures says whether a word may be written with one: such a word is asked for only when there is no other.
func ligatures(w string) int {
	for _, pair := range []string{"ff", "fi", "fl", "st"} {
		if strings.Contains(w, pair) {
			return 1
		}
	}
	return 0
}

// May reports whether the source holds the words asked for. It may err in a source where a character that cannot be
// seen, or the end of a line, stands within one of them.
func (p Probe) May(o *book.Original) bool {
	for _, ways := range p.words {
		if !slices.ContainsFunc(ways, func(w string) bool {
			return slices.ContainsFunc(o.Paragraphs, func(text string) bool { return strings.Contains(text, w) })
		}) {
			return false
		}
	}
	return true
}
