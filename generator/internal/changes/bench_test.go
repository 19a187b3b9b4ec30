package changes

import (
	"fmt"
	"strings"
	"testing"

	"briefbook/generator/internal/book"
)

// library is the state of a book of 10,000 sources and 40,000 statements of few words.
func library() []Item {
	words := strings.Fields("ferry bridge envoy harbour talks calendar office hotline drill summit letter border train island market winter signal ministry")
	var list []Item
	for n := range 10000 {
		id := book.ID(fmt.Sprintf("post-%05d", n))
		list = append(list, Item{Page: id, What: Source, Title: fmt.Sprintf("Report %d", n), Text: fmt.Sprintf("Report %d · The Post · %d March 2019 · rights: digest", n, 1+n%28)})
		for k := range 4 {
			var text []string
			for w := range 14 {
				text = append(text, words[(n*7+k*5+w*w*3)%len(words)])
			}
			list = append(list, Item{Page: id, What: Digest, Text: fmt.Sprintf("On day %d of %d %s [@%s ¶%d].", k, n, strings.Join(text, " "), id, k+1)})
		}
	}
	return list
}

func BenchmarkCompare(b *testing.B) {
	was := library()
	for _, c := range []struct {
		name  string
		every int // how many statements lie between two that are altered
	}{{"same", 1 << 30}, {"hundredth", 100}, {"all", 1}} {
		b.Run(c.name, func(b *testing.B) {
			now := library()
			for i := range now {
				if i%c.every == c.every-1 {
					now[i].Text = strings.Replace(now[i].Text, "talks", "meetings", 1) + " Anew."
				}
			}
			for b.Loop() {
				Compare(was, now)
			}
		})
	}
	b.Run("other", func(b *testing.B) {
		now := library()
		for i := range now {
			now[i].Page = "new-" + now[i].Page
			now[i].Text = "Anew " + now[i].Text
		}
		for b.Loop() {
			Compare(was, now)
		}
	})
	b.Run("one page", func(b *testing.B) {
		now := library()
		for i := range now {
			was[i].Page, now[i].Page = "one", "one"
			was[i].What, now[i].What = Statement, Statement
			now[i].Text += " Anew."
		}
		for b.Loop() {
			Compare(was, now)
		}
	})
}
