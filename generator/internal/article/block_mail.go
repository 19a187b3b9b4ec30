package article

import "strings"

// takeMail sets aside what a mail puts around a text that was forwarded: everything up to the line that says so,
// and the signature under "-- ".
func takeMail(p *page, at *line) int {
	if p.page {
		return at.i
	}
	switch {
	case forwarded(at) && at.before <= 3*long && at.before <= at.after:
		for i := at.i - 1; i >= 0 && p.blocks[i].reason != "mail_header"; i-- {
			if b := &p.blocks[i]; b.role == undecided {
				b.drop("mail_note")
			}
		}
		at.drop("mail_header")
		return at.i + 1
	case at.head == "--" && at.before > 0 && at.after == 0:
		return p.dropRun(at.i, len(p.blocks), "mail_signature")
	case at.words <= 8 && beginsAny(at.lower, []string{"sent from my ", "get outlook for ", "von meinem ",
		"gesendet von "}):
		at.drop("mail_signature")
		return at.i + 1
	}
	return at.i
}

// forwarded recognises "-----Original Message-----" and its like.
func forwarded(l *line) bool {
	switch l.bare {
	case "original message", "forwarded message", "begin forwarded message", "ursprüngliche nachricht",
		"weitergeleitete nachricht", "원본 메일", "원본 메시지":
		return strings.HasPrefix(l.lower, "--") || strings.HasSuffix(l.lower, ":") || strings.HasPrefix(l.lower, "__")
	}
	return false
}
