package book

import (
	"cmp"
	"fmt"
	"hash/fnv"
	"io"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"briefbook/generator/internal/edtf"
)

// Says puts a verdict into words, as what can be said of a quotation: "word for word", "not found in the source".
func (v Verdict) Says() string {
	switch v {
	case "":
		return "unchecked"
	case Exact:
		return "word for word"
	case Normalised:
		return "word for word, typography aside"
	case Bracketed:
		return "word for word, with the editors’ brackets"
	case Elided:
		return "word for word, with omissions marked"
	case ElidedFar:
		return "its parts stand far apart in the source"
	case TooShort:
		return "too short to prove anything"
	case TooFew:
		return "too few of its words are the source’s"
	case WrongParagraph:
		return "word for word, but in another paragraph"
	case NotFound:
		return "not found in the source"
	case OnlyInDropped:
		return "found only in what was set aside of the source"
	case InOtherSource:
		return "not found in this source, but in another"
	case SpansMetadata:
		return "found only partly in the text of the source"
	}
	return "not found in the source"
}

// Standing is how far a quotation can be relied on, as classes have it: "unchecked", "holds", "doubtful" or "fails".
func (v Verdict) Standing() string {
	switch {
	case v == "":
		return "unchecked"
	case v.Holds():
		return "holds"
	case v.Doubtful():
		return "doubtful"
	}
	return "fails"
}

// Mark is the sign of a verdict's standing: "✓", "≈", "✗", or "?" for none.
func (v Verdict) Mark() string {
	switch v.Standing() {
	case "holds":
		return "✓"
	case "doubtful":
		return "≈"
	case "fails":
		return "✗"
	}
	return "?"
}

// When says on what a verdict rests: "checked 22 November 2026", "checked when this edition was made"; "" for none.
func (c Checked) When(language string) string {
	if day, err := edtf.Parse(c.Day); err == nil && !day.IsZero() {
		return "checked " + day.Text(language)
	}
	if c.Verdict == "" {
		return ""
	}
	return "checked when this edition was made"
}

// Stands is the paragraphs in which the words were found, or else those that are cited.
func (c Checked) Stands() []Range {
	if len(c.Where) == 0 {
		return c.Cite.Paras
	}
	return ParagraphsOf(c.Where)
}

// Telling puts what came of checking into words for those who read the quotation: "word for word in tab 3, ¶2". tab is
// that of the source, other that of the source in which the words were found, or 0.
func (c Checked) Telling(tab, other int) string {
	in, paras := "tab "+strconv.Itoa(tab), Paragraphs(c.Stands())
	says := c.Verdict.Says()
	switch {
	case c.Verdict == "":
		return "unchecked: the text of " + in + " was not at hand"
	case c.Verdict == WrongParagraph && len(c.Where) > 0:
		return "word for word, but in ¶" + paras + " of " + in
	case c.Verdict == InOtherSource && other > 0:
		return "not found in " + in + ", but in tab " + strconv.Itoa(other)
	case c.Verdict == NotFound:
		return "not found in " + in
	case !c.Verdict.Holds():
		return says
	}
	if strings.Contains(says, ",") {
		says += ","
	}
	if paras != "" {
		in += ", ¶" + paras
	}
	return says + " in " + in
}

// Key is the id under which it is told of the quotation where its source is: "at-quoted-3f2a9c10". It is made of the
// words and the paragraphs that are cited, so that it stays the same wherever the quotation moves.
func (c Checked) Key() string {
	sum := fnv.New32a()
	_, _ = io.WriteString(sum, strings.Join(strings.Fields(c.Words), " ")+"¶"+Paragraphs(c.Cite.Paras))
	return fmt.Sprintf("at-quoted-%08x", sum.Sum32())
}

// SameWords brings together quotations of the same words from the same paragraphs of one source, in order of its text.
func SameWords(list []Checked) [][]Checked {
	at := make(map[string]int, len(list))
	var groups [][]Checked
	for _, c := range list {
		key := c.Key()
		i, known := at[key]
		if !known {
			i = len(groups)
			at[key] = i
			groups = append(groups, nil)
		}
		groups[i] = append(groups[i], c)
	}
	first := func(group []Checked) int {
		if runs := group[0].Stands(); len(runs) > 0 {
			return runs[0].First
		}
		return 0
	}
	slices.SortStableFunc(groups, func(a, b []Checked) int { return cmp.Compare(first(a), first(b)) })
	return groups
}

// TallyQuoted says how many quotations there are and how they stand: "3 quotations, all found word for word",
// "4 quotations: 2 found word for word, 1 doubtful, 1 unchecked".
func TallyQuoted(list []Checked) string {
	of := map[string]int{}
	for _, c := range list {
		of[c.Verdict.Standing()]++
	}
	text := Count(len(list), "quotation", "quotations")
	switch n := len(list); {
	case n == 0:
		return text
	case of["holds"] == n && n == 1:
		return text + ", found word for word"
	case of["holds"] == n:
		return text + ", all found word for word"
	}
	mark := ": "
	for _, s := range [...]struct{ standing, words string }{
		{"holds", "found word for word"}, {"doubtful", "doubtful"}, {"fails", "not found"}, {"unchecked", "unchecked"},
	} {
		if n := of[s.standing]; n > 0 {
			text += mark + Number(n) + " " + s.words
			mark = ", "
		}
	}
	return text
}

// Runs are the words of a quotation that stand in the source as they are, in unbroken runs. What is in brackets
// breaks a run and is no part of it, nor is a word of which a letter is bracketed; a remark such as "[sic]" is nothing. first is how
// many of the runs stand before the first omission.
func (q Quotation) Runs() (runs [][]string, first int) {
	var run []string
	omitted := false
	end := func() {
		if run != nil {
			runs = append(runs, run)
			if run = nil; !omitted {
				first = len(runs)
			}
		}
	}
	for text := strings.TrimSpace(q.Words); text != ""; text = strings.TrimLeftFunc(text, unicode.IsSpace) {
		if n := Omission(text); n > 0 {
			end()
			omitted = omitted || len(runs) > 0
			text = text[n:]
			continue
		}
		if n := remark(text); n > 0 {
			text = text[n:]
			continue
		}
		n, whole := token(text)
		word := strings.TrimFunc(text[:n], func(r rune) bool { return r == '[' || r == ']' })
		switch {
		case !whole:
			end()
		case strings.ContainsFunc(word, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }):
			run = append(run, word)
		}
		text = text[n:]
	}
	end()
	return runs, first
}

// longestBracket is how far the end of a bracket is looked for, in bytes.
const longestBracket = 200

// token is the length of what text begins with: a word up to white space, an omission or a remark, with its brackets
// whole; and whether it has none.
func token(text string) (n int, whole bool) {
	whole = true
	for i, r := range text {
		if i < n {
			continue
		}
		if i > 0 && (unicode.IsSpace(r) || remark(text[i:]) > 0 || Omission(text[i:]) > 0) {
			return i, whole
		}
		_, size := utf8.DecodeRuneInString(text[i:])
		n = i + size
		if end := strings.IndexByte(text[i:min(i+longestBracket, len(text))], ']'); r == '[' && end > 0 {
			n, whole = i+end+1, false
		}
	}
	return n, whole
}
