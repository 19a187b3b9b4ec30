package article

import (
	"strings"
	"unicode"
)

// authorNote recognises what is said of the author under an article: who it is, where to write to.
func authorNote(l *line) bool {
	if l.words > 80 {
		return false
	}
	if address(l) {
		return true
	}
	if l.before == 0 || l.after > 3*long || l.after >= l.before {
		return false
	}
	if strings.HasPrefix(l.head, "Reach ") && l.words <= 12 && strings.Contains(l.lower, " at ") && strings.ContainsAny(l.lower, "0123456789@") && person(nameAt(strings.TrimPrefix(l.head, "Reach "))) {
		return true // "Reach Mara Lindqvist at 555-0100."
	}
	if beginsAny(l.lower, []string{"about the author", "the author is ", "the writer is ", "the author was ",
		"contact the author", "contact the writer", "contact the reporter", "reach the reporter", "reach the author",
		"email the author", "email the writer", "email the reporter", "zur person", "über den autor", "über die autorin",
		"der autor ist ", "die autorin ist "}) {
		return true
	}
	return biography(l.head)
}

// takeAuthor sets aside what stands under "About Mara Lindqvist" at the end of an article: its heading and the
// paragraph that follows.
func takeAuthor(p *page, at *line) int {
	if at.words > 9 || at.words < 2 || at.stop || at.before == 0 || at.after > at.before {
		return at.i
	}
	for _, word := range [...]string{"About ", "Über ", "Sobre ", "À propos de "} {
		name, ok := strings.CutPrefix(at.head, word)
		if !ok || !person(strings.TrimRight(name, ": ")) && !institution(strings.TrimPrefix(strings.TrimRight(name, ": "), "the ")) && at.bare != "about the author" {
			continue
		}
		end := at.i + 1
		for end < len(p.blocks) && p.blocks[end].role == undecided && !p.blocks[end].sentence() && end < at.i+3 {
			end++
		}
		if end < len(p.blocks) && p.blocks[end].role == undecided && p.blocks[end].sentence() {
			p.dropRun(at.i, end+1, "author_note")
			return end + 1
		}
	}
	return at.i
}

// address recognises a line of hardly more than an e-mail address, as reporters sign in some countries.
func address(l *line) bool {
	if l.words > enough || !strings.Contains(l.lower, "@") || l.stop {
		return false
	}
	others := 0
	found := false
	for word := range strings.FieldsSeq(l.lower) {
		word = strings.Trim(word, "()[]<>,;:|/=·")
		name, host, ok := strings.Cut(word, "@")
		switch {
		case ok && name != "" && strings.Contains(host, ".") || ok && name == "" && len(host) > 1:
			found = true
		case word != "":
			others++
		}
	}
	return found && others <= 3
}

// biography recognises "Mara Lindqvist is a reporter in …": a name, a verb of the trade, and a word for it.
func biography(s string) bool {
	list := strings.Fields(s)
	n := 0
	for n < len(list) && n < 5 {
		word := strings.Trim(list[n], ",")
		r := []rune(word)
		if len(r) == 0 || !unicode.IsUpper(r[0]) && !particle(word) {
			break
		}
		n++
	}
	if n < 2 || n+2 >= len(list) {
		return false
	}
	rest := strings.ToLower(strings.Join(list[n:], " "))
	switch {
	case beginsAny(rest, []string{"covers ", "reports on ", "reports for ", "reports from ", "writes about ", "writes for ",
		"writes on ", "can be reached ", "is based in ", "has been covering ", "berichtet über ", "berichtet für ",
		"schreibt über ", "schreibt für "}):
		return true
	case beginsAny(rest, []string{"is a ", "is an ", "is the ", "is our ", "was a ", "has been a ", "ist "}):
		return containsAny(beginning(rest, 120), trades)
	}
	return false
}

var trades = []string{
	"reporter", "correspondent", "journalist", "columnist", "editor", "staff writer", "freelance", "contributor",
	"contributing", "bureau chief", "producer for", "author of", "writer", "fellow at", "professor of", "professor at",
	"lecturer", "redakteur", "korrespondent", "kolumnist", "reporterin", "journalistin", "autorin", "autor ",
}
