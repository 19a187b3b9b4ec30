package when

import (
	"encoding/xml"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"briefbook/generator/internal/edtf"
)

var (
	tmlFolder  = flag.String("tml", "", "folder of TimeML files (.tml) to score against")
	showErrors = flag.Bool("errors", false, "list what the scoring got wrong")
)

// gold is a TIMEX3 of a TimeML file.
type gold struct {
	start, end        int
	text, kind, value string
}

// document is what the scoring reads of a TimeML file.
type document struct {
	name, text, created string
	gold                []gold
}

// TestScore prints how well Find does on a folder of TimeML files, by the definitions of TempEval-3: strict F1 wants the same span,
// relaxed F1 an overlap, type and value F1 an overlap and the same attribute.
func TestScore(t *testing.T) {
	if *tmlFolder == "" {
		t.Skip("no folder of TimeML files was given with -tml")
	}
	names, err := filepath.Glob(filepath.Join(*tmlFolder, "*.tml"))
	if err != nil || len(names) == 0 {
		t.Fatalf("no .tml files in %s", *tmlFolder)
	}
	var all tally
	for _, name := range names {
		if strings.HasPrefix(filepath.Base(name), ".") { // what some systems leave beside a file
			continue
		}
		d, err := readTimeML(name)
		if err != nil {
			t.Fatal(err)
		}
		misses := all.add(d)
		if *showErrors {
			for _, m := range misses {
				fmt.Println(d.name + ": " + m)
			}
		}
	}
	fmt.Println(all)
}

// tally counts expressions of gold and system, and their agreements.
type tally struct{ documents, gold, system, strict, relaxed, kind, value int }

// add scores a document and lists what went wrong.
func (c *tally) add(d document) (misses []string) {
	found := Find(d.text, publishedOn(d.created), "en")
	c.documents++
	c.gold += len(d.gold)
	c.system += len(found)
	partner := pair(d.gold, found)
	used := map[int]bool{}
	for i, g := range d.gold {
		k := partner[i]
		if k < 0 {
			misses = append(misses, fmt.Sprintf("missed    %q %s %s | %s", g.text, g.kind, g.value, around(d.text, g.start, g.end)))
			continue
		}
		used[k] = true
		f := found[k]
		c.relaxed++
		if f.Start == g.start && f.End == g.end {
			c.strict++
		} else {
			misses = append(misses, fmt.Sprintf("span      %q for %q | %s", f.Text, g.text, around(d.text, g.start, g.end)))
		}
		if string(f.Type) == g.kind {
			c.kind++
		} else {
			misses = append(misses, fmt.Sprintf("type      %q %s for %s", f.Text, f.Type, g.kind))
		}
		if f.Value == g.value {
			c.value++
		} else {
			misses = append(misses, fmt.Sprintf("value     %q %s for %s (%s) | %s", f.Text, f.Value, g.value, d.created, around(d.text, g.start, g.end)))
		}
	}
	for k, f := range found {
		if !used[k] {
			misses = append(misses, fmt.Sprintf("spurious  %q %s %s | %s", f.Text, f.Type, f.Value, around(d.text, f.Start, f.End)))
		}
	}
	return misses
}

// pair gives each gold expression the found one with its span, else the first that overlaps and is free; -1 when there is none.
func pair(golden []gold, found []Expression) []int {
	partner, used := make([]int, len(golden)), make([]bool, len(found))
	for i := range partner {
		partner[i] = -1
	}
	for _, exact := range []bool{true, false} {
		for i, g := range golden {
			for k, f := range found {
				same := f.Start == g.start && f.End == g.end
				if partner[i] < 0 && !used[k] && (same || !exact && f.Start < g.end && g.start < f.End) {
					partner[i], used[k] = k, true
				}
			}
		}
	}
	return partner
}

// String prints the figures.
func (c tally) String() string {
	f1 := func(hits int) string {
		p, r := float64(hits)/float64(max(c.system, 1)), float64(hits)/float64(max(c.gold, 1))
		if hits == 0 {
			return "F1 .000"
		}
		return fmt.Sprintf("F1 %.4f  (P %.3f, R %.3f)", 2*p*r/(p+r), p, r)
	}
	return fmt.Sprintf("%d documents, %d expressions, %d found\nstrict   %s\nrelaxed  %s\ntype     %s\nvalue    %s",
		c.documents, c.gold, c.system, f1(c.strict), f1(c.relaxed), f1(c.kind), f1(c.value))
}

// around is the text about a span, in one line.
func around(text string, start, end int) string {
	from, to := max(0, start-60), min(len(text), end+40)
	return strings.Join(strings.Fields(strings.ToValidUTF8(text[from:start]+"["+text[start:end]+"]"+text[end:to], "")), " ")
}

// publishedOn is the date of a document's creation.
func publishedOn(value string) edtf.Date {
	value, _, _ = strings.Cut(value, "T")
	d, err := edtf.Parse(value)
	if err != nil {
		return edtf.Date{}
	}
	return d
}

// readTimeML reads the text, the date of creation and the TIMEX3 of a file.
func readTimeML(name string) (document, error) {
	data, err := os.ReadFile(name)
	if err != nil {
		return document{}, err
	}
	x := xml.NewDecoder(strings.NewReader(string(data)))
	x.Strict = false
	d := document{name: filepath.Base(name)}
	var text strings.Builder
	var in []string
	var open []gold
	for {
		token, err := x.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return d, fmt.Errorf("%s: %w", name, err)
		}
		switch e := token.(type) {
		case xml.StartElement:
			in = append(in, e.Name.Local)
			if e.Name.Local == "TIMEX3" {
				g := gold{start: text.Len()}
				for _, a := range e.Attr {
					switch a.Name.Local {
					case "type":
						g.kind = a.Value
					case "value":
						g.value = a.Value
					}
				}
				if slices.Contains(in, "DCT") {
					d.created = g.value
				}
				open = append(open, g)
			}
		case xml.EndElement:
			if e.Name.Local == "TIMEX3" && slices.Contains(in, "TEXT") {
				g := open[len(open)-1]
				g.end = text.Len()
				g.text = text.String()[g.start:g.end]
				d.gold = append(d.gold, g)
			}
			if e.Name.Local == "TIMEX3" {
				open = open[:len(open)-1]
			}
			in = in[:len(in)-1]
		case xml.CharData:
			if slices.Contains(in, "TEXT") {
				text.Write(e)
			}
		}
	}
	d.text = text.String()
	return d, nil
}
