package site

import (
	"html"
	"html/template"
	"strconv"
	"strings"

	"briefbook/generator/internal/book"
)

// margin puts, behind the first citation of each source in a section, a line for the margin that says who
// reported and when. On narrow screens the stylesheet hides these lines; they hold nothing that the link of
// the citation does not lead to, so they are kept from screen readers, to which they would be an interruption.
type margin struct {
	sheet *sheet
	seen  map[book.ID]bool
}

func (s *sheet) margin() *margin { return &margin{sheet: s, seen: make(map[book.ID]bool)} }

// annotate inserts the lines into rendered HTML. Inside tables and set-apart blocks, from which a float cannot
// reach the margin, nothing is put.
func (m *margin) annotate(body template.HTML) template.HTML {
	src := string(body)
	if !strings.Contains(src, `class="cite"`) {
		return body
	}
	var out strings.Builder
	out.Grow(len(src) + 512)
	inside, id := 0, book.ID("")
	for {
		i := strings.IndexByte(src, '<')
		if i < 0 {
			break
		}
		end := strings.IndexByte(src[i:], '>')
		if end < 0 {
			break
		}
		end += i + 1
		tag := src[i:end]
		out.WriteString(src[:end])
		src = src[end:]
		switch {
		case opens(tag, "table"), opens(tag, "aside"), opens(tag, "details"), opens(tag, "section"):
			inside++
		case tag == "</table>", tag == "</aside>", tag == "</details>", tag == "</section>":
			inside--
		case inside == 0 && strings.HasPrefix(tag, "<a ") && strings.Contains(tag, `class="cite"`):
			id = book.ID(attribute(tag, "data-source"))
		case tag == "</a>" && id != "":
			m.put(&out, id)
			id = ""
		}
	}
	out.WriteString(src)
	return template.HTML(out.String())
}

func (m *margin) put(out *strings.Builder, id book.ID) {
	if m.seen[id] {
		return
	}
	m.seen[id] = true
	h, ok := m.sheet.lib.Head(id)
	if !ok {
		return
	}
	out.WriteString(`<span class="side" aria-hidden="true"><b>`)
	out.WriteString(strconv.Itoa(h.Tab))
	out.WriteString(`</b> `)
	credit := h.Credit
	if credit == "" {
		credit = "publisher unknown"
	}
	out.WriteString(html.EscapeString(credit))
	if !h.Date.IsZero() {
		out.WriteString(`, <span>`)
		out.WriteString(html.EscapeString(h.Date.Text(m.sheet.info.Language)))
		out.WriteString(`</span>`)
	}
	out.WriteString(`</span>`)
}

// opens reports whether a tag opens an element of this name.
func opens(tag, name string) bool {
	rest, ok := strings.CutPrefix(tag[1:], name)
	return ok && rest != "" && (rest[0] == '>' || rest[0] == ' ')
}

// attribute is the value of an attribute in a tag.
func attribute(tag, name string) string {
	_, rest, ok := strings.Cut(tag, " "+name+`="`)
	if !ok {
		return ""
	}
	value, _, _ := strings.Cut(rest, `"`)
	return html.UnescapeString(value)
}
