package pdf

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"
)

const hello = "BT /F1 10 Tf 50 700 Td (The ferry sails.) Tj ET"

// foretold packs lines as a program that foretells each byte from the one above it.
func foretold(data string, columns int) string {
	var b strings.Builder
	above := make([]byte, columns)
	for i := 0; i < len(data); i += columns {
		b.WriteByte(2)
		for j := range columns {
			var c byte = ' '
			if i+j < len(data) {
				c = data[i+j]
			}
			b.WriteByte(c - above[j])
			above[j] = c
		}
	}
	return b.String()
}

func TestFilters(t *testing.T) {
	t.Parallel()
	packed := deflate(hello)
	for _, c := range []struct{ name, entries, data string }{
		{"none", "", hello},
		{"Flate", "/Filter/FlateDecode", packed},
		{"Flate, cut off", "/Filter/Fl", packed[:len(packed)-6]},
		{"Flate, foretold", "/Filter[/FlateDecode]/DecodeParms[<</Predictor 12/Columns 7>>]", deflate(foretold(hello, 7))},
		{"hexadecimal", "/Filter/ASCIIHexDecode", fmt.Sprintf("%X>", hello)},
		{"base 85 of Flate", "/Filter[/A85 /Fl]/DecodeParms[null null]", base85(packed)},
		{"runs", "/Filter/RunLengthDecode", string([]byte{byte(len(hello) - 1)}) + hello + "\x80"},
	} {
		var p paper
		p.object(1, "<</Type/Catalog/Pages 2 0 R>>")
		p.object(2, "<</Kids[3 0 R]>>")
		p.object(3, "<</Type/Page/Contents[4 0 R]/Resources<</Font<</F1 5 0 R>>>>>>")
		p.stream(4, c.entries, c.data)
		p.object(5, helveticaFont)
		if got := read(t, p.end("/Root 1 0 R")); got != "The ferry sails." {
			t.Errorf("%s: %q", c.name, got)
		}
	}
	// The example of the standard (7.4.4.2).
	if got := unLZW([]byte("\x80\x0b\x60\x50\x22\x0c\x0c\x85\x01"), 100, true); string(got) != "-----A---B" {
		t.Errorf("LZW: %q", got)
	}
	// Codes grow with the table: 9 bits each for 600 different pairs would not do.
	if got := unLZW(lzw(strings.Repeat(hello, 200)), 1<<20, true); string(got) != strings.Repeat(hello, 200) {
		t.Errorf("LZW of a long text: %d bytes, %.60q", len(got), got)
	}
	if got := unRun([]byte("\xfdab"), 100); string(got) != "aaaa" {
		t.Errorf("runs: %q", got)
	}
	for kind, want := range map[byte]string{0: "\x01\x01\x01", 1: "\x01\x02\x03", 2: "\x0b\x15\x1f", 3: "\x06\x0e\x17", 4: "\x0b\x15\x1f", 9: "\x01\x01\x01"} {
		var f File
		got := f.predicted([]byte("\x00\x0a\x14\x1e"+string([]byte{kind})+"\x01\x01\x01"), dict{"Predictor": 15., "Columns": 3.})
		if string(got[3:]) != want {
			t.Errorf("row of kind %d: %x, want %x", kind, got[3:], want)
		}
	}
}

func base85(data string) string {
	var b strings.Builder
	for len(data) > 0 {
		n := min(4, len(data))
		chunk := uint32(0)
		for i := range 4 {
			chunk <<= 8
			if i < n {
				chunk |= uint32(data[i])
			}
		}
		var digits [5]byte
		for i := 4; i >= 0; i-- {
			digits[i] = byte(chunk%85) + '!'
			chunk /= 85
		}
		b.Write(digits[:n+1])
		data = data[n:]
	}
	return b.String() + "~>"
}

// lzw packs a text as TIFF does.
func lzw(text string) []byte {
	var out []byte
	bits, have := 0, 0
	width := 9
	write := func(code int) {
		bits, have = bits<<width|code, have+width
		for have >= 8 {
			have -= 8
			out = append(out, byte(bits>>have))
			bits &= 1<<have - 1
		}
	}
	table := map[string]int{}
	reset := func() {
		write(256)
		clear(table)
		for c := range 256 {
			table[string([]byte{byte(c)})] = c
		}
		width = 9
	}
	reset()
	next, word := 258, ""
	for _, c := range []byte(text) {
		longer := word + string([]byte{c})
		if _, ok := table[longer]; ok {
			word = longer
			continue
		}
		write(table[word])
		table[longer] = next
		switch next++; next {
		case 512:
			width = 10
		case 1024:
			width = 11
		case 2048:
			width = 12
		case 4094:
			reset()
			next = 258
		}
		word = string([]byte{c})
	}
	write(table[word])
	write(257)
	if have > 0 {
		out = append(out, byte(bits<<(8-have)))
	}
	return out
}

func TestStructure(t *testing.T) {
	t.Parallel()
	plain := string(sheet(hello, ""))
	body, _, _ := strings.Cut(plain, "xref\n")
	for _, c := range []struct{ name, raw, want string }{
		{"as it should be", plain, "The ferry sails."},
		{"without the table", body + "trailer <</Root 1 0 R>>", "The ferry sails."},
		{"without a trailer", body, "The ferry sails."},
		{"a table that is wrong", strings.ReplaceAll(plain, "00000 n", "00007 f"), "The ferry sails."},
		{"rubbish before it", "HTTP/1.1 200 OK\r\n\r\n" + plain, "The ferry sails."},
		{"rubbish after it", plain + strings.Repeat("\x00<html>", 500), "The ferry sails."},
		{"lines end otherwise", strings.ReplaceAll(plain, "\n", "\r"), "The ferry sails."},
		{"a length that is wrong", strings.Replace(plain, "/Length 47", "/Length 12", 1), "The ferry sails."},
		{"a length that is too long", strings.Replace(plain, "/Length 47", "/Length 99999999", 1), "The ferry sails."},
		{"a length that stands behind", strings.Replace(body, "/Length 47", "/Length 9 0 R", 1) + "9 0 obj 47 endobj trailer<</Root 1 0 R>>", "The ferry sails."},
		{"a later version", plain + "4 0 obj <</Length 48>>\nstream\n" + strings.Replace(hello, "sails", "sailed", 1) + "\nendstream endobj\ntrailer<</Root 1 0 R/Prev 9>>", "The ferry sailed."},
		{"pages in circles", strings.Replace(plain, "/Kids[3 0 R]", "/Kids[3 0 R 2 0 R 3 0 R [] null 77 0 R 5]", 1), "The ferry sails."},
		{"a page without content", strings.Replace(plain, "/Contents 4 0 R", "", 1), ""},
		{"a comment", strings.Replace(plain, "/Kids", "% >> \n/Kids", 1), "The ferry sails."},
	} {
		if got := read(t, []byte(c.raw)); got != c.want {
			t.Errorf("%s: %q", c.name, got)
		}
	}
}

func TestObjectStreams(t *testing.T) {
	t.Parallel()
	var p paper
	p.stream(4, "", hello)
	objects := []string{"<</Type/Catalog/Pages 2 0 R>>", "<</Kids[3 0 R]>>", "<</Type/Page/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>", helveticaFont}
	var index, data strings.Builder
	for i, text := range objects {
		fmt.Fprintf(&index, "%d %d ", []int{1, 2, 3, 5}[i], data.Len())
		data.WriteString(text + " ")
	}
	p.stream(8, fmt.Sprintf("/Type/ObjStm/N 4/First %d/Filter/FlateDecode", index.Len()), deflate(index.String()+data.String()))
	p.stream(9, "/Type/XRef/Size 10/W[1 2 1]/Root 1 0 R", "not looked at")
	fmt.Fprintf(&p, "startxref\n0\n%%%%EOF\n")
	if got := read(t, p.Bytes()); got != "The ferry sails." {
		t.Errorf("%q", got)
	}
}

func TestTrouble(t *testing.T) {
	t.Parallel()
	plain := string(sheet(hello, ""))
	for _, c := range []struct {
		name, raw string
		want      error
	}{
		{"encrypted", strings.Replace(plain, "/Root 1 0 R", "/Root 1 0 R/Encrypt 9 0 R", 1), ErrEncrypted},
		{"no pages", strings.Replace(plain, "/Pages 2 0 R", "", 1), errNoPages},
		{"only the mark", "%PDF-1.4\n", errNoPages},
		{"pages whose pages are none", strings.Replace(plain, "/Kids[3 0 R]", "/Kids[]", 1), errNoPages},
	} {
		if _, err := Open([]byte(c.raw)); !errors.Is(err, c.want) {
			t.Errorf("%s: %v", c.name, err)
		}
	}
	if _, err := Open([]byte("the ferry sails")); err == nil {
		t.Error("a text was opened")
	}
	ctx, stop := context.WithCancel(t.Context())
	stop()
	f, err := Open([]byte(plain))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := f.Lines(ctx); !errors.Is(err, context.Canceled) {
		t.Errorf("nobody waits any more: %v", err)
	}
}

// scattered shows so many letters, each at another place.
func scattered(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "1 0 0 1 %d %d Tm (ab) Tj ", i*7919%599, i*104729%797)
	}
	return b.String()
}

// TestHostile: whatever a file asks for, reading it ends, with little memory.
func TestHostile(t *testing.T) {
	t.Parallel()
	const enough = 24 << 20 // the real allowance is ten times that, and so would be the time
	bomb := deflate(strings.Repeat("\x00", 6<<20))
	pages := func(n int, content string, more ...string) []byte {
		var p paper
		p.object(1, "<</Type/Catalog/Pages 2 0 R>>")
		var kids strings.Builder
		for i := range n {
			p.object(100+i, "<</Type/Page/Parent 2 0 R/Contents 4 0 R/Resources 3 0 R>>")
			fmt.Fprintf(&kids, "%d 0 R ", 100+i)
		}
		p.object(2, "<</Kids["+kids.String()+"]>>")
		p.object(3, "<</Font<</F1 5 0 R>>/XObject<</X0 10 0 R/X1 11 0 R/X2 12 0 R/X3 13 0 R/X4 14 0 R/X5 15 0 R/X6 16 0 R/X7 17 0 R/X8 18 0 R>>>>")
		p.object(4, content)
		p.object(5, helveticaFont)
		for i, text := range more {
			p.object(10+i, text)
		}
		return p.end("/Root 1 0 R")
	}
	var forms []string
	for i := range 9 {
		calls := strings.Repeat(fmt.Sprintf("/X%d Do ", i+1), 100)
		forms = append(forms, fmt.Sprintf("<</Subtype/Form/Resources 3 0 R/Length %d>>stream\n%s\nendstream", len(calls), calls))
	}
	for _, c := range []struct {
		name string
		raw  []byte
		want error
	}{
		{"much from little, on every page", pages(50, fmt.Sprintf("<</Filter/FlateDecode/Length %d>>stream\n%s\nendstream", len(bomb), bomb)), ErrTooMuch},
		{"forms in forms in forms", pages(1, "<</Length 6>>stream\n/X0 Do\nendstream", forms...), ErrTooMuch},
		{"one code for a long text", sheet("BT /F2 10 Tf 50 700 Td "+strings.Repeat("<"+strings.Repeat("01", 500)+"> Tj ", 20)+"ET", "/F2 6 0 R", "<</Subtype/Type1/ToUnicode 7 0 R>>",
			mapping("1 beginbfchar <01> <"+strings.Repeat("0041", 5000)+"> endbfchar")), nil},
		{"words in all places", sheet("BT /F1 1 Tf "+scattered(1<<15)+" ET", ""), nil},
		{"arrays in arrays", pages(1, strings.Repeat("[", 1<<20)), nil},
		{"dictionaries in dictionaries", pages(1, strings.Repeat("<</A ", 1<<20)), nil},
		{"a table of four thousand million objects", []byte("%PDF-1.5\n1 0 obj<</Type/XRef/Size 4000000000/W[1 2 1]/Root 1 0 R/Length 9>>stream\n012345678\nendstream endobj"), errNoPages},
		{"objects that never end", []byte("%PDF-1.5\n" + strings.Repeat("1 0 obj [ ", 1<<17) + "trailer<</Root 1 0 R>>"), errNoPages},
		{"streams that never end", []byte("%PDF-1.5\n" + strings.Repeat("1 0 obj<</Type/ObjStm/N 9/First 9>>stream\n ", 1<<15)), ErrTooMuch},
		{"a reference to itself", []byte("%PDF-1.5\n1 0 obj 1 0 R endobj 2 0 obj<</Root 1 0 R/Pages 2 0 R/Kids 1 0 R>>endobj trailer<</Root 2 0 R>>"), nil},
		{"widths for every code there is", sheet("BT /F2 10 Tf <01> Tj ET", "/F2 6 0 R",
			"<</Subtype/Type0/Encoding/Identity-H/DescendantFonts[<</W["+strings.Repeat("0 2000000000 500 ", 1<<15)+"]>>]>>"), nil},
	} {
		f, err := open(c.raw, enough+8*len(c.raw))
		if err == nil {
			var lines []Line
			lines, err = f.Lines(t.Context())
			size := 0
			for _, l := range lines {
				size += len(l.Text)
			}
			if size > enough {
				t.Errorf("%s: %d bytes of text", c.name, size)
			}
		}
		if !errors.Is(err, c.want) {
			t.Errorf("%s: %v, want %v", c.name, err, c.want)
		}
	}
}

func TestInfo(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name, info string
		want       Info
	}{
		{"all", "<</Title(Ferry\\240to return)/Author(M. Qu\\355ll)/CreationDate(D:20190304102000+09'00')/ModDate(D:2019)>>",
			Info{"Ferry€to return", "M. Quíll", "2019-03-04", "2019"}},
		{"UTF-16", "<</Title<FEFFBC30C758 0020 004E0065>/CreationDate(D:201913)>>", Info{Title: "배의 Ne", Created: "2019"}},
		{"UTF-8", "<</Title(\xef\xbb\xbfF\xc3\xa4hre \xff)/CreationDate(20190231)>>", Info{Title: "Fähre \uFFFD", Created: "2019-02-31"}},
		{"no date", "<</CreationDate(Mon Mar 4)/ModDate(D:0000)>>", Info{}},
		{"of other kinds", "<</Title 7/Author[(a)]/CreationDate null>>", Info{}},
		{"none", "null", Info{}},
	} {
		raw := strings.Replace(string(sheet(hello, "", c.info)), "/Root 1 0 R", "/Root 1 0 R/Info 6 0 R", 1)
		f, err := Open([]byte(raw))
		if err != nil {
			t.Fatal(err)
		}
		if got := f.Info(); got != c.want {
			t.Errorf("%s: %+v, want %+v", c.name, got, c.want)
		}
	}
}

func FuzzLines(f *testing.F) {
	f.Add(sheet(hello, ""))
	f.Add(sheet("BT /F2 10 Tf 50 700 Td <0041> Tj ET BI ID EI", "/F2 6 0 R", "<</Subtype/Type0/Encoding/Identity-H/DescendantFonts[<</W[1[2]3 4 5]>>]/ToUnicode 7 0 R>>",
		mapping("1 beginbfrange <0041> <0042> [<0041>] endbfrange")))
	f.Add([]byte("%PDF-1.5\n8 0 obj<</Type/ObjStm/N 1/First 4>>stream\n1 0 <</Type/Catalog/Pages 1 0 R>>\nendstream"))
	f.Fuzz(func(t *testing.T, raw []byte) {
		file, err := Open(raw)
		if err != nil {
			return
		}
		file.Info()
		lines, err := file.Lines(t.Context())
		if err != nil {
			return
		}
		for _, l := range lines {
			if !utf8.ValidString(l.Text) || l.Text == "" || l.Page < 1 || l.Page > file.Pages() {
				t.Fatalf("%+v", l)
			}
		}
	})
}

// FuzzContent draws what a page may say, without the file around it.
func FuzzContent(f *testing.F) {
	f.Add("BT /F1 10 Tf 12 TL 1 0 0 1 50 700 Tm (a\\264e) Tj [(b) -300 <63>] TJ T* (c) ' 1 2 (d) \" ET q 0 1 -1 0 9 9 cm BI ID x EI Q")
	f.Fuzz(func(t *testing.T, content string) {
		file := &File{left: 1 << 20, held: map[int]any{5: dict{"BaseFont": name("Helvetica")}}, fonts: map[int]*font{}}
		d := &pen{file: file, state: state{ctm: same, stretch: 1}, tm: same, line: same}
		d.run([]byte(content), dict{"Font": dict{"F1": ref(5)}})
		d.rest()
		for _, l := range arrange(1, d.words) {
			if !utf8.ValidString(l.Text) || l.Text == "" {
				t.Fatalf("%+v", l)
			}
		}
	})
}

func BenchmarkLines(b *testing.B) {
	var content strings.Builder
	for i := range 50 {
		fmt.Fprintf(&content, "BT /F1 10 Tf 50 %d Td [(The harbour board vo) 20 (ted on Tuesday to re) -15 (open the island ferr) 10 (y after a winter)] TJ ET\n", 760-14*i)
	}
	packed := deflate(content.String())
	var p paper
	p.object(1, "<</Type/Catalog/Pages 2 0 R>>")
	var kids strings.Builder
	for i := range 100 {
		p.object(100+i, "<</Type/Page/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>")
		fmt.Fprintf(&kids, "%d 0 R ", 100+i)
	}
	p.object(2, "<</Kids["+kids.String()+"]>>")
	p.stream(4, "/Filter/FlateDecode", packed)
	p.object(5, helveticaFont)
	raw := p.end("/Root 1 0 R")
	b.ReportAllocs()
	for b.Loop() {
		f, err := Open(raw)
		if err != nil {
			b.Fatal(err)
		}
		lines, err := f.Lines(context.Background())
		if err != nil || len(lines) != 5000 {
			b.Fatal(len(lines), err)
		}
	}
}
