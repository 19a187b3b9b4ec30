package article

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// credit is what a line says of who made a text: "By Mara Lindqvist and Jon Meer in Seoul, AP".
type credit struct {
	by         bool // it begins with a word that announces an author
	names      []string
	agencies   []string
	publishers []string
	nobody     bool // an office in place of a person: "Staff and agencies"
	title      bool // somebody's office beside the name, an address or a handle
	settled    int  // parts that are a place, a section or a site's button
	strangers  int  // parts of which nothing is known
	unknown    []string
	lower      bool // one of these begins small
}

// credits reads a line as a credit. Parts are set apart by commas, strokes, "and", "in", "for".
func readCredit(s string) credit {
	var c credit
	s, c.by = cutBy(strings.TrimRight(s, " .,|-–—:"))
	for i, part := range creditParts(s) {
		c.read(part, i == 0)
	}
	return c
}

// cutBy cuts a word that announces an author off s.
func cutBy(s string) (rest string, by bool) {
	s = strings.TrimSpace(s)
	for _, word := range announcements {
		if len(s) <= len(word) || !strings.EqualFold(s[:len(word)], word) {
			continue
		}
		rest = strings.TrimLeft(s[len(word):], " :\u00a0")
		if rest == s[len(word):] && !strings.HasSuffix(word, ":") {
			continue // "Bye"
		}
		if first, _ := utf8.DecodeRuneInString(rest); !unicode.IsUpper(first) && !unicode.Is(unicode.Lo, first) && !lowerAgency(rest) {
			return s, false
		}
		if again, more := cutBy(rest); more { // "Written by: …"
			return again, true
		}
		return rest, true
	}
	return s, false
}

var announcements = []string{
	"written by", "reported by", "story by", "words by", "text by", "posted by", "published by", "article by", "author:", "by line:", "interviewed by", "interview by", "interview:", "analysis by", "review by", "opinion by", "as told to",
	"authors:", "byline:", "text:", "words:", "by", "geschrieben von", "ein bericht von", "eine analyse von", "von", "autor:", "autorin:",
	"autoren:", "par", "por", "di", "auteur:", "submitted by", "автор:", "текст:", "eingereicht von", "verfasst von", "door",
}

func lowerAgency(s string) bool {
	word, _ := cutWord(s)
	_, known := agencyCredit(word)
	return known
}

// creditParts cuts s at what sets names apart. A part that followed "in" begins with a NUL: it is a place.
func creditParts(s string) []string {
	if hangul(s) { // several names stand with points between them
		return strings.FieldsFunc(s, func(r rune) bool { return strings.ContainsRune("|;()[]", r) })
	}
	for _, mark := range [...]string{" and ", " AND ", " und ", " UND ", " et ", " with ", " & ", " mit ", " for ", " für ", " - ", " – ", " — ", " -- ", "—",
		" reports from ", " berichtet aus "} {
		with := "|"
		if strings.HasSuffix(mark, "from ") || strings.HasSuffix(mark, "aus ") {
			with = "|\x00"
		}
		s = strings.ReplaceAll(s, mark, with)
	}
	for _, mark := range [...]string{" in ", " IN ", " from ", " aus "} {
		s = strings.ReplaceAll(s, mark, "|\x00")
	}
	return strings.FieldsFunc(s, func(r rune) bool { return strings.ContainsRune("|,;/·•()[]", r) })
}

// read takes one part of a credit.
func (c *credit) read(part string, first bool) {
	part = strings.TrimSpace(c.withoutAddress(part))
	place := strings.HasPrefix(part, "\x00")
	part = strings.Trim(part, "\x00 .:-–—*")
	if rest, by := cutBy(part); by && !first {
		part, c.by, first = rest, true, true
	}
	if c.labelled(part) {
		return
	}
	part = strings.TrimPrefix(part, "the ")
	name, known := agencyCredit(part)
	if !known && writerLast(part) { // "Associated Press Writer"
		if name, known = agencyCredit(part[:strings.LastIndexByte(part, ' ')]); known {
			c.title = true
		}
	}
	lower := strings.ToLower(part)
	list := strings.Fields(lower)
	switch {
	case part == "":
	case known && (part != lower || name == lower || hangul(part)):
		c.agencies = append(c.agencies, name)
	case place || knownPlace(part) && !first:
		c.settled++
	case residue(part), section(part) && !paper(part), counted(list):
		c.settled++
	case desk(list):
		c.nobody, c.title = true, true
	case c.withAgency(part):
	case officeFirst(part) != "" && (c.by || first):
		c.names, c.title = append(c.names, spelled(officeFirst(part))), true
	case masthead(part):
		c.publishers = append(c.publishers, headed(part))
	case person(part) && (c.by || first || len(c.names) > 0):
		c.names = append(c.names, spelled(part))
	case c.written(part):
	case office(strings.Trim(list[len(list)-1], ".")), office(strings.Trim(list[0], ".")):
		c.title = true
	case generation(strings.Trim(lower, ".")) && len(c.names) > 0:
		c.names[len(c.names)-1] += " " + part
	default:
		c.strangers++
		c.unknown = append(c.unknown, part)
		r, _ := utf8.DecodeRuneInString(part)
		c.lower = c.lower || unicode.IsLower(r)
	}
}

// labelled reads a part with a label of its own: "Source: PTI", "Edited by: Jon Meer", "来源：新华社".
func (c *credit) labelled(part string) bool {
	lower := strings.ToLower(part)
	for _, other := range [...]string{"edited by", "translated by", "reviewed by", "photos by", "photo by", "photos:", "fotos:", "foto:", "edited:", "fact-checked by", "编辑", "责任编辑"} {
		if strings.HasPrefix(lower, other) {
			c.settled++
			return true
		}
	}
	kind, n := fieldAt(part)
	if strings.HasPrefix(part, "来源：") || strings.HasPrefix(part, "来源:") {
		kind, n = fieldSource, len(part)-len(strings.TrimLeft(part[len("来源"):], "：: "))
	}
	if kind != fieldSource {
		return false
	}
	value := strings.TrimSpace(part[n:])
	if name, known := agencyCredit(value); known {
		c.agencies = append(c.agencies, name)
	} else if nameAt(value) == value && !platform(value) && value != "" {
		c.publishers = append(c.publishers, headed(value))
	}
	return true
}

// withAgency reads a name and an agency without a comma between: "MARA LINDQVIST Associated Press".
func (c *credit) withAgency(part string) bool {
	list := strings.Fields(part)
	for n := min(3, len(list)-1); n >= 1; n-- {
		name, known := agency(strings.Join(list[len(list)-n:], " "))
		if before := strings.Join(list[:len(list)-n], " "); known && !person(before) {
			return false
		} else if known && list[len(list)-n] != strings.ToLower(list[len(list)-n]) {
			c.names, c.agencies = append(c.names, spelled(before)), append(c.agencies, name)
			return true
		}
	}
	return false
}

// written reads a name and "staff writer" without a comma between, and several Korean names before "기자".
func (c *credit) written(part string) bool {
	for _, label := range [...]string{"기자명 ", "기자 "} { // "기자명 홍길동"
		if rest, ok := strings.CutPrefix(part, label); ok {
			if names := koreanNames(strings.TrimSuffix(strings.TrimSpace(rest), " 기자") + " 기자"); len(names) > 0 {
				c.names, c.title = append(c.names, names...), true
				return true
			}
		}
	}
	lower := strings.ToLower(part)
	for _, tail := range [...]string{" staff writer", " staff reporter", " staff correspondent"} {
		if name, ok := strings.CutSuffix(lower, tail); ok && person(part[:len(name)]) {
			c.names, c.title = append(c.names, spelled(part[:len(name)])), true
			return true
		}
	}
	if names := koreanNames(part); len(names) > 0 {
		c.names, c.title = append(c.names, names...), true
		return true
	}
	return false
}

// withoutAddress takes addresses and handles out of a part: they show that a person was meant.
func (c *credit) withoutAddress(part string) string {
	if !strings.Contains(part, "@") {
		return part
	}
	var kept []string
	for word := range strings.FieldsSeq(part) {
		if strings.Contains(word, "@") {
			c.title = true
			continue
		}
		kept = append(kept, word)
	}
	return strings.Join(kept, " ")
}

// counted recognises counts and words of a page beside a name: "5 min read", "12 comments", "2 photos".
func counted(list []string) bool {
	if len(list) == 2 && (list[0] == "page" || list[0] == "p" || list[0] == "p." || list[0] == "pg" || list[0] == "seite" || list[0] == "s.") && words(list[1]) == 1 {
		return true
	}
	if len(list) == 2 && (list[0] == "댓글" || list[0] == "조회" || list[0] == "조회수" || list[0] == "추천" || list[0] == "호수" || list[0] == "kommentare" || list[0] == "comments") && numeral(list[1]) {
		return true
	}
	if len(list) == 0 || len(list) > 4 || !numeral(list[0]) && list[0] != "no" {
		return false
	}
	switch strings.Trim(list[len(list)-1], ".") {
	case "read", "min", "mins", "minutes", "comments", "comment", "shares", "share", "views", "photos", "words", "likes", "kommentare", "minuten", "lesezeit", "lesedauer", "분", "wörter":
		return true
	}
	return false
}

// writerLast reports a line that ends with somebody who writes: "Associated Press Writer".
func writerLast(s string) bool {
	switch strings.ToLower(s[strings.LastIndexByte(s, ' ')+1:]) {
	case "writer", "writers", "correspondent", "columnist":
		return true
	}
	return false
}

// officeFirst is the name behind the office of somebody who writes: "Reporter Mara Lindqvist".
func officeFirst(part string) string {
	word, rest := cutWord(part)
	switch strings.ToLower(strings.TrimRight(word, ":")) {
	case "reporter", "correspondent", "columnist", "journalist", "reporterin", "redakteur", "redakteurin", "korrespondent", "korrespondentin":
		if rest = strings.TrimSpace(rest); person(rest) {
			return rest
		}
	}
	return ""
}

// desk reports a part that names an office and no person: "our staff reporter", "Web Desk", "Online-Redaktion".
func desk(list []string) bool {
	if len(list) == 0 {
		return false
	}
	last := strings.Trim(list[len(list)-1], ".")
	if i := strings.LastIndexByte(last, '-'); i > 0 {
		last = last[i+1:]
	}
	switch last {
	case "desk", "staff", "bureau", "team", "newsroom", "redaktion", "board", "agencies", "wires", "reports", "services", "service", "admin", "correspondents",
		"reporters", "agenturen", "rédaction", "redacción", "redazione", "online", "webdesk", "newsdesk", "tnn", "온라인뉴스팀", "디지털뉴스팀", "편집부", "뉴스팀", "편집국", "뉴스룸", "인턴팀":
		return true
	case "reporter", "correspondent", "writer", "editor", "editors", "korrespondent", "redakteur", "author":
		for _, word := range list[:len(list)-1] {
			switch word {
			case "our", "a", "the", "staff", "special", "own", "senior", "news", "web", "online", "city", "foreign", "national", "guest", "unserem", "unser", "sports", "political":
			default:
				return len(list) == 2 && !strings.Contains(word, "-") && len(word) <= 3 // "HT Correspondent"
			}
		}
		return len(list) > 1
	}
	return strings.HasSuffix(last, "뉴스팀") || strings.HasSuffix(last, "취재팀")
}

// koreanNames reads "홍길동 기자", "김철수·이영희 특파원", "글 홍길동 선임기자".
func koreanNames(s string) []string {
	list := strings.FieldsFunc(s, func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune("·,∙ㆍ/", r) })
	var names []string
	for i := 0; i < len(list); i++ {
		word := strings.TrimRight(list[i], "=")
		switch {
		case koreanOffice(word):
			if len(names) == 0 {
				return nil
			}
			return names
		case koreanTask(word):
			if i == 0 && word != "글" && word != "취재" {
				return nil // who took the pictures
			}
		case i == 0 && len(list) > 2 && paperNoun(strings.Trim(word, "[]")): // "[해안일보 홍길동 기자]"
		case syllables(word) >= 2 && syllables(word) <= 4:
			names = append(names, word)
		default:
			for _, tail := range [...]string{"기자", "특파원"} {
				if name, ok := strings.CutSuffix(word, tail); ok && syllables(name) >= 2 && syllables(name) <= 4 {
					return append(names, name)
				}
			}
			return nil
		}
		if len(names) > 4 {
			return nil
		}
	}
	return nil
}

func koreanOffice(s string) bool {
	switch s {
	case "기자", "특파원", "선임기자", "전문기자", "인턴기자", "논설위원", "객원기자", "수습기자", "통신원", "칼럼니스트", "편집위원", "대기자", "기자단":
		return true
	}
	return false
}

// koreanTask reports what a name did: the text, the pictures.
func koreanTask(s string) bool {
	switch s {
	case "글", "취재", "사진", "영상", "그림", "그래픽", "정리", "촬영", "편집":
		return true
	}
	return false
}

// syllables counts the characters of a word in Hangul, 0 when it holds any other.
func syllables(s string) int {
	n := 0
	for _, r := range s {
		if r < 0xac00 || r > 0xd7a3 {
			return 0
		}
		n++
	}
	return n
}
