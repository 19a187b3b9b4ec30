package pdf

import (
	"strings"
	"unicode/utf16"
)

// page is a page with what it inherits.
type page struct {
	content   any
	resources dict
	turn      int // a quarter turns to the right
	high      float64
	wide      float64
	left, low float64
}

const pageLimit = 100000

// leaf goes through the tree of pages (7.7.3).
func (f *File) leaf() {
	seen := map[ref]bool{}
	var walk func(v any, from dict, depth int)
	walk = func(v any, from dict, depth int) {
		if r, ok := v.(ref); ok {
			if seen[r] {
				return
			}
			seen[r] = true
		}
		node := f.dict(v)
		if node == nil || depth > nesting || len(f.pages) >= pageLimit || f.left < 0 {
			return
		}
		own := dict{}
		for _, key := range []name{"Resources", "MediaBox", "CropBox", "Rotate"} {
			if own[key] = node[key]; own[key] == nil {
				own[key] = from[key]
			}
		}
		kids, ok := f.get(node["Kids"]).(array)
		if !ok {
			f.pages = append(f.pages, f.page(node, own))
			return
		}
		f.spend(len(kids))
		for _, kid := range kids {
			walk(kid, own, depth+1)
		}
	}
	walk(f.dict(f.trailer["Root"])["Pages"], dict{}, 0)
}

func (f *File) page(node, own dict) page {
	p := page{content: node["Contents"], resources: f.dict(own["Resources"]), wide: 612, high: 792}
	box := f.array(own["CropBox"])
	if len(box) < 4 {
		box = f.array(own["MediaBox"])
	}
	if len(box) >= 4 {
		x, y, right, top := f.number(box[0]), f.number(box[1]), f.number(box[2]), f.number(box[3])
		if x, right = min(x, right), max(x, right); right-x > 1 {
			p.left, p.wide = x, right-x
		}
		if y, top = min(y, top), max(y, top); top-y > 1 {
			p.low, p.high = y, top-y
		}
	}
	p.turn = ((int(f.number(own["Rotate"]))/90)%4 + 4) % 4
	return p
}

// Info is what a PDF says of itself; "" for what it does not.
type Info struct {
	Title, Author     string
	Created, Modified string // the day as written, "2019-03-04", or what there is of it: "2019"
}

// Info reads the document information (14.3.3).
func (f *File) Info() Info {
	d := f.dict(f.trailer["Info"])
	text := func(key name) string {
		s, _ := f.get(d[key]).(string)
		return strings.Join(strings.Fields(decoded(s)), " ")
	}
	return Info{Title: text("Title"), Author: text("Author"), Created: day(text("CreationDate")), Modified: day(text("ModDate"))}
}

// decoded reads a text string (7.9.2.2): UTF-16 or UTF-8 with a mark, else an encoding of its own, which is Latin-1
// but for some punctuation.
func decoded(s string) string {
	switch {
	case strings.HasPrefix(s, "\xfe\xff"):
		return utf16be(s[2:])
	case strings.HasPrefix(s, "\xef\xbb\xbf"):
		return strings.ToValidUTF8(s[3:], "\uFFFD")
	}
	var out strings.Builder
	for _, c := range []byte(s) {
		switch {
		case c >= 0x80 && c <= 0xa0:
			out.WriteRune([]rune("•†‡…—–ƒ⁄‹›−‰„“”‘’‚™ﬁﬂŁŒŠŸŽıłœšž\uFFFD€")[c-0x80])
		case c < 0x20:
			out.WriteByte(' ')
		default:
			out.WriteRune(rune(c))
		}
	}
	return out.String()
}

func utf16be(s string) string {
	units := make([]uint16, 0, len(s)/2)
	for i := 0; i+1 < len(s); i += 2 {
		units = append(units, uint16(s[i])<<8|uint16(s[i+1]))
	}
	return string(utf16.Decode(units))
}

// day is the day of "D:20190304102000+09'00'" (7.9.4).
func day(s string) string {
	s = strings.TrimPrefix(s, "D:")
	n := 0
	for n < len(s) && n < 8 && s[n] >= '0' && s[n] <= '9' {
		n++
	}
	if n < 4 || s[:4] == "0000" {
		return ""
	}
	out := s[:4]
	if n < 6 || s[4:6] < "01" || s[4:6] > "12" {
		return out
	}
	out += "-" + s[4:6]
	if n < 8 || s[6:8] < "01" || s[6:8] > "31" {
		return out
	}
	return out + "-" + s[6:8]
}
