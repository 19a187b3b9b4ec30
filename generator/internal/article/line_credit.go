package article

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// creditLine recognises how an agency signs off: who reported and edited, whose material it is, "(END)".
func creditLine(l *line) bool {
	open := strings.TrimLeft(l.lower, "(["+"-–—*• ")
	switch {
	case strings.HasPrefix(l.lower, "(reporting by "), strings.HasPrefix(l.lower, "(editing by "),
		strings.HasPrefix(l.lower, "(writing by "):
		return true
	case strings.HasPrefix(open, "reporting by ") && strings.Contains(open, "editing by "):
		return true
	case l.words <= 3 && signedOff(l):
		return true
	case l.words > 2*long:
		return false
	case beginsAny(open, signatures):
		return l.named() && (l.after == 0 || l.words <= long && !l.stop)
	case beginsAny(open, []string{"quelle:", "quellen:", "source:", "sources:", "출처:", "출처 :"}):
		return l.words <= 6
	}
	return l.agencyAlone()
}

var signatures = []string{
	"our standards:", "reporting by ", "additional reporting by ", "additional reporting", "writing by ", "editing by ", "edited by ",
	"compiled by ", "translated by ", "with reporting by ", "with inputs from", "with input from", "with agency inputs",
	"with agencies", "with files from ", "(with ", "mit material von", "mit agenturmaterial", "mit informationen von",
	"material von ", "mit dpa", "dieser text ist ", "redaktion:", "bearbeitet von ",
}

// named reports whether a name follows the first "by" of a line; a line without "by" says nothing against it.
func (l *line) named() bool {
	_, rest, ok := strings.Cut(l.head, " by ")
	r, _ := utf8.DecodeRuneInString(rest)
	return !ok || !unicode.IsLower(r)
}

// signedOff recognises the marks at the end of a wire story.
func signedOff(l *line) bool {
	switch l.lower {
	case "ends", "-ends-", "(ends)", "- ends -", "– ends –", "/ends", "end", "(end)", "[end]", "-0-", "- 0 -", "###",
		"# # #", "-30-", "--30--", "- 30 -", "— 30 —", "(끝)", "<끝>", "[끝]", "끝", "(ende)", "*** ende ***":
		return true
	}
	return l.words == 0 && l.head == "***"
}

// agencyAlone recognises agencies in brackets: "(dpa/AFP)".
func (l *line) agencyAlone() bool {
	if l.words > 6 || !strings.HasPrefix(l.head, "(") || !strings.HasSuffix(l.head, ")") || l.before == 0 {
		return false
	}
	for part := range strings.FieldsFuncSeq(strings.Trim(l.head, "()"), func(r rune) bool { return r == '/' || r == ',' }) {
		if _, known := agency(strings.TrimSpace(part)); !known {
			return false
		}
	}
	return true
}
