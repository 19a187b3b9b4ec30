package lint

import (
	"strings"

	"briefbook/generator/internal/book"
)

// leastQuoted is how many words in quotation marks make a quotation: fewer are an expression.
const leastQuoted = 5

// unchecked looks for words in quotation marks that no citation follows. A reader takes them for the words of a
// source; nobody has looked whether they are.
func (c *check) unchecked(b *book.Block) {
	if !strings.ContainsAny(b.Text, "\"”“»«") {
		return
	}
	quotations(b.Text, func(start, end int) {
		for _, q := range b.Quoted {
			if q.Start < end && start < q.End {
				return
			}
		}
		if len(strings.Fields(b.Text[start:end])) >= leastQuoted {
			c.report(finding{Unchecked, start, end, "no citation follows this quotation, so nobody has checked it",
				"put the citation directly behind the closing mark: \"…\" [@id ¶4]; a title is set in emphasis: *…*"})
		}
	})
}
