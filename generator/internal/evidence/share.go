package evidence

import (
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strings"

	"briefbook/generator/internal/book"
)

// Words counts the words of the source that a quotation holds: without the writer's brackets.
func Words(quotation string) int {
	list := readings(quotation, false)
	n, _ := list[len(list)-1].held()
	return n
}

// Hash names the words of a quotation, in 32 hexadecimal digits. Typography does not change it, nor do the marks
// around the words; brackets and case do, and every mark of elision counts as "…".
func Hash(quotation string) string {
	words := edges(visible(quotation))
	var b strings.Builder
	for i := 0; i < len(words); {
		n := book.Omission(words[i:])
		if n > 0 {
			b.WriteString(" … ")
			i += n
			continue
		}
		n = 1
		for i+n < len(words) && book.Omission(words[i+n:]) == 0 {
			n++
		}
		b.WriteString(strings.Trim(trimEnd(fold(words[i:i+n], addressed).text), " "))
		i += n
	}
	sum := sha256.Sum256([]byte(strings.Trim(b.String(), " …")))
	return hex.EncodeToString(sum[:16])
}

// Words counts the words of the source, those of one paragraph after another.
func (s *Source) Words() int { return count(s.body(0).text, -1) }

// Share counts the words of the source that quotations hold, given where each stands. A word that several of them
// hold counts once.
func (s *Source) Share(quotations ...[]book.Passage) int {
	var held []stretch // bytes of the joined paragraphs
	for _, places := range quotations {
		for _, p := range places {
			if p.Para >= 1 && p.Para <= len(s.starts) {
				held = append(held, stretch{s.starts[p.Para-1] + p.Start, s.starts[p.Para-1] + p.End})
			}
		}
	}
	slices.SortFunc(held, func(a, b stretch) int { return a.start - b.start })
	f := s.body(0)
	n, from := 0, 0
	for _, h := range held {
		at, to := max(f.after(h.start), from), f.after(h.end)
		for {
			start, end := nextWord(f.text[:to], min(at, to))
			if start >= to {
				break
			}
			n, at = n+1, end
		}
		from = max(from, at)
	}
	return n
}

// ShareOf counts the words that quotations hold when only they are at hand and not their source: quotations of the
// same words count once, but those that overlap count in full.
func ShareOf(quotations ...string) int {
	n := 0
	seen := map[string]bool{}
	for _, q := range quotations {
		if h := Hash(q); !seen[h] {
			seen[h] = true
			n += Words(q)
		}
	}
	return n
}
