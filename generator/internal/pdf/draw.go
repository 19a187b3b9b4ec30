package pdf

import (
	"bytes"
	"math"
	"strings"
	"unicode"
)

// word is a run of characters that were drawn close to one another.
type word struct {
	text        string
	left, right float64
	base        float64 // of its letters, from the top of the page
	size        float64
	turn        int // quarter turns of the line that it stands on; 0 is upright
}

// matrix maps x, y to a·x+c·y+e, b·x+d·y+f.
type matrix struct{ a, b, c, d, e, f float64 }

var same = matrix{a: 1, d: 1}

// then is m followed by n.
func (m matrix) then(n matrix) matrix {
	return matrix{
		m.a*n.a + m.b*n.c, m.a*n.b + m.b*n.d,
		m.c*n.a + m.d*n.c, m.c*n.b + m.d*n.d,
		m.e*n.a + m.f*n.c + n.e, m.e*n.b + m.f*n.d + n.f,
	}
}

// state is what "q" keeps and "Q" brings back (8.4, 9.3).
type state struct {
	ctm                               matrix
	font                              *font
	size, spread, gap, stretch, raise float64
	leading                           float64
}

// pen draws a page's text.
type pen struct {
	file  *File
	words []word
	text  bytes.Buffer // of the word that is being drawn
	now   word
	open  bool

	mark   string // what the accent drawn last would put on a letter
	accent int    // how many bytes it takes

	state
	kept     []state
	tm, line matrix
	forms    int // how deep forms are drawn in one another
}

const (
	keptLimit = 256
	formLimit = 12
	formCost  = 4096   // of one call, in bytes of the allowance
	wordLimit = 400000 // on a page
)

// draw gives the words of a page.
func (f *File) draw(p page) []word {
	d := &pen{file: f, state: state{ctm: upright(p), stretch: 1}, tm: same, line: same}
	var content []byte
	switch c := f.get(p.content).(type) {
	case *stream:
		content = f.data(c)
	case array:
		f.spend(len(c))
		for _, v := range c {
			if s, ok := f.get(v).(*stream); ok && f.left >= 0 {
				content = append(append(content, f.data(s)...), '\n')
			}
		}
	}
	d.run(content, p.resources)
	d.rest()
	return d.words
}

// upright maps a page's own space, whose y grows upwards, to the page as it is seen, whose y grows downwards.
func upright(p page) matrix {
	m := matrix{a: 1, d: -1, e: -p.left, f: p.low + p.high}
	switch p.turn {
	case 1:
		return m.then(matrix{b: 1, c: -1, e: p.high})
	case 2:
		return m.then(matrix{a: -1, d: -1, e: p.wide, f: p.high})
	case 3:
		return m.then(matrix{b: -1, c: 1, f: p.wide})
	}
	return m
}

// run draws a content stream.
func (d *pen) run(content []byte, resources dict) {
	if !d.file.spend(len(content)) {
		return
	}
	fonts := map[name]*font{}
	s := scanner{b: content}
	var args []any
	for d.file.left >= 0 && len(d.words) < wordLimit {
		v := s.object(0)
		op, ok := v.(keyword)
		switch {
		case !ok:
			if args = append(args, v); len(args) > 64 {
				args = append(args[:0], args[32:]...)
			}
			continue
		case op == end:
			return
		case op == "Tf":
			if n, ok := arg(args, 1).(name); ok {
				x, known := fonts[n]
				if !known {
					if v := d.file.dict(resources["Font"])[n]; v != nil {
						x = d.file.font(v)
					}
					fonts[n] = x
				}
				d.font, d.size = x, num(args, 0)
			}
		case op == "Do":
			if n, ok := arg(args, 0).(name); ok {
				d.form(d.file.dict(resources["XObject"])[n], resources)
			}
		case op == "ID":
			s.i += picture(s.b[s.i:])
		default:
			d.do(string(op), args)
		}
		args = args[:0]
	}
}

// arg is the argument i before the operator, 0 being the last.
func arg(args []any, i int) any {
	if i >= len(args) {
		return nil
	}
	return args[len(args)-1-i]
}

func num(args []any, i int) float64 {
	n, _ := arg(args, i).(float64)
	return n
}

func six(args []any) matrix {
	return matrix{num(args, 5), num(args, 4), num(args, 3), num(args, 2), num(args, 1), num(args, 0)}
}

// do obeys one operator.
func (d *pen) do(op string, args []any) {
	switch op {
	case "q":
		if len(d.kept) < keptLimit {
			d.kept = append(d.kept, d.state)
		}
	case "Q":
		if n := len(d.kept); n > 0 {
			d.state, d.kept = d.kept[n-1], d.kept[:n-1]
		}
	case "cm":
		d.ctm = six(args).then(d.ctm)
	case "BT":
		d.tm, d.line = same, same
	case "Tc":
		d.spread = num(args, 0)
	case "Tw":
		d.gap = num(args, 0)
	case "Tz":
		d.stretch = num(args, 0) / 100
	case "TL":
		d.leading = num(args, 0)
	case "Ts":
		d.raise = num(args, 0)
	case "Tm":
		d.line = six(args)
		d.tm = d.line
	case "Td":
		d.move(num(args, 1), num(args, 0))
	case "TD":
		d.leading = -num(args, 0)
		d.move(num(args, 1), num(args, 0))
	case "T*":
		d.move(0, -d.leading)
	case "Tj":
		d.show(arg(args, 0))
	case "'":
		d.move(0, -d.leading)
		d.show(arg(args, 0))
	case "\"":
		d.gap, d.spread = num(args, 2), num(args, 1)
		d.move(0, -d.leading)
		d.show(arg(args, 0))
	case "TJ":
		list, _ := arg(args, 0).(array)
		for _, v := range list {
			if n, ok := v.(float64); ok {
				d.tm = matrix{a: 1, d: 1, e: -n / 1000 * d.size * d.stretch}.then(d.tm)
				continue
			}
			d.show(v)
		}
	}
}

func (d *pen) move(x, y float64) {
	d.line = matrix{a: 1, d: 1, e: x, f: y}.then(d.line)
	d.tm = d.line
}

// form draws a form, which is a content stream of its own (8.10).
func (d *pen) form(v any, from dict) {
	s, ok := d.file.get(v).(*stream)
	if !ok || d.file.name(s.dict["Subtype"]) != "Form" || d.forms >= formLimit || !d.file.spend(formCost) {
		return
	}
	kept, outer, tm, line := d.state, d.kept, d.tm, d.line
	d.kept = nil
	d.forms++
	if m := d.file.array(s.dict["Matrix"]); len(m) == 6 {
		list := make([]any, 6)
		for i := range m {
			list[i] = d.file.number(m[i])
		}
		d.ctm = six(list).then(d.ctm)
	}
	if own := d.file.dict(s.dict["Resources"]); own != nil {
		from = own
	}
	d.run(d.file.data(s), from)
	d.forms--
	d.state, d.kept, d.tm, d.line = kept, outer, tm, line
}

// picture is how long the data of a picture within the content are, with the "EI" that ends them.
func picture(b []byte) int {
	for i := 0; ; {
		n := bytes.Index(b[i:], []byte("EI"))
		if n < 0 {
			return len(b)
		}
		i += n + 2
		if before := i - 3; before >= 0 && isBlank(b[before]) && (i >= len(b) || isBlank(b[i])) {
			return i
		}
	}
}

// show draws a string.
func (d *pen) show(v any) {
	s, _ := v.(string)
	if s == "" || d.font == nil || !d.file.spend(len(s)) {
		return
	}
	for len(s) > 0 {
		text, width, n := d.font.next(s)
		at := matrix{a: d.size * d.stretch, d: d.size, f: d.raise}.then(d.tm).then(d.ctm)
		advance := width*d.size + d.spread
		if n == 1 && s[0] == ' ' {
			advance += d.gap
		}
		d.put(text, at, width)
		d.tm = matrix{a: 1, d: 1, e: advance * d.stretch}.then(d.tm)
		s = s[n:]
	}
}

// put adds the characters of one code to the word that they belong to. at maps the square of the letter to the page.
func (d *pen) put(text string, at matrix, width float64) {
	if text == "" || !d.file.spend(len(text)) {
		return
	}
	size := math.Hypot(at.c, at.d)
	turn, x, y := 0, at.e, at.f
	along := math.Hypot(at.a, at.b)
	switch {
	case math.Abs(at.b) > math.Abs(at.a) && at.b < 0: // upwards
		turn, x, y = 3, -at.f, at.e
	case math.Abs(at.b) > math.Abs(at.a):
		turn, x, y = 1, at.f, -at.e
	case at.a < 0:
		turn, x, y = 2, -at.e, -at.f
	}
	if size < .01 || !(math.Abs(x)+math.Abs(y) < 1e6) || !(size < 1e5) {
		return
	}
	if strings.TrimFunc(text, unicode.IsSpace) == "" {
		d.rest()
		return
	}
	// Letters of a word touch. The blank between two words is at least a fifth of the size in most faces, and
	// set tight still a seventh; kerning moves letters by less.
	near := d.open && turn == d.now.turn && math.Abs(y-d.now.base) < .2*size && math.Abs(size-d.now.size) < .4*size
	gap := x - d.now.right
	// Some programs draw an accent first and then the letter under it.
	under := d.mark != "" && turn == d.now.turn && math.Abs(y-d.now.base) < .4*size && gap < -.1*size && gap > -1.2*size
	switch {
	case under:
		d.text.Truncate(d.text.Len() - d.accent)
		text = accented(text, d.mark)
		if d.text.Len() == 0 {
			d.now.base, d.now.left = y, min(x, d.now.left)
		}
	case !near, gap > .14*size, gap < -.5*size:
		d.rest()
		d.now, d.open = word{left: x, base: y, size: size, turn: turn}, true
	}
	d.text.WriteString(text)
	d.now.right = x + width*along
	d.mark, d.accent = above(text), len(text)
}

// rest ends the word that is being drawn.
func (d *pen) rest() {
	if d.open && d.text.Len() > 0 {
		d.now.text = d.text.String()
		d.words = append(d.words, d.now)
	}
	d.text.Reset()
	d.open, d.mark = false, ""
}
