package capture

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"path"
	"strings"
)

// partLimit is the most that one part of a Word document may hold unpacked. The text of a thousand pages is a
// tenth of it; what holds more is an attack or no text.
const partLimit = 64 << 20

// parcel is a Word document: a zip archive whose parts name each other.
type parcel struct {
	zip   *zip.Reader
	limit int64 // of a part
}

// word takes the text out of a Word document: the body with its tables and text boxes, and after it the notes
// that the body refers to, each opened by its number: "[1] …". The body itself gets no such numbers, because a
// quotation from it has none. Left out are running heads, comments, and what a tracked change has deleted.
func word(raw []byte) (Document, error) { return unpack(raw, partLimit) }

func unpack(raw []byte, limit int64) (Document, error) {
	z, err := zip.NewReader(bytes.NewReader(raw), int64(len(raw)))
	if err != nil {
		return Document{}, fmt.Errorf("%w: the Word document is broken: %w", ErrNoText, err)
	}
	p := parcel{z, limit}
	main := p.main()
	body, err := p.story(main)
	if errors.Is(err, errAbsent) {
		return Document{}, fmt.Errorf("%w: the zip archive holds no Word document", ErrFormat)
	}
	if err != nil {
		return Document{}, err
	}
	out := body.paragraphs
	number := 0
	for _, kind := range []string{"footnotes", "endnotes"} {
		if !body.refers(kind) {
			continue
		}
		notes, err := p.story(path.Join(path.Dir(main), kind+".xml"))
		if errors.Is(err, errAbsent) {
			continue
		}
		if err != nil {
			return Document{}, err
		}
		for _, ref := range body.refs {
			if note := notes.notes[ref.id]; ref.kind == kind && len(note) > 0 {
				number++
				out = append(out, fmt.Sprintf("[%d] %s", number, note[0]))
				out = append(out, note[1:]...)
			}
		}
	}
	if len(out) == 0 {
		return Document{}, fmt.Errorf("%w: the Word document holds no words; if it is made of pictures, run OCR first", ErrNoText)
	}
	return Document{Text: strings.Join(out, "\n\n"), By: "docx", Info: p.info()}, nil
}

var errAbsent = errors.New("not in the archive")

// part reads a part whole, or says that it is absent or too large.
func (p parcel) part(name string) ([]byte, error) {
	for _, f := range p.zip.File {
		if !strings.EqualFold(strings.TrimPrefix(f.Name, "/"), name) {
			continue
		}
		r, err := f.Open()
		if err != nil {
			return nil, fmt.Errorf("%w: open %s of the Word document: %w", ErrNoText, name, err)
		}
		defer r.Close()
		// The size that the archive states is the sender's word; only what comes out counts.
		data, err := io.ReadAll(io.LimitReader(r, p.limit+1))
		switch {
		case int64(len(data)) > p.limit:
			return nil, fmt.Errorf("%w: %s of the Word document is larger than %d MB unpacked", ErrNoText, name, p.limit>>20)
		case err != nil:
			return nil, fmt.Errorf("%w: read %s of the Word document: %w", ErrNoText, name, err)
		}
		return data, nil
	}
	return nil, errAbsent
}

// main is the name of the part with the body: where the archive says it is, or where it usually is.
func (p parcel) main() string {
	const usual = "word/document.xml"
	data, err := p.part("_rels/.rels")
	if err != nil {
		return usual
	}
	var rels struct {
		Relationship []struct {
			Type   string `xml:",attr"`
			Target string `xml:",attr"`
		}
	}
	if xml.Unmarshal(data, &rels) != nil {
		return usual
	}
	for _, r := range rels.Relationship {
		if strings.HasSuffix(r.Type, "/officeDocument") && r.Target != "" {
			return strings.TrimPrefix(path.Clean(r.Target), "/")
		}
	}
	return usual
}

func (p parcel) story(name string) (*story, error) {
	data, err := p.part(name)
	if err != nil {
		return nil, err
	}
	s, err := readStory(bytes.NewReader(data))
	if err != nil {
		return nil, fmt.Errorf("%w: read %s of the Word document: %w", ErrNoText, name, err)
	}
	return s, nil
}

// info reads the core properties. A document without them, or with broken ones, states nothing.
func (p parcel) info() Info {
	data, err := p.part("docProps/core.xml")
	if err != nil {
		return Info{}
	}
	var core struct {
		Title    string `xml:"title"`
		Creator  string `xml:"creator"`
		Created  string `xml:"created"`
		Modified string `xml:"modified"`
	}
	if xml.Unmarshal(data, &core) != nil {
		return Info{}
	}
	return Info{
		Title: oneLine(core.Title), Author: oneLine(core.Creator),
		Created: isoDay(core.Created), Modified: isoDay(core.Modified),
	}
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// isoDay is the day of "2019-03-04T10:20:00Z", "" for anything else.
func isoDay(s string) string {
	s = strings.TrimSpace(s)
	if len(s) < 10 || len(s) > 10 && s[10] != 'T' {
		return ""
	}
	for i, c := range []byte(s[:10]) {
		if dash := i == 4 || i == 7; dash != (c == '-') || !dash && (c < '0' || c > '9') {
			return ""
		}
	}
	if s[5:7] < "01" || s[5:7] > "12" || s[8:10] < "01" || s[8:10] > "31" {
		return ""
	}
	return s[:10]
}
