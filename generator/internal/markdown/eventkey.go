package markdown

import (
	"strconv"
	"strings"
	"unicode"
)

// setKey takes an id as written. An event has one.
func (m *eventMarker) setKey(id string) {
	switch {
	case id == "":
		m.keyless = true
	case m.key != "" || !eventKey(id):
		m.badKey = id
	default:
		m.key = id
	}
}

// eventKey reports whether a word can be the id of an event: small letters of any script and digits, with single
// hyphens between them.
func eventKey(id string) bool {
	for i, r := range id {
		switch {
		case unicode.IsDigit(r), unicode.IsLetter(r) && !unicode.IsUpper(r):
		case r == '-' && i > 0 && i < len(id)-1 && id[i-1] != '-':
		default:
			return false
		}
	}
	return id != "" && len(id) <= longestKey
}

// longestKey is how many bytes an id of an event may take.
const longestKey = 100

// reportKey reports an id of an event that is none.
func (r *reading) reportKey(m *eventMarker, text string, s *scanned) {
	if m.badKey == "" && !m.keyless {
		return
	}
	at, says := strings.Index(text, m.badKey), "the id of the event is empty"
	if m.badKey != "" {
		says = "the event cannot have the id " + strconv.Quote(m.badKey)
	} else if at = strings.Index(text, "("); at < 0 {
		at = 0
	}
	start := s.place(max(at, 0))
	r.fail(r.span(start, start+max(len(m.badKey), 1)), fault{"bad-event-id", says, "write (id: june-talks): small letters, digits and hyphens, one id for an event"})
}
