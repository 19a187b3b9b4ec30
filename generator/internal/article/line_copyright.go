package article

import "strings"

// copyrightLine recognises who holds the rights, and what nobody may do.
func copyrightLine(l *line) bool {
	switch {
	case strings.Contains(l.lower, "무단전재") || strings.Contains(l.lower, "무단 전재") || strings.Contains(l.lower,
		"재배포 금지") || strings.Contains(l.lower, "재배포금지"):
		return l.words <= 2*long
	case l.words >= 2*long:
		return false
	case strings.Contains(l.lower, "may not be published, broadcast"), strings.Contains(l.lower, "may not be reproduced"):
		return true
	case l.words >= 30:
		return false
	}
	open := strings.TrimLeft(l.lower, "<[( ")
	if rest, ok := strings.CutPrefix(open, "copyright "); ok {
		// "Copyright 2019 …", but not "Copyright law was …".
		return rest != "" && (strings.HasPrefix(rest, "©") || strings.HasPrefix(rest, "(c)") || rest[0] >= '0' && rest[0] <= '9') || l.words <= 12 && !l.stop
	}
	return beginsAny(open, []string{"©", "ⓒ", "copyright:", "copyright©", "(c) ", "c) 20", "저작권자",
		"urheberrecht"}) && (!l.stop || l.words < long) ||
		containsAny(l.lower, []string{"all rights reserved", "alle rechte vorbehalten", "저작권자(c)", "저작권자 (c)"})
}
