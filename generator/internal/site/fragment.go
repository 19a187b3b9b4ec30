package site

import (
	"strings"
	"unicode"

	"briefbook/generator/internal/book"
)

// fragmentOf is the address of quoted words on a web page: a text fragment, which browsers look for and show
// (https://wicg.github.io/scroll-to-text-fragment/). Of a quotation with omissions only the first part is meant. A
// short one is given whole, a longer one by its first and last words.
func fragmentOf(url string, q book.Quotation) string {
	start, end := ends(q)
	if start == "" {
		return url
	}
	mark := ":~:text="
	if !strings.Contains(url, "#") {
		mark = "#" + mark
	}
	url += mark + percent(start)
	if end != "" {
		url += "," + percent(end)
	}
	return url
}

// At least and at most so many words stand for an end of a quotation.
const endLeast, endMost = 3, 5

// ends gives the words with which a quotation begins and ends; end is "" when start is all of it. Runs of fewer words
// than are sure to be found are left out where there are others.
func ends(q book.Quotation) (start, end string) {
	runs, first := q.Runs()
	if len(runs) == 0 {
		return "", ""
	}
	from, to, found := runs[0], runs[0], false
	for _, r := range runs[:first] {
		if len(r) < endLeast {
			continue
		}
		if to = r; !found {
			from, found = r, true
		}
	}
	if !found {
		for _, r := range runs {
			if len(r) > len(from) {
				from, to = r, r
			}
		}
	}
	if &from[0] != &to[0] {
		return edged(from[:sure(from, false)]), edged(to[len(to)-sure(to, true):])
	}
	n := len(from)
	if n < 2*endLeast {
		return edged(from), ""
	}
	k := min(sure(from, false), n-endLeast)
	return edged(from[:k]), edged(from[n-min(sure(from, true), n-k):])
}

// sure is how many words at the beginning or the end of a run to look for: as many as may be of which none holds an
// apostrophe or a dash, for those are not printed alike everywhere.
func sure(run []string, atEnd bool) int {
	most := min(endMost, len(run))
	for n := most; n >= min(endLeast, most); n-- {
		part := run[:n]
		if atEnd {
			part = run[len(run)-n:]
		}
		if !strings.ContainsAny(edged(part), "'’‘\"“”–—-") {
			return n
		}
	}
	return most
}

// edged joins words, without the punctuation around them: the writer's may stand there.
func edged(words []string) string {
	return strings.TrimFunc(strings.Join(words, " "), func(r rune) bool { return unicode.IsPunct(r) })
}

// percent writes all but letters, digits and dots as bytes; the comma and the dash have a meaning of their own in a
// text fragment.
func percent(s string) string {
	const digits = "0123456789ABCDEF"
	var b strings.Builder
	for i := range len(s) {
		switch c := s[i]; {
		case c >= 'a' && c <= 'z', c >= 'A' && c <= 'Z', c >= '0' && c <= '9', c == '.':
			b.WriteByte(c)
		default:
			b.Write([]byte{'%', digits[c>>4], digits[c&15]})
		}
	}
	return b.String()
}
