package article

import "briefbook/generator/internal/book"

// Moved says where a paragraph that a card recorded stands now.
type Moved struct {
	Now     book.Range // zero when it is gone
	Changed bool       // its words are not the same any more
}

// Renumber follows each paragraph of before, told by its fingerprint, to its place in now. Paragraphs with the same
// fingerprint are paired in order, as many as can be; those between two pairs that changed are taken for each
// other, one by one when there are as many, else all for all.
func Renumber(before, now []string) []Moved {
	out := make([]Moved, 0, len(before))
	i, j := 0, 0 // the first paragraphs of the stretch between two pairs
	for _, pair := range append(common(before, now), [2]int{len(before), len(now)}) {
		out = append(out, stretch(pair[0]-i, j, pair[1])...)
		if pair[0] < len(before) {
			out = append(out, Moved{Now: book.Range{First: pair[1] + 1, Last: pair[1] + 1}})
		}
		i, j = pair[0]+1, pair[1]+1
	}
	return out
}

// stretch pairs n paragraphs with those from first up to end (counted from 0), none of which is like another.
func stretch(n, first, end int) []Moved {
	out := make([]Moved, n)
	for k := range out {
		switch {
		case end == first:
		case end-first == n:
			out[k] = Moved{book.Range{First: first + k + 1, Last: first + k + 1}, true}
		default:
			out[k] = Moved{book.Range{First: first + 1, Last: end}, true}
		}
	}
	return out
}

// mostPairs is how many pairs of paragraphs are compared at most; beyond it only beginnings and ends that are alike
// are paired.
const mostPairs = 4_000_000

// common is a longest common subsequence of a and b, as pairs of indices.
func common(a, b []string) [][2]int {
	var head, tail [][2]int
	from := 0
	for from < len(a) && from < len(b) && a[from] == b[from] {
		head = append(head, [2]int{from, from})
		from++
	}
	m, n := len(a), len(b)
	for m > from && n > from && a[m-1] == b[n-1] {
		m, n = m-1, n-1
		tail = append(tail, [2]int{m, n})
	}
	head = append(head, middle(a[from:m], b[from:n], from)...)
	for i := len(tail) - 1; i >= 0; i-- {
		head = append(head, tail[i])
	}
	return head
}

// middle is common by dynamic programming; from is added to the indices.
func middle(a, b []string, from int) [][2]int {
	if len(a)*len(b) == 0 || len(a)*len(b) > mostPairs {
		return nil
	}
	width := len(b) + 1
	length := make([]int32, (len(a)+1)*width) // of the longest common subsequence of a[i:] and b[j:]
	for i := len(a) - 1; i >= 0; i-- {
		for j := len(b) - 1; j >= 0; j-- {
			if a[i] == b[j] {
				length[i*width+j] = length[(i+1)*width+j+1] + 1
			} else {
				length[i*width+j] = max(length[(i+1)*width+j], length[i*width+j+1])
			}
		}
	}
	var out [][2]int
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i] == b[j]:
			out = append(out, [2]int{from + i, from + j})
			i, j = i+1, j+1
		case length[(i+1)*width+j] >= length[i*width+j+1]:
			i++
		default:
			j++
		}
	}
	return out
}
