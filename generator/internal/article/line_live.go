package article

import "strings"

// entryTime recognises when an entry of a live report was made: "10:42 GMT", "18.42", "14:05 Uhr".
func entryTime(l *line) bool {
	if l.words == 0 || l.words > 6 || len(l.lower) > 40 {
		return false
	}
	switch l.bare {
	case "live", "live updates", "live blog", "liveblog", "live-blog", "liveticker", "ticker", "just now", "key moments",
		"key events", "summary", "this live blog is now closed", "this live blog has now closed",
		"this liveblog is now closed", "der liveticker ist beendet":
		return true
	}
	clocks := 0
	list := strings.Fields(strings.Trim(l.lower, "[]()|•·- "))
	for i, word := range list {
		word = strings.Trim(word, ",.|()")
		switch {
		case timeOfDay(word):
			clocks++
		case word == "am", word == "pm", word == "a.m", word == "p.m", word == "uhr", word == "오전", word == "오후",
			word == "at", word == "um", word == "posted", word == "updated", word == "·", word == "•", word == "–",
			word == "-":
		case zone(word) && i > 0:
		default:
			return false
		}
	}
	return clocks == 1
}

// age recognises how long ago something was published: "3 hours ago", "17H ago", "vor 2 Stunden", "5분 전".
func age(l *line) bool {
	if beginsAny(l.lower, []string{"this article is more than ", "this article is over ", "this story is more than ",
		"dieser artikel ist älter als ", "dieser artikel ist mehr als "}) {
		return l.words <= 12
	}
	if l.words < 2 || l.words > 6 || !strings.ContainsAny(l.lower, "0123456789") {
		return false
	}
	if strings.HasPrefix(l.lower, "vor ") {
		return l.words == 3
	}
	list := unpunctuated(l.lower)
	return strings.HasSuffix(l.bare, " ago") && (numeral(list[0]) || list[0][0] >= '0' && list[0][0] <= '9') && l.words <= 4 || l.words == 2 && strings.HasSuffix(l.bare, " 전")
}

// timeOfDay recognises "10:42", "18.42", "10.42am", "10:42:07".
func timeOfDay(s string) bool {
	s = strings.TrimSuffix(strings.TrimSuffix(s, "am"), "pm")
	s = strings.TrimSuffix(s, "h")
	hour, minute, ok := strings.Cut(strings.ReplaceAll(s, ".", ":"), ":")
	if !ok || len(hour) == 0 || len(hour) > 2 || len(minute) < 2 || strings.Trim(hour+minute, "0123456789:") != "" {
		return false
	}
	if len(hour) == 2 && (hour[0] > '2' || hour[0] == '2' && hour[1] > '4') || minute[0] > '5' {
		return false
	}
	return len(minute) == 2 || len(minute) == 5 && minute[2] == ':'
}

// zone recognises the names of time zones.
func zone(s string) bool {
	switch s {
	case "gmt", "utc", "bst", "cet", "cest", "eet", "eest", "est", "edt", "et", "cst", "cdt", "ct", "mst", "mdt", "mt",
		"pst", "pdt", "pt", "ist", "kst", "jst", "msk", "pkt", "aest", "aedt", "sgt", "hkt", "wib", "sast", "mez", "mesz":
		return true
	}
	return false
}
