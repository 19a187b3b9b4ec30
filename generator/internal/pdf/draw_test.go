package pdf

import (
	"fmt"
	"strings"
	"testing"
)

func TestText(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ name, content, want string }{
		{"one line", "BT /F1 10 Tf 50 700 Td (The ferry sails.) Tj ET", "The ferry sails."},
		{"kerned", "BT /F1 10 Tf 50 700 Td [(F) 60 (err) -20 (y)] TJ ET", "Ferry"},
		{"a gap is a blank", "BT /F1 10 Tf 50 700 Td [(The) -300 (ferry)] TJ ET", "The ferry"},
		{"placed one by one", "BT /F1 10 Tf 1 0 0 1 50 700 Tm (ferry) Tj 1 0 0 1 80 700 Tm (boat) Tj 1 0 0 1 20 700 Tm (The) Tj ET", "The ferry boat"},
		{"lines by T*, ' and \"", "BT /F1 10 Tf 12 TL 50 700 Td (a) Tj T* (b) Tj (c) ' 1 0 (d) \" ET", "a|b|c|d"},
		{"lines by TD", "BT /F1 10 Tf 50 700 Td (a) Tj 0 -12 TD (b) Tj T* (c) Tj ET", "a|b|c"},
		{"not in the order of the page", "BT /F1 10 Tf 50 100 Td (below) Tj ET BT /F1 10 Tf 50 700 Td (above) Tj ET", "above|below"},
		{"scaled", "q 0.1 0 0 0.1 0 0 cm BT /F1 100 Tf 500 7000 Td (The) Tj 190 0 Td (ferry) Tj ET Q BT /F1 10 Tf 50 600 Td (x) Tj ET", "The ferry|x"},
		{"scaled by the matrix of the text", "BT /F1 1 Tf 10 0 0 10 50 700 Tm (The) Tj 1.9 0 Td (ferry) Tj ET", "The ferry"},
		{"escapes", `BT /F1 10 Tf 50 700 Td (\(a\)\\\101\5622\
3) Tj ET`, `(a)\Ar23`},
		{"hexadecimal", "BT /F1 10 Tf 50 700 Td <46 65 72 72 7> Tj ET", "Ferrp"},
		{"beyond ASCII", "BT /F1 10 Tf 50 700 Td (F\\344hre \\226 \\223neu\\224 \\200\\075) Tj ET", "Fähre – “neu” €="},
		{"a raised figure", "BT /F1 10 Tf 50 700 Td (boats) Tj /F1 6 Tf 4 Ts (2) Tj 0 Ts /F1 10 Tf ( sail) Tj ET", "boats 2 sail"},
		{"drawn twice to look bold", "BT /F1 10 Tf 50 700 Td (Ferry) Tj ET BT /F1 10 Tf 50.3 700 Td (Ferry) Tj ET", "Ferry"},
		{"an accent under the letter", "BT /F1 10 Tf 50 700 Td (caf) Tj 13.4 0 Td (\\264) Tj 0.4 0 Td (e) Tj ET", "café"},
		{"a picture in between", "BT /F1 10 Tf 50 700 Td (a) Tj ET BI /W 4 /H 1 ID \x00EIx( EI Q BT /F1 10 Tf 50 600 Td (b) Tj ET", "a|b"},
		{"unfinished", "BT /F1 10 Tf 50 700 Td (The ferry) Tj [(sails", "The ferry"},
		{"rubbish", "BT /F1 10 Tf 50 700 Td ) > ] >> } (a) Tj /Nope 10 Tf (b) Tj Tj Q Q 1 cm ET", "a"},
		{"no font", "BT 50 700 Td (a) Tj ET", ""},
		{"upwards", "BT /F1 10 Tf 50 700 Td (level) Tj ET BT /F1 10 Tf 0 1 -1 0 20 100 Tm (up the) Tj ( margin) Tj ET", "level|up the margin"},
	} {
		if got := read(t, sheet(c.content, "")); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

func TestTurnedPage(t *testing.T) {
	t.Parallel()
	for turn, content := range map[int]string{
		0:    "1 0 0 1 50 700 Tm (a) Tj 1 0 0 1 50 600 Tm (b) Tj",
		90:   "0 1 -1 0 100 50 Tm (a) Tj 0 1 -1 0 200 50 Tm (b) Tj",
		180:  "-1 0 0 -1 500 100 Tm (a) Tj -1 0 0 -1 500 200 Tm (b) Tj",
		-90:  "0 -1 1 0 500 700 Tm (a) Tj 0 -1 1 0 400 700 Tm (b) Tj",
		450:  "0 1 -1 0 100 50 Tm (a) Tj 0 1 -1 0 200 50 Tm (b) Tj",
		-360: "1 0 0 1 50 700 Tm (a) Tj 1 0 0 1 50 600 Tm (b) Tj",
	} {
		raw := strings.Replace(string(sheet("BT /F1 10 Tf "+content+" ET", "")), "/Count 1", fmt.Sprintf("/Count 1/Rotate %d", turn), 1)
		f, err := Open([]byte(raw))
		if err != nil {
			t.Fatal(err)
		}
		lines, err := f.Lines(t.Context())
		if err != nil || len(lines) != 2 || lines[0].Text != "a" || lines[1].Text != "b" {
			t.Errorf("turned by %d: %v, %v", turn, lines, err)
			continue
		}
		if a := lines[0]; a.Left < 0 || a.Left > 200 || a.Top < 0 || a.Top > 200 {
			t.Errorf("turned by %d: the first line stands at %.0f, %.0f", turn, a.Left, a.Top)
		}
	}
}

func TestForms(t *testing.T) {
	t.Parallel()
	form := func(content string) string {
		return fmt.Sprintf("<</Type/XObject/Subtype/Form/Matrix[1 0 0 1 0 -100]/Length %d>>stream\n%s\nendstream", len(content), content)
	}
	got := read(t, sheet("BT /F1 10 Tf 50 700 Td (page) Tj ET /Fm Do BT /F1 10 Tf 50 400 Td (page again) Tj ET", ">>/XObject<</Fm 6 0 R",
		form("BT /F1 10 Tf 50 700 Td (form) Tj ET q q q")))
	if got != "page|form|page again" {
		t.Errorf("%q", got)
	}
	// A form that draws itself ends, and so do forms that draw each other many times over.
	got = read(t, sheet("/Fm Do", ">>/XObject<</Fm 6 0 R", form("BT /F1 10 Tf 50 700 Td (x) Tj ET /Fm Do")))
	if n := strings.Count(got, "x"); n < 1 || n > formLimit {
		t.Errorf("a form that draws itself: %q", got)
	}
}

func TestColumns(t *testing.T) {
	t.Parallel()
	line := "one line of some length"
	var b strings.Builder
	put := func(x, y int, text string) { fmt.Fprintf(&b, "BT /F1 10 Tf %d %d Td (%s) Tj ET\n", x, y, text) }
	put(50, 760, "A headline that runs over both of the columns and further, too")
	for i := range 6 {
		put(320, 700-12*i, fmt.Sprint("right ", i, " ", line)) // drawn first
		put(50, 700-12*i, fmt.Sprint("left ", i, " ", line))
	}
	put(290, 30, "17")
	want := []string{"A headline that runs over both of the columns and further, too"}
	for _, side := range []string{"left", "right"} {
		for i := range 6 {
			want = append(want, fmt.Sprint(side, " ", i, " ", line))
		}
	}
	if got := read(t, sheet(b.String(), "")); got != strings.Join(append(want, "17"), "|") {
		t.Errorf("two columns: %s", got)
	}
	b.Reset()
	for i, name := range []string{"Pier", "Boat", "Crew", "Fare", "Fuel", "Tide", "Wind", "Coal"} {
		put(50, 700-12*i, name)
		put(200, 700-12*i, fmt.Sprint(100+i))
		put(300, 700-12*i, fmt.Sprint(200+i))
	}
	if got := read(t, sheet(b.String(), "")); !strings.HasPrefix(got, "Pier 100 200|Boat 101 201|") {
		t.Errorf("a table: %s", got)
	}
	b.Reset()
	for i := range 8 {
		put(50, 700-12*i, "\\225")
		put(70, 700-12*i, fmt.Sprint("item ", i, " ", line))
	}
	if got := read(t, sheet(b.String(), "")); !strings.HasPrefix(got, "• item 0 "+line+"|• item 1 ") {
		t.Errorf("a list: %s", got)
	}
}

func TestBlocks(t *testing.T) {
	t.Parallel()
	f, err := Open(sheet("BT /F1 10 Tf 12 TL 50 700 Td (a) Tj T* (b) Tj T* T* (c) Tj ET", ""))
	if err != nil {
		t.Fatal(err)
	}
	lines, err := f.Lines(t.Context())
	if err != nil || len(lines) != 3 {
		t.Fatal(lines, err)
	}
	if lines[0].Block != lines[1].Block || lines[1].Block == lines[2].Block {
		t.Errorf("blocks %d, %d and %d", lines[0].Block, lines[1].Block, lines[2].Block)
	}
	if a := lines[0]; a.Page != 1 || a.Left != 50 || a.Size != 10 || a.Top != 800-700-8 || a.Bottom != a.Top+10 {
		t.Errorf("the first line: %+v", a)
	}
}
