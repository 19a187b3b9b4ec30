package pdf

import (
	"fmt"
	"strings"
	"testing"
)

func mapping(text string) string {
	text = "/CIDInit /ProcSet findresource begin begincmap\n" + text + "\nendcmap"
	return fmt.Sprintf("<</Length %d>>stream\n%s\nendstream", len(text), text)
}

func TestFonts(t *testing.T) {
	t.Parallel()
	const two = "<</Type/Font/Subtype/Type0/Encoding/Identity-H/DescendantFonts[<</DW 600/W[65[500 500] 70 80 550]>>]/ToUnicode 7 0 R>>"
	for _, c := range []struct {
		name, font, show, want string
		more                   []string
	}{
		{"MacRoman", "<</Subtype/TrueType/Encoding/MacRomanEncoding>>", `(F\212hre \320 \322neu\323)`, "Fähre – “neu”", nil},
		{"the standard encoding", "<</Subtype/Type1/BaseFont/Times-Roman>>", "(the crew's \\252of\\256ce\\272 \\261)", "the crew’s “ofﬁce” –", nil},
		{"names of glyphs", "<</Subtype/Type1/Encoding<</Differences[1/F/adieresis/h.alt 10/uni00E9/Scedilla/f_f_i/u1F600/quotesingle/ff/nosuchglyph]>>>>",
			"<01 02 03 0a 0b 0c 0d 0e 0f>", "FähéŞffi😀'ff", nil},
		{"a name that tells nothing", "<</Subtype/Type1/Encoding<</Differences[1/g17/a]>>>>", "<01 02>", "\uFFFDa", nil},
		{"TeX's own", "<</Subtype/Type1/BaseFont/ABCDEF+CMR10>>", "(o\\016ce {)", "office –", nil},
		{"no TeX", "<</Subtype/Type1/BaseFont/ABCDEF+CMEX10>>", "(o\\016ce)", "o\uFFFDce", nil},
		{"mapped", two, "<0041 0042 0010 0011 0012 0099>", "ÄB가각漢\uFFFD",
			[]string{mapping("1 begincodespacerange <0000> <ffff> endcodespacerange 2 beginbfchar <0041> <00C4> <0042> <0042> endbfchar\n2 beginbfrange <0010> <0011> <AC00> <0012> <0012> [<6F22>] endbfrange")}},
		{"mapped to more than one", two, "<0041 0042>", "ffi𝄞", []string{mapping("2 beginbfchar <0041> <006600660069> <0042> <D834DD1E> endbfchar")}},
		{"mapped, one byte", "<</Subtype/Type3/FontMatrix[.01 0 0 .01 0 0]/FirstChar 0/Widths[50 50 50]/ToUnicode 7 0 R>>", "<00 01 02>", "boa",
			[]string{mapping("1 beginbfrange <00> <02> [<0062> <006f> <0061>] endbfrange")}},
		{"broken map", two, "<0041>", "\uFFFD", []string{mapping("beginbfchar <0041> endbfchar 1 beginbfrange <ff> <00> <00> endbfrange (")}},
		{"Korean by its own standard", "<</Subtype/Type0/Encoding/KSCms-UHC-H/DescendantFonts[<<>>]>>", "<B9E8 20 41>", "배 A", nil},
		{"Japanese by its own standard", "<</Subtype/Type0/Encoding/90ms-RKSJ-H/DescendantFonts[<<>>]>>", "<8AE2>", "岩", nil},
		{"UTF-16", "<</Subtype/Type0/Encoding/UniKS-UTF16-H/DescendantFonts[<<>>]>>", "<BC30 0041>", "배A", nil},
		{"numbers of glyphs only", "<</Subtype/Type0/Encoding/Identity-H/DescendantFonts[<<>>]>>", "<0001 0002>", "\uFFFD\uFFFD", nil},
		{"built into the font", "<</Subtype/Type1/BaseFont/Own/FontDescriptor<</FontFile 7 0 R>>>>", "<01 02>", "ff!", []string{
			"<</Length 88>>stream\n%!PS-AdobeFont\n/Encoding 256 array\ndup 1 /ff put dup 2/exclam put\nreadonly def currentfile eexec dup 2 /A put\nendstream"}},
		{"nothing", "<<>>", "(a)", "a", nil},
	} {
		got := read(t, sheet("BT /F2 10 Tf 50 700 Td "+c.show+" Tj ET", "/F2 6 0 R", append([]string{c.font}, c.more...)...))
		if got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

func TestWidths(t *testing.T) {
	t.Parallel()
	// The same two strings, the second where the first ends; the widths alone tell whether there is a blank.
	for _, c := range []struct{ name, font, want string }{
		{"as the file says", "<</Subtype/TrueType/FirstChar 97/Widths[1000 1000]>>", "abab"},
		{"narrower", "<</Subtype/TrueType/FirstChar 97/Widths[500 500]>>", "ab ab"},
		{"a face every reader has", "<</Subtype/Type1/BaseFont/Courier-Bold>>", "ab ab"},
	} {
		if got := read(t, sheet("BT /F2 10 Tf 50 700 Td (ab) Tj 20 0 Td (ab) Tj ET", "/F2 6 0 R", c.font)); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
	if a, b, c := usualWidth("Helvetica", 'i'), usualWidth("Times-Roman", 'M'), usualWidth("Courier", 'i'); a != 220 || b != 890 || c != 600 {
		t.Errorf("%v, %v, %v", a, b, c)
	}
}

func TestGlyphNames(t *testing.T) {
	t.Parallel()
	fields := strings.Fields(glyphNames)
	if len(fields)%2 != 0 {
		t.Errorf("%d names and texts", len(fields))
	}
	for i := 0; i+1 < len(fields); i += 2 {
		if name := fields[i]; len(name) < 2 || strings.ContainsFunc(name, func(r rune) bool { return r > 127 }) {
			t.Errorf("%q is no name", name)
		}
	}
	for name, want := range map[string]string{
		"A": "A", "Adieresis": "Ä", "cacute": "ć", "ohungarumlaut": "ő", "dotlessi": "ı", "scommaaccent": "ș", "space": " ", "hyphen": "-",
		"uniD800": "", "u110000": "", "": "", ".notdef": "", "acute": "´",
	} {
		if got := glyph(name); got != want {
			t.Errorf("%s is %q, want %q", name, got, want)
		}
	}
}
