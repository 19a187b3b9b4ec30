package figure

import (
	"bytes"
	"encoding/xml"
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"briefbook/generator/internal/book"
	"briefbook/generator/internal/edtf"
)

var update = flag.Bool("update", false, "rewrite the expected drawings in testdata")

func mark(date string, s book.State, label string) Mark {
	return Mark{Date: edtf.MustParse(date), State: s, Label: label, Href: "#e-" + date}
}

// panels are invented chronologies, each hard in its own way.
func panels() map[string]Panel {
	const happened, planned, disputed = book.Happened, book.Planned, book.Disputed
	var dense, many []Mark
	for i := range 30 {
		day := edtf.Day{Year: 2018, Month: 5, Day: 1}.Add(i * 3)
		dense = append(dense, mark(day.Date().String(), book.State(i%7/5), fmt.Sprintf("Sitting number %d of the commission", i)))
	}
	for i := range 500 {
		day := edtf.Day{Year: 2001, Month: 1, Day: 1}.Add(i * i % 5000)
		many = append(many, mark(day.Date().String(), book.State(i%3), fmt.Sprintf("Letter %d", i)))
	}
	return map[string]Panel{
		"outliers": {ID: "f1", Title: "Chronology of the harbour talks", Language: "en", Events: []Mark{
			mark("2007", happened, "Last meeting at this rank, by implication"),
			mark("2010?", disputed, "A new chair takes office in the north"),
			mark("2014-02-03/2014-02-09", happened, "The port suggests a meeting, in the week before"),
			mark("../2014-02-12", happened, "An invitation to the pilots is withdrawn"),
			mark("2014-02-12", happened, "Delegates meet on the mole"),
			mark("2014-02", planned, "Dredging <due> to start & \"finish\""),
		}},
		"summer": {ID: "f2", Title: "Chronology of the summer", Language: "en", From: edtf.MustParse("2016-02"), To: edtf.MustParse("2018-09"), Events: []Mark{
			mark("2016-02", happened, "The yard is shut"), mark("2018", happened, "Regatta with a joint crew"),
			mark("2018-04", happened, "First meeting of the two mayors"), mark("2018-05-25", happened, "Drill ends"),
			mark("2018-05-26", happened, "Second meeting, at the customs house"), mark("../2018-06-01", happened, "Envoys meet abroad"),
			mark("2018-06-01", happened, "Talks: a calendar is agreed"), mark("2018-06-12", planned, "Mayors to meet on the island"),
			mark("2018-06-14", planned, "Pilots' talks"), mark("2018-08", planned, "Fair with joint stands"),
			mark("2018-09", happened, "Third meeting"), mark("2018/2019", happened, "Two visits of the consul, which the mayor helped to arrange"),
			mark("2018-06-22/..", planned, "Works on the quay"),
		}},
		"october":   {Language: "de", Events: []Mark{mark("1962-10-22", happened, "Ansprache"), mark("1962-10-28", happened, "Abzug"), mark("1962-10-26/1962-10-27", disputed, "Zwei Briefe")}},
		"centuries": {Language: "en", Events: []Mark{mark("1648", happened, "A peace"), mark("1814/1815", happened, "A congress"), mark("1945-06-26", happened, "A charter"), mark("19XX", disputed, "A century")}},
		"one":       {Language: "ko", Events: []Mark{mark("2018-04-27", happened, "두 시장이 부두에서 만나다")}},
		"undated":   {Events: []Mark{{Label: "nobody knows when"}, mark("2001", happened, "A year")}},
		"dense":     {Title: "Dense", Language: "en", Events: dense},
		"many":      {Title: "Many", Language: "en", Events: many},
		"deep":      {Language: "en", Events: []Mark{mark("-0044-03-15", happened, "Ides"), mark("Y170000002", planned, "Far off")}},
		"compact":   {ID: "c", Title: "In short", Compact: true, Language: "en", Events: dense[:12]},
	}
}

func TestGolden(t *testing.T) {
	t.Parallel()
	for _, name := range []string{"outliers", "summer", "dense", "compact"} {
		p := panels()[name]
		got := append(Chronology(p), "<p>"+escape(Caption(p))+"</p>\n"...)
		file := filepath.Join("testdata", name+".html")
		if *update {
			if err := os.WriteFile(file, got, 0o644); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(got, want) {
			t.Errorf("%s differs from %s; look at it, then run with -update", name, file)
		}
	}
}

func TestNothingToDraw(t *testing.T) {
	t.Parallel()
	p := Panel{ID: "x", Events: []Mark{{Label: "no date"}}}
	if got := Chronology(p); got != nil {
		t.Errorf("drawn: %s", got)
	}
	if got := Caption(p); got != "" {
		t.Errorf("caption %q", got)
	}
}

func TestCaption(t *testing.T) {
	t.Parallel()
	for name, want := range map[string]string{
		"one":     "Filled: happened.",
		"october": "Filled: happened. Half filled: disputed. Bar: it took longer, or the day is not known.",
		"undated": "Filled: happened. Bar: it took longer, or the day is not known. Not drawn: 1 event without a date.",
		"many":    "Half filled: disputed, or of more than one kind. Of 500 events those of one period are drawn as one mark with their number.",
	} {
		if got := Caption(panels()[name]); got != want {
			t.Errorf("%s:\n got %s\nwant %s", name, got, want)
		}
	}
}

func TestShort(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		text  string
		limit int
		want  string
	}{
		{"Second meeting, at the customs house", 28, "Second meeting"},
		{"Talks: a calendar is agreed", 28, "Talks: a calendar is agreed"},
		{"The yard, which was jointly run, is shut", 28, "The yard"},
		{"A visit of the consul that the mayor had helped to arrange", 28, "A visit of the consul …"},
		{"First.", 28, "First"},
		{"Unterseebootbegleitschiffsbesatzung", 12, "Unterseeboo…"},
		{"  spread \n out ", 28, "spread out"},
		{"", 28, ""},
	} {
		if got := Short(c.text, c.limit); got != c.want {
			t.Errorf("Short(%q, %d) = %q, want %q", c.text, c.limit, got, c.want)
		}
	}
}

// element is a tag of a drawing with what matters for the properties below.
type element struct {
	name  string
	attrs map[string]string
	text  string
}

// drawn parses a figure, which also proves that it is well-formed.
func drawn(t *testing.T, figure []byte) []element {
	t.Helper()
	var out []element
	var open []int
	dec := xml.NewDecoder(bytes.NewReader(figure))
	dec.Strict = true
	for {
		tok, err := dec.Token()
		if tok == nil {
			if err.Error() != "EOF" {
				t.Fatalf("not well-formed: %v\n%s", err, figure)
			}
			return out
		}
		switch tok := tok.(type) {
		case xml.StartElement:
			e := element{name: tok.Name.Local, attrs: make(map[string]string)}
			for _, a := range tok.Attr {
				e.attrs[a.Name.Local] = a.Value
			}
			open = append(open, len(out))
			out = append(out, e)
		case xml.EndElement:
			open = open[:len(open)-1]
		case xml.CharData:
			for _, i := range open {
				out[i].text += string(tok)
			}
		}
	}
}

func number(t *testing.T, text string) float64 {
	t.Helper()
	n, err := strconv.ParseFloat(text, 64)
	if err != nil {
		t.Fatal(err)
	}
	return n
}

// checkDrawing holds what is true of every drawing: everything lies within the view box, no two labels touch,
// marks are few, every id occurs once and nothing is styled in place.
func checkDrawing(t *testing.T, p Panel) {
	t.Helper()
	figure := Chronology(p)
	if bytes.Contains(figure, []byte("style=")) {
		t.Error("inline style")
	}
	var width, height, face float64
	type rect struct{ x, y, w, h float64 }
	var labels []rect
	marks := 0
	for _, e := range drawn(t, figure) {
		switch {
		case e.name == "svg":
			box := strings.Fields(e.attrs["viewBox"])
			width, height = number(t, box[2]), number(t, box[3])
			labels, marks, face = nil, 0, 13
			if e.attrs["class"] == "narrow" {
				face = 13.5
			}
		case strings.HasPrefix(e.attrs["class"], "mark"):
			if marks++; marks > Most {
				t.Errorf("more than %d marks", Most)
			}
		case e.name == "circle":
			x, y, r := number(t, e.attrs["cx"]), number(t, e.attrs["cy"]), number(t, e.attrs["r"])
			if x-r < 0 || x+r > width || y-r < 0 || y+r > height {
				t.Errorf("circle at %v,%v leaves %v × %v", x, y, width, height)
			}
		case e.name == "path":
			for _, c := range strings.FieldsFunc(e.attrs["d"], func(r rune) bool { return strings.ContainsRune("MLHVAz ", r) }) {
				if v := number(t, c); v < 0 || v > max(width, height) {
					t.Errorf("path reaches %v: %s", v, e.attrs["d"])
				}
			}
		case e.name == "text":
			w := float64(textWidth(e.text, int64(face*10))) / 10
			r := rect{number(t, e.attrs["x"]), number(t, e.attrs["y"]) - face, w, face}
			if e.attrs["class"] == "middle" {
				r.x -= w / 2
			}
			const slack = 0.2 // of rounding to tenths
			if r.x < -slack || r.x+r.w > width+slack || r.y < 0 || r.y+r.h > height {
				t.Errorf("%q at %v–%v, %v leaves %v × %v", e.text, r.x, r.x+r.w, r.y, width, height)
			}
			for _, o := range labels {
				if r.x+slack < o.x+o.w && o.x+slack < r.x+r.w && r.y < o.y+o.h && o.y < r.y+r.h {
					t.Errorf("%q overlaps a label at %v", e.text, o)
				}
			}
			labels = append(labels, r)
		}
	}
}

func TestLabelsNeverTouchOrLeave(t *testing.T) {
	t.Parallel()
	for name, p := range panels() {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			checkDrawing(t, p)
		})
	}
}

// randomPanel mixes every sort of date at every sort of distance.
func randomPanel(r *rand.Rand) Panel {
	p := Panel{ID: "p", Title: "Random", Language: []string{"en", "de", "ko"}[r.IntN(3)]}
	words := strings.Fields("talks of the two harbours, delayed by weather: 부두 회담 Wassermühlenbesitzer (again) MMMMMM")
	wide := []int{10, 100, 2000, 100_000}[r.IntN(4)]
	for range 1 + r.IntN(60) {
		day := edtf.Day{Year: 1990, Month: 3, Day: 1}.Add(r.IntN(wide))
		next := day.Add(1 + r.IntN(wide))
		text := []string{
			day.Date().String(), day.Date().String(), day.Date().String()[:7], day.Date().String()[:4], "../" + day.Date().String(),
			day.Date().String() + "/..", day.Date().String() + "/" + next.Date().String(), day.Date().String() + "?",
		}[r.IntN(8)]
		m := mark(text, book.State(r.IntN(3)), "")
		for range 1 + r.IntN(9) {
			m.Label += words[r.IntN(len(words))] + " "
		}
		p.Events = append(p.Events, m)
	}
	if r.IntN(2) == 0 {
		p.From, p.To = p.Events[0].Date.Start(), p.Events[0].Date.End()
	}
	return p
}

func TestRandomPanels(t *testing.T) {
	t.Parallel()
	for seed := range uint64(120) {
		r := rand.New(rand.NewPCG(seed, 7))
		p := randomPanel(r)
		checkDrawing(t, p)
		first := Chronology(p)
		r.Shuffle(len(p.Events), func(i, j int) { p.Events[i], p.Events[j] = p.Events[j], p.Events[i] })
		if !bytes.Equal(first, Chronology(p)) && len(p.From.String()) == 0 {
			t.Errorf("seed %d: the order of the events shows", seed)
		}
		if t.Failed() {
			t.Fatalf("seed %d", seed)
		}
	}
}

func FuzzChronology(f *testing.F) {
	f.Add("2018-05-26", "2018", "Talks, at last", uint8(3))
	f.Add("../2014-02-12", "19XX", "<b>&\x00", uint8(40))
	f.Add("Y170000002", "-0044", "\xff", uint8(0))
	f.Fuzz(func(t *testing.T, a, b, label string, n uint8) {
		da, err := edtf.Parse(a)
		if err != nil {
			return
		}
		db, err := edtf.Parse(b)
		if err != nil {
			return
		}
		p := Panel{ID: "f", Title: label, Language: "en", To: db}
		for i := range int(n) + 1 {
			p.Events = append(p.Events, Mark{Date: da, State: book.State(i % 3), Label: label, Href: label},
				Mark{Date: db, State: book.State(i % 2), Label: label + strconv.Itoa(i)})
		}
		if fig := Chronology(p); fig != nil {
			checkDrawing(t, p)
		}
	})
}

func BenchmarkChronology(b *testing.B) {
	all := panels()
	for _, name := range []string{"summer", "many"} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				Chronology(all[name])
			}
		})
	}
}

func TestScaleIsBrokenOnlyWhereNothingIsDatedForLong(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		dates    []string
		segments int
	}{
		"two months apart":          {[]string{"2020-06", "2020-09", "2020-09-25"}, 1},
		"years apart":               {[]string{"2016-02", "2018-05-25", "2018-06-01", "2018-09"}, 2},
		"years before days":         {[]string{"2007", "2010", "2014-02-12", "2014-02", "2014-02-03/2014-02-09"}, 3},
		"a year around days is cut": {[]string{"2018", "2018-05-25", "2018-06-01"}, 1},
		"years prevail":             {[]string{"1648", "1700", "1750", "1800", "1850", "1901-05-01"}, 1},
	} {
		p := Panel{}
		for _, d := range c.dates {
			p.Events = append(p.Events, mark(d, book.Happened, d))
		}
		items, _ := gather(p)
		s := newScale(items, p, wide)
		if len(s.segments) != c.segments {
			t.Errorf("%s: %d segments, want %d: %v", name, len(s.segments), c.segments, s.segments)
		}
		last := int64(-1)
		for n := s.hull().first; n <= s.hull().last; n += 5 {
			if x := s.edge(n); x < last {
				t.Fatalf("%s: positions run backwards at day %d", name, n)
			} else {
				last = x
			}
		}
	}
}

func TestDrawingNamesItsMarks(t *testing.T) {
	t.Parallel()
	p := Panel{Title: "Chronology of the quay", Language: "en", Events: []Mark{mark("2018-06-14", book.Planned, "Committee on dues, at the mole")}}
	drawing := string(Chronology(p))
	for _, want := range []string{
		`role="group" aria-label="Chronology of the quay, 1 event"`,
		`<a class="mark planned" href="#e-2018-06-14" aria-label="14 Jun Committee on dues, at the mole; 14 June 2018, planned">`,
		`<g class="scale" aria-hidden="true">`,
	} {
		if strings.Count(drawing, want) != 2 { // wide and narrow
			t.Errorf("no %s in\n%s", want, drawing)
		}
	}
	p.Compact = true
	if compact := string(Chronology(p)); strings.Contains(compact, "<a ") || !strings.Contains(compact, `role="img"`) {
		t.Errorf("a compact panel is one image:\n%s", compact)
	}
}
