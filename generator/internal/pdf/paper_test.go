package pdf

import (
	"bytes"
	"compress/zlib"
	"context"
	"fmt"
	"strings"
	"testing"
)

// paper writes a PDF object by object.
type paper struct {
	bytes.Buffer
	at map[int]int
}

func (p *paper) object(id int, text string) {
	if p.at == nil {
		p.at = map[int]int{}
		p.WriteString("%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
	}
	p.at[id] = p.Len()
	fmt.Fprintf(p, "%d 0 obj\n%s\nendobj\n", id, text)
}

func (p *paper) stream(id int, entries, data string) {
	p.object(id, fmt.Sprintf("<<%s /Length %d>>\nstream\n%s\nendstream", entries, len(data), data))
}

// end writes the table of contents and the trailer.
func (p *paper) end(trailer string) []byte {
	start := p.Len()
	last := 0
	for id := range p.at {
		last = max(last, id)
	}
	fmt.Fprintf(p, "xref\n0 %d\n0000000000 65535 f \n", last+1)
	for id := 1; id <= last; id++ {
		fmt.Fprintf(p, "%010d 00000 n \n", p.at[id])
	}
	fmt.Fprintf(p, "trailer\n<</Size %d %s>>\nstartxref\n%d\n%%%%EOF\n", last+1, trailer, start)
	return p.Bytes()
}

const helveticaFont = "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>"

// sheet is a PDF of one page with this content; more are further objects from number 6 on, resources what stands
// beside the font F1.
func sheet(content, resources string, more ...string) []byte {
	var p paper
	p.object(1, "<</Type/Catalog/Pages 2 0 R>>")
	p.object(2, "<</Type/Pages/Kids[3 0 R]/Count 1/MediaBox[0 0 600 800]>>")
	p.object(3, "<</Type/Page/Parent 2 0 R/Contents 4 0 R/Resources<</Font<</F1 5 0 R"+resources+">>>>>>")
	p.stream(4, "", content)
	p.object(5, helveticaFont)
	for i, text := range more {
		p.object(6+i, text)
	}
	return p.end("/Root 1 0 R")
}

// read gives the text of a PDF, its lines parted by "|".
func read(t *testing.T, raw []byte) string {
	t.Helper()
	f, err := Open(raw)
	if err != nil {
		t.Fatal(err)
	}
	lines, err := f.Lines(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	var texts []string
	for _, l := range lines {
		texts = append(texts, l.Text)
	}
	return strings.Join(texts, "|")
}

func deflate(data string) string {
	var b bytes.Buffer
	w := zlib.NewWriter(&b)
	w.Write([]byte(data))
	w.Close()
	return b.String()
}
