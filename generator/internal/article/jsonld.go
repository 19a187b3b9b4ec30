package article

import (
	"encoding/json"
	"strings"
	"unicode"

	"golang.org/x/net/html"
)

// object is what a page says of an article in JSON-LD: schema.org's NewsArticle and its kin.
type object struct {
	kind      string // "NewsArticle"
	headlines []string
	urls      []string
	published string
	modified  string
	publisher string
	authors   []string
	agencies  []string // organisations among the authors
	language  string
	rights    string
	body      string   // the text of the article, as a witness
	sources   []string // who had the text first
}

// deepData is how far JSON-LD is followed.
const deepData = 8

// objects reads the JSON-LD of a page: every object that is an article, in order, those of one kind before
// web pages. It also gives the kinds of all objects.
func objects(data []string) (list []object, kinds []string) {
	ids := map[string]map[string]any{}
	var found []map[string]any
	for _, text := range data[:min(len(data), mostMeta)] {
		var value any
		if err := json.Unmarshal([]byte(printable(text)), &value); err != nil {
			continue // what a page says wrongly it does not say
		}
		gather(value, ids, &found, deepData)
	}
	var articles, pages []object
	for _, m := range found {
		kind := kindOf(m)
		kinds = append(kinds, kind)
		switch {
		case strings.HasSuffix(kind, "Article"), kind == "BlogPosting", kind == "LiveBlogPosting", kind == "SocialMediaPosting", kind == "Report",
			kind == "DiscussionForumPosting":
			articles = append(articles, read(m, kind, ids))
		case kind == "WebPage", kind == "ItemPage", kind == "Review", kind == "Recipe", kind == "VideoObject", kind == "Event":
			pages = append(pages, read(m, kind, ids))
		}
	}
	return append(articles, pages...), kinds
}

// printable puts blanks for control characters, which JSON forbids within strings and pages write all the same.
func printable(s string) string {
	s = strings.TrimSpace(s)
	s = strings.TrimSuffix(strings.TrimPrefix(s, "<!--"), "-->")
	s = strings.TrimPrefix(strings.TrimSpace(s), "//<![CDATA[")
	s = strings.TrimSuffix(strings.TrimPrefix(s, "<![CDATA["), "]]>")
	s = strings.TrimRight(s, "; \t\r\n/")
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) {
			return ' '
		}
		return r
	}, s)
}

// gather walks a value and collects its objects, and by their @id those that others point to.
func gather(value any, ids map[string]map[string]any, found *[]map[string]any, depth int) {
	if depth == 0 || len(*found) >= mostMeta {
		return
	}
	switch v := value.(type) {
	case []any:
		for _, e := range v {
			gather(e, ids, found, depth-1)
		}
	case map[string]any:
		if id, ok := v["@id"].(string); ok && len(v) > len(ids[id]) {
			ids[id] = v
		}
		*found = append(*found, v)
		for _, key := range []string{"@graph", "mainEntity", "mainEntityOfPage", "subjectOf", "publisher", "author"} {
			gather(v[key], ids, found, depth-1)
		}
	}
}

func kindOf(m map[string]any) string {
	kind := firstString(m["@type"])
	if list, ok := m["@type"].([]any); ok {
		for _, e := range list {
			if s, ok := e.(string); ok && strings.HasSuffix(s, "Article") {
				kind = s
			}
		}
	}
	return kind[strings.LastIndexAny(kind, "/#:")+1:]
}

func read(m map[string]any, kind string, ids map[string]map[string]any) object {
	o := object{
		kind:      kind,
		published: unescaped(firstString(m["datePublished"])),
		modified:  unescaped(firstString(m["dateModified"])),
		language:  firstString(m["inLanguage"]),
		rights:    firstString(m["copyrightNotice"]),
		body:      unescaped(firstString(m["articleBody"])),
	}
	for _, key := range []string{"headline", "name", "alternativeHeadline"} {
		if s := unescaped(firstString(m[key])); s != "" {
			o.headlines = append(o.headlines, s)
		}
	}
	for _, key := range []string{"url", "mainEntityOfPage", "@id"} {
		if s := firstString(m[key]); s != "" {
			o.urls = append(o.urls, s)
		}
	}
	for _, p := range named(m["publisher"], ids) {
		o.publisher = p.name
		break
	}
	for _, key := range []string{"provider", "sourceOrganization", "isBasedOn"} {
		for _, a := range named(m[key], ids) {
			o.sources = append(o.sources, a.name)
		}
	}
	for _, key := range []string{"author", "creator"} {
		for _, a := range named(m[key], ids) {
			if a.person {
				o.authors = append(o.authors, a.name)
			} else {
				o.agencies = append(o.agencies, a.name)
			}
		}
		if len(o.authors)+len(o.agencies) > 0 {
			break
		}
	}
	return o
}

// party is a person or an organisation.
type party struct {
	name   string
	person bool
}

// named reads names: a string, an object, one that another object holds, or a list of them.
func named(value any, ids map[string]map[string]any) []party {
	switch v := value.(type) {
	case string:
		if s := unescaped(v); s != "" {
			return []party{{s, true}}
		}
	case []any:
		var out []party
		for _, e := range v {
			if _, nested := e.([]any); !nested && len(out) < 20 {
				out = append(out, named(e, ids)...)
			}
		}
		return out
	case map[string]any:
		if s := unescaped(firstString(v["name"])); s != "" {
			kind := kindOf(v)
			return []party{{s, kind == "" || kind == "Person"}}
		}
		if whole := ids[firstString(v["@id"])]; whole != nil && whole["name"] != nil {
			return named(map[string]any{"name": whole["name"], "@type": whole["@type"]}, nil)
		}
	}
	return nil
}

// firstString is a string, the first of a list, or the @id or @value of an object.
func firstString(value any) string {
	switch v := value.(type) {
	case string:
		return v
	case []any:
		if len(v) > 0 {
			if s, ok := v[0].(string); ok {
				return s
			}
		}
	case map[string]any:
		for _, key := range []string{"@id", "@value", "name"} {
			if s, ok := v[key].(string); ok {
				return s
			}
		}
	}
	return ""
}

// unescaped is a value without entities and with single blanks.
func unescaped(s string) string { return strings.Join(strings.Fields(html.UnescapeString(s)), " ") }
