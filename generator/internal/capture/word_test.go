package capture

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"testing"
)

const spaces = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" ` +
	`xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" ` +
	`xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"`

// packed is a zip archive of parts, given as name and content in turn.
func packed(parts ...string) []byte {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for i := 0; i+1 < len(parts); i += 2 {
		w, err := z.Create(parts[i])
		if err == nil {
			_, err = io.WriteString(w, parts[i+1])
		}
		if err != nil {
			panic(err)
		}
	}
	if err := z.Close(); err != nil {
		panic(err)
	}
	return b.Bytes()
}

func document(body string) string {
	return `<?xml version="1.0" encoding="UTF-8"?><w:document ` + spaces + `><w:body>` + body + `</w:body></w:document>`
}

// para is a paragraph of one run.
func para(text string) string { return "<w:p><w:r><w:t>" + text + "</w:t></w:r></w:p>" }

func TestStory(t *testing.T) {
	t.Parallel()
	box := "<wps:txbx><w:txbxContent>" + para("in the box") + para("and more") + "</w:txbxContent></wps:txbx>"
	for _, c := range []struct {
		name, body string
		want       []string
	}{
		{"paragraphs", para("The ferry") + "<w:p/>" + para(" ") + para("sails."), []string{"The ferry", "sails."}},
		{"runs", `<w:p><w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">The </w:t></w:r><w:hyperlink><w:r><w:t>fer</w:t></w:r></w:hyperlink><w:r><w:t>ry</w:t></w:r></w:p>`, []string{"The ferry"}},
		{"tabs and breaks", "<w:p><w:pPr><w:tabs><w:tab/></w:tabs></w:pPr><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t> c</w:t><w:br/><w:br/><w:cr/><w:t>d&amp;</w:t></w:r></w:p>", []string{"a\tb\nc\nd&"}},
		{"signs", `<w:p><w:r><w:t>Kim Jong</w:t><w:noBreakHyphen/><w:t>un repre</w:t><w:softHyphen/><w:t>sented </w:t><w:sym w:font="Wingdings" w:char="F0FC"/></w:r></w:p>`, []string{"Kim Jong\u2011un represented \uFFFD"}},
		{"headings and lists", `<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:r><w:t>Piers</w:t></w:r></w:p><w:p><w:pPr><w:numPr><w:ilvl w:val="0"/></w:numPr></w:pPr><w:r><w:t>first</w:t></w:r></w:p>`, []string{"Piers", "first"}},
		{"a table, cell by cell", "<w:tbl><w:tr><w:tc>" + para("a") + "</w:tc><w:tc>" + para("b1") + para("b2") + "</w:tc></w:tr><w:tr><w:tc><w:tbl><w:tr><w:tc>" + para("c") + "</w:tc></w:tr></w:tbl></w:tc></w:tr></w:tbl>", []string{"a", "b1", "b2", "c"}},
		{"tracked changes", "<w:p><w:r><w:t>The </w:t></w:r><w:del><w:r><w:delText>old </w:delText><w:t>dead </w:t></w:r></w:del><w:ins><w:r><w:t>new</w:t></w:r></w:ins></w:p>" +
			"<w:moveFrom>" + para("moved") + "</w:moveFrom><w:moveTo>" + para("moved") + "</w:moveTo>", []string{"The new", "moved"}},
		{"an end that was deleted", "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>The </w:t></w:r></w:p>" + para("ferry") + para("sails") + "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>now</w:t></w:r></w:p>", []string{"The ferry", "sails", "now"}},
		{"what the format was before", `<w:p><w:pPr><w:pPrChange><w:pPr><w:rPr><w:del/></w:rPr></w:pPr></w:pPrChange></w:pPr><w:r><w:t>a</w:t></w:r></w:p>` + para("b"), []string{"a", "b"}},
		{"a box, once", `<w:p><w:r><w:t>before </w:t><mc:AlternateContent><mc:Choice>` + box + `</mc:Choice><mc:Fallback>` + box + `</mc:Fallback></mc:AlternateContent><w:t>after</w:t></w:r></w:p>`, []string{"before after", "in the box", "and more"}},
		{"only the old form", `<w:p><mc:AlternateContent><mc:Fallback>` + box + `</mc:Fallback></mc:AlternateContent></w:p>`, []string{"in the box", "and more"}},
		{"fields", `<w:p><w:r><w:fldChar/><w:instrText>PAGE </w:instrText></w:r><w:fldSimple w:instr="DATE"><w:r><w:t>4 March</w:t></w:r></w:fldSimple></w:p>`, []string{"4 March"}},
		{"a formula", "<w:p><m:oMath><m:r><m:t>x=1</m:t></m:r></m:oMath></w:p>", []string{"x=1"}},
		{"how to read a word", "<w:p><w:ruby><w:rt><w:r><w:t>hán</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>漢</w:t></w:r></w:rubyBase></w:ruby></w:p>", []string{"漢"}},
		{"a form to fill", "<w:sdt><w:sdtContent>" + para("a") + "</w:sdtContent></w:sdt>", []string{"a"}},
		{"words of others", "<w:p><a:p><a:t>no</a:t></a:p><w:r><w:t>yes</w:t></w:r></w:p>no", []string{"yes"}},
		{"nothing", "", nil},
	} {
		s, err := readStory(strings.NewReader(document(c.body)))
		if err != nil || !slices.Equal(s.paragraphs, c.want) {
			t.Errorf("%s: %q, %v; want %q", c.name, s, err, c.want)
		}
	}
}

func TestWord(t *testing.T) {
	t.Parallel()
	ref := func(kind, id string) string { return `<w:r><w:` + kind + `Reference w:id="` + id + `"/></w:r>` }
	body := document(`<w:p><w:r><w:t>The ferry</w:t></w:r>` + ref("endnote", "3") + ref("footnote", "2") + `<w:r><w:t> sails.</w:t></w:r>` + ref("footnote", "1") +
		`<w:del>` + ref("footnote", "5") + `</w:del></w:p>` + para("Cafe\u0301"))
	notes := func(kind string, texts ...string) string {
		var b strings.Builder
		fmt.Fprintf(&b, `<w:%[1]ss %s><w:%[1]s w:type="separator" w:id="0">%s</w:%[1]s>`, kind, spaces, para("----"))
		for i, text := range texts {
			fmt.Fprintf(&b, `<w:%[1]s w:id="%d">%s</w:%[1]s>`, kind, i+1, para(text))
		}
		return b.String() + fmt.Sprintf(`</w:%ss>`, kind)
	}
	core := `<cp:coreProperties xmlns:cp="c" xmlns:dc="d" xmlns:dcterms="t"><dc:title> Ferry
	to return</dc:title><dc:creator>M. Quill</dc:creator><dcterms:created>2019-03-04T10:20:00Z</dcterms:created><dcterms:modified>4 March</dcterms:modified></cp:coreProperties>`
	raw := packed("[Content_Types].xml", "<Types/>",
		"_rels/.rels", `<Relationships><Relationship Type="http://x/officeDocument" Target="/word/document2.xml"/></Relationships>`,
		"docProps/core.xml", core, "word/document2.xml", body,
		"word/footnotes.xml", notes("footnote", "One.", "Two.</w:t></w:r></w:p><w:p><w:r><w:t>And more.", "three", "four", "deleted"),
		"word/endnotes.xml", notes("endnote", "x", "y", "Three."))
	doc, err := Text(t.Context(), raw, "A.DOCX")
	want := Document{"The ferry sails.\n\nCafé\n\n[1] Two.\n\nAnd more.\n\n[2] One.\n\n[3] Three.", "docx", Info{"Ferry to return", "M. Quill", "2019-03-04", ""}}
	if err != nil || doc != want {
		t.Errorf("%+v, %v", doc, err)
	}
	strict := strings.ReplaceAll(document(para("The ferry")), "http://schemas.openxmlformats.org/wordprocessingml/2006/main", "http://purl.oclc.org/ooxml/wordprocessingml/main")
	if doc, err := word(packed("word/document.xml", strict)); err != nil || doc.Text != "The ferry" || doc.Info != (Info{}) {
		t.Errorf("the strict edition: %+v, %v", doc, err)
	}
}

func TestWordRefused(t *testing.T) {
	t.Parallel()
	whole := packed("word/document.xml", document(para("The ferry")))
	for _, c := range []struct {
		name string
		raw  []byte
		want error
		says string
	}{
		{"cut off", whole[:len(whole)-40], ErrNoText, "the Word document is broken"},
		{"another archive", packed("mimetype", "application/vnd.oasis.opendocument.text"), ErrFormat, "holds no Word document"},
		{"without words", packed("word/document.xml", document("<w:p/>")), ErrNoText, "run OCR first"},
		{"broken XML", packed("word/document.xml", document("<w:p>")), ErrNoText, "read word/document.xml"},
		{"another encoding", packed("word/document.xml", `<?xml version="1.0" encoding="EBCDIC"?><a/>`), ErrNoText, "EBCDIC"},
		{"broken notes", packed("word/document.xml", document(`<w:p><w:r><w:t>a</w:t><w:footnoteReference w:id="1"/></w:r></w:p>`), "word/footnotes.xml", "<a>"), ErrNoText, "read word/footnotes.xml"},
		{"elements in elements", packed("word/document.xml", document(strings.Repeat("<w:x>", depthLimit+9))), ErrNoText, "too deep"},
		{"boxes in boxes", packed("word/document.xml", document(strings.Repeat("<w:p>", boxLimit+2))), ErrNoText, "too deep"},
	} {
		if doc, err := Text(t.Context(), c.raw, "a.docx"); !errors.Is(err, c.want) || !strings.Contains(err.Error(), c.says) {
			t.Errorf("%s: %+v, %v; want %v … %s", c.name, doc, err, c.want, c.says)
		}
	}
}

func TestBomb(t *testing.T) {
	t.Parallel()
	raw := packed("word/document.xml", document(para("a")+strings.Repeat(" ", 1<<20)))
	if doc, err := unpack(raw, 1<<20); !errors.Is(err, ErrNoText) || !strings.Contains(err.Error(), "word/document.xml of the Word document is larger than 1 MB unpacked") {
		t.Errorf("%+v, %v", doc, err)
	}
	if _, err := unpack(raw, 1<<21); err != nil {
		t.Error(err)
	}
}

func TestDay(t *testing.T) {
	t.Parallel()
	for in, want := range map[string]string{
		"2019-03-04T10:20:00Z": "2019-03-04", " 2019-03-04\n": "2019-03-04", "2019-03-04T23:59:59+09:00": "2019-03-04",
		"": "", "2019-03": "", "2019-03-04 10:20": "", "2019-13-04": "", "2019-00-04": "", "2019-03-32": "", "2019/03/04": "", "4 March 2019": "",
	} {
		if got := isoDay(in); got != want {
			t.Errorf("%q is %q, want %q", in, got, want)
		}
	}
}

func FuzzStory(f *testing.F) {
	f.Add(document(para("The ferry") + `<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><mc:AlternateContent><mc:Choice><w:p><w:r><w:t>x</w:t></w:r></w:p></mc:Choice><mc:Fallback/></mc:AlternateContent></w:p>`))
	f.Add(`<w:footnotes ` + spaces + `><w:footnote w:id="1">` + para("a") + `</w:footnote></w:footnotes>`)
	f.Fuzz(func(t *testing.T, part string) {
		s, err := readStory(strings.NewReader(part))
		if err != nil {
			return
		}
		for _, p := range s.paragraphs {
			if p == "" || p != strings.TrimSpace(p) || strings.Contains(p, "\n\n") {
				t.Fatalf("%q", p)
			}
		}
	})
}

func BenchmarkWord(b *testing.B) {
	raw := packed("word/document.xml", document(strings.Repeat(para("The harbour board voted on Tuesday to reopen the island ferry after a winter of repairs."), 1000)))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := word(raw); err != nil {
			b.Fatal(err)
		}
	}
}
