package evidence

import (
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// leeway is what a capture may have done to a text that can be undone in more than one way. A source is read without
// any, and then, when it has such places, with each combination.
type leeway uint8

const (
	otherLost  leeway = 1 << iota // U+FFFD is the mark that is less likely: a dash for an apostrophe, or the reverse
	dissolved                     // a hyphen before a blank and a small letter was put there where a line ended
	unnoted                       // raised digits behind a word, and [12], call a note
	addressed                     // addresses of the web are part of the text
	everything = addressed<<1 - 1
)

// folded is a text without what typography may change, and the way back to the text as it stands.
type folded struct {
	text string
	raw  string
	runs []run
	seen leeway // what another reading would take differently
}

// run says where bytes of a folded text come from: byte for byte when end is 0, else all from one place, which ends
// there.
type run struct{ out, in, end int32 }

// fold takes away what two typesetters may do differently: compatibility forms and ligatures (NFKC), the shapes of
// quotation marks and apostrophes, dashes of any length with the blanks around them, runs of white space, characters
// that cannot be seen, an address of the web in the middle of a sentence. U+FFFD, which stands for a character that
// was lost, is the dash or the mark that its neighbours make likely. Case, spelling, order and numbers stay: a minus
// is no dash, and the 2 of 10² does not become a digit.
func fold(s string, with leeway) *folded {
	f := folder{folded: folded{raw: s}, with: with, out: make([]byte, 0, len(s))}
	for i := 0; i < len(s); {
		i = f.next(i)
	}
	f.text = string(f.out)
	return &f.folded
}

// start is the byte of the raw text where the character begins that byte i of the folded one belongs to.
func (f *folded) start(i int) int {
	k := sort.Search(len(f.runs), func(k int) bool { return int(f.runs[k].out) > i }) - 1
	switch {
	case k < 0 || i >= len(f.text):
		return len(f.raw)
	case f.runs[k].end > 0:
		return int(f.runs[k].in)
	}
	return int(f.runs[k].in) + i - int(f.runs[k].out)
}

// end is the byte of the raw text where the character ends that stands before byte i of the folded one.
func (f *folded) end(i int) int {
	k := sort.Search(len(f.runs), func(k int) bool { return int(f.runs[k].out) > i-1 }) - 1
	switch {
	case k < 0:
		return 0
	case f.runs[k].end > 0:
		return int(f.runs[k].end)
	}
	return int(f.runs[k].in) + i - int(f.runs[k].out)
}

// after is the first byte of the folded text that stands for a character at or after a byte of the raw one.
func (f *folded) after(at int) int {
	k := sort.Search(len(f.runs), func(k int) bool { return int(f.runs[k].in) >= at })
	n := len(f.text)
	if k < len(f.runs) {
		n = int(f.runs[k].out)
	}
	if k > 0 && f.runs[k-1].end == 0 {
		n = min(n, int(f.runs[k-1].out)+at-int(f.runs[k-1].in))
	}
	return n
}

// folder gathers a folded text.
type folder struct {
	folded
	with leeway
	out  []byte
}

// next takes what begins at byte i and gives the byte that follows it.
func (f *folder) next(i int) int {
	s := f.raw
	if n := f.address(i); n > 0 {
		return i + n
	}
	if j := plain(s, i); j > i {
		f.emitAll(i, j)
		return j
	}
	r, size := utf8.DecodeRuneInString(s[i:])
	end := i + size
	switch {
	case r == utf8.RuneError:
		return f.lost(i)
	case r == '\u00ad': // a line may end there
		return end + len(s[end:]) - len(strings.TrimLeft(s[end:], "\r\n"))
	case r == '[' || superscript(r):
		if n := f.note(i); n > 0 {
			f.seen |= unnoted
			if f.with&unnoted != 0 {
				return i + n
			}
		}
	}
	if size == 1 && (end == len(s) || s[end] < utf8.RuneSelf) || invisible(r) || dash(r) || quotationMark(r) {
		return f.put(r, i, end)
	}
	n := norm.NFKC.NextBoundaryInString(s[i:], true)
	if unicode.Is(unicode.No, r) && digit(f.last()) {
		f.emit(r, i, end)
		return end
	}
	for _, r := range norm.NFKC.String(s[i : i+n]) {
		f.put(r, i, i+n)
	}
	return i + n
}

// plain is the end of the run of unaccented letters and digits from byte i on.
func plain(s string, i int) int {
	for ; i < len(s); i++ {
		if c := s[i]; c >= utf8.RuneSelf || !letter(rune(c)) {
			break
		}
	}
	if i < len(s) && s[i] >= utf8.RuneSelf && i > 0 {
		i-- // an accent may follow
	}
	return i
}

// put takes one character of the bytes in to end and gives the byte from which to go on.
func (f *folder) put(r rune, in, end int) int {
	switch {
	case invisible(r):
	case unicode.IsSpace(r):
		if last := f.last(); last != ' ' && last != '-' {
			f.emit(' ', in, end)
		}
	case dash(r):
		return f.dash(r, in, end)
	case quotationMark(r):
		return f.mark(r, in, end)
	default:
		f.emit(r, in, end)
	}
	return end
}

// dash puts a dash in place of dashes and the blanks around them. A minus keeps the blank before it.
func (f *folder) dash(r rune, in, end int) int {
	next, _ := f.ahead(end)
	if hyphen(r) && letter(f.last()) && !digit(f.last()) && unicode.IsSpace(next) {
		rest := strings.TrimLeftFunc(f.raw[end:], unicode.IsSpace)
		if small, _ := utf8.DecodeRuneInString(rest); unicode.IsLower(small) {
			f.seen |= dissolved
			if f.with&dissolved != 0 {
				return len(f.raw) - len(rest)
			}
		}
	}
	if f.last() == ' ' {
		if before, _ := utf8.DecodeLastRune(f.out[:len(f.out)-1]); minus(r) && digit(next) && !digit(before) && before != '-' {
			f.emit('-', in, end)
			return end
		}
		in = f.pop()
	}
	if f.last() != '-' {
		f.emit('-', in, end)
	}
	return end
}

// mark puts a quotation mark in place of quotation marks of whatever shape, and of the blanks that French sets within.
func (f *folder) mark(r rune, in, end int) int {
	next, _ := f.ahead(end)
	before := f.last()
	if blank := f.behind(in); (r == '»' || r == '›') && before == ' ' && (blank == '\u00a0' || blank == '\u202f' || !letter(next) && !unspaced(next)) {
		in = f.pop()
	}
	if f.last() != '\'' {
		f.emit('\'', in, end)
	}
	if (r == '«' || r == '‹') && (before == 0 || before == ' ' || before == '(' || before == '-') {
		return len(f.raw) - len(strings.TrimLeftFunc(f.raw[end:], func(r rune) bool { return unicode.IsSpace(r) || invisible(r) }))
	}
	return end
}

// ahead is the first character from byte i on that can be seen, and where it begins; behind the last before it.
func (f *folder) ahead(i int) (rune, int) {
	for i < len(f.raw) {
		r, size := utf8.DecodeRuneInString(f.raw[i:])
		if !invisible(r) {
			return r, i
		}
		i += size
	}
	return ' ', i
}

func (f *folder) behind(i int) rune {
	for i > 0 {
		r, size := utf8.DecodeLastRuneInString(f.raw[:i])
		if !invisible(r) {
			return r
		}
		i -= size
	}
	return ' '
}

// lost puts what a run of U+FFFD, or of bytes that are no character, most likely stood for.
func (f *folder) lost(in int) int {
	end := in
	for end < len(f.raw) {
		r, size := utf8.DecodeRuneInString(f.raw[end:])
		if r != utf8.RuneError {
			break
		}
		end += size
	}
	before := f.behind(in)
	after, next := f.ahead(end)
	open, shut := unicode.IsSpace(before), unicode.IsSpace(after)
	likely, other := '\'', '-'
	switch {
	case open && shut, digit(before) && digit(after):
		other, likely = '-', '-'
	case open && (digit(after) || currency(after)):
		other, likely = utf8.RuneError, utf8.RuneError
	case letter(before) && letter(after) && !elides(f.raw[:in], f.raw[next:]):
		likely, other = '-', '\''
	}
	if likely != other {
		f.seen |= otherLost
		if f.with&otherLost != 0 {
			likely = other
		}
	}
	switch likely {
	case '-':
		return f.dash('—', in, end)
	case '\'':
		return f.mark('’', in, end)
	}
	f.emit(likely, in, end)
	return end
}

// elides reports whether an apostrophe is likely between two runs of letters: Moon's, don't, we're, d'état.
func elides(before, after string) bool {
	n := strings.IndexFunc(after, func(r rune) bool { return !letter(r) })
	if n < 0 {
		n = len(after)
	}
	switch strings.ToLower(after[:n]) {
	case "s", "t", "d", "m", "re", "ve", "ll":
		return true
	}
	_, size := utf8.DecodeLastRuneInString(before)
	last, _ := utf8.DecodeLastRuneInString(before[:len(before)-size])
	return !letter(last)
}

// address drops an address of the web, and brackets that hold nothing else.
func (f *folder) address(i int) int {
	s, shut := f.raw[i:], ""
	switch s[0] {
	case 'h', 'H':
	case '(':
		shut = ")"
	case '[':
		shut = "]"
	case '<':
		shut = ">"
	default:
		return 0
	}
	n := web(s[len(shut):])
	if n == 0 || letter(f.last()) || !strings.HasPrefix(s[len(shut)+n:], shut) {
		return 0
	}
	n += 2 * len(shut)
	f.seen |= addressed
	if f.with&addressed != 0 {
		return 0
	}
	if next, _ := utf8.DecodeRuneInString(f.raw[i+n:]); closing(next) && f.last() == ' ' {
		f.pop()
	}
	return n
}

// note is the length of a call of a note at byte i: raised digits behind a word or a stop, or up to three digits in
// brackets. Behind a short word raised digits are rather part of a unit.
func (f *folder) note(i int) int {
	s, last := f.raw[i:], f.last()
	if s[0] == '[' {
		n := 1
		for n < len(s) && s[n] >= '0' && s[n] <= '9' {
			n++
		}
		if n > 1 && n < 5 && n < len(s) && s[n] == ']' && (letter(last) || closing(last) || last == '\'' || last == ']') {
			return n + 1
		}
		return 0
	}
	n := 0
	for _, r := range s {
		if !superscript(r) {
			break
		}
		n += utf8.RuneLen(r)
	}
	if closing(last) || last == '\'' || last == ')' {
		return n
	}
	long := 0
	for at := len(f.out); at > 0 && long < 4; long++ {
		r, size := utf8.DecodeLastRune(f.out[:at])
		if !unicode.IsLetter(r) {
			return 0
		}
		at -= size
	}
	if long < 4 {
		return 0
	}
	return n
}

// last is the character last put, 0 before the first.
func (f *folder) last() rune {
	n := len(f.out)
	if n == 0 {
		return 0
	}
	if c := f.out[n-1]; c < utf8.RuneSelf {
		return rune(c)
	}
	r, _ := utf8.DecodeLastRune(f.out)
	return r
}

// pop takes back a character of one byte and gives where it came from.
func (f *folder) pop() int {
	n, k := len(f.out)-1, len(f.runs)-1
	in := int(f.runs[k].in)
	if f.runs[k].end == 0 {
		in += n - int(f.runs[k].out)
	}
	if int(f.runs[k].out) == n {
		f.runs = f.runs[:k]
	}
	f.out = f.out[:n]
	return in
}

// emit puts a character that comes from the bytes in to end.
func (f *folder) emit(r rune, in, end int) {
	n := len(f.out)
	f.out = utf8.AppendRune(f.out, r)
	size := len(f.out) - n
	if size == end-in && (size == 1 || string(f.out[n:]) == f.raw[in:end]) {
		f.follow(n, in)
		return
	}
	f.runs = append(f.runs, run{int32(n), int32(in), int32(end)})
}

// emitAll puts the bytes in to end as they are.
func (f *folder) emitAll(in, end int) {
	n := len(f.out)
	f.out = append(f.out, f.raw[in:end]...)
	f.follow(n, in)
}

// follow notes that the folded text from byte n on comes byte for byte from byte in on.
func (f *folder) follow(n, in int) {
	if k := len(f.runs) - 1; k >= 0 && f.runs[k].end == 0 && int(f.runs[k].in)+n-int(f.runs[k].out) == in {
		return
	}
	f.runs = append(f.runs, run{int32(n), int32(in), 0})
}
