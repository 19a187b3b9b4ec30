package pdf

import (
	"cmp"
	"slices"
)

// codes says what the codes of a font mean (9.10.3).
type codes struct {
	bytes int // in a code, as the map declares it; 0 when it does not
	one   map[int]string
	runs  []run // by first code
}

// run is a row of codes for a row of characters.
type run struct {
	first, last int
	text        string // of the first
}

// mapLimit is how many entries a map may have, and textLimit how many bytes one code may stand for.
const mapLimit, textLimit = 1 << 17, 64

// codes reads a map. Of the PostScript that it is written in, five pairs of words matter.
func (f *File) codes(s *stream) *codes {
	m := &codes{one: map[int]string{}}
	in := scanner{b: f.data(s)}
	var held []any
	for {
		v := in.object(0)
		word, ok := v.(keyword)
		if !ok {
			if len(held) < 3*mapLimit {
				held = append(held, v)
			}
			continue
		}
		switch word {
		case end:
			slices.SortStableFunc(m.runs, func(a, b run) int { return cmp.Compare(a.first, b.first) })
			return m
		case "endcodespacerange":
			for _, v := range held {
				if s, ok := v.(string); ok {
					m.bytes = max(m.bytes, min(len(s), 2))
				}
			}
		case "endbfchar":
			for i := 0; i+1 < len(held) && len(m.one) < mapLimit; i += 2 {
				from, ok1 := held[i].(string)
				to, ok2 := held[i+1].(string)
				if ok1 && ok2 {
					m.one[codeOf(from)] = meant(to)
				}
			}
		case "endbfrange":
			for i := 0; i+2 < len(held) && len(m.runs)+len(m.one) < mapLimit; i += 3 {
				m.span(held[i], held[i+1], held[i+2])
			}
		}
		held = held[:0]
	}
}

// span takes over "<10> <1f> <0041>", or "<10> <12> [<0041> <0042> <0043>]".
func (m *codes) span(first, last, to any) {
	a, ok1 := first.(string)
	b, ok2 := last.(string)
	if !ok1 || !ok2 || codeOf(b) < codeOf(a) {
		return
	}
	switch to := to.(type) {
	case string:
		m.runs = append(m.runs, run{codeOf(a), codeOf(b), meant(to)})
	case array:
		for i, v := range to {
			if s, ok := v.(string); ok && codeOf(a)+i <= codeOf(b) {
				m.one[codeOf(a)+i] = meant(s)
			}
		}
	}
}

func codeOf(s string) int {
	n := 0
	for _, c := range []byte(s[:min(len(s), 4)]) {
		n = n<<8 | int(c)
	}
	return n
}

// meant reads the characters that a code stands for. Some programs write one byte where there should be two.
func meant(s string) string {
	if len(s) == 1 {
		return string(rune(s[0]))
	}
	return utf16be(s[:min(len(s), textLimit)])
}

// lookup gives the characters of a code. A code that is mapped to nothing, or to the character zero, is not known.
func (m *codes) lookup(code int) (string, bool) {
	if m == nil {
		return "", false
	}
	text, ok := m.one[code]
	if !ok {
		i, found := slices.BinarySearchFunc(m.runs, code, func(r run, code int) int { return cmp.Compare(r.first, code) })
		if !found {
			i--
		}
		if i < 0 || m.runs[i].last < code {
			return "", false
		}
		r := []rune(m.runs[i].text)
		if len(r) == 0 {
			return "", false
		}
		r[len(r)-1] += rune(code - m.runs[i].first)
		text = string(r)
	}
	return text, text != "" && text != "\x00"
}
