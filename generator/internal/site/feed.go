package site

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/xml"
	"fmt"
	"io"
	"slices"

	"briefbook/generator/internal/book"
	"briefbook/generator/internal/edtf"
)

// feedSources is how many of the latest sources the feed holds.
const feedSources = 40

type atomLink struct {
	Rel  string `xml:"rel,attr,omitempty"`
	Href string `xml:"href,attr"`
}

type atomEntry struct {
	Title   string   `xml:"title"`
	ID      string   `xml:"id"`
	Updated string   `xml:"updated"`
	Link    atomLink `xml:"link"`
	Summary string   `xml:"summary,omitempty"`
}

type atomFeed struct {
	XMLName  xml.Name    `xml:"http://www.w3.org/2005/Atom feed"`
	Lang     string      `xml:"xml:lang,attr,omitempty"`
	Title    string      `xml:"title"`
	Subtitle string      `xml:"subtitle,omitempty"`
	ID       string      `xml:"id"`
	Updated  string      `xml:"updated"`
	Author   string      `xml:"author>name"`
	Links    []atomLink  `xml:"link"`
	Entries  []atomEntry `xml:"entry"`
}

// feed writes Atom (RFC 4287): the chapters, and the latest sources. Ids are UUIDs made of the book's title
// and the page's id, so that they are the same wherever the book lies; without a base URL links are relative
// to the feed, as the RFC allows. There is no clock: what is updated is updated as of the book's date.
func feed(w io.Writer, lib book.Library) error {
	info := lib.Info()
	stamp := func(d edtf.Date) string {
		day := d.Last()
		if d.IsZero() || day == edtf.DayMax {
			if day = d.First(); d.IsZero() || day == edtf.DayMin {
				return "1970-01-01T00:00:00Z"
			}
		}
		return fmt.Sprintf("%04d-%02d-%02dT00:00:00Z", max(day.Year, 1), day.Month, day.Day)
	}
	asOf := stamp(info.AsOf)
	f := atomFeed{Lang: info.Language, Title: info.Title, Subtitle: info.Subtitle, ID: urn(info.Title, ""), Updated: asOf, Author: info.Title,
		Links: []atomLink{{Rel: "alternate", Href: info.BaseURL + "index.html"}}}
	if info.BaseURL != "" {
		f.Links = append(f.Links, atomLink{Rel: "self", Href: info.BaseURL + "feed.xml"})
	}
	var sources []book.Head
	for _, c := range lib.Chapters() {
		f.Entries = append(f.Entries, atomEntry{Title: c.Title, ID: urn(info.Title, c.ID), Updated: asOf,
			Link: atomLink{Href: info.BaseURL + c.Route}, Summary: c.Status})
		sources = append(sources, lib.Shelf(book.Article, c.ID)...)
	}
	sources = append(sources, lib.Shelf(book.Article, "")...)
	slices.SortStableFunc(sources, func(a, b book.Head) int { return b.Tab - a.Tab })
	for _, h := range sources[:min(feedSources, len(sources))] {
		e := atomEntry{Title: h.Title, ID: urn(info.Title, h.ID), Updated: asOf, Link: atomLink{Href: info.BaseURL + h.Route}, Summary: h.Credit}
		if !h.Date.IsZero() {
			e.Updated = stamp(h.Date)
		}
		f.Entries = append(f.Entries, e)
	}
	return writeXML(w, f)
}

// urn is a UUID of version 8 (RFC 9562): its bits are those of a hash.
func urn(title string, id book.ID) string {
	sum := sha256.Sum256([]byte("briefbook\x00" + title + "\x00" + string(id)))
	sum[6] = sum[6]&0x0f | 0x80
	sum[8] = sum[8]&0x3f | 0x80
	x := hex.EncodeToString(sum[:16])
	return "urn:uuid:" + x[:8] + "-" + x[8:12] + "-" + x[12:16] + "-" + x[16:20] + "-" + x[20:]
}

func writeXML(w io.Writer, v any) error {
	if _, err := io.WriteString(w, xml.Header); err != nil {
		return err
	}
	if err := xml.NewEncoder(w).Encode(v); err != nil {
		return fmt.Errorf("write XML: %w", err)
	}
	_, err := io.WriteString(w, "\n")
	return err
}
