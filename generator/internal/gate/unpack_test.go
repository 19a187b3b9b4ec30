package gate

import (
	"archive/zip"
	"bytes"
	"compress/gzip"
	"compress/zlib"
	"encoding/base64"
	"encoding/binary"
	"errors"
	"hash/crc32"
	"io"
	"strings"
	"testing"
)

// run is twelve words of ferry.
const run = "the harbour board voted on Tuesday to reopen the island ferry after"

func gzipOf(data []byte) []byte {
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	_, _ = w.Write(data)
	_ = w.Close()
	return b.Bytes()
}

func zipOf(name string, data []byte) []byte {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	w, _ := z.Create(name)
	_, _ = w.Write(data)
	_ = z.Close()
	return b.Bytes()
}

func zlibOf(text string) string {
	var b bytes.Buffer
	w := zlib.NewWriter(&b)
	_, _ = io.WriteString(w, text)
	_ = w.Close()
	return b.String()
}

func pngOf(kind, chunk string) []byte {
	b := []byte("\x89PNG\r\n\x1a\n")
	for _, c := range [...][2]string{{"IHDR", strings.Repeat("\x00", 13)}, {kind, chunk}, {"IEND", ""}} {
		b = binary.BigEndian.AppendUint32(b, uint32(len(c[1])))
		b = append(b, c[0]+c[1]...)
		b = binary.BigEndian.AppendUint32(b, crc32.ChecksumIEEE([]byte(c[0]+c[1])))
	}
	return b
}

func jpegOf(segments ...string) []byte {
	b := []byte("\xff\xd8")
	for _, s := range segments {
		b = append(b, 0xff, s[0])
		b = binary.BigEndian.AppendUint16(b, uint16(len(s)+1))
		b = append(b, s[1:]...)
	}
	return append(b, "\xff\xda\x00\x02\x11\x22\xff\xd9"...)
}

// Words are found in whatever they are packed.
func TestUnpack(t *testing.T) {
	t.Parallel()
	x := one(ferry)
	document := func(text string) string {
		return `<w:p><w:r><w:t>` + strings.ReplaceAll(text, "o", `o</w:t></w:r><w:r><w:t>`) + `</w:t></w:r></w:p>`
	}
	folded := func(text, fold string) string {
		var b strings.Builder
		for ; len(text) > 17; text = text[17:] {
			b.WriteString(text[:17] + fold)
		}
		return b.String() + text
	}
	letters := strings.Join(strings.Split(run, ""), `</tspan><tspan dx="1">`)
	extended := func(text string) string { return "\xe1" + extension + strings.Repeat("0", 40) + text }
	for name, c := range map[string]struct {
		file string
		data []byte
	}{
		"gzip":                    {"a.txt.gz", gzipOf([]byte(run))},
		"two gzip in one":         {"a.txt.gz", append(gzipOf([]byte("first ")), gzipOf([]byte(run))...)},
		"figure, packed":          {"a.svgz", gzipOf([]byte("<svg><title>" + run + "</title></svg>"))},
		"archive":                 {"a.zip", zipOf("b/c.txt", []byte(run))},
		"name in an archive":      {"a.zip", zipOf(strings.ReplaceAll(run, " ", "-")+".txt", []byte("x"))},
		"book":                    {"a.epub", zipOf("OEBPS/one.xhtml", []byte("<p>"+strings.ReplaceAll(run, " ", " <b>")+"</p>"))},
		"document":                {"a.docx", zipOf("word/comments.xml", []byte(document(run)))},
		"slides":                  {"a.pptx", zipOf("ppt/slides/slide1.xml", []byte(strings.ReplaceAll(document(run), "w:", "a:")))},
		"archive in an archive":   {"a.zip", zipOf("b.zip", zipOf("c.gz", gzipOf([]byte(run))))},
		"archive of another name": {"a.dat", zipOf("b", []byte(run))},
		"text of a picture":       {"a.png", pngOf("tEXt", "Comment\x00"+run)},
		"packed text":             {"a.png", pngOf("zTXt", "Comment\x00\x00"+zlibOf(run))},
		"international text":      {"a.png", pngOf("iTXt", "Title\x00\x00\x00en\x00Title\x00"+run)},
		"packed, international":   {"a.png", pngOf("iTXt", "Title\x00\x01\x00en\x00Title\x00"+zlibOf(run))},
		"colour profile":          {"a.png", pngOf("iCCP", "p\x00\x00"+zlibOf(run))},
		"comment":                 {"a.jpg", jpegOf("\xe0JFIF\x00", "\xfe"+run)},
		"Exif":                    {"a.jpg", jpegOf("\xe1Exif\x00\x00MM\x00*\x00\x00\x00\x08" + run + "\x00")},
		"XMP":                     {"a.jpg", jpegOf("\xe1http://ns.adobe.com/xap/1.0/\x00<x:xmpmeta><dc:description>" + run + "</dc:description>")},
		"Exif in UTF-16":          {"a.jpg", jpegOf("\xe1Exif\x00\x00MM\x00*\x00\x00\x00\x08UNICODE\x00" + strings.Join(strings.Split(run, ""), "\x00") + "\x00")},
		"comment of a GIF":        {"a.gif", []byte("GIF89a\x01\x00\x01\x00\x00\x00\x00!\xfe\x14" + run[:20] + string(rune(len(run)-20)) + run[20:] + "\x00;")},
		"packed tape archive":     {"a.tgz", gzipOf([]byte("b" + strings.Repeat("\x00", 511) + run + strings.Repeat("\x00", 100)))},
		"head of a mail":          {"a.eml", []byte("Subject: =?utf-8?B?" + base64.StdEncoding.EncodeToString([]byte(run)) + "?=\n\nx")},
		"head of a mail, quoted":  {"a.eml", []byte("Subject: =?utf-8?q?" + strings.ReplaceAll(run, " ", "_") + "?=\n\nx")},
		"mail in BASE64":          {"a.eml", []byte("Content-Transfer-Encoding: BASE64\n\n" + base64.StdEncoding.EncodeToString([]byte(run)))},
		"XMP in two parts":        {"a.jpg", jpegOf(extended(run[:30]), extended(run[30:]))},
		"letters of a figure":     {"a.svg", []byte(`<svg><text><tspan>` + letters + `</tspan></text></svg>`)},
		"transcript":              {"a.json", []byte(`[{"w":"` + strings.ReplaceAll(run, " ", `","start":1.25},{"w" : "`) + `"}]`)},
		"calendar":                {"a.ics", []byte(folded("DESCRIPTION:"+run, "\r\n "))},
		"mail":                    {"a.eml", []byte(folded(run, "=\r\n"))},
		"mail in base64":          {"a.eml", []byte("Content-Transfer-Encoding: base64\r\nX: y\r\n\r\n" + folded(base64.StdEncoding.EncodeToString([]byte("So "+run+".")), "\r\n") + "\r\n--b--")},
		"address of data":         {"a.svg", []byte(`<image href="data:text/plain;base64,` + base64.StdEncoding.EncodeToString([]byte(run)) + `"/>`)},
		"packed address of data":  {"a.css", []byte(`url(data:image/png;base64,` + base64.StdEncoding.EncodeToString(pngOf("zTXt", "k\x00\x00"+zlibOf(run))) + `)`)},
	} {
		found := 0
		err := Unpack(c.file, c.data, func(inner string, text []byte) {
			for _, r := range scan(x, inner, string(text), nil) {
				found = max(found, r.Words)
			}
		})
		if found < Fail || err != nil {
			t.Errorf("%s: %d words, %v", name, found, err)
		}
	}
}

// What cannot be looked into is said, and takes no memory.
func TestUnpackBounds(t *testing.T) {
	t.Parallel()
	bomb := gzipOf(make([]byte, mostUnpacked+1))
	deep := []byte("x")
	for range deepest + 2 {
		deep = gzipOf(deep)
	}
	sealed := zipOf("a", []byte("x"))
	at := bytes.Index(sealed, []byte("PK\x01\x02"))
	sealed[at+8] |= 1
	for name, c := range map[string]struct {
		data []byte
		want error
	}{
		"bomb":              {bomb, errLarge},
		"bomb in archive":   {zipOf("b.gz", bomb), errLarge},
		"bomb in picture":   {pngOf("zTXt", "k\x00\x00"+zlibOf(string(make([]byte, mostUnpacked+1)))), errLarge},
		"too deep":          {deep, errDeep},
		"many entries":      {append([]byte("PK\x03\x04"), bytes.Repeat([]byte("PK\x01\x02"), mostEntries+1)...), errMany},
		"encrypted":         {sealed, errSealed},
		"unknown":           {[]byte("7z\xbc\xaf\x27\x1c rest"), errUnknown},
		"broken":            {gzipOf([]byte(ferry))[:60], errBroken},
		"broken archive":    {zipOf("a", []byte(ferry))[:60], errBroken},
		"broken picture":    {pngOf("zTXt", "k\x00\x00none"), errBroken},
		"nothing":           {nil, nil},
		"a text":            {[]byte("what base64 is\n\nIs told here, a word."), nil},
		"cut picture":       {pngOf("tEXt", "k\x00text")[:50], nil},
		"picture, a byte":   {[]byte("\x89PNG\r\n\x1a\n\x00"), nil},
		"cut photo":         {jpegOf("\xfetext")[:7], nil},
		"empty chunk":       {pngOf("zTXt", "k\x00"), nil},
		"unfinished string": {[]byte(`{"a":"b\`), nil},
	} {
		total := 0
		err := Unpack("a.json", c.data, func(_ string, text []byte) { total += len(text) })
		if !errors.Is(err, c.want) || (err == nil) != (c.want == nil) || err != nil && !errors.Is(err, ErrPacked) {
			t.Errorf("%s: %v, want %v", name, err, c.want)
		}
		if total > mostUnpacked {
			t.Errorf("%s: %d bytes", name, total)
		}
	}
}

// Any bytes are read, and within the bounds.
func FuzzUnpack(f *testing.F) {
	for _, data := range [][]byte{gzipOf([]byte(run)), zipOf("a.xml", []byte("<a>"+run)), pngOf("iTXt", "k\x00\x01\x00\x00\x00"+zlibOf(run)), jpegOf("\xfe" + run)} {
		f.Add("a.svg", data)
	}
	f.Add("a.eml", []byte("base64\n\nQUJD=\r\n=41"))
	f.Add("a.json", []byte(`{"a":"b\"c"}`))
	f.Add("a.ics", []byte("a\r\n b"))
	f.Fuzz(func(t *testing.T, name string, data []byte) {
		total := 0
		err := Unpack(name, data, func(_ string, text []byte) { total += len(text) })
		if err != nil && !errors.Is(err, ErrPacked) || total > 2*mostUnpacked {
			t.Errorf("%d bytes, %v", total, err)
		}
	})
}
