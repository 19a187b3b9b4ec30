package site

import (
	"strings"
	"unicode"

	"briefbook/generator/internal/book"
)

// particulars are what the book knows about a source, line by line.
func (s *sheet) particulars(p *book.Page, original *book.Original) []Particular {
	card := p.Meta.Card
	list := make([]Particular, 0, 12)
	put := func(name, text string) {
		if text != "" {
			list = append(list, Particular{Name: name, Text: text})
		}
	}
	put("Publisher", card.Publisher)
	put("Agency", card.Agency)
	put("Byline", strings.Join(card.Byline, ", "))
	list = append(list, s.dated(p))
	if !card.Updated.IsZero() {
		put("Updated", card.Updated.Text(s.info.Language))
	}
	put("Dateline", card.Dateline)
	if card.Language != "" && card.Language != s.info.Language {
		put("Language", card.Language)
	}
	list = append(list, s.rights(card)...)
	if card.URL != "" {
		list = append(list, Particular{Name: "Published at", Text: host(card.URL), Href: card.URL, Extern: true})
	}
	if card.ArchivedURL != "" {
		list = append(list, Particular{Name: "Archived at", Text: host(card.ArchivedURL), Href: card.ArchivedURL, Extern: true})
	}
	return append(list, s.capture(card, original)...)
}

// dated is the date with what it rests on.
func (s *sheet) dated(p *book.Page) Particular {
	v := Particular{Name: "Date", Text: "unknown"}
	if !p.Date.IsZero() {
		v.Text, v.Time = p.Date.Text(s.info.Language), p.Date.HTML()
	}
	v.Note = p.Meta.Card.DateBasis
	switch working := p.Meta.Card.DateNote; {
	case working == "":
	case v.Note == "":
		v.Note = working
	case unicode.IsUpper([]rune(working)[0]):
		v.Note += ". " + working
	default:
		v.Note += ": " + working
	}
	return v
}

func (s *sheet) rights(card *book.Card) []Particular {
	extent := "digest and short quotations only"
	if card.Rights == "full" {
		extent = "full text"
	}
	v := Particular{Name: "Rights", Text: book.LicenceName(card.Licence), Note: extent, Href: card.LicenceRef}
	if !strings.Contains(v.Href, "://") {
		v.Href = ""
	}
	v.Extern = v.Href != ""
	list := []Particular{v}
	if card.Holder != "" {
		list = append(list, Particular{Name: "Holder", Text: card.Holder})
	}
	if card.Statement != "" {
		list = append(list, Particular{Name: "Statement", Text: host(card.Statement), Href: card.Statement, Extern: true})
	}
	if !card.Expires.IsZero() {
		list = append(list, Particular{Name: "Licensed until", Text: card.Expires.Text(s.info.Language)})
	}
	return list
}

// capture says what the captured original is and how much of it was kept.
func (s *sheet) capture(card *book.Card, original *book.Original) []Particular {
	var list []Particular
	hash, paragraphs := card.SHA256, card.Paragraphs
	if original != nil {
		paragraphs = len(original.Paragraphs)
		if hash == "" {
			hash = original.SHA256
		}
	}
	switch {
	case s.lib.For() != book.Internal:
	case original != nil && original.File != "":
		list = append(list, s.captureLink(card, original))
	case card.Original != "":
		list = append(list, Particular{Name: "Original", Text: card.Original, Code: true})
	}
	if paragraphs > 0 {
		extent := book.Count(paragraphs, "paragraph", "paragraphs")
		if original != nil && len(original.Receipts) > 0 {
			extent += ", " + book.Count(len(original.Receipts), "block", "blocks") + " set aside"
		}
		list = append(list, Particular{Name: "Extent", Text: extent})
	}
	if hash != "" {
		list = append(list, Particular{Name: "SHA-256", Text: hash, Code: true, Hash: true})
	}
	return list
}

// host shortens an address to what tells the reader where it leads.
func host(url string) string {
	_, rest, ok := strings.Cut(url, "://")
	if !ok {
		return url
	}
	name, _, _ := strings.Cut(rest, "/")
	return strings.TrimPrefix(name, "www.")
}
