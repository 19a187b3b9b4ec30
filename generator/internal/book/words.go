package book

import (
	"fmt"
	"math"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// What a noun is called is the same on every page and in every output; it stands here.

// Withheld stands for the name of a page that an edition leaves out, and for a citation of it.
const Withheld = "not in this edition"

// Number prints n with a comma between thousands.
func Number(n int) string {
	text := strconv.Itoa(n)
	for i := len(text) - 3; i > 0 && text[i-1] != '-'; i -= 3 {
		text = text[:i] + "," + text[i:]
	}
	return text
}

// Count puts a number before a noun: "1 source", "5 sources".
func Count(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return Number(n) + " " + many
}

// Paragraphs prints runs of paragraph numbers: "2–3, 7".
func Paragraphs(runs []Range) string {
	var b []byte
	for i, r := range runs {
		if i > 0 {
			b = append(b, ", "...)
		}
		b = strconv.AppendInt(b, int64(r.First), 10)
		if r.Last > r.First {
			b = strconv.AppendInt(append(b, "–"...), int64(r.Last), 10)
		}
	}
	return string(b)
}

// ParagraphsOf are the paragraphs in which passages lie, as runs in the order of the passages.
func ParagraphsOf(where []Passage) []Range {
	var runs []Range
	for _, p := range where {
		if n := len(runs); n > 0 && p.Para >= runs[n-1].First && p.Para <= runs[n-1].Last+1 {
			runs[n-1].Last = max(runs[n-1].Last, p.Para)
		} else {
			runs = append(runs, Range{p.Para, p.Para})
		}
	}
	return runs
}

// ReadParagraphs is [Paragraphs] backwards: "2–3, 7"; nil for what it does not print.
func ReadParagraphs(text string) []Range {
	var runs []Range
	for part := range strings.SplitSeq(text, ",") {
		from, to, whole := strings.Cut(strings.TrimSpace(part), "–")
		first, err := strconv.Atoi(from)
		last := first
		if whole && err == nil {
			last, err = strconv.Atoi(to)
		}
		if err != nil {
			return nil
		}
		runs = append(runs, Range{first, last})
	}
	return runs
}

// Capital sets a word as the beginning of a heading or of a sentence.
func Capital(words string) string {
	if words == "" {
		return ""
	}
	first, n := utf8.DecodeRuneInString(words)
	return string(unicode.ToUpper(first)) + words[n:]
}

// InHangul reports whether words, or the letter they are filed under, are Korean as far as their letters tell.
func InHangul(words string) bool {
	return strings.ContainsFunc(words, func(r rune) bool { return r >= 0xAC00 && r <= 0xD7A3 || r >= 'ㄱ' && r <= 'ㅎ' })
}

// Position prints degrees as a map does: "37.956° N, 126.677° E".
func Position(lat, lon float64) string {
	half := func(x float64, plus, minus string) string {
		if x < 0 {
			plus = minus
		}
		return strings.TrimRight(strings.TrimRight(fmt.Sprintf("%.4f", math.Abs(x)), "0"), ".") + "° " + plus
	}
	return half(lat, "N", "S") + ", " + half(lon, "E", "W")
}

// Differing are the ways in which sources differ, in the order in which they are shown, each with what it means.
var Differing = [...]struct{ Sort, Says string }{
	{"conflict", "The sources contradict one another."},
	{"certainty", "A source is less sure than another, or than the words of its own suggest."},
	{"precision", "One source is more exact than another."},
	{"moment", "The sources speak of different moments."},
	{"silence", "A source does not say what another says, or what one would expect of it."},
	{"agreement", "The sources agree, though they might be expected to differ."},
	{"attribution", "The sources name different people or bodies as the origin."},
	{"wording", "The sources use different words for one thing."},
	{"", "The editors have not said in what respect."},
}

// DifferingRank is the place of a sort in [Differing]; of one that is none, the last.
func DifferingRank(sort string) int {
	for i, d := range Differing {
		if d.Sort == sort {
			return i
		}
	}
	return len(Differing) - 1
}

// Tally says how many events there are and of what sort: "16 events, 5 planned when the source was written".
func Tally(events []Event) string {
	var of [Disputed + 1]int
	for _, e := range events {
		of[e.State]++
	}
	text := Count(len(events), "event", "events")
	if n := of[Planned]; n > 0 {
		text += ", " + Number(n) + " planned when the source was written"
	}
	if n := of[Disputed]; n > 0 {
		text += ", " + Number(n) + " disputed"
	}
	return text
}

// TallyJoined is [Tally] for a chronology in which each event stands once.
func TallyJoined(list []Joined) string {
	events, settled := make([]Event, len(list)), 0
	for i := range list {
		events[i] = list[i].Event
		if len(list[i].Plans) > 0 {
			settled++
		}
	}
	text := Tally(events)
	if settled > 0 {
		text += ", " + Number(settled) + " beside what had been planned"
	}
	return text
}

// LicenceName puts a licence into words: "In copyright", "CC BY-SA 4.0".
func LicenceName(code string) string {
	switch code {
	case "":
		return "Not stated"
	case "own-work":
		return "The editors’ own work"
	case "public-domain":
		return "Public domain"
	case "licensed":
		return "Licensed"
	case "in-copyright":
		return "In copyright"
	case "unknown":
		return "Copyright status unknown"
	}
	rest, ok := strings.CutPrefix(code, "cc-")
	if !ok {
		return code
	}
	if i := strings.LastIndexByte(rest, '-'); i >= 0 && strings.ContainsAny(rest[i:], "0123456789") {
		rest = rest[:i] + " " + rest[i+1:]
	}
	return "CC " + strings.ToUpper(rest)
}

// Lines says where in the original a receipt's block stands: "line 4", "lines 12–54".
func (r Receipt) Lines() string {
	if r.First == r.Last {
		return "line " + strconv.Itoa(r.First)
	}
	return "lines " + strconv.Itoa(r.First) + "–" + strconv.Itoa(r.Last)
}

// IsText reports whether the body of the page is the text of the source itself and not a digest: full rights,
// and no captured original that it would digest.
func (p *Page) IsText() bool {
	return p.Meta != nil && p.Meta.Card != nil && p.Meta.Card.Original == "" && p.Meta.Card.Rights == "full"
}
