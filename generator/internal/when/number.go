package when

import (
	"strconv"
	"strings"
)

// counts finds the numbers of a sentence that stand for an amount, and the years written in words.
func (r *reader) counts() {
	for i := range r.tokens {
		t := &r.tokens[i]
		switch {
		case t.number && !t.ordinal:
			t.count, t.countEnd = t.value, i+1
		case t.class&numeral != 0 && !r.within(i):
			t.count, t.countEnd = r.numeral(i)
			t.year, t.yearEnd = r.spokenYear(i)
		}
		if t.class&year != 0 && t.number {
			t.year = t.value
		}
	}
}

// within reports whether a token is a later word of a number that began before it: the "four" of "twenty-four".
func (r *reader) within(i int) bool {
	for k := max(0, i-6); k < i; k++ {
		if r.tokens[k].countEnd > i {
			return true
		}
	}
	return false
}

// numeral reads a number in words: "twenty-four", "a hundred and ten", "three".
func (r *reader) numeral(i int) (n, end int) {
	total, part := 0, 0
	for end = i; end < len(r.tokens) && end < i+8; {
		t := r.tokens[end]
		if t.class&numeral == 0 {
			skip := end > i && (r.is(end, "-") || r.is(end, "and") && part >= 100)
			if !skip || end+1 >= len(r.tokens) || r.tokens[end+1].class&numeral == 0 || r.tokens[end+1].value >= 100 {
				break
			}
			end++
			continue
		}
		switch v := t.value; {
		case v == 1000:
			total, part = total+max(part, 1)*1000, 0
		case v == 100:
			part = max(part, 1) * 100
		case part%100 == 0 || part%10 == 0 && part%100 >= 20 && v < 10:
			part += v
		default:
			return total + part, end
		}
		end++
	}
	return total + part, end
}

// spokenYear reads a year in words: "nineteen ninety-six", "two thousand four".
func (r *reader) spokenYear(i int) (n, end int) {
	first, rest := r.tokens[i], i+1
	if first.value < 11 || first.value > 20 {
		if n, end = r.numeral(i); first.value == 2 && n >= 2000 && n < 2100 && r.is(i+1, "thousand") {
			return n, end
		}
		return 0, 0
	}
	if rest >= len(r.tokens) || r.tokens[rest].class&numeral == 0 {
		return 0, 0
	}
	low, end := r.numeral(rest)
	if low < 10 || low > 99 {
		return 0, 0
	}
	return 100*first.value + low, end
}

// numberAt writes the number that begins at a token: "7", "1.5".
func (r *reader) numberAt(i int) string {
	t := r.tokens[i]
	if t.decimal && t.count == 0 {
		return strings.ReplaceAll(r.text(i), ",", ".")
	}
	return strconv.Itoa(t.count)
}
