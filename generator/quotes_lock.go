package generator

import (
	"fmt"
	"strings"

	"briefbook/generator/internal/book"
	"briefbook/generator/internal/diag"
	"briefbook/generator/internal/evidence"
	"briefbook/generator/internal/memo"
)

// lockFile is where the verdicts of quotations are kept for machines without the originals.
const lockFile = "content/quotes.lock"

// lock is quotes.lock, or none.
type lock struct {
	*evidence.Lock
	sum memo.Sum
}

func (l lock) Sum() memo.Sum { return l.sum }

func (s *steps) lock(r *memo.Run) lock {
	data, err := r.ReadFile(lockFile)
	if err != nil {
		r.Report(unreadable(lockFile, err)...)
		return lock{}
	}
	l, diags := evidence.ReadLock(diag.NewSource(lockFile, string(data)))
	r.Report(diags...)
	return lock{l, memo.SumOf(data)}
}

func (s *steps) lockKey() memo.Key { return memo.Key{Kind: kindLock} }

// locked is what quotes.lock knows of a quotation. An entry for another text of the source is none; a card that does
// not say which text is its own leaves that to the lock.
func (s *steps) locked(r *memo.Run, c *book.Checked) (evidence.Entry, bool) {
	l := memo.Get(r, s.lockKey(), s.lock)
	if l.Lock == nil {
		return evidence.Entry{}, false
	}
	e, ok := l.Find(c.Cite.Source, c.Cite.Paras, evidence.Hash(c.Words))
	if own := s.card(r, c.Cite.Source).SHA256; ok && own != "" && !strings.HasPrefix(own, e.Original) {
		return e, false
	}
	if ok {
		c.Day = e.Day
	}
	return e, ok
}

// unverified reports a quotation that cannot be checked here. Where nothing can, because there are neither originals
// nor a lock, that is said once, by the report.
func (s *steps) unverified(r *memo.Run, c *book.Checked) {
	if s.blind(r) {
		return
	}
	r.Report(diag.Warnf(c.At, "quote-unverified", "the quotation is not verified here: the original of %s is not at hand, and quotes.lock does not know these words", c.Cite.Source).
		WithHint(`run "briefbook check --lock" where the originals are`))
}

// blind reports whether no quotation can be checked: there is neither a folder of originals nor a lock.
func (s *steps) blind(r *memo.Run) bool {
	if _, err := r.ReadDir("originals"); err == nil {
		return false
	}
	return memo.Get(r, s.lockKey(), s.lock).Lock == nil
}

// sightless reports once how many quotations are not checked for want of originals and a lock.
func (s *steps) sightless(r *memo.Run, all []book.Checked) {
	of, not := 0, 0
	for i := range all {
		if h, ok := s.head(r, all[i].Cite.Source); ok && h.Kind == book.Article {
			of++
			if all[i].Verdict == "" {
				not++
			}
		}
	}
	which := "no quotation is verified"
	switch {
	case not == 0:
		return
	case not < of:
		which = fmt.Sprintf("%d of %d quotations are not verified", not, of)
	}
	r.Report(diag.Warnf(diag.Span{}, "quote-unverified", "%s here: there are neither originals nor content/quotes.lock", which).
		WithHint(`name the folder of the originals with --originals, or run "briefbook check --lock" where they are`))
}
