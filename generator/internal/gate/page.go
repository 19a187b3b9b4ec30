package gate

import (
	"bytes"
	"encoding/json"
	"strings"

	"golang.org/x/net/html"
)

// page reads an original that is a page of the web.
func (c *collector) page(raw []byte) {
	var none list
	text, prose := newLexer(&c.main, &none, &none), newLexer(&c.aside, &none, &none)
	defer text.release()
	defer prose.release()
	separate := func(value []byte) {
		if bytes.Count(value, []byte(" ")) >= Warn-1 {
			prose.whole(value)
			prose.stop()
		}
	}
	z := html.NewTokenizer(bytes.NewReader(raw))
	z.SetMaxBuf(len(raw) + 1)
	code, data := false, false // in a script or style; that is JSON
	var tag []byte
	for {
		kind := z.Next()
		switch kind {
		case html.ErrorToken:
			text.stop()
			return
		case html.TextToken:
			switch {
			case data:
				values(z.Raw(), separate)
			case !code:
				text.whole(z.Raw())
			}
		case html.StartTagToken, html.EndTagToken, html.SelfClosingTagToken:
			name, more := z.TagName()
			code = kind == html.StartTagToken && (string(name) == "script" || string(name) == "style")
			data = false
			tag = append(append(append(tag[:0], '<'), name...), '>')
			text.whole(tag)
			for more {
				var key, value []byte
				key, value, more = z.TagAttr()
				switch {
				case code && string(key) == "type":
					data = bytes.Contains(value, []byte("json"))
				case readable(string(key)):
					separate(value)
				}
			}
		}
	}
}

// readable reports whether an attribute holds words for a reader.
func readable(key string) bool {
	switch key {
	case "alt", "aria-description", "aria-label", "content", "label", "placeholder", "summary", "title":
		return true
	}
	return strings.HasPrefix(key, "data-")
}

// values calls do for every string of a text in JSON, as far as it is one.
func values(raw []byte, do func([]byte)) {
	d := json.NewDecoder(bytes.NewReader(raw))
	for {
		t, err := d.Token()
		if err != nil {
			return
		}
		if s, ok := t.(string); ok {
			do([]byte(s))
		}
	}
}
