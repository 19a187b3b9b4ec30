package article

import (
	"fmt"
	"strings"
	"testing"
)

// The time of all rules together grows with the length of the text and no faster: the megabytes a second of the
// large sizes are those of the small ones.
func BenchmarkCleanSizes(b *testing.B) {
	const sentence = "The harbour board voted on Monday to reopen the old island ferry after the winter. "
	for _, c := range []struct {
		name, unit string
		counts     []int
	}{
		{"one line", sentence, []int{12_500, 625_000}}, // 1 and 50 MB
		{"one line without a blank", "harbour", []int{150_000, 7_500_000}},
		{"one line of Hangul", "항만위원회는 부두를 고쳤다. ", []int{30_000, 300_000}},
		{"short lines", "Harbour\n", []int{20_000, 1_000_000}},
		{"numbers", "4\n", []int{20_000, 1_000_000}},
		{"paragraphs", sentence + "\n", []int{12_500, 125_000}},
		{"a letter", "Dear Reader,\n", []int{10_000, 100_000}},
		{"walls", "Subscribe now\n", []int{10_000, 100_000}},
		{"walls with prices", sentence + "\nSubscribe now\n$3\n", []int{5_000, 50_000}},
		{"lists", "Related\n" + sentence + "\n", []int{5_000, 50_000}},
		{"lists and lines", "Most read\nHarbour\n" + sentence + "\nHarbour\n", []int{5_000, 50_000}},
		{"comments", sentence + "\nComments\n", []int{5_000, 50_000}},
		{"remarks", sentence + "\nIda says:\n", []int{5_000, 50_000}},
		{"forms", "Your email address\n", []int{10_000, 100_000}},
		{"banners", "We use cookies\n\n", []int{10_000, 100_000}},
		{"mails", "-----Original Message-----\n", []int{10_000, 100_000}},
		{"signatures", sentence + "\n--\n", []int{10_000, 100_000}},
		{"headings", "Harbour\n\n" + sentence + "\n\n", []int{5_000, 50_000}},
		{"brackets", "A (\n", []int{10_000, 100_000}},
		{"wrapped", strings.Repeat("the harbour board said ", 3) + "\n", []int{10_000, 100_000}},
		{"hashtags and bars", strings.Repeat("#a | > ", 20) + "\n", []int{2_000, 20_000}},
	} {
		for _, n := range c.counts {
			raw := []byte(strings.Repeat(c.unit, n))
			b.Run(fmt.Sprintf("%s/%d", c.name, n), func(b *testing.B) {
				b.SetBytes(int64(len(raw)))
				for b.Loop() {
					Clean(raw, "x.txt", Lines{})
				}
			})
		}
	}
}
