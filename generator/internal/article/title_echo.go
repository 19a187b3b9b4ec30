package article

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// echoed is the line of the list whose words the text takes up, where the one chosen by its place has hardly any of them:
// a slogan, a greeting or the sender's remark stands above many titles, but the text does not speak of it.
func (p *page) echoed(chosen *block, list []*block) *block {
	const enoughWords = 3
	if len(list) < 2 || len(list) > 6 {
		return chosen
	}
	said := p.said()
	if echo(chosen, said) > 0 {
		return chosen
	}
	best, most := chosen, enoughWords-1
	for _, b := range list {
		if n := echo(b, said); n > most {
			best, most = b, n
		}
	}
	return best
}

// said are the words of the first paragraphs, each by its beginning.
func (p *page) said() map[string]bool {
	const paragraphs, length = 8, 2000
	out := map[string]bool{}
	first, last := p.bestRun()
	for i, seen := max(first, 0), 0; i <= last && seen < paragraphs; i++ {
		b := &p.blocks[i]
		if b.role != undecided && b.role != body || !b.sentence() {
			continue
		}
		seen++
		for _, word := range unpunctuated(strings.ToLower(beginning(b.text, length))) {
			if s := stem(word); s != "" {
				out[s] = true
			}
		}
	}
	return out
}

// echo counts the words of a line that the text takes up.
func echo(b *block, said map[string]bool) int {
	n := 0
	for _, word := range unpunctuated(strings.ToLower(b.text)) {
		if s := stem(word); s != "" && said[s] {
			n++
		}
	}
	return n
}

// stem is the beginning by which a word is known again, "" for a short one: five letters, two syllables in Hangul.
func stem(word string) string {
	n := 5
	if r, _ := utf8.DecodeRuneInString(word); unicode.Is(unicode.Hangul, r) {
		n = 2
	}
	if utf8.RuneCountInString(word) < min(n, 4) || commonplace(word) {
		return ""
	}
	for i := range word {
		if n == 0 {
			return word[:i]
		}
		n--
	}
	return word
}

// commonplace reports words that any text has.
func commonplace(word string) bool {
	switch word {
	case "about", "after", "also", "been", "before", "could", "every", "from", "have", "here", "into", "just", "more", "most", "only", "other", "over", "said", "says",
		"since", "than", "that", "their", "them", "then", "there", "these", "they", "this", "those", "time", "until", "very", "want", "were", "what", "when", "where",
		"which", "while", "with", "would", "year", "years", "your", "aber", "alle", "auch", "beim", "dass", "dem", "diese", "dieser", "durch", "eine", "einem", "einen", "einer",
		"haben", "hatte", "ihre", "immer", "jahre", "jetzt", "kann", "mehr", "nach", "nicht", "noch", "oder", "ohne", "schon", "sein", "seine", "seit", "sich", "sind", "über",
		"unter", "vom", "vor", "wenn", "werden", "wird", "wurde", "zwei", "zwischen":
		return true
	}
	return false
}

// rescued is a line that a rule took for furniture by its first words and that yet is the title, "Newsletter of the
// beekeepers wins prize": it stands directly above a byline or a date, nothing else can be the title, and the text takes
// up its words.
func (p *page) rescued() *block {
	const taken = 3
	if p.page {
		return nil
	}
	from, to := p.front()
	for i := from; i < to; i++ {
		b := &p.blocks[i]
		if b.role == gone && furnished(b.reason) && b.words >= 5 && b.words <= most && !b.stop && p.headed(i) && echo(b, p.said()) >= taken {
			return b
		}
	}
	return nil
}

// furnished reports the reasons of line rules that go by the first words of a line.
func furnished(reason string) bool {
	switch reason {
	case "newsletter_form", "advertisement", "read_more", "share_bar", "follow_appeal", "subscription_offer", "donation_appeal", "app_promo", "reader_appeal",
		"audio_player", "navigation", "caption", "tags_line", "cookie_notice":
		return true
	}
	return false
}
