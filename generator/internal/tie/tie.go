// Package tie keeps together, in rendered HTML, what a line must not break: a citation and the word it follows, the day
// and the month of a date.
//
// It owns the places where a blank becomes one that does not break. It refuses everything else: no word is changed and
// no tag, and in a piece that holds code the dates stay as they are, since code is copied. The months are those of
// English and German; in Korean no blank stands between a number and its unit.
//
//	on 14 June <a class="cite" …>   →   on 14\u00a0June\u00a0<a class="cite" …>
package tie

import "strings"

// blank is the one that does not break.
const blank = "\u00a0"

// citation is how the class of a citation, or of a group of them, begins.
const citation = ` class="cite`

// Text ties a piece of rendered HTML. It takes one look at every byte.
func Text(html string) string {
	var out strings.Builder
	done, dates := 0, !strings.Contains(html, "<code") && !strings.Contains(html, "<pre")
	for i := strings.IndexByte(html, ' '); i >= 0; {
		if cites(html, i) || dates && dated(html, i) && !within(html[max(done, i-longestTag):i]) {
			if done == 0 {
				out.Grow(len(html) + len(html)/64 + 16)
			}
			out.WriteString(html[done:i])
			out.WriteString(blank)
			done = i + 1
		}
		next := strings.IndexByte(html[i+1:], ' ')
		if next < 0 {
			break
		}
		i += 1 + next
	}
	if done == 0 {
		return html
	}
	out.WriteString(html[done:])
	return out.String()
}

// dated reports whether the blank at i stands between the day and the month of a date.
func dated(html string, i int) bool {
	return i > 0 && (html[i-1] >= '0' && html[i-1] <= '9' || html[i-1] == '.') && month(html[i+1:]) && day(html[:i])
}

// longestTag is how far back the beginning of a tag is looked for.
const longestTag = 4096

// within reports whether what follows text stands in a tag.
func within(text string) bool {
	i := strings.LastIndexAny(text, "<>")
	return i >= 0 && text[i] == '<'
}

// cites reports whether a citation follows the blank at i that is not a later one of its group.
func cites(html string, i int) bool {
	tag := html[i+1:]
	if i == 0 || tag == "" || tag[0] != '<' {
		return false
	}
	end := strings.IndexByte(tag, ' ')
	if end < 0 || end > len("<span") || !strings.HasPrefix(tag[end:], citation) {
		return false
	}
	return !strings.HasSuffix(html[:i], ";") && !strings.HasSuffix(html[:i], "</a>,")
}

// day reports whether text ends with the day of a month: "14", in German "14.".
func day(text string) bool {
	text = strings.TrimSuffix(text, ".")
	n := len(text)
	for n > 0 && len(text)-n < 3 && text[n-1] >= '0' && text[n-1] <= '9' {
		n--
	}
	figures := text[n:]
	if n > 0 && strings.IndexByte(".,:/", text[n-1]) >= 0 {
		return false // a part of a longer number
	}
	return len(figures) == 1 && figures > "0" || len(figures) == 2 && figures <= "31"
}

// month reports whether text begins with the name of a month.
func month(text string) bool {
	n := 0
	for n < len(text) && n < 10 && (text[n]|0x20 >= 'a' && text[n]|0x20 <= 'z' || text[n] >= 0x80) {
		n++
	}
	switch text[:n] {
	case "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
		"Januar", "Februar", "März", "Mai", "Juni", "Juli", "Oktober", "Dezember":
		return true
	}
	return false
}
