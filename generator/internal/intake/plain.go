package intake

import (
	"strings"

	yaml "go.yaml.in/yaml/v4"
)

// plainPairs reads front matter of the commonest form without the YAML library: lines of "key: value" with
// simple scalars or lists of plain words, and comments, as nearly every card has. Anything else (escapes, lists of
// lines, values over several lines) it leaves to the library by saying false. What it accepts it reads exactly as
// the library does, which a fuzz test holds it to; it is there because a large book has ten thousand cards.
func (f *front) plainPairs(text string) ([]pair, bool) {
	var out []pair
	for n := 0; text != ""; n++ {
		line, rest := plainLine(text)
		text = rest
		if strings.HasPrefix(strings.TrimLeft(line, " "), "#") && sayable(line) {
			continue
		}
		key, value, ok := strings.Cut(line, ": ")
		if !ok || !plainKey(key) {
			return nil, false
		}
		node := &yaml.Node{Kind: yaml.ScalarNode, Tag: "!!str", Line: n + 1, Column: len(key) + 3}
		if strings.HasPrefix(value, "[") {
			for !strings.Contains(value, "]") && strings.HasPrefix(text, "  ") {
				line, text = plainLine(text)
				value += line
				n++
			}
			node.Kind, node.Tag = yaml.SequenceNode, "!!seq"
			ok = plainList(node, value)
		} else {
			node.Value, node.Style, ok = plainScalar(value)
		}
		if !ok {
			return nil, false
		}
		for _, p := range out {
			if p.key == key {
				return nil, false
			}
		}
		at := f.lines[node.Line-1]
		out = append(out, pair{key, f.src.Span(at, at+len(key)), node})
	}
	return out, true
}

func plainLine(text string) (line, rest string) {
	line, rest, _ = strings.Cut(text, "\n")
	return strings.TrimSuffix(line, "\r"), rest
}

// plainList reads "[one, two]" into n. Where its items stand is not kept: nothing reports one of them alone.
func plainList(n *yaml.Node, value string) bool {
	inner, after, ok := strings.Cut(value[1:], "]")
	if !ok || strings.TrimSpace(after) != "" && !remark(after) {
		return false
	}
	for item := range strings.SplitSeq(inner, ",") {
		item = strings.Trim(item, " ")
		text, _, ok := plainScalar(item)
		if !ok || strings.ContainsAny(item, "\"':#") {
			return false
		}
		n.Content = append(n.Content, &yaml.Node{Kind: yaml.ScalarNode, Tag: "!!str", Value: text, Line: n.Line, Column: n.Column})
	}
	return true
}

// remark reports whether s, behind a value, is a comment.
func remark(s string) bool {
	return strings.HasPrefix(s, " ") && strings.HasPrefix(strings.TrimLeft(s, " "), "#") && sayable(s)
}

// sayable reports whether a comment holds nothing that YAML forbids.
func sayable(s string) bool { return printable(strings.Trim(strings.ReplaceAll(s, "\\", "/"), " ")) }

func plainKey(key string) bool {
	for i := range len(key) {
		if c := key[i]; (c < 'a' || c > 'z') && c != '_' {
			return false
		}
	}
	return key != "" && !resolved[key]
}

// resolved are words that YAML takes for something else than a text.
var resolved = map[string]bool{"null": true, "true": true, "false": true, "yes": true, "no": true, "on": true, "off": true, "y": true, "n": true}

// plainScalar reads a value that stands on one line: a text in quotes without escapes, or words of letters,
// digits and the punctuation that never means anything in YAML.
func plainScalar(value string) (string, yaml.Style, bool) {
	if value == "" {
		return "", 0, false
	}
	if q := value[0]; q == '"' || q == '\'' {
		inner, after, closed := strings.Cut(value[1:], string(q))
		if !closed || after != "" && !remark(after) || !printable(inner) {
			return "", 0, false
		}
		style := yaml.SingleQuotedStyle
		if q == '"' {
			style = yaml.DoubleQuotedStyle
		}
		return inner, style, true
	}
	if i := strings.Index(value, " #"); i >= 0 && remark(value[i:]) {
		value = strings.TrimRight(value[:i], " ")
	}
	if value == "" || !letterOrDigit(value[0]) || !letterOrDigit(value[len(value)-1]) || resolved[strings.ToLower(value)] {
		return "", 0, false
	}
	for i := range len(value) {
		switch c := value[i]; {
		case letterOrDigit(c), c == '-', c == '/', c == '.', c == '_', c == ',':
		case c == ' ' && value[i+1] != ' ' && value[i+1] != '-':
		case c == ':' && value[i+1] != ' ':
		default:
			return "", 0, false
		}
	}
	return value, 0, true
}

func letterOrDigit(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9'
}

// printable excludes what quoted text escapes or YAML forbids; letters of any script pass.
func printable(s string) bool {
	for _, r := range s {
		if r < ' ' || r == '\\' || r == 0x7f || r >= 0x80 && r < 0xa1 || r == '\uFEFF' || r == '\uFFFD' || r == '\u2028' || r == '\u2029' {
			return false
		}
	}
	return strings.TrimSpace(s) == s
}
