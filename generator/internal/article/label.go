package article

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// labels reads the lines that databases and clippers put around a text: "HEADLINE: …", "BYLINE: …", "LENGTH: 352
// words". They stand before the first paragraph or behind the last. Two-letter codes ("HD", "PD") count when there
// are three of them.
func (p *page) labels() {
	codes := p.fieldCodes()
	first, last := p.span()
	for i := range p.blocks {
		b := &p.blocks[i]
		if b.role != undecided || i >= first && i <= last && !codes {
			continue
		}
		kind, n := fieldAt(b.text)
		if kind == fieldNone && codes {
			kind, n = codeOf(b.text)
		}
		if kind == fieldByline && poster(b.text) && p.labelsAuthor(first) {
			kind = fieldOther
		}
		if kind != fieldNone && (i < first || i > last || kind != fieldTitle) {
			p.labelled(b, kind, n)
		}
	}
}

// poster reports the label of whoever put a text somewhere; beside one of an author it is not the author.
func poster(line string) bool {
	return beginsAny(strings.TrimSpace(line), []string{"작성자", "글쓴이", "등록자", "게시자"})
}

// labelsAuthor reports whether a line before the text has the label of an author.
func (p *page) labelsAuthor(first int) bool {
	for i := range p.blocks[:min(first, len(p.blocks))] {
		if kind, _ := fieldAt(p.blocks[i].text); kind == fieldByline && !poster(p.blocks[i].text) {
			return true
		}
	}
	return false
}

// span gives the first and last paragraph that no label opens. The letter to readers of a page counts as well.
func (p *page) span() (first, last int) {
	first, last = len(p.blocks), -1
	for i := range p.blocks {
		b := &p.blocks[i]
		if b.role != undecided || !b.sentence() && b.words <= most {
			continue
		}
		if kind, _ := fieldAt(b.text); kind == fieldNone {
			first, last = min(first, i), i
		}
	}
	return first, last
}

// field is what a label announces.
type field uint8

const (
	fieldNone field = iota
	fieldTitle
	fieldByline
	fieldDate
	fieldUpdated
	fieldSource // a publisher, an agency or an address
	fieldURL
	fieldPlace
	fieldRights
	fieldOther // nothing about who, when and where
	fieldText  // the text
)

// fieldAt reads a label with its colon and says how long it is.
func fieldAt(line string) (kind field, n int) {
	head := beginning(line, 40)
	i := strings.IndexAny(head, ":：\t")
	if i < 0 {
		return fieldNone, 0
	}
	_, size := utf8.DecodeRuneInString(head[i:])
	if strings.HasPrefix(head[i:], "::") {
		size = 2
	}
	word := strings.ToLower(strings.Trim(head[:i], " *_#<>[]()-–•▶■|\u00a0"))
	word = strings.ReplaceAll(strings.ReplaceAll(word, "_", " "), "-", " ")
	return fieldNamed(word), i + size
}

func fieldNamed(word string) field {
	switch word {
	case "title", "headline", "titel", "überschrift", "schlagzeile", "titre", "título", "titolo", "제목", "article title", "hed", "og:title":
		return fieldTitle
	case "byline", "author", "authors", "by", "written by", "autor", "autoren", "autorin", "verfasser", "auteur", "auteurs", "autore", "автор", "기자", "필자", "저자", "작성자", "글쓴이", "writer", "creator",
		"reporter", "journalist", "article author":
		return fieldByline
	case "date", "published", "publication date", "published on", "published at", "published date", "published time", "date published", "pubdate", "pub date", "posted", "posted on", "issue date", "release date",
		"first published", "originally published", "veröffentlicht", "veröffentlicht am", "datum", "erschienen", "erschienen am", "erscheinungsdatum", "publié le", "fecha", "data", "дата", "опубликовано",
		"날짜", "발행일", "입력", "등록", "게재일", "작성일", "기사입력", "입력일시", "created", "date created", "date of publication", "publish date":
		return fieldDate
	case "updated", "last updated", "update", "modified", "last modified", "date modified", "updated on", "обновлено", "aktualisiert", "zuletzt aktualisiert", "aktualisiert am", "geändert", "stand", "수정", "최종수정", "수정일", "mis à jour",
		"actualizado", "revised", "last update", "date updated":
		return fieldUpdated
	case "source", "feed", "publication", "publisher", "newspaper", "quelle", "zeitung", "site", "website", "site name", "sitename", "outlet", "fuente", "fonte", "источник", "출처", "언론사", "매체", "매체명", "발행처", "agency", "news agency",
		"herausgeber", "source name", "via", "news source", "wire", "agentur", "publication title", "publication name", "medium", "journal":
		return fieldSource
	case "url", "link", "source url", "url source", "original url", "permalink", "canonical", "canonical url", "original", "original link", "original article", "web address", "address", "adresse", "web", "weblink", "원문", "링크", "주소", "기사원문",
		"원문 링크", "원문링크", "read the original", "read original", "document url", "article url", "source link", "href":
		return fieldURL
	case "dateline", "place", "location", "ort":
		return fieldPlace
	case "copyright", "rights", "license", "licence", "lizenz", "credit line", "rechte", "저작권":
		return fieldRights
	case "section", "length", "language", "load date", "loaddate", "document type", "publication type", "pub type", "journal code", "accession", "accession number", "document", "id", "edition", "page", "pages", "pg",
		"word count", "words", "keywords", "tags", "tag", "category", "categories", "ressort", "rubrik", "sprache", "seite", "subject", "subjects", "topic", "topics", "geographic", "person", "persons", "organization", "company", "industry",
		"country", "state", "city", "graphic", "series", "issn", "isbn", "volume", "issue", "type", "accessed", "retrieved", "date accessed", "access date", "abgerufen", "abgerufen am", "captured", "captured at", "scraped", "scraped at", "crawled", "crawled at", "downloaded",
		"archived", "added", "clipped", "imported", "visited", "saved", "reading time", "lesezeit", "column", "distribution", "ticker", "status", "format", "file", "filename", "분야", "섹션", "카테고리", "태그", "news subject", "document id", "database", "copyright holder":
		return fieldOther
	case "body", "text", "markdown content", "full text", "fulltext", "content", "article", "본문", "volltext", "article text", "article body":
		return fieldText
	}
	return fieldNone
}

// fieldCodes reports whether a text is an export with two-letter codes before its fields.
func (p *page) fieldCodes() bool {
	seen := map[field]bool{}
	for i := range p.blocks[:min(len(p.blocks), 40)] {
		if kind, _ := codeOf(p.blocks[i].text); kind != fieldNone {
			seen[kind] = true
		}
	}
	return seen[fieldTitle] && len(seen) >= 3
}

// codeOf reads "HD Ferry to reopen", "PD 4 March 2019".
func codeOf(line string) (kind field, n int) {
	if len(line) < 4 || line[2] != ' ' && line[2] != '\t' {
		return fieldNone, 0
	}
	switch line[:2] {
	case "HD":
		return fieldTitle, 3
	case "BY":
		return fieldByline, 3
	case "PD":
		return fieldDate, 3
	case "SN":
		return fieldSource, 3
	case "CY":
		return fieldRights, 3
	case "WC", "SC", "ED", "PG", "VOL", "LA", "SE", "ET", "CO", "IN", "NS", "RE", "PUB", "AN", "IPC", "IPD", "CR", "CT":
		return fieldOther, 3
	case "LP", "TD":
		return fieldText, 3
	}
	return fieldNone, 0
}

// labelled keeps what a labelled line says and sets it aside; a title and a text only lose their label.
func (p *page) labelled(b *block, kind field, n int) {
	value := strings.Trim(b.text[n:], " \"*_\t\u00a0")
	basis := at("label", b)
	reason := "label_line"
	switch kind {
	case fieldTitle:
		if p.title.Text == "" && b.text[n:] != "" && !p.page && !strings.ContainsFunc(b.text, forbidden) {
			p.peel(b, n, "label")
			p.entitle(b, basis)
			return
		}
	case fieldText:
		if b.words > enough || value == "" {
			p.peel(b, n, "label")
			return
		}
		if c := readCredit("by " + value); len(c.names) == 0 || c.strangers > 0 {
			return
		}
		p.authors(value, b) // "Text: Mara Lindqvist"
		reason = "byline"
	case fieldByline:
		if b.words > 30 || !p.authors(value, b) && b.words > 6 {
			return
		}
		reason = "byline"
	case fieldDate, fieldUpdated:
		if !p.labelledDates(value, kind, basis) && b.words > 6 {
			return
		}
		reason = "timestamp_line"
	case fieldSource, fieldURL:
		if !p.source(b, value, kind) {
			return
		}
		reason = "source_line"
	case fieldPlace:
		if words(value) <= 5 && nameAt(value) == value {
			p.places = append(p.places, found{placed(value), basis})
		}
	case fieldRights:
		p.keepRights(b)
		reason = "copyright_line"
	case fieldOther:
		if b.words > most {
			return
		}
		text, _, _ := strings.Cut(value, "  ") // "Words: Mara Lindqvist  Pictures: Jon Meer"
		for _, other := range [...]string{" Pictures:", " Photos:", " Photography:", " Fotos:", " Bilder:"} {
			text, _, _ = strings.Cut(text, other)
		}
		if c := readCredit("by " + text); strings.HasPrefix(strings.ToLower(b.text), "words") && len(c.names) > 0 && c.strangers == 0 {
			p.keepCredit(c, b) // "Words: Mara Lindqvist"
			reason = "byline"
		} else if strings.Contains(strings.ToLower(b.text), "lesezeit") || strings.Contains(strings.ToLower(b.text), "reading time") {
			reason = "reading_time"
		}
	}
	b.drop(reason)
}

// authors reads the people after a label.
func (p *page) authors(value string, b *block) bool {
	if _, by := cutBy(value); !by {
		value = "by " + value
	}
	value = strings.ReplaceAll(strings.ReplaceAll(value, "[[", ""), "]]", "")
	if name, ok := domain(strings.TrimPrefix(value, "by ")); ok {
		p.keepDomain(name, at("byline", b))
		return true
	}
	bare, _, _ := strings.Cut(strings.TrimPrefix(value, "by "), " (") // "염도윤 (연구위원)"
	if names := easternNames(bare); len(names) > 0 {
		p.keepCredit(credit{by: true, names: names}, b)
		return true
	}
	c := readCredit(value)
	if swapped := exchanged(value); len(c.names) == 0 && swapped != "" {
		c = readCredit("by " + swapped)
	}
	if c.lower && len(c.names) == 0 || c.strangers > 2 {
		return false
	}
	p.keepCredit(c, b)
	return len(c.names)+len(c.agencies) > 0 || c.nobody
}

// easternNames reads names without blanks behind a label: "진하람", "김가람·이나래", "早瀬みのり".
func easternNames(value string) []string {
	names := strings.FieldsFunc(value, func(r rune) bool { return strings.ContainsRune(",、·・/ ", r) })
	for _, name := range names {
		n := utf8.RuneCountInString(name)
		if n < 2 || n > 5 || syllables(name) != n && strings.ContainsFunc(name, func(r rune) bool { return !unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana) }) || section(name) || desk([]string{name}) {
			return nil
		}
	}
	if len(names) > 4 {
		return nil
	}
	return names
}

// exchanged writes "Lindqvist, Mara" the other way round, "" when a value is not so.
func exchanged(value string) string {
	last, first, ok := strings.Cut(strings.TrimPrefix(value, "by "), ",")
	swapped := strings.TrimSpace(first) + " " + strings.TrimSpace(last)
	if !ok || words(last) > 2 || words(first) > 2 || strings.Contains(first, ",") || !person(swapped) {
		return ""
	}
	return swapped
}

// labelledDates reads the dates after a label.
func (p *page) labelledDates(value string, kind field, basis string) bool {
	list := stamps(value)
	tells := []telling{tellNothing}
	if s, ok := compact(value); ok {
		list = []stamp{s}
	} else if len(list) > 0 {
		_, tells = beside(value, list)
	}
	if len(list) == 0 {
		return false
	}
	if tells[0] == tellNothing && kind == fieldUpdated {
		tells[0] = tellUpdated
	}
	if tells[0] == tellUpdated && kind == fieldDate && strings.TrimSpace(value[:list[0].start]) == "" {
		tells[0] = tellPublished
	}
	p.keepStamps(list, tells, basis)
	return true
}
