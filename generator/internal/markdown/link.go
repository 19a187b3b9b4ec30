package markdown

import (
	"bytes"
	"net/url"
	"path"
	"strconv"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/util"
	"golang.org/x/text/unicode/norm"

	"briefbook/generator/internal/book"
	"briefbook/generator/internal/diag"
)

// A destination is where an address leads.
type destination struct {
	link   book.Link
	web    bool // not for the target to resolve
	unsafe bool
}

// aim reads the address of a link. A path to a Markdown file leads to the page of that name, "#part" to a part
// of this page, any other path to a static file: the folders above static/ are not part of its name.
func (c *conversion) aim(address string) destination {
	if scheme := schemeOf(address); scheme != "" {
		return destination{book.Link{URL: address}, true, !harmless(scheme)}
	}
	if strings.HasPrefix(address, "//") {
		return destination{book.Link{URL: address}, true, false}
	}
	file, fragment, _ := strings.Cut(address, "#")
	if decoded, err := url.PathUnescape(file); err == nil {
		file = decoded
	}
	if file == "" {
		return destination{link: book.Link{To: c.ID, Fragment: fragment}}
	}
	if id, ok := strings.CutSuffix(file, ".md"); ok {
		return destination{link: book.Link{To: idOf(path.Base(id)), Fragment: fragment}}
	}
	file = strings.TrimPrefix(path.Clean("/"+file), "/")
	return destination{link: book.Link{URL: strings.TrimPrefix(file, "static/"), Fragment: fragment}}
}

// schemeOf returns the scheme of an address as a browser sees it, which overlooks white space and control
// characters, or "".
func schemeOf(address string) string {
	name, _, ok := strings.Cut(address, ":")
	if !ok {
		return ""
	}
	name = strings.Map(func(r rune) rune {
		if r <= ' ' || r == 0x7f {
			return -1
		}
		return r
	}, name)
	for i, r := range name {
		letter := r|0x20 >= 'a' && r|0x20 <= 'z'
		if !letter && (i == 0 || (r < '0' || r > '9') && r != '+' && r != '-' && r != '.') {
			return ""
		}
	}
	return strings.ToLower(name)
}

// harmless reports whether a link may have the scheme. What is not known to be harmless is dropped.
func harmless(scheme string) bool {
	switch scheme {
	case "http", "https", "mailto", "tel", "ftp", "ftps", "sftp", "news", "irc", "ircs", "xmpp", "geo", "sms", "urn", "doi", "magnet":
		return true
	}
	return false
}

// link converts [label](address "title").
func (c *conversion) link(n *ast.Link) {
	if c.linked {
		c.inlines(n)
		return
	}
	at := c.reading.span(n.Pos(), c.linkStop(n))
	closing := c.openLink(string(resolve(n.Destination)), string(resolve(n.Title)), c.words(n), at)
	c.linked = closing != nil
	c.inlines(n)
	c.linked = false
	if closing != nil {
		closing()
	}
}

// openLink opens a link and returns what closes it, or nil when there must be none.
func (c *conversion) openLink(address, title, label string, at diag.Span) func() {
	d := c.aim(address)
	if d.unsafe {
		c.warn(at, fault{
			"unsafe-url", "a link to " + strconv.Quote(schemeOf(address)+":") + " is not allowed", "the words are kept without the link",
		})
		return nil
	}
	d.link.Label, d.link.At = label, at
	c.page.links = append(c.page.links, d.link)
	if d.web {
		c.put(`<a href="`)
		c.quote(string(util.URLEscape([]byte(address), false)))
		c.put(`" rel="noopener"`)
		c.title(title)
		c.put(">")
		return func() { c.put("</a>") }
	}
	from := len(c.out)
	c.title(title)
	c.cut(holeLink, len(c.page.links)-1, from)
	return func() { c.hole(holeLinkEnd, 0) }
}

func (c *conversion) title(title string) {
	if title != "" {
		c.put(` title="`)
		c.quote(title)
		c.put(`"`)
	}
}

// linkStop finds where a link ends in the source; goldmark keeps only the beginning.
func (c *conversion) linkStop(n ast.Node) int {
	stop := max(n.Pos(), 0)
	for last := n.LastChild(); last != nil; last = last.LastChild() {
		stop = max(stop, last.Pos())
		switch last := last.(type) {
		case *ast.Text:
			stop = last.Segment.Stop
		case *wiki:
			stop = last.stop
		case *citation:
			stop = last.stop
		case *ast.Link, *ast.Image:
			stop = c.linkStop(last)
		default:
			continue
		}
		break
	}
	rest := c.source[stop:]
	if end := bytes.IndexByte(rest, '\n'); end >= 0 {
		rest = rest[:end]
	}
	i := bytes.IndexByte(rest, ']')
	if i < 0 {
		return stop
	}
	i++
	if i < len(rest) && rest[i] == '(' {
		for open := 0; i < len(rest); i++ {
			switch rest[i] {
			case '(':
				open++
			case ')':
				open--
			}
			if open == 0 {
				return stop + i + 1
			}
		}
		return stop + len(rest)
	}
	if i < len(rest) && rest[i] == '[' {
		if end := bytes.IndexByte(rest[i:], ']'); end >= 0 {
			return stop + i + end + 1
		}
	}
	return stop + i
}

// autoLink converts <https://…> and <a@b.example>.
func (c *conversion) autoLink(n *ast.AutoLink) {
	label := string(n.Label(c.source))
	if c.linked {
		c.escape(label)
		return
	}
	address := string(n.URL(c.source))
	if n.AutoLinkType == ast.AutoLinkEmail {
		address = "mailto:" + strings.TrimPrefix(address, "mailto:")
	}
	start := max(n.Pos(), 0)
	closing := c.openLink(address, "", label, c.reading.span(start, min(start+len(label)+2, len(c.source))))
	c.escape(label)
	if closing != nil {
		closing()
	}
}

// image converts ![alt](address "title").
func (c *conversion) image(n *ast.Image) {
	at := c.reading.span(n.Pos(), c.linkStop(n))
	c.picture(string(resolve(n.Destination)), c.words(n), string(resolve(n.Title)), at)
}

// picture puts an image. One that lies elsewhere is linked to instead: a book asks nothing of third parties.
func (c *conversion) picture(address, alt, title string, at diag.Span) {
	if alt == "" {
		c.warn(at, fault{
			"image-alt", "the image has no text for those who cannot see it", "say what it shows: ![a map of the border](" + address + ")",
		})
	}
	scheme := schemeOf(address)
	embedded := scheme == "data" && embeddable(address)
	d := c.aim(address)
	switch {
	case d.unsafe && !embedded:
		c.warn(at, fault{"unsafe-url", "an image from " + strconv.Quote(scheme+":") + " is not allowed", "put the file into content/static"})
		c.escape(alt)
		return
	case d.web && !embedded || d.link.To != "":
		if alt == "" {
			alt = address
		}
		var closing func()
		if !c.linked {
			closing = c.openLink(address, title, alt, at)
		}
		c.escape(alt)
		if closing != nil {
			closing()
		}
		return
	}
	if embedded {
		c.put(`<img src="`)
		c.quote(address)
		c.put(`" alt="`)
		c.quote(alt)
		c.put(`"`)
		c.title(title)
		c.hole(holeVoid, 0)
		c.put(">")
		return
	}
	d.link.Label, d.link.At = alt, at
	c.page.links = append(c.page.links, d.link)
	from := len(c.out)
	c.quote(alt)
	if title != "" {
		c.put("\x00")
		c.quote(title)
	}
	c.cut(holeImage, len(c.page.links)-1, from)
}

// embeddable reports whether a data: address holds a picture that cannot run scripts.
func embeddable(address string) bool {
	for _, kind := range [...]string{"png", "jpeg", "gif", "webp", "avif"} {
		if rest, ok := strings.CutPrefix(address, "data:image/"+kind); ok && (rest == "" || rest[0] == ';' || rest[0] == ',') {
			return true
		}
	}
	return false
}

// idOf is the id that a name in the text stands for: accents are of one piece, as in the ids of pages.
func idOf(name string) book.ID { return book.ID(norm.NFC.String(name)) }
