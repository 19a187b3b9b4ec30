package pdf

import (
	"strconv"
	"strings"
	"sync"

	"golang.org/x/text/unicode/norm"
)

// glyph is the text that the name of a glyph stands for, "" when it tells none. The names are Adobe's; those of
// letters with an accent are put together.
func glyph(name string) string {
	name, _, _ = strings.Cut(name, ".") // "a.sc" is an a
	if strings.Contains(name, "_") {    // "f_f_i"
		var out strings.Builder
		for part := range strings.SplitSeq(name, "_") {
			out.WriteString(glyph(part))
		}
		return out.String()
	}
	if len(name) == 1 {
		return name
	}
	if text := named(name); text != "" {
		return text
	}
	if hex, ok := strings.CutPrefix(name, "uni"); ok && len(hex) >= 4 {
		return coded(hex[:4])
	}
	if hex, ok := strings.CutPrefix(name, "u"); ok && len(hex) >= 4 && len(hex) <= 6 {
		return coded(hex)
	}
	for _, accent := range accents {
		if base, ok := strings.CutSuffix(name, accent.name); ok {
			if base == "dotless" {
				break
			}
			if letter := glyph(base); letter != "" && len(base) <= 8 {
				return accented(letter, accent.mark)
			}
		}
	}
	return ""
}

func coded(hex string) string {
	n, err := strconv.ParseUint(hex, 16, 32)
	if err != nil || n < 0x20 || n > 0x10FFFF || n >= 0xD800 && n < 0xE000 {
		return ""
	}
	return string(rune(n))
}

var accents = [...]struct{ name, mark string }{
	{"acute", "\u0301"}, {"grave", "\u0300"}, {"circumflex", "\u0302"}, {"dieresis", "\u0308"}, {"tilde", "\u0303"}, {"caron", "\u030c"},
	{"cedilla", "\u0327"}, {"ring", "\u030a"}, {"breve", "\u0306"}, {"macron", "\u0304"}, {"ogonek", "\u0328"}, {"dotaccent", "\u0307"},
	{"hungarumlaut", "\u030b"}, {"commaaccent", "\u0326"},
}

// above is the mark that an accent standing alone puts on a letter, "" for what is no accent.
func above(accent string) string {
	switch accent {
	case "´":
		return "\u0301"
	case "`":
		return "\u0300"
	case "ˆ":
		return "\u0302"
	case "¨":
		return "\u0308"
	case "˜":
		return "\u0303"
	case "ˇ":
		return "\u030c"
	case "˚":
		return "\u030a"
	case "˘":
		return "\u0306"
	case "¯":
		return "\u0304"
	case "˝":
		return "\u030b"
	case "˙":
		return "\u0307"
	}
	return ""
}

// accented puts an accent on a letter.
func accented(letter, mark string) string {
	switch letter { // those without a dot are for this
	case "ı":
		letter = "i"
	case "ȷ":
		letter = "j"
	}
	return norm.NFC.String(letter + mark)
}

// named is the text of a glyph whose name is no letter with an accent.
func named(name string) string { return glyphs()[name] }

var glyphs = sync.OnceValue(func() map[string]string {
	fields := strings.Fields(glyphNames)
	m := make(map[string]string, len(fields)/2+4)
	for i := 0; i+1 < len(fields); i += 2 {
		m[fields[i]] = fields[i+1]
	}
	m["space"], m["nbspace"] = " ", "\u00a0"
	m["softhyphen"], m["sfthyphen"] = "\u00ad", "\u00ad"
	return m
})

// glyphNames are names, each with its text.
const glyphNames = `
exclam ! quotedbl " numbersign # dollar $ percent % ampersand & quotesingle ' parenleft ( parenright ) asterisk * plus +
comma , hyphen - period . slash / zero 0 one 1 two 2 three 3 four 4 five 5 six 6 seven 7 eight 8 nine 9 colon :
semicolon ; less < equal = greater > question ? at @ bracketleft [ backslash \ bracketright ] asciicircum ^ underscore _
grave ` + "`" + ` braceleft { bar | braceright } asciitilde ~ quoteleft ‘ quoteright ’ quotesinglbase ‚ quotedblleft “
quotedblright ” quotedblbase „ guillemotleft « guillemotright » guilsinglleft ‹ guilsinglright › endash – emdash —
figuredash ‒ horizontalbar ― ellipsis … bullet • periodcentered · middot · dagger † daggerdbl ‡ section § paragraph ¶
exclamdown ¡ questiondown ¿ cent ¢ sterling £ yen ¥ Euro € euro € currency ¤ florin ƒ brokenbar ¦ copyright © registered ®
trademark ™ ordfeminine ª ordmasculine º degree ° plusminus ± minus − multiply × divide ÷ fraction ⁄ onehalf ½ onequarter ¼
threequarters ¾ onesuperior ¹ twosuperior ² threesuperior ³ perthousand ‰ logicalnot ¬
AE Æ ae æ OE Œ oe œ Oslash Ø oslash ø Lslash Ł lslash ł Eth Ð eth ð Thorn Þ thorn þ germandbls ß Germandbls ẞ dotlessi ı
dotlessj ȷ Dcroat Đ dcroat đ Hbar Ħ hbar ħ Tbar Ŧ tbar ŧ kgreenlandic ĸ Eng Ŋ eng ŋ longs ſ napostrophe ŉ
ff ff fi fi fl fl ffi ffi ffl ffl IJ Ĳ ij ĳ
acute ´ circumflex ˆ tilde ˜ macron ¯ breve ˘ dotaccent ˙ dieresis ¨ ring ˚ cedilla ¸ hungarumlaut ˝ ogonek ˛ caron ˇ
Alpha Α Beta Β Gamma Γ Delta Δ Epsilon Ε Zeta Ζ Eta Η Theta Θ Iota Ι Kappa Κ Lambda Λ Mu Μ Nu Ν Xi Ξ Omicron Ο Pi Π Rho Ρ
Sigma Σ Tau Τ Upsilon Υ Phi Φ Chi Χ Psi Ψ Omega Ω alpha α beta β gamma γ delta δ epsilon ε epsilon1 ε zeta ζ eta η theta θ
theta1 ϑ iota ι kappa κ lambda λ mu µ nu ν xi ξ omicron ο pi π rho ρ sigma σ sigma1 ς tau τ upsilon υ phi φ phi1 φ chi χ
psi ψ omega ω partialdiff ∂ summation ∑ product ∏ integral ∫ radical √ infinity ∞ approxequal ≈ notequal ≠ lessequal ≤
greaterequal ≥ lozenge ◊ arrowleft ← arrowright → arrowup ↑ arrowdown ↓ element ∈ similar ∼ asteriskmath ∗ openbullet ◦
angbracketleft ⟨ angbracketright ⟩ check ✓ filledbox ■ square □ star ★ numero № afii61352 № estimated ℮ minute ′ second ″
`
