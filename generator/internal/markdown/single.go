package markdown

import (
	"slices"
	"strings"
	"unicode"
)

// single is a mark that is a quotation mark or an apostrophe, with the characters around it.
type single struct {
	spot
	before, after rune
}

func singleMark(r rune) bool {
	switch r {
	case '\'', '‘', '’', '‚', '‹', '›':
		return true
	}
	return false
}

// opens gives the marks that may close what this one opens: none when it is an apostrophe, as in '90s.
func (s *single) opens() string {
	if !unicode.IsSpace(s.before) && !strings.ContainsRune("([{-–—/“„«\"", s.before) || !unicode.IsLetter(s.after) && !strings.ContainsRune("[(…“„«\"", s.after) {
		return ""
	}
	switch s.mark {
	case '\'':
		return "'"
	case '‘':
		return "’"
	case '‚':
		return "‘’"
	case '‹':
		return "›"
	case '›':
		return "‹"
	}
	return ""
}

// closes reports whether the mark can close a quotation. sure is false when it may as well be the apostrophe of "the
// pilots' strike".
func (s *single) closes() (ok, sure bool) {
	if unicode.IsSpace(s.before) || unicode.IsLetter(s.after) || unicode.IsDigit(s.after) {
		return false, false
	}
	return true, s.before != 's' || !unicode.IsSpace(s.after) || s.mark != '\'' && s.mark != '’'
}

// pairSingles adds the quotations in single marks to what was found in the sentence. One within double marks is a part
// of that; double marks within it are a part of it.
func (a *afar) pairSingles() {
	for i := 0; i < len(a.singles); i++ {
		start := &a.singles[i]
		with := start.opens()
		if with == "" {
			continue
		}
		end := 0
		for k := i + 1; k < len(a.singles); k++ {
			s := &a.singles[k]
			ok, sure := s.closes()
			if s.opens() != "" || s.text.Parent() != start.text.Parent() {
				break
			}
			if !ok || !strings.ContainsRune(with, s.mark) {
				continue
			}
			if end == 0 || sure {
				end = k
			}
			if sure {
				break
			}
		}
		if end > 0 && a.long(start.spot, a.singles[end].spot) {
			a.enclose(pair{start: start.spot, end: a.singles[end].spot})
		}
		i = max(i, end)
	}
}

// enclose adds a quotation in its place unless it overlaps others that it does not enclose.
func (a *afar) enclose(p pair) {
	lo, hi := 0, 0
	for hi < len(a.found) {
		f := &a.found[hi]
		if f.from() > p.end.at {
			break
		}
		if hi++; f.to() <= p.start.at {
			lo = hi
			continue
		}
		if f.from() < p.start.at || f.to() > p.end.at {
			return
		}
	}
	if hi == lo && len(a.found) >= mostAfar {
		return
	}
	a.found = slices.Replace(a.found, lo, hi, p)
}
