package gate

import "bytes"

// beside is how many bytes on either side of an address are read again without it.
const beside = 400

// withoutAddresses reads again what stands on both sides of an address of the web in running text ("destroyed
// https://… the office"), without the address: whoever takes such a sentence leaves that out.
func (c *collector) withoutAddresses(raw []byte) {
	var piece []byte
	last := 0 // behind the last address
	for start, end := address(raw, 0); start < len(raw); start, end = address(raw, end) {
		switch {
		case piece == nil:
			piece = append(piece, wholeWords(raw[last:start])...)
		case start-last > 2*beside:
			c.again(append(piece, raw[last:last+beside]...))
			piece = append(piece[:0], wholeWords(raw[last+beside:start])...)
		default:
			piece = append(piece, raw[last:start]...)
		}
		piece, last = append(piece, ' '), end
	}
	if piece != nil {
		c.again(append(piece, raw[last:min(len(raw), last+beside)]...))
	}
}

// again reads a piece as a sequence of its own.
func (c *collector) again(piece []byte) {
	l := newLexer(&c.main, &c.aside, &c.aside)
	l.whole(piece)
	l.stop()
	l.release()
}

// wholeWords is the end of a text, from the beginning of a word on.
func wholeWords(b []byte) []byte {
	if len(b) <= beside {
		return b
	}
	b = b[len(b)-beside:]
	return b[bytes.IndexByte(b, ' ')+1:]
}

// address finds the next address of the web from a byte on, within the text and not in the value of an attribute;
// start is the length of the text when there is none.
func address(b []byte, from int) (start, end int) {
	for at := from; ; {
		i := bytes.Index(b[at:], []byte("://"))
		if i < 0 {
			return len(b), len(b)
		}
		at += i
		for _, scheme := range [...]string{"https", "http"} {
			start := at - len(scheme)
			if start < from || string(b[start:at]) != scheme || start > 0 && b[start-1] != ' ' && b[start-1] != '(' && b[start-1] != '\n' {
				continue
			}
			end := bytes.IndexAny(b[at:], " \t\r\n<>")
			if end < 0 {
				return start, len(b)
			}
			return start, at + end
		}
		at += len("://")
	}
}
