package markdown

import "strings"

// Numbered gives the text of every top-level paragraph of the fragment with its number.
func (f *fragment) Numbered(yield func(n int, text string)) {
	s := stripper{b: make([]byte, 0, f.hi-f.lo), pieces: f.pieces}
	type start struct{ n, at int }
	var starts []start
	f.each(s.static, func(p piece, words string, i int) int {
		if p.kind == holeParagraph {
			starts = append(starts, start{int(p.arg), len(s.b)})
		}
		return s.hole(p, words, i)
	})
	for i, at := range starts {
		end := len(s.b)
		if i+1 < len(starts) {
			end = starts[i+1].at
		}
		text := strings.TrimSpace(string(s.b[at.at:end]))
		text, _, _ = strings.Cut(text, "\n") // what follows is a list, a table, a heading
		yield(at.n, text)
	}
}
