package article

import (
	"strings"
	"testing"
)

// trial reads one line as if it stood below a title.
func trial(read func(*page, headLine) string, line string) (*page, string) {
	p := &page{blocks: []block{newBlock(1, 1, "Ferry to reopen soon"), newBlock(2, 2, line)}}
	return p, read(p, headLine{block: &p.blocks[1], text: line, at: 1, begun: true})
}

func valuesOf(list []found) string {
	var out []string
	for _, f := range list {
		out = append(out, f.value)
	}
	return strings.Join(out, "; ")
}

func TestByLine(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ in, reason, names, agency, publisher string }{
		{"By REUTERS", "agency_byline", "", "Reuters", ""},
		{"By AFP", "agency_byline", "", "AFP", ""},
		{"By Mara Lindqvist", "byline", "Mara Lindqvist", "", ""},
		{"by Mara Lindqvist", "byline", "Mara Lindqvist", "", ""},
		{"By Mara Lindqvist, Harbour Correspondent", "byline", "Mara Lindqvist", "", ""},
		{"By Mara Lindqvist, Jon Meer and Ida Brandt", "byline", "Mara Lindqvist; Jon Meer; Ida Brandt", "", ""},
		{"BY MARA LINDQVIST and Jon Meer, Associated Press", "byline", "Mara Lindqvist; Jon Meer", "AP", ""},
		{"By MARY-ANN O'NEIL", "byline", "Mary-Ann O'Neil", "", ""},
		{"By KIM MIN-JI", "byline", "Kim Min-ji", "", ""},
		{"By Kim Min-ji", "byline", "Kim Min-ji", "", ""},
		{"By J. R. de Souza", "byline", "J. R. de Souza", "", ""},
		{"By JON VAN DER MEER", "byline", "Jon van der Meer", "", ""},
		{"By Mara Lindqvist in Seoul", "byline", "Mara Lindqvist", "", ""},
		{"By Mara Lindqvist in Seoul and Jon Meer in Tokyo", "byline", "Mara Lindqvist; Jon Meer", "", ""},
		{"By Mara Lindqvist, Science Editor", "byline", "Mara Lindqvist", "", ""},
		{"By Mara Lindqvist @mlindqvist", "byline", "Mara Lindqvist", "", ""},
		{"By Mara Lindqvist | mara@ferry.example", "byline", "Mara Lindqvist", "", ""},
		{"By Mara Lindqvist for The Ferry Times", "byline", "Mara Lindqvist", "", "The Ferry Times"},
		{"Written by Mara Lindqvist", "byline", "Mara Lindqvist", "", ""},
		{"Von Mara Müller-Lüdenscheid", "byline", "Mara Müller-Lüdenscheid", "", ""},
		{"Von Mara Lindqvist und Jon Meer, Berlin", "byline", "Mara Lindqvist; Jon Meer", "", ""},
		{"Mara Lindqvist, Reporter", "byline", "Mara Lindqvist", "", ""},
		{"Mara Lindqvist | AP", "byline", "Mara Lindqvist", "AP", ""},
		{"Mara Lindqvist - Staff Writer", "byline", "Mara Lindqvist", "", ""},
		{"Mara Lindqvist, The Ferry Times", "byline", "Mara Lindqvist", "", "The Ferry Times"},
		{"Mara Lindqvist @mlindqvist", "byline", "Mara Lindqvist", "", ""},
		{"홍길동 기자", "byline", "홍길동", "", ""},
		{"홍길동·김철수 기자 gildong@ferry.example", "byline", "홍길동; 김철수", "", ""},
		{"글 홍길동 선임기자", "byline", "홍길동", "", ""},
		{"홍길동 기자 = ", "byline", "홍길동", "", ""},
		{"온라인뉴스팀", "byline", "", "", ""},
		{"By Our Staff Reporter", "byline", "", "", ""},
		{"By Web Desk", "byline", "", "", ""},
		{"By Editorial Board", "byline", "", "", ""},
		{"By Special Correspondent", "byline", "", "", ""},
		{"By Staff and agencies", "byline", "", "", ""},
		{"Von Online-Redaktion", "byline", "", "", ""},
		{"By Harbour News Service", "byline", "", "", ""},
		{"By the time they met", "", "", "", ""},
		{"By Sea And Land", "", "", "", ""},
		{"By April", "", "", "", ""},
		{"Bye Mara Lindqvist", "", "", "", ""},
		{"Mara Lindqvist", "", "", "", ""},
		{"Jon Meer / AFP", "", "", "", ""},
		{"Photo: Jon Meer", "", "", "", ""},
		{"Von der Fähre ans Land", "", "", "", ""},
		{"Two Koreas, One Ferry", "", "", "", ""},
	} {
		p, got := trial(byLine, c.in)
		if got != c.reason || valuesOf(p.bylines) != c.names || valuesOf(p.agencies) != c.agency || valuesOf(p.publisher) != c.publisher {
			t.Errorf("%q: %q, names %q, agency %q, publisher %q", c.in, got, valuesOf(p.bylines), valuesOf(p.agencies), valuesOf(p.publisher))
		}
	}
}
