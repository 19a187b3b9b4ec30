package gate

// frame is a tag or comment that is open.
type frame struct {
	quote   rune // of the value that is being read, 0 when none is
	encoded bool // the quotation mark was written as an escape
	value   bool // "=" was the last thing but blanks
	words   int  // of the track, when "=" was there
	comment bool
}

// markup takes a character that may belong to the markup. It says how many bytes behind it belong to it, and whether
// it did.
func (l *lexer) markup(c char, rest []byte, at int64) (skip int, ok bool) {
	if c.r == '-' {
		if l.dashed != at {
			l.dashes = 0
		}
		l.dashes++
		l.dashed = at + int64(c.size)
		return 0, false
	}
	if l.depth == 2 && l.closes(&l.frames[1], c, at) { // and what is in it, well-formed or not
		l.leave()
	}
	if l.depth == 0 {
		return l.open(c, rest)
	}
	f, t := &l.frames[l.depth], &l.tracks[l.depth]
	if l.closes(f, c, at) {
		t.stop()
		f.quote = 0
		if f.comment {
			l.leave()
		}
		return 0, true
	}
	if f.comment || f.quote != 0 {
		if l.depth == 1 {
			return l.open(c, rest)
		}
		return 0, false
	}
	switch c.r {
	case '>':
		l.leave()
		return 0, true
	case '=':
		t.stop()
		f.value, f.words = true, t.n
		return 0, true
	case '"', '\'':
		if f.value && f.words == t.n && !t.open {
			f.quote, f.encoded = c.r, c.encoded
		}
		f.value = false
	case '<': // the tag before it was none
		if what, _ := opening(rest); what != noTag {
			l.leave()
			return l.open(c, rest)
		}
	}
	return 0, false
}

// closes reports whether a character ends a frame's comment or value.
func (l *lexer) closes(f *frame, c char, at int64) bool {
	if f.comment {
		return c.r == '>' && l.dashes >= 2 && l.dashed == at
	}
	return f.quote != 0 && c.r == f.quote && c.encoded == f.encoded
}

func (l *lexer) leave() {
	l.tracks[l.depth].stop()
	l.depth--
}

// open begins a tag or a comment in text, or in a value.
func (l *lexer) open(c char, rest []byte) (skip int, ok bool) {
	if c.r != '<' {
		return 0, false
	}
	what, skip := opening(rest)
	t := &l.tracks[l.depth]
	switch what {
	case noTag:
		return 0, false
	case cdata:
		t.finish()
		return skip, true
	case styling, comment:
		t.seam = t.open
	default:
		t.finish()
	}
	l.depth++
	l.frames[l.depth] = frame{comment: what == comment}
	return skip, true
}

// What a "<" can begin.
type tagKind uint8

const (
	noTag tagKind = iota
	cdata
	comment
	styling // an element of words within a line, its beginning or end
	parted
)

// opening says what begins with the bytes behind a "<", and how many of them are the name.
func opening(b []byte) (tagKind, int) {
	i := 0
	switch b[0] {
	case '!':
		switch {
		case b[1] == '-' && b[2] == '-':
			return comment, 3
		case string(b[1:8]) == "[CDATA[":
			return cdata, 8
		}
		i = 1
	case '?', '/':
		i = 1
	}
	start := i
	for i < 16 && (lower(b[i]) >= 'a' && lower(b[i]) <= 'z' || i > start && digit(rune(b[i]))) {
		i++
	}
	if i == start {
		return noTag, 0
	}
	if b[0] != '!' && b[0] != '?' && isStyling(b[start:i]) {
		return styling, i
	}
	return parted, i
}

// isStyling reports whether the element of this name stands within words. A <tspan> is a line of a figure as often as not.
func isStyling(name []byte) bool {
	var low [8]byte
	if len(name) > len(low) {
		return false
	}
	for i, b := range name {
		low[i] = lower(b)
	}
	switch string(low[:len(name)]) {
	case "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i", "ins",
		"kbd", "mark", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr":
		return true
	}
	return false
}
