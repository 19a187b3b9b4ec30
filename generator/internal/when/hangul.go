package when

import (
	"strings"
	"unicode/utf8"
)

// hangul adds a run of Hangul, cut into the words of the lexicon that it consists of and the particles behind them:
// "지난달에는" is 지난, 달 and 에는. A run that is not all known is one word.
func (s *scanner) hangul() {
	end := s.at
	for end < len(s.text) {
		r, n := utf8.DecodeRuneInString(s.text[end:])
		if !isHangul(r) {
			break
		}
		end += n
	}
	run := s.text[s.at:end]
	if len(run) > longestWord {
		s.add(token{}, end)
		return
	}
	var cuts [longestWord]int
	n, known := s.cut(run, cuts[:0])
	if !known {
		s.add(token{class: koreanCue(run)}, end)
		return
	}
	for _, width := range n {
		e := s.words.entries[s.text[s.at:s.at+width]]
		s.add(token{word: e.word, class: e.class, value: e.value}, s.at+width)
	}
}

// cut finds the words that a run consists of: words of the lexicon, the longest first, then perhaps a particle.
func (s *scanner) cut(run string, sofar []int) (widths []int, known bool) {
	if run == "" {
		return sofar, true
	}
	if len(sofar) > 0 && s.words.particles[run] {
		return append(sofar, len(run)), true
	}
	for width := min(len(run), 15); width >= 3; width -= 3 {
		if _, ok := s.words.entries[run[:width]]; !ok {
			continue
		}
		if widths, known := s.cut(run[width:], append(sofar, width)); known {
			return widths, true
		}
	}
	return nil, false
}

// koreanCue is the tense that the ending of a word tells: a syllable ending in ㅆ before the last tells the past, 겠
// the future.
func koreanCue(run string) class {
	body, ok := strings.CutSuffix(run, "다")
	if !ok {
		if body, ok = strings.CutSuffix(run, "고"); !ok {
			return 0
		}
	}
	r, _ := utf8.DecodeLastRuneInString(body)
	switch {
	case !isHangul(r) || r == '있' || r == '없':
		return 0
	case r == '겠':
		return futureCue
	case (r-0xAC00)%28 == 20:
		return pastCue
	}
	return 0
}
