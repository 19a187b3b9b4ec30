package export

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"iter"
	"slices"
	"strings"

	"briefbook/generator/internal/edtf"
)

// Format is an exchange format for records.
type Format string

// The formats.
const (
	CSLJSON Format = "csl-json" // https://docs.citationstyles.org/en/stable/specification.html#appendix-iv-variables
	BibTeX  Format = "bibtex"   // UTF-8, with the fields that BibTeX, biblatex and reference managers all read
	RIS     Format = "ris"      // as of 2011, TY NEWS
)

// Formats lists them all.
var Formats = [...]Format{CSLJSON, BibTeX, RIS}

// Extension is that of a file in the format, with its dot.
func (f Format) Extension() string {
	switch f {
	case BibTeX:
		return ".bib"
	case RIS:
		return ".ris"
	}
	return ".json"
}

// Write writes records in the format, one by one as they come.
func (f Format) Write(w io.Writer, records iter.Seq[Record]) error {
	b := bufio.NewWriter(w)
	var err error
	switch f {
	case CSLJSON:
		err = writeCSL(b, records)
	case BibTeX:
		writeBibTeX(b, records)
	case RIS:
		writeRIS(b, records)
	default:
		err = fmt.Errorf("no format %q", string(f))
	}
	if err == nil {
		err = b.Flush()
	}
	if err != nil {
		return fmt.Errorf("write the bibliography: %w", err)
	}
	return nil
}

// cslItem is a record in CSL-JSON.
type cslItem struct {
	ID        string    `json:"id"`
	Type      string    `json:"type"`
	Title     string    `json:"title"`
	Author    []cslName `json:"author,omitempty"`
	Container string    `json:"container-title,omitempty"`
	Source    string    `json:"source,omitempty"`
	Issued    *issued   `json:"issued,omitempty"`
	URL       string    `json:"URL,omitempty"`
	Archive   string    `json:"archive,omitempty"`
	Language  string    `json:"language,omitempty"`
}

type cslName struct {
	Family  string `json:"family,omitempty"`
	Given   string `json:"given,omitempty"`
	Literal string `json:"literal,omitempty"`
}

func writeCSL(w *bufio.Writer, records iter.Seq[Record]) error {
	const begin, next, end = "[", ",", "\n]\n"
	separator := begin
	var b strings.Builder
	encoder := json.NewEncoder(&b)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("  ", "  ")
	for r := range records {
		item := cslItem{ID: r.ID, Type: "article-newspaper", Title: r.Title, Container: r.Publisher, Source: r.Agency,
			Issued: issuedOf(r.Issued), URL: r.URL, Archive: r.Archive, Language: r.Language}
		for _, n := range r.Authors {
			item.Author = append(item.Author, cslName(n))
		}
		b.Reset()
		if err := encoder.Encode(item); err != nil {
			return err
		}
		fmt.Fprintf(w, "%s\n  %s", separator, strings.TrimSuffix(b.String(), "\n"))
		separator = next
	}
	if separator == begin {
		fmt.Fprint(w, begin)
	}
	fmt.Fprint(w, end)
	return nil
}

func writeBibTeX(w *bufio.Writer, records iter.Seq[Record]) {
	for r := range records {
		fmt.Fprintf(w, "@article{%s,\n  entrysubtype = {newspaper},\n", r.ID)
		field := func(name, value string) {
			if value != "" {
				fmt.Fprintf(w, "  %s = {%s},\n", name, value)
			}
		}
		field("author", bibNames(r.Authors))
		field("title", "{"+bibText(r.Title)+"}") // braced twice: its capitals are part of it
		field("journal", bibText(r.Publisher))
		field("date", r.Issued.String())
		if v := issuedOf(r.Issued); v != nil && len(v.Parts) == 1 {
			field("year", fmt.Sprint(v.Parts[0][0]))
			if len(v.Parts[0]) > 1 {
				fmt.Fprintf(w, "  month = %s,\n", strings.ToLower(monthName(v.Parts[0][1])[:3]))
			}
		}
		field("url", r.URL)
		field("archive", r.Archive)
		field("agency", bibText(r.Agency))
		field("langid", babel(r.Language))
		fmt.Fprint(w, "}\n\n")
	}
}

func bibNames(names []Name) string {
	var list []string
	for _, n := range names {
		if n.Literal != "" {
			list = append(list, "{"+bibText(n.Literal)+"}")
		} else {
			list = append(list, bibText(n.Family)+", "+bibText(n.Given))
		}
	}
	return strings.Join(list, " and ")
}

// bibText writes words so that TeX prints them as they are.
func bibText(s string) string {
	if !strings.ContainsAny(s, "\\{}%&#$_~^") {
		return s
	}
	open, shut := `\{`, `\}`
	if !balanced(s) { // who counts braces counts these too
		open, shut = `\textbraceleft{}`, `\textbraceright{}`
	}
	var b strings.Builder
	for _, r := range s {
		switch r {
		case '\\':
			b.WriteString(`\textbackslash{}`)
		case '~':
			b.WriteString(`\textasciitilde{}`)
		case '^':
			b.WriteString(`\textasciicircum{}`)
		case '{':
			b.WriteString(open)
		case '}':
			b.WriteString(shut)
		case '%', '&', '#', '$', '_':
			b.WriteByte('\\')
			b.WriteRune(r)
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

// balanced reports whether every brace of a text has its partner.
func balanced(s string) bool {
	depth := 0
	for i := range len(s) {
		switch s[i] {
		case '{':
			depth++
		case '}':
			if depth--; depth < 0 {
				return false
			}
		}
	}
	return depth == 0
}

// babel is the name that biblatex has for a language, "" when it is not one of the common ones.
func babel(language string) string {
	tag, _, _ := strings.Cut(strings.ToLower(language), "-")
	at := slices.IndexFunc(babels[:], func(b [2]string) bool { return b[0] == tag })
	if at < 0 {
		return ""
	}
	return babels[at][1]
}

var babels = [...][2]string{
	{"ar", "arabic"}, {"cs", "czech"}, {"da", "danish"}, {"de", "ngerman"}, {"en", "english"}, {"es", "spanish"},
	{"fi", "finnish"}, {"fr", "french"}, {"it", "italian"}, {"ja", "japanese"}, {"ko", "korean"}, {"nl", "dutch"},
	{"no", "norsk"}, {"pl", "polish"}, {"pt", "portuguese"}, {"ru", "russian"}, {"sv", "swedish"}, {"tr", "turkish"},
	{"uk", "ukrainian"}, {"vi", "vietnamese"}, {"zh", "chinese"},
}

func writeRIS(w *bufio.Writer, records iter.Seq[Record]) {
	for r := range records {
		field := func(tag, value string) {
			if value != "" {
				fmt.Fprintf(w, "%s  - %s\r\n", tag, value)
			}
		}
		field("TY", "NEWS")
		field("ID", r.ID)
		for _, n := range r.Authors {
			field("AU", n.Inverted())
		}
		field("TI", r.Title)
		field("T2", r.Publisher)
		field("PY", risYear(r.Issued))
		field("DA", risDate(r.Issued))
		field("UR", r.URL)
		field("AV", r.Archive)
		field("DP", r.Agency)
		field("LA", r.Language)
		fmt.Fprint(w, "ER  - \r\n\r\n")
	}
}

func risYear(d edtf.Date) string {
	if v := issuedOf(d); v != nil && v.Literal == "" {
		return fmt.Sprintf("%04d", v.Parts[0][0])
	}
	return ""
}

// risDate is YYYY/MM/DD/ with what a date has of it, and behind the last stroke, in words, what that does not say.
func risDate(d edtf.Date) string {
	v := issuedOf(d)
	switch {
	case v == nil:
		return ""
	case v.Literal != "":
		return "///" + v.Literal
	}
	parts := v.Parts[0]
	text := fmt.Sprintf("%04d/", parts[0])
	for i := 1; i < 3; i++ {
		if i < len(parts) {
			text += fmt.Sprintf("%02d", parts[i])
		}
		text += "/"
	}
	switch {
	case len(v.Parts) > 1 || v.Season > 0:
		return text + v.text()
	case v.Circa:
		return text + "circa"
	}
	return text
}
