package article

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"briefbook/generator/internal/book"
)

// agreed makes one value of all that were found. Where they differ the value is unknown and its basis lists
// them. A name and the same name with a word more ("FerryPoint", "FerryPoint News") agree; the first stands.
func agreed(list []found) book.Value {
	if len(list) == 0 {
		return book.Value{}
	}
	v := book.Value{Text: list[0].value}
	differ := false
	for _, f := range list {
		differ = differ || !sameName(f.value, v.Text)
	}
	seen := map[found]bool{}
	var basis []string
	for _, f := range list {
		if seen[f] {
			continue
		}
		seen[f] = true
		if differ {
			basis = append(basis, f.value+" ("+f.basis+")")
		} else {
			basis = append(basis, f.basis)
		}
	}
	if differ {
		v.Text = ""
	}
	v.Basis = strings.Join(basis, "; ")
	return v
}

func sameName(a, b string) bool {
	a, b = strings.TrimPrefix(strings.ToLower(a), "the "), strings.TrimPrefix(strings.ToLower(b), "the ")
	return a == b || strings.HasPrefix(a, b+" ") || strings.HasPrefix(b, a+" ")
}

// listed joins different names.
func listed(list []found) book.Names {
	var v book.Names
	for _, f := range list {
		if slices.Contains(v.List, f.value) {
			continue
		}
		v.List = append(v.List, f.value)
		switch {
		case v.Basis == "":
			v.Basis = f.basis
		case !strings.Contains(v.Basis, f.basis):
			v.Basis += "; " + f.basis
		}
	}
	return v
}

// publishers reads the publisher's name from its own notices, which were set aside: whoever asks for a
// subscription says for what. A name found elsewhere goes before.
func (p *page) publishers() {
	for i := range p.blocks {
		b := &p.blocks[i]
		if b.role != gone {
			continue
		}
		if b.reason == "publisher_disclaimer" && containsAny(strings.ToLower(b.text), []string{"not been edited",
			"was involved", "syndicated", "agency feed", "auto-generated"}) {
			p.flag(FlagSyndicated)
		}
		switch b.reason {
		case "publisher_disclaimer", "subscription_appeal", "paywall_notice", "subscription_features", "copyright_line":
		default:
			continue
		}
		for _, cue := range cues {
			if name := cue.name(beginning(b.text, 1000)); name != "" {
				p.publisher = append(p.publisher, found{name, at(strings.ReplaceAll(b.reason, "_", " "), b)})
			}
		}
	}
}

// cue is what stands before and after a publisher's name in a notice. Without words after, the name ends
// with its last capital.
type cue struct{ before, after string }

var cues = []cue{
	{"reading ", " than"},    // more people are reading The Morning Ferry than ever
	{"No ", " Journalist"},   // No Morning Ferry Journalist was involved
	{"No ", " journalist"},   //
	{"Access ", " across"},   // Access Morning Ferry across devices
	{"edited by ", " staff"}, // has not been edited by Morning Ferry staff
	{"for reading ", ""},     // thank you for reading The Morning Ferry
	{"subscription to ", ""}, // with a subscription to The Morning Ferry
	{"Subscribe to ", ""},    // Subscribe to The Morning Ferry
	{"subscribing to ", ""},  //
	{"Thanks for reading ", ""},
}

func (c cue) name(s string) string {
	i := strings.Index(s, c.before)
	if i < 0 || i > 0 && s[i-1] != ' ' {
		return ""
	}
	s = s[i+len(c.before):]
	if c.after == "" {
		return capitalised(s)
	}
	end := strings.Index(s, c.after)
	if end < 0 || capitalised(s[:end]) != s[:end] {
		return ""
	}
	return s[:end]
}

// capitalised is the name at the start of s: at most six words with capitals, small ones between them, the
// last without punctuation.
func capitalised(s string) string {
	end, rest := 0, s
	for range 6 {
		word, after := cutWord(rest)
		bare := strings.TrimRight(word, ".,;:!?")
		first, _ := utf8.DecodeRuneInString(bare)
		switch {
		case unicode.IsUpper(first):
			end = len(s) - len(after) - len(word) + len(bare)
		case end == 0 || bare != "of" && bare != "and" && bare != "&" && bare != "the":
			return s[:end]
		}
		if bare != word {
			break
		}
		rest = after
	}
	return s[:end]
}
