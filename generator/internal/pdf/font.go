package pdf

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/korean"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
)

// font turns codes into characters and says how wide they are.
type font struct {
	chars   *codes            // what the file says the codes mean; may be nil
	simple  [256]string       // of a font with one-byte codes
	pages   encoding.Encoding // of a font whose codes are those of a national standard
	unicode bool              // of a font whose codes are UTF-16
	bytes   int               // in a code: 1 or 2; 0 is one or two by the first byte, as national standards have it

	widths  [256]float64
	wide    []span // of a font with two-byte codes, by first code
	usual   float64
	perUnit float64 // of text space to a unit of width: a thousandth, but for fonts drawn by the file itself
}

// fontCost is what a font costs of the allowance, besides what it reads.
const fontCost = 4096

// font makes ready the font v (9.5).
func (f *File) font(v any) *font {
	r, shared := v.(ref)
	if shared {
		if x, ok := f.fonts[int(r)]; ok {
			return x
		}
	}
	d := f.dict(v)
	x := &font{bytes: 1, usual: 500, perUnit: .001}
	if s, ok := f.get(d["ToUnicode"]).(*stream); ok {
		x.chars = f.codes(s)
	}
	f.spend(fontCost)
	if f.name(d["Subtype"]) == "Type0" {
		f.composite(x, d)
	} else {
		f.single(x, d)
	}
	if shared {
		f.fonts[int(r)] = x
	}
	return x
}

// single makes ready a font with one-byte codes.
func (f *File) single(x *font, d dict) {
	first := int(f.number(d["FirstChar"]))
	descriptor := f.dict(d["FontDescriptor"])
	missing := f.number(descriptor["MissingWidth"])
	widths := f.array(d["Widths"])
	for i := range x.widths {
		x.widths[i] = missing
		if widths == nil {
			x.widths[i] = usualWidth(string(f.name(d["BaseFont"])), byte(i))
		}
	}
	for i, w := range widths {
		if n := first + i; n >= 0 && n < 256 {
			x.widths[n] = f.number(w)
		}
	}
	if m := f.array(d["FontMatrix"]); f.name(d["Subtype"]) == "Type3" && len(m) > 0 {
		x.perUnit = f.number(m[0])
	}
	base, differences := f.name(d["Encoding"]), array(nil)
	e, own := f.get(d["Encoding"]).(dict)
	if own {
		base, differences = f.name(e["BaseEncoding"]), f.array(e["Differences"])
	}
	x.simple = standard(string(base))
	if base == "" {
		if !own && fromTeX(string(f.name(d["BaseFont"]))) {
			x.simple = knuth()
		}
		if s, ok := f.get(descriptor["FontFile"]).(*stream); ok {
			builtIn(&x.simple, f.data(s))
		}
	}
	f.spend(len(differences) + len(widths))
	code := 0
	for _, v := range differences {
		switch v := f.get(v).(type) {
		case float64:
			code = int(v)
		case name:
			if code >= 0 && code < 256 {
				x.simple[code] = glyph(string(v))
			}
			code++
		}
	}
}

// builtIn reads the encoding that a Type 1 font carries in its clear part: "dup 65 /A put".
func builtIn(table *[256]string, program []byte) {
	s := scanner{b: program[:min(len(program), 64<<10)]}
	var code float64
	for {
		switch v := s.object(nesting).(type) {
		case float64:
			code = v
		case name:
			if code >= 0 && code < 256 {
				if text := glyph(string(v)); text != "" {
					table[int(code)] = text
				}
			}
			code = -1
		case keyword:
			switch v {
			case end, "eexec":
				return
			case "dup":
			default:
				code = -1
			}
		}
	}
}

// composite makes ready a font whose codes have more than one byte (9.7).
func (f *File) composite(x *font, d dict) {
	x.bytes, x.usual = 2, 1000
	switch e := f.get(d["Encoding"]).(type) {
	case name:
		x.standard(string(e))
	case *stream:
		if own := f.codes(e); own.bytes > 0 {
			x.bytes = own.bytes
		}
	}
	if x.chars != nil && x.chars.bytes == 1 && x.bytes == 2 && f.name(d["Encoding"]) == "" {
		x.bytes = 1
	}
	descendants := f.array(d["DescendantFonts"])
	if len(descendants) == 0 {
		return
	}
	below := f.dict(descendants[0])
	if f.get(below["DW"]) != nil {
		x.usual = f.number(below["DW"])
	}
	x.wide = f.spans(f.array(below["W"]))
}

// span is a row of codes that are equally wide.
type span struct {
	first, last int
	width       float64
}

// spans reads the widths of codes (9.7.4.3): "65 [500 600]" for single ones, "70 80 550" for a row.
func (f *File) spans(w array) []span {
	var out []span
	for i := 0; i+1 < len(w); {
		first := int(f.number(w[i]))
		if list, ok := f.get(w[i+1]).(array); ok {
			if !f.spend(len(list)) {
				return nil
			}
			for j, v := range list {
				out = append(out, span{first + j, first + j, f.number(v)})
			}
			i += 2
			continue
		}
		if i+2 < len(w) {
			out = append(out, span{first, int(f.number(w[i+1])), f.number(w[i+2])})
		}
		i += 3
	}
	slices.SortStableFunc(out, func(a, b span) int { return cmp.Compare(a.first, b.first) })
	return out
}

// wideOf is how wide a code of two bytes is.
func (x *font) wideOf(code int) float64 {
	i, found := slices.BinarySearchFunc(x.wide, code, func(s span, code int) int { return cmp.Compare(s.first, code) })
	if !found {
		i--
	}
	if i < 0 || x.wide[i].last < code {
		return x.usual
	}
	return x.wide[i].width
}

// standard knows the encodings that have a name (9.7.5.2) as far as they tell characters. The others number glyphs.
func (x *font) standard(name string) {
	has := func(part string) bool { return strings.Contains(name, part) }
	switch {
	case has("UCS2"), has("UTF16"):
		x.unicode = true
	case strings.HasPrefix(name, "KSC"):
		x.pages = korean.EUCKR
	case strings.HasPrefix(name, "GBK"), strings.HasPrefix(name, "GB-"), strings.HasPrefix(name, "GBpc"):
		x.pages = simplifiedchinese.GBK
	case has("B5"):
		x.pages = traditionalchinese.Big5
	case has("RKSJ"):
		x.pages = japanese.ShiftJIS
	case name == "EUC-H", name == "EUC-V":
		x.pages = japanese.EUCJP
	}
	if x.pages != nil {
		x.bytes = 0
	}
}

// next reads the first code of s: its text, its width in text space for a size of one, and how many bytes it is. A
// code without a known character is U+FFFD; one that prints nothing is "".
func (x *font) next(s string) (text string, width float64, n int) {
	n = x.bytes
	if n == 0 {
		if n = 1; s[0] >= 0x81 {
			n = 2
		}
	}
	n = min(n, len(s))
	code := int(s[0])
	if n == 2 {
		code = code<<8 | int(s[1])
	}
	if x.bytes == 1 && x.wide == nil {
		width = x.widths[code] * x.perUnit
	} else {
		width = x.wideOf(code) * x.perUnit
	}
	if text, ok := x.chars.lookup(code); ok {
		return text, width, n
	}
	switch {
	case x.unicode:
		return utf16be(s[:n]), width, n
	case x.pages != nil:
		if out, err := x.pages.NewDecoder().String(s[:n]); err == nil {
			return out, width, n
		}
	case x.bytes == 1 && x.simple[code] != "":
		return x.simple[code], width, n
	}
	return string(utf8.RuneError), width, n
}
