package intake

import (
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	yaml "go.yaml.in/yaml/v4"

	"briefbook/generator/internal/diag"
	"briefbook/generator/internal/edtf"
)

// longestFront is how many bytes of front matter are read; a card has some hundreds.
const longestFront = 64 << 10

// Split finds the front matter between two lines of three hyphens at the head of a text. It returns the byte
// range of the YAML and the offset at which the body begins; without front matter all three are 0 (after a byte
// order mark, 3). closed is false when the second line is missing.
func Split(text string) (start, end, body int, closed bool) {
	skip := 0
	if strings.HasPrefix(text, "\uFEFF") {
		skip = len("\uFEFF")
	}
	first, _, _ := strings.Cut(text[skip:], "\n")
	if strings.TrimRight(first, " \t\r") != "---" || len(text) == skip+len(first) {
		return skip, skip, skip, true
	}
	start = skip + len(first) + 1
	for at := start; at < len(text); {
		line, _, found := strings.Cut(text[at:], "\n")
		if t := strings.TrimRight(line, " \t\r"); t == "---" || t == "..." {
			body = at + len(line)
			if found {
				body++
			}
			return start, at, body, true
		}
		at += len(line) + 1
	}
	return skip, skip, skip, false
}

// A front is the front matter of one file while it is decoded.
type front struct {
	src   *diag.Source
	start int   // offset of the YAML in src
	lines []int // offset of each line of the YAML in src
	diags []diag.Diagnostic
	keys  map[string][2]int
}

// pair is a key with its value.
type pair struct {
	key   string
	at    diag.Span // of the key
	value *yaml.Node
}

// parse reads src.Text[start:end] as a mapping.
func (f *front) parse(start, end int) []pair {
	f.start = start
	f.keys = map[string][2]int{}
	text := f.src.Text[start:end]
	if len(text) > longestFront {
		f.report(diag.Errorf(f.src.Span(start, start+3), "front-matter-too-long",
			"the front matter is longer than %d KiB", longestFront>>10).WithHint("long text belongs below the second ---"))
		return nil
	}
	f.lines = append(f.lines, start)
	for i := range len(text) {
		if text[i] == '\n' {
			f.lines = append(f.lines, start+i+1)
		}
	}
	if pairs, ok := f.plainPairs(text); ok {
		return pairs
	}
	return f.yamlPairs(text)
}

// yamlPairs reads front matter with the YAML library.
func (f *front) yamlPairs(text string) []pair {
	var doc yaml.Node
	if err := yaml.Unmarshal([]byte(text), &doc); err != nil {
		f.syntax(err)
		return nil
	}
	if doc.Kind == 0 || len(doc.Content) == 0 {
		return nil
	}
	root := doc.Content[0]
	if root.Kind == yaml.ScalarNode && root.Tag == "!!null" {
		return nil
	}
	if root.Kind != yaml.MappingNode {
		f.report(diag.Errorf(f.span(root), "front-matter", "the front matter must be a list of keys and values").
			WithHint("write lines like \"title: The 2018 summits\""))
		return nil
	}
	return f.pairs(root)
}

func (f *front) pairs(n *yaml.Node) []pair {
	var out []pair
	for i := 0; i+1 < len(n.Content); i += 2 {
		k, v := n.Content[i], n.Content[i+1]
		if f.alias(k) || f.alias(v) {
			continue
		}
		at := f.span(k)
		if slices.ContainsFunc(out, func(p pair) bool { return p.key == k.Value }) {
			f.report(diag.Errorf(at, "key-twice", "%q is given twice", k.Value))
			continue
		}
		out = append(out, pair{k.Value, at, v})
	}
	return out
}

// alias refuses YAML's references: front matter has no use for them, and they are what bombs are made of.
func (f *front) alias(n *yaml.Node) bool {
	merge := n.Value == "<<" && n.Style&(yaml.DoubleQuotedStyle|yaml.SingleQuotedStyle) == 0
	if n.Kind != yaml.AliasNode && n.Anchor == "" && !merge {
		return false
	}
	f.report(diag.Errorf(f.span(n), "yaml-alias", "anchors and aliases are not allowed in front matter").
		WithHint("write the value itself"))
	return true
}

var syntaxLine = regexp.MustCompile(`\bline (\d+)`)

func (f *front) syntax(err error) {
	line, text := 1, err.Error()
	var load *yaml.LoadError
	if errors.As(err, &load) && load.Mark.Line > 0 {
		line = load.Mark.Line
		text = load.Message
	} else if m := syntaxLine.FindStringSubmatch(text); m != nil {
		line, _ = strconv.Atoi(m[1])
	}
	text = strings.TrimPrefix(text, "yaml: ")
	line = min(max(line, 1), len(f.lines))
	at := f.lines[line-1]
	end := at + strings.IndexByte(f.src.Text[at:]+"\n", '\n')
	f.report(diag.Errorf(f.src.Span(at, end), "yaml-syntax", "the front matter is not valid YAML: %s", oneLine(text)).
		WithHint("a value with a colon, a quotation mark or a bracket in it needs quotes around it"))
}

func oneLine(s string) string {
	s = strings.Join(strings.Fields(s), " ")
	if utf8.RuneCountInString(s) > 200 {
		s = string([]rune(s)[:200]) + "…"
	}
	return s
}

func (f *front) report(d diag.Diagnostic) { f.diags = append(f.diags, d) }

// span marks a node as written.
func (f *front) span(n *yaml.Node) diag.Span {
	if n.Line < 1 || n.Line > len(f.lines) {
		return f.src.Span(f.start, f.start)
	}
	begin := f.lines[n.Line-1]
	line := f.src.Text[begin:]
	if i := strings.IndexByte(line, '\n'); i >= 0 {
		line = line[:i]
	}
	at := 0
	for c := 1; c < n.Column && at < len(line); c++ {
		_, size := utf8.DecodeRuneInString(line[at:])
		at += size
	}
	width := len(n.Value)
	if n.Style&(yaml.DoubleQuotedStyle|yaml.SingleQuotedStyle) != 0 {
		width += 2
	}
	if n.Kind != yaml.ScalarNode {
		width = len(strings.TrimRight(line[at:], " \t\r"))
	}
	return f.src.Span(begin+at, begin+min(at+max(width, 1), len(line)))
}

func (f *front) wrong(n *yaml.Node, key, want string) {
	f.report(diag.Errorf(f.span(n), "bad-value", "%q must be %s", key, want))
}

// text reads a word or sentence. An empty value (a key left to be filled in) is "".
func (f *front) text(key string, n *yaml.Node) string {
	if n.Kind != yaml.ScalarNode {
		f.wrong(n, key, "plain text")
		return ""
	}
	if n.Tag == "!!null" {
		return ""
	}
	return strings.TrimSpace(n.Value)
}

func (f *front) list(key string, n *yaml.Node) []string {
	if n.Kind == yaml.ScalarNode {
		if s := f.text(key, n); s != "" {
			return []string{s}
		}
		return nil
	}
	if n.Kind != yaml.SequenceNode {
		f.wrong(n, key, "a list: [one, two]")
		return nil
	}
	var out []string
	for _, item := range n.Content {
		if f.alias(item) {
			continue
		}
		if s := f.text(key, item); s != "" {
			out = append(out, s)
		}
	}
	return out
}

func (f *front) date(key string, n *yaml.Node) edtf.Date {
	s := f.text(key, n)
	if s == "" {
		return edtf.Date{}
	}
	d, err := edtf.Parse(s)
	if err != nil {
		f.report(diag.Errorf(f.span(n), "bad-date", "%v", err).WithHint("dates are EDTF: 2018-06-01, 2020-06, 2010?, ../2014-02-12"))
	}
	return d
}

func (f *front) truth(key string, n *yaml.Node) bool {
	switch strings.ToLower(f.text(key, n)) {
	case "true", "yes":
		return true
	case "false", "no", "":
		return false
	}
	f.wrong(n, key, "true or false")
	return false
}

func (f *front) number(key string, n *yaml.Node) (float64, bool) {
	s := f.text(key, n)
	if s == "" {
		return 0, false
	}
	v, err := strconv.ParseFloat(s, 64)
	if err != nil || v != v || v < -1e9 || v > 1e9 {
		f.wrong(n, key, "a number")
		return 0, false
	}
	return v, true
}

func (f *front) whole(key string, n *yaml.Node) int {
	v, _ := f.number(key, n)
	if v != float64(int(v)) {
		f.wrong(n, key, "a whole number")
		return 0
	}
	return int(v)
}

func (f *front) oneOf(key string, n *yaml.Node, words ...string) string {
	s := f.text(key, n)
	if s == "" || slices.Contains(words, s) {
		return s
	}
	d := diag.Errorf(f.span(n), "bad-value", "%q cannot be %q", key, s)
	if near := diag.Near(s, slices.Values(words)); near != "" {
		d = d.WithHint("did you mean %q?", near)
	} else {
		d = d.WithHint("one of %s", strings.Join(words, ", "))
	}
	f.report(d)
	return ""
}

// unknown reports a key that this kind of file does not have.
func (f *front) unknown(p pair, of string, keys []string) {
	d := diag.Errorf(p.at, "unknown-key", "unknown key %q", p.key)
	if near := diag.Near(strings.ToLower(p.key), slices.Values(keys)); near != "" {
		d = d.WithHint("did you mean %q?", near)
	} else {
		d = d.WithHint("%s has %s", of, strings.Join(keys, ", "))
	}
	f.report(d)
}

// keep remembers where a key's value stands.
func (f *front) keep(p pair) {
	at := f.span(p.value)
	f.keys[p.key] = [2]int{at.Start, at.End}
}

// safeName reports whether a file name stays in its folder.
func safeName(name string) error {
	switch {
	case strings.ContainsAny(name, "\\\x00:"):
		return fmt.Errorf("%q is not a plain file name", name)
	case strings.HasPrefix(name, "/"), slices.Contains(strings.Split(name, "/"), ".."):
		return fmt.Errorf("%q leaves the folder of the originals", name)
	}
	return nil
}
