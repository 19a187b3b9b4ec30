package gate

import (
	"bytes"
	"encoding/base64"
	"path"
	"strings"
)

// forms reads a text again where its format puts something within words or between them that a Scanner cannot know to
// be nothing.
func (u *unpacker) forms(name string, data []byte, depth int) {
	again := func(text []byte) {
		if len(text) > u.left {
			u.fail(errLarge)
			return
		}
		u.left -= len(text)
		u.yield(name, text)
	}
	switch ext := strings.ToLower(path.Ext(name)); ext {
	case ".svg", ".xml":
		again(untagged(data))
	case ".json", ".geojson", ".jsonl", ".ipynb", ".webmanifest":
		again(jsonStrings(data))
	case ".ics", ".vcf":
		again(unfolded(data))
	case ".eml", ".mht", ".mhtml":
		again(unquoted(data))
	}
	u.base64(name, data, depth)
}

// untagged is the text of a document in XML with nothing for the tags within a line and a blank for those that part
// lines and cells: the letters of a word may each have a tag of their own.
func untagged(data []byte) []byte {
	out := make([]byte, 0, len(data)/2)
	for {
		text, rest, ok := bytes.Cut(data, []byte("<"))
		out = append(out, text...)
		if !ok {
			return out
		}
		tag, rest, _ := bytes.Cut(rest, []byte(">"))
		if partsLines(tag) {
			out = append(out, ' ')
		}
		data = rest
	}
}

// partsLines reports whether a tag parts words, by its name without the prefix.
func partsLines(tag []byte) bool {
	name := bytes.TrimPrefix(tag, []byte("/"))
	if end := bytes.IndexAny(name, " \t\r\n/"); end >= 0 {
		name = name[:end]
	}
	name = name[bytes.IndexByte(name, ':')+1:]
	switch string(name) {
	case "p", "h", "br", "tab", "s", "line-break", "si", "c", "v", "row", "text", "title", "desc", "li", "td", "th", "tr", "div", "cr", "sp":
		return true
	}
	return false
}

// jsonStrings are the strings of a text in JSON that are no keys, as they are written.
func jsonStrings(data []byte) []byte {
	out := make([]byte, 0, len(data)/2)
	for {
		_, rest, ok := bytes.Cut(data, []byte(`"`))
		if !ok {
			return out
		}
		end := 0
		for end < len(rest) && rest[end] != '"' {
			if rest[end] == '\\' {
				end++
			}
			end++
		}
		end = min(end, len(rest))
		data = rest[min(end+1, len(rest)):]
		if next := bytes.TrimLeft(data, " \t\r\n"); len(next) == 0 || next[0] != ':' {
			out = append(append(out, rest[:end]...), ' ')
		}
	}
}

// unfolded is a text of which long lines go on behind a blank on the next, even in a word.
func unfolded(data []byte) []byte {
	out := make([]byte, 0, len(data))
	for i := 0; i < len(data); i++ {
		n := lineEnd(data[i:])
		if n > 0 && i+n < len(data) && (data[i+n] == ' ' || data[i+n] == '\t') {
			i += n
			continue
		}
		out = append(out, data[i])
	}
	return out
}

// unquoted decodes quoted-printable, "=E2=80=99" and lines that end with "=", and words of a head, "=?utf-8?B?…?=".
func unquoted(data []byte) []byte {
	out := make([]byte, 0, len(data))
	for i := 0; i < len(data); i++ {
		rest := data[i:]
		switch {
		case rest[0] != '=':
			out = append(out, rest[0])
		case len(rest) > 2 && hex(rest[1]) < 16 && hex(rest[2]) < 16:
			out = append(out, byte(hex(rest[1])<<4|hex(rest[2])))
			i += 2
		case lineEnd(rest[1:]) > 0:
			i += lineEnd(rest[1:])
		default:
			text, size := encodedWord(rest)
			out = append(out, text...)
			i += size - 1
		}
	}
	return out
}

// longestEncoded is how long an encoded word of a head may be; the standard has 75.
const longestEncoded = 300

// encodedWord decodes a word of a head at the beginning of a text; of any other text it gives the first byte.
func encodedWord(b []byte) (text []byte, size int) {
	head, ok := bytes.CutPrefix(b, []byte("=?"))
	charset := bytes.IndexByte(head[:min(len(head), 40)], '?')
	if !ok || charset < 0 || len(head) < charset+3 || head[charset+2] != '?' {
		return b[:1], 1
	}
	kind, body := head[charset+1]|0x20, head[charset+3:]
	if kind != 'b' && kind != 'q' {
		return b[:1], 1
	}
	end := bytes.Index(body[:min(len(body), longestEncoded)], []byte("?="))
	if end < 0 {
		return b[:1], 1
	}
	size = len(b) - len(body) + end + len("?=")
	if kind == 'q' {
		return unquoted(bytes.ReplaceAll(body[:end], []byte("_"), []byte(" "))), size
	}
	letters, _ := letters64(body[:end])
	n, _ := base64.RawStdEncoding.Decode(letters, letters)
	return letters[:n], size
}

// lineEnd is the length of the end of a line at the beginning of a text, 0 when there is none.
func lineEnd(b []byte) int {
	switch {
	case bytes.HasPrefix(b, []byte("\r\n")):
		return 2
	case bytes.HasPrefix(b, []byte("\n")):
		return 1
	}
	return 0
}

// farHead is how many bytes of the head of a part of a mail may stand between the word and what it says.
const farHead = 4096

// base64 looks into what is written in Base64 and says so: the address of data in a stylesheet or a figure, a part of
// a mail. Where the word is only a word, what follows it makes no sense and does no harm.
func (u *unpacker) base64(name string, data []byte, depth int) {
	for {
		at := bytes.Index(data, []byte("64"))
		if at < 0 {
			return
		}
		told := at >= len("base") && bytes.EqualFold(data[at-len("base"):at], []byte("base"))
		data = data[at+len("64"):]
		if !told {
			continue
		}
		from := 0
		if len(data) == 0 || data[0] != ',' {
			head := data[:min(len(data), farHead)]
			from = max(bytes.Index(head, []byte("\n\n")), bytes.Index(head, []byte("\n\r\n")))
			if from < 0 {
				continue
			}
		}
		text, end := letters64(data[from+1:])
		data = data[from+1+end:]
		if len(text) > u.left {
			u.fail(errLarge)
			return
		}
		n, _ := base64.RawStdEncoding.Decode(text, text) // up to where it makes sense
		u.left -= n
		if depth < deepest {
			u.put(name, text[:n], depth)
		}
	}
}

// letters64 takes the letters of Base64 at the beginning of a text, without white space and padding; end is where they
// end.
func letters64(b []byte) (text []byte, end int) {
	for end < len(b) {
		c := b[end]
		switch {
		case usual[c] == inner, c == '+', c == '/':
			text = append(text, c)
		case c == '-':
			if end+1 < len(b) && b[end+1] == '-' { // the mark between two parts
				return text, end
			}
			text = append(text, '+')
		case c == '_':
			text = append(text, '/')
		case c == ' ', c == '\n', c == '\r', c == '\t', c == '\\', c == '%':
		default:
			return text, end
		}
		end++
	}
	return text, end
}
