package article

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"briefbook/generator/internal/book"
)

// What a mark says of damage.
const (
	oneLost   = "character lost in capture"
	someLost  = "characters lost in capture"
	oneStray  = "control character in the capture"
	someStray = "control characters in the capture"
	garbled   = "letters garbled in capture"
	cutOff    = "sentence cut off"
	brokenUp  = "sentence goes on in the next paragraph"
	leftOpen  = "quotation left open"
	unopened  = "quotation closed but never opened"
)

// placesMost is how many damaged places of one paragraph are marked one by one. The last mark counts the others.
const placesMost = 8

// damage marks and flags what is broken in the paragraphs, as captured: it is shown, never repaired.
func (p *page) damage(o *book.Original) {
	headed := make(map[int]bool, len(o.Headings))
	for _, h := range o.Headings {
		headed[h.Before] = true
	}
	for i, text := range o.Paragraphs {
		next := ""
		if i+1 < len(o.Paragraphs) {
			next = o.Paragraphs[i+1]
		}
		d := damaged{text: text, para: i + 1}
		d.characters()
		d.quotation(next)
		if headed[i+2] {
			next = "" // a crosshead does not stand within a sentence
		}
		d.ending(next)
		o.Marks = append(o.Marks, d.all()...)
		p.flags = append(p.flags, d.flags...)
	}
}

// damaged is a paragraph while its damage is gathered.
type damaged struct {
	text  string
	para  int
	marks []book.Mark
	more  int      // places beyond placesMost
	end   []string // what is said behind the last character
	flags []string
}

func (d *damaged) put(start, end int, note string) {
	if len(d.marks) == placesMost {
		d.more++
		return
	}
	d.marks = append(d.marks, book.Mark{Para: d.para, Start: start, End: end, Kind: book.Sic, Note: note})
}

func (d *damaged) flag(word string) {
	if !slices.Contains(d.flags, word) {
		d.flags = append(d.flags, word)
	}
}

// all gives the marks in order of the text.
func (d *damaged) all() []book.Mark {
	if d.more > 0 {
		d.end = append([]string{book.Count(d.more, "more place", "more places") + " damaged"}, d.end...)
	}
	slices.SortStableFunc(d.marks, func(a, b book.Mark) int { return cmp.Compare(a.Start, b.Start) })
	if len(d.end) > 0 {
		n := len(d.text)
		d.marks = append(d.marks, book.Mark{Para: d.para, Start: n, End: n, Kind: book.Sic, Note: strings.Join(d.end, "; ")})
	}
	return d.marks
}

// characters finds U+FFFD, characters that HTML does not know, and UTF-8 that was taken for Windows-1252 before it
// was captured: "â€™" for ’.
func (d *damaged) characters() {
	for i := 0; i < len(d.text); {
		r, size := utf8.DecodeRuneInString(d.text[i:])
		switch {
		case r < utf8.RuneSelf && r >= ' ':
			i++
		case r == utf8.RuneError:
			i = d.run(i, oneLost, someLost, func(r rune) bool { return r == utf8.RuneError })
			d.flag(FlagMojibake)
		case forbidden(r):
			i = d.run(i, oneStray, someStray, func(r rune) bool { return forbidden(r) })
			d.flag(FlagControls)
		default:
			n := mojibake(d.text[i:])
			if n == 0 {
				i += size
				continue
			}
			d.put(i, i+n, garbled)
			d.flag(FlagMojibake)
			i += n
		}
	}
}

// run marks a run of characters of one sort and returns its end.
func (d *damaged) run(start int, one, some string, sort func(rune) bool) int {
	end, n := start, 0
	for end < len(d.text) {
		r, size := utf8.DecodeRuneInString(d.text[end:])
		if !sort(r) {
			break
		}
		end, n = end+size, n+1
	}
	if n > 1 {
		one = some
	}
	d.put(start, end, one)
	return end
}

// ending says that the last sentence is cut off. Only a paragraph as long as prose is can tell; a colon leads on to
// what follows; a source in brackets may stand behind the stop.
func (d *damaged) ending(next string) {
	text := d.text
	if open := strings.LastIndexAny(text, "(["); open > 0 && (strings.HasSuffix(text, ")") || strings.HasSuffix(text, "]")) {
		text = strings.TrimRightFunc(text[:open], unicode.IsSpace)
	}
	if stops(d.text) || stops(text) || strings.HasSuffix(text, ":") && next != "" || words(d.text) < long {
		return
	}
	d.flag(FlagTruncated)
	if r, _ := utf8.DecodeRuneInString(next); unicode.IsLower(r) {
		d.end = append(d.end, brokenUp)
	} else {
		d.end = append(d.end, cutOff)
	}
}

// quotation finds a double quotation mark without its partner. A quotation that runs on into the next paragraph is
// opened there again and not closed here. Among garbled letters a quotation mark may be part of one.
func (d *damaged) quotation(next string) {
	if slices.ContainsFunc(d.marks, func(m book.Mark) bool { return m.Note == garbled }) {
		return
	}
	depth, low := 0, false
	straight, first, inches := 0, -1, false
	for i, r := range d.text {
		switch {
		case r == '"':
			if straight++; first < 0 {
				first = i
			}
			inches = inches || i > 0 && d.text[i-1] >= '0' && d.text[i-1] <= '9'
		case r == '„':
			depth, low = depth+1, true
		case r == '“' && !low:
			depth++
		case r == '“', r == '”':
			if low = false; depth == 0 {
				d.odd(i, i+utf8.RuneLen(r))
				return
			}
			depth--
		}
	}
	if straight%2 == 1 && !inches { // a figure before it may be a length
		if closes(d.text, first) {
			d.odd(first, first+1)
			return
		}
		depth++
	}
	goesOn := strings.HasPrefix(next, `"`) || strings.HasPrefix(next, "“") || strings.HasPrefix(next, "„")
	if depth > 1 || depth == 1 && !goesOn {
		d.flag(FlagUnbalancedQuote)
		d.end = append(d.end, leftOpen)
	}
}

func (d *damaged) odd(start, end int) {
	d.flag(FlagUnbalancedQuote)
	d.put(start, end, unopened)
}

// closes reports whether a straight quotation mark can only be a closing one: it is bound to what stands before it
// and to nothing behind.
func closes(s string, at int) bool {
	before, _ := utf8.DecodeLastRuneInString(s[:at])
	after, _ := utf8.DecodeRuneInString(s[at+1:])
	bound := func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }
	return at > 0 && (bound(before) || strings.ContainsRune(".,!?…", before)) && !bound(after)
}
