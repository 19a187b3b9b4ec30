package article

import (
	"strings"
	"unicode"
)

// easternDateline reads "(서울=연합뉴스) 홍길동 기자 = ", "[서울=뉴시스]홍길동 기자 = ", "【ソウル=共同】", "新华社北京3月4日电".
func easternDateline(line string) (d dateline, ok bool) {
	if !strings.ContainsFunc(beginning(line, 60), func(r rune) bool { return unicode.Is(unicode.Lo, r) }) {
		return d, false
	}
	if d, ok = chineseDateline(line); ok {
		return d, true
	}
	rest := line
	for _, pair := range [...][2]string{{"(", ")"}, {"[", "]"}, {"【", "】"}, {"<", ">"}, {"（", "）"}} {
		if inner, found := strings.CutPrefix(line, pair[0]); found {
			credit, after, closed := strings.Cut(inner, pair[1])
			place, name, equals := strings.Cut(strings.ReplaceAll(credit, "＝", "="), "=")
			if _, known := agencyCredit(name); !closed || !equals && !knownAgency(credit) || equals && !known && !knownPlace(place) || words(credit) > 6 {
				break
			}
			if !equals {
				place, name = "", credit
			}
			d.place, d.credits, rest = strings.TrimSpace(place), []string{strings.TrimSpace(name)}, after
			break
		}
	}
	if bracket, after, closed := strings.Cut(strings.TrimPrefix(rest, "["), "]"); closed && strings.HasPrefix(rest, "[") { // "[새물결신문 전하늬 기자]"
		if list := strings.Fields(bracket); len(list) >= 3 && len(list) <= 4 && koreanOffice(list[len(list)-1]) && len(koreanNames(strings.Join(list[1:], " "))) > 0 {
			d.credits, d.names = []string{list[0]}, koreanNames(strings.Join(list[1:], " "))
			after = strings.TrimLeft(after, " =\u00a0")
			d.length, d.masthead = len(line)-len(after), true
			return d, after != ""
		}
	}
	if names, n := koreanReporters(rest); n > 0 && (d.credits != nil || strings.Contains(rest[:n], "=")) {
		d.names, rest = names, rest[n:]
	} else if d.credits == nil {
		return d, false
	}
	rest = strings.TrimLeft(rest, " =\u00a0-–—:")
	d.length = len(line) - len(rest)
	return d, rest != ""
}

func knownAgency(s string) bool { _, known := agencyCredit(s); return known }

// koreanReporters reads "홍길동·김철수 기자 = " at the start of s and says how long it is.
func koreanReporters(s string) (names []string, n int) {
	head, _, ok := strings.Cut(beginning(s, 120), "=")
	if ok {
		if names = koreanNames(strings.TrimSpace(head)); len(names) > 0 {
			return names, len(head) + 1
		}
		return nil, 0
	}
	rest := s
	for i := 0; i < 4; i++ {
		word, after := cutWord(rest)
		rest = after
		if koreanOffice(word) {
			head = s[:len(s)-len(rest)]
			if names = koreanNames(strings.TrimSpace(head)); len(names) > 0 {
				return names, len(head)
			}
			return nil, 0
		}
	}
	return nil, 0
}

// chineseDateline reads "新华社北京3月4日电（记者张三）": an agency, a place, a day, and the word for a dispatch.
func chineseDateline(line string) (d dateline, ok bool) {
	head := beginning(line, 120)
	for _, name := range [...]string{"新华社", "中新社", "路透社", "法新社", "美联社", "共同社", "韩联社", "中央社"} {
		rest, found := strings.CutPrefix(head, name)
		digit := strings.IndexFunc(rest, unicode.IsDigit)
		if !found || digit < 0 || digit > 30 {
			continue
		}
		for _, mark := range [...]string{"日电", "日電", "日讯", "日訊"} {
			i := strings.Index(rest[digit:], mark)
			if i < 0 || i > 20 {
				continue
			}
			end := digit + i + len(mark)
			d.place, d.date, d.credits = rest[:digit], rest[digit:end], []string{name}
			if bracket, closed := strings.CutPrefix(rest[end:], "（"); closed {
				if inner, _, closed := strings.Cut(bracket, "）"); closed && words(inner) <= 20 {
					end += len("（" + inner + "）")
				}
			}
			text := strings.TrimLeft(line[len(name)+end:], " \u3000:：")
			d.length = len(line) - len(text)
			return d, text != ""
		}
	}
	return d, false
}
