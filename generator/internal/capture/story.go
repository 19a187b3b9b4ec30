package capture

import (
	"encoding/xml"
	"errors"
	"io"
	"strings"
)

// How deep the elements of a part may nest, and paragraphs in text boxes of paragraphs. Word's own documents stay
// below a hundred and three.
const depthLimit, boxLimit = 2000, 20

var errNested = errors.New("its elements stand too deep in one another")

// story is the text of one part of a Word document.
type story struct {
	paragraphs []string
	notes      map[string][]string // of a part with notes: the paragraphs of each, by id
	refs       []noteRef           // in order
}

// noteRef is a place in the text that refers to a note.
type noteRef struct{ kind, id string }

func (s *story) refers(kind string) bool {
	for _, r := range s.refs {
		if r.kind == kind {
			return true
		}
	}
	return false
}

// scribe writes a story down while its elements go by.
type scribe struct {
	story *story
	depth int
	open  []*paragraph // the paragraphs that are open: one in another stands in a text box
	note  string       // id of the note that is open
	words bool         // inside an element whose characters are text
	props bool         // inside the properties of a paragraph
	chose []bool       // for each open set of alternatives, whether its first choice went by

	carry strings.Builder // the text of paragraphs whose ends were deleted: it runs on into the next
}

// paragraph is one that is open.
type paragraph struct {
	text  strings.Builder
	after []string // the paragraphs of the text boxes anchored in it
	runOn bool     // a tracked change has deleted its end
}

// readStory reads a part.
func readStory(r io.Reader) (*story, error) {
	w := &scribe{story: &story{notes: map[string][]string{}}}
	d := xml.NewDecoder(r)
	for {
		t, err := d.Token()
		if errors.Is(err, io.EOF) {
			w.flush()
			return w.story, nil
		}
		if err != nil {
			return nil, err
		}
		switch t := t.(type) {
		case xml.StartElement:
			if w.depth++; w.depth > depthLimit || len(w.open) > boxLimit {
				return nil, errNested
			}
			if w.skips(t) {
				w.depth--
				if err := d.Skip(); err != nil {
					return nil, err
				}
				continue
			}
			w.start(t)
		case xml.EndElement:
			w.depth--
			w.end(t.Name)
		case xml.CharData:
			if w.words {
				w.write(string(t))
			}
		}
	}
}

// skips reports whether an element is left out with all that is in it.
func (w *scribe) skips(t xml.StartElement) bool {
	if t.Name.Local == "Fallback" && compatible(t.Name) {
		return len(w.chose) > 0 && w.chose[len(w.chose)-1]
	}
	if !wordly(t.Name) {
		return false
	}
	switch t.Name.Local {
	case "del":
		// Among the properties of a paragraph it is no text that was deleted but the paragraph's end.
		if w.props && len(w.open) > 0 {
			w.open[len(w.open)-1].runOn = true
		}
		return true
	case "moveFrom", "rt", "pPrChange", "rPrChange":
		return true
	case "footnote", "endnote":
		// The line between text and notes is kept as a note of its own kind.
		kind := attr(t, "type")
		return kind != "" && kind != "normal"
	}
	return false
}

func (w *scribe) start(t xml.StartElement) {
	if compatible(t.Name) {
		switch t.Name.Local {
		case "AlternateContent":
			w.chose = append(w.chose, false)
		case "Choice":
			if n := len(w.chose); n > 0 {
				w.chose[n-1] = true
			}
		}
		return
	}
	if !wordly(t.Name) {
		return
	}
	switch t.Name.Local {
	case "p":
		w.open = append(w.open, &paragraph{})
	case "pPr":
		w.props = true
	case "t":
		w.words = true
	case "tab":
		if !w.props { // there it sets a tab stop
			w.write("\t")
		}
	case "br", "cr":
		w.write("\n")
	case "noBreakHyphen":
		w.write("\u2011")
	case "sym":
		// A character of a font of pictures, such as Wingdings: no text says what it shows.
		w.write("\uFFFD")
	case "footnoteReference":
		w.story.refs = append(w.story.refs, noteRef{"footnotes", attr(t, "id")})
	case "endnoteReference":
		w.story.refs = append(w.story.refs, noteRef{"endnotes", attr(t, "id")})
	case "footnote", "endnote":
		w.note = attr(t, "id")
	}
}

func (w *scribe) end(name xml.Name) {
	if compatible(name) && name.Local == "AlternateContent" && len(w.chose) > 0 {
		w.chose = w.chose[:len(w.chose)-1]
	}
	if !wordly(name) {
		return
	}
	switch name.Local {
	case "p":
		w.close()
	case "pPr":
		w.props = false
	case "t":
		w.words = false
	case "footnote", "endnote":
		w.flush()
		w.note = ""
	}
}

func (w *scribe) write(s string) {
	if n := len(w.open); n > 0 {
		w.open[n-1].text.WriteString(s)
	}
}

// close ends the innermost paragraph. What stands in a text box follows the paragraph that the box hangs on.
func (w *scribe) close() {
	n := len(w.open)
	if n == 0 {
		return
	}
	p := w.open[n-1]
	w.open = w.open[:n-1]
	whole := append([]string{p.text.String()}, p.after...)
	if n > 1 {
		w.open[n-2].after = append(w.open[n-2].after, whole...)
		return
	}
	w.carry.WriteString(whole[0])
	if !p.runOn {
		w.flush()
	}
	w.keep(whole[1:])
}

// flush keeps the paragraph that no more runs on into.
func (w *scribe) flush() {
	w.keep([]string{w.carry.String()})
	w.carry.Reset()
}

func (w *scribe) keep(paragraphs []string) {
	for _, text := range paragraphs {
		text = tidy(text)
		switch {
		case text == "":
		case w.note != "":
			w.story.notes[w.note] = append(w.story.notes[w.note], text)
		default:
			w.story.paragraphs = append(w.story.paragraphs, text)
		}
	}
}

// tidy takes blanks from the ends of the lines of a paragraph, and its blank lines: those set paragraphs apart.
func tidy(text string) string {
	if !strings.Contains(text, "\n") {
		return strings.TrimSpace(text)
	}
	lines := strings.Split(text, "\n")
	kept := lines[:0]
	for _, line := range lines {
		if line = strings.TrimSpace(line); line != "" {
			kept = append(kept, line)
		}
	}
	return strings.Join(kept, "\n")
}

// wordly reports whether a name is one of Word's own, in either of the two editions of the standard (ECMA-376),
// or the text of a formula.
func wordly(name xml.Name) bool {
	switch {
	case strings.HasSuffix(name.Space, "/wordprocessingml/2006/main"), strings.HasSuffix(name.Space, "/wordprocessingml/main"):
		return true
	case strings.HasSuffix(name.Space, "/officeDocument/2006/math"), strings.HasSuffix(name.Space, "/officeDocument/math"):
		return name.Local == "t"
	}
	return false
}

// compatible reports whether a name belongs to the choice between old and new forms of the same thing.
func compatible(name xml.Name) bool {
	return strings.HasSuffix(name.Space, "/markup-compatibility/2006")
}

func attr(t xml.StartElement, local string) string {
	for _, a := range t.Attr {
		if a.Name.Local == local {
			return a.Value
		}
	}
	return ""
}
