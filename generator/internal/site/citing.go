package site

import (
	"html/template"

	"briefbook/generator/internal/book"
	"briefbook/generator/internal/export"
)

// Citing is how other works cite a source, shown on its page.
type Citing struct {
	Reference, InText template.HTML // author and date
	Note, Entry       template.HTML // notes and bibliography
	COinS             string        // for reference managers, see export.Record.OpenURL
}

// Subject is the work that a source's page is about, as the head of the page tells it to reference managers and
// search engines. Zotero makes a newspaper article of the first, and would make something else of it if the page
// also had citation_title or og:type. Without the publisher's address it takes that of the page.
type Subject struct {
	Type, Title, Publisher, URL string
	Date                        string // "2018-06-01", else ""
	Said                        string // then the date in words, so that no other date of the page is taken for it
	Authors                     []string
	Data                        *aboutPage
}

// aboutPage says in the words of schema.org that the page is about an article. It does not say that it is one.
type aboutPage struct {
	Context string      `json:"@context"`
	Type    string      `json:"@type"`
	Name    string      `json:"name"`
	URL     string      `json:"url,omitempty"`
	PartOf  workNode    `json:"isPartOf"`
	About   articleNode `json:"about"`
}

type workNode struct {
	Type string `json:"@type"`
	Name string `json:"name"`
}

type articleNode struct {
	Type      string     `json:"@type"`
	Headline  string     `json:"headline,omitempty"` // only what the article has for one
	Name      string     `json:"name,omitempty"`
	URL       string     `json:"url,omitempty"`
	Archived  string     `json:"archivedAt,omitempty"`
	Published string     `json:"datePublished,omitempty"`
	Authors   []workNode `json:"author,omitempty"`
	Publisher *workNode  `json:"publisher,omitempty"`
	Language  string     `json:"inLanguage,omitempty"`
}

// citing fills in how the source is cited, for people and for machines.
func (s *sheet) citing(v *Source, p *book.Page) {
	r := export.Of(p.Head, p.Meta, s.info.Language)
	v.Citing = Citing{cited(r.Reference()), cited(r.InText()), cited(r.Note()), cited(r.Entry()), r.OpenURL()}
	subject := &Subject{Type: "newspaperArticle", Title: r.Title, Publisher: r.Publisher, URL: r.URL, Date: r.Day(), Data: s.linkedData(v, p, r)}
	switch {
	case subject.Date != "":
	case p.Date.IsZero():
		subject.Said = "n.d."
	default:
		subject.Said = p.Date.Text("en")
	}
	for _, n := range r.Authors {
		subject.Authors = append(subject.Authors, n.Full())
	}
	v.Frame.Subject = subject
}

func (s *sheet) linkedData(v *Source, p *book.Page, r export.Record) *aboutPage {
	page := &aboutPage{Context: "https://schema.org", Type: "WebPage", Name: v.Frame.Title, URL: v.Frame.Canonical,
		PartOf: workNode{"Book", s.info.Title}}
	page.About = articleNode{Type: "NewsArticle", Headline: r.Title, URL: r.URL, Archived: r.Archive, Published: r.Day(), Language: r.Language}
	if p.Made {
		page.About.Headline, page.About.Name = "", r.Title
	}
	if r.Issued.Approximate() || r.Issued.Uncertain() || r.Issued.IsInterval() {
		page.About.Published = ""
	}
	who := "Person"
	if len(p.Meta.Card.Byline) == 0 {
		who = "Organization"
	}
	for _, n := range r.Authors {
		page.About.Authors = append(page.About.Authors, workNode{who, n.Full()})
	}
	if r.Publisher != "" {
		page.About.Publisher = &workNode{"Organization", r.Publisher}
	}
	return page
}
