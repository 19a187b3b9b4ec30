package article

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// scraperDate recognises "date 2021-07-29" and a date in digits before a title, as scrapers and archives put it:
// "2021-07-29 | Title", "[2021-07-29] Title".
func scraperDate(p *page, b *block) int {
	n, s, ok := datePrefix(b.text)
	if !ok {
		return 0
	}
	p.keepStamps([]stamp{s}, []telling{tellPublished}, at("scraper date prefix", b))
	return n
}

func datePrefix(line string) (n int, s stamp, ok bool) {
	line = beginning(line, 60)
	rest, labelled := strings.CutPrefix(line, "date ")
	rest = strings.TrimLeft(rest, " [(")
	list := stamps(beginning(rest, 40))
	if len(list) == 0 || list[0].start != 0 || list[0].unclear() {
		return 0, stamp{}, false
	}
	s = list[0]
	after := rest[s.end:]
	mark := strings.TrimLeft(after, " ")
	if word, tail := cutWord(mark); clock(word) || clock(strings.TrimRight(word, "])|:,")) && strings.HasPrefix(after, " ") {
		mark = tail
	}
	bare := strings.TrimLeft(mark, "])|:-–— ")
	next, _ := utf8.DecodeRuneInString(after)
	if after != "" && !unicode.IsSpace(next) && !strings.ContainsRune("])|:", next) {
		return 0, stamp{}, false
	}
	// Without the word only digits with the year first are a machine's: "4 March 2019: the day the ferry stopped".
	if !labelled && (rest[0] < '0' || rest[0] > '9' || rest[4] != '-' || bare == "" || strings.Contains(rest[:s.end], " ")) {
		return 0, stamp{}, false
	}
	if labelled {
		return len(line) - len(after), s, true
	}
	return len(line) - len(bare), s, true
}
