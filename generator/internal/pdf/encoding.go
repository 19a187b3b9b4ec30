package pdf

import (
	"strings"

	"golang.org/x/text/encoding/charmap"
)

// standard is the table of an encoding with a name (annex D). A font that names none has the standard encoding, in
// which ASCII is itself but for two quotation marks; of its upper half what a text needs is here.
func standard(name string) (table [256]string) {
	for c := 0x20; c < 0x7f; c++ {
		table[c] = string(rune(c))
	}
	page := charmap.Windows1252
	switch name {
	case "MacRomanEncoding":
		page = charmap.Macintosh
	case "WinAnsiEncoding":
	default:
		table['\''], table['`'] = "’", "‘"
		for i, r := range []rune("¡¢£⁄¥ƒ§¤'“«‹›ﬁﬂ") {
			table[0xa1+i] = string(r)
		}
		for i, r := range []rune("–†‡·￿¶•‚„”»…‰￿¿￿`´ˆ˜¯˘˙¨￿˚¸￿˝˛ˇ—") {
			if r != '￿' {
				table[0xb1+i] = string(r)
			}
		}
		for code, text := range map[int]string{
			0xe1: "Æ", 0xe3: "ª", 0xe8: "Ł", 0xe9: "Ø", 0xea: "Œ", 0xeb: "º", 0xf1: "æ", 0xf5: "ı", 0xf8: "ł", 0xf9: "ø", 0xfa: "œ", 0xfb: "ß",
		} {
			table[code] = text
		}
		return table
	}
	for c := 0x80; c < 0x100; c++ {
		if r := page.DecodeByte(byte(c)); r >= 0xa0 {
			table[c] = string(r)
		}
	}
	if page == charmap.Windows1252 {
		table[0x7f] = "•"
	}
	return table
}

// fromTeX reports whether a font is one of TeX's own text fonts. Their encoding is often nowhere but in the
// compressed part of the font.
func fromTeX(font string) bool {
	_, font, _ = strings.Cut("+"+font, "+")
	if _, inner, ok := strings.Cut(font, "+"); ok {
		font = inner
	}
	for _, family := range []string{"CMR", "CMBX", "CMTI", "CMSL", "CMSS", "CMCSC", "CMB", "CMU"} {
		if rest, ok := strings.CutPrefix(font, family); ok && strings.Trim(rest, "BXIDCQ0123456789") == "" {
			return true
		}
	}
	return false
}

// knuth is the encoding of TeX's text fonts.
func knuth() [256]string {
	table := standard("StandardEncoding")
	for i, text := range strings.Fields("Γ Δ Θ Λ Ξ Π Σ Υ Φ Ψ Ω ff fi fl ffi ffl ı ȷ ` ´ ˇ ˘ ¯ ˚ ¸ ß æ œ ø Æ Œ Ø") {
		table[i] = text
	}
	table['"'], table['\\'], table['<'], table['>'], table['_'] = "”", "“", "¡", "¿", "˙"
	table['^'], table['{'], table['|'], table['}'], table['~'], table[0x7f] = "ˆ", "–", "—", "˝", "˜", "¨"
	return table
}

// usualWidth is the width of a character in a font that every reader of PDF has (9.6.2.2), for which a file may leave
// the widths out. Bold and slanted letters differ by little. Of a letter beyond ASCII it is near enough.
func usualWidth(font string, code byte) float64 {
	if strings.Contains(font, "Courier") {
		return 600
	}
	if code < ' ' || code > '~' {
		return 530
	}
	if strings.Contains(font, "Times") {
		return 10 * float64(times[code-' '])
	}
	return 10 * float64(helvetica[code-' '])
}

// The widths of the characters from blank to tilde, in hundredths of the size.
var helvetica, times = [...]uint8{
	28, 28, 36, 56, 56, 89, 67, 19, 33, 33, 39, 58, 28, 33, 28, 28, 56, 56, 56, 56, 56, 56, 56, 56, 56, 56, 28, 28, 58, 58, 58, 56,
	102, 67, 67, 72, 72, 67, 61, 78, 72, 28, 50, 67, 56, 83, 72, 78, 67, 78, 72, 67, 61, 72, 67, 94, 67, 67, 61, 28, 28, 28, 47, 56,
	33, 56, 56, 50, 56, 56, 28, 56, 56, 22, 22, 50, 22, 83, 56, 56, 56, 56, 33, 50, 28, 56, 50, 72, 50, 50, 50, 33, 26, 33, 58,
}, [...]uint8{
	25, 33, 41, 50, 50, 83, 78, 18, 33, 33, 50, 56, 25, 33, 25, 28, 50, 50, 50, 50, 50, 50, 50, 50, 50, 50, 28, 28, 56, 56, 56, 44,
	92, 72, 67, 67, 72, 61, 56, 72, 72, 33, 39, 72, 61, 89, 72, 72, 56, 72, 67, 56, 61, 72, 72, 94, 72, 72, 61, 33, 28, 33, 47, 50,
	33, 44, 50, 44, 50, 44, 33, 50, 50, 28, 28, 50, 28, 78, 50, 50, 50, 50, 33, 39, 28, 50, 50, 72, 50, 50, 44, 48, 20, 48, 54,
}
