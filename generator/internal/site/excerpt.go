package site

import (
	"html"
	"html/template"
	"strings"
	"unicode/utf8"
)

// excerpt cuts text to about n characters: after a sentence where one ends in time, else at a word.
func excerpt(text string, n int) string {
	if len(text) > 8*n {
		text = text[:8*n]
	}
	text = strings.Join(strings.Fields(strings.ToValidUTF8(text, "")), " ")
	if utf8.RuneCountInString(text) <= n {
		return text
	}
	word, sentence, runes := 0, 0, 0
	for i, r := range text {
		if runes++; runes > n {
			break
		}
		if r == ' ' {
			if word = i; strings.ContainsRune(".!?", rune(text[i-1])) {
				sentence = i
			}
		}
	}
	switch {
	case sentence > 0 && utf8.RuneCountInString(text[:sentence]) > n/3:
		return text[:sentence]
	case word == 0:
		word = len(string([]rune(text)[:n]))
	}
	return strings.TrimRight(text[:word], " ,;:–—-") + " …"
}

// beginning is the first n characters or so of rendered HTML as plain text, without paragraph numbers,
// citations and seals. It saves making the plain text of a whole body for a description.
func beginning(body template.HTML, n int) string {
	rest := string(body)
	var b strings.Builder
	for b.Len() < 2*n && rest != "" {
		i := strings.IndexByte(rest, '<')
		if i < 0 {
			break
		}
		b.WriteString(rest[:min(i, 4*n)])
		end := strings.IndexByte(rest[i:], '>')
		if end < 0 {
			return ""
		}
		tag := rest[i : i+end+1]
		rest = rest[i+end+1:]
		switch {
		case strings.HasPrefix(tag, `<a class="pn"`), strings.HasPrefix(tag, `<a class="cite"`), strings.HasPrefix(tag, `<a class="seal`):
			_, rest, _ = strings.Cut(rest, "</a>")
		case strings.HasPrefix(tag, `<span class="checked`): // the last there is in its paragraph
			_, rest, _ = strings.Cut(rest, "</p>")
			b.WriteByte(' ')
		case strings.HasPrefix(tag, "</p"), strings.HasPrefix(tag, "</li"), strings.HasPrefix(tag, "</h"):
			b.WriteByte(' ')
		}
	}
	return excerpt(html.UnescapeString(b.String()), n)
}
