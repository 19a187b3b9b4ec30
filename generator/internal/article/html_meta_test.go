package article

import (
	"strings"
	"testing"
)

// checkStated compares what a page says of itself with what a case is about.
func checkStated(t *testing.T, name, page string, want map[string]string) {
	t.Helper()
	o := Clean([]byte(page), "x.html", Lines{})
	got := map[string]string{
		"title": o.Title.Text + " <" + o.Title.Basis + ">", "publisher": o.Publisher.Text + " <" + o.Publisher.Basis + ">",
		"agency": o.Agency.Text + " <" + o.Agency.Basis + ">", "byline": strings.Join(o.Byline.List, "; ") + " <" + o.Byline.Basis + ">",
		"date": o.Date.Text + " <" + o.Date.Basis + ">", "updated": o.Updated.Text + " <" + o.Updated.Basis + ">",
		"url": o.URL.Text + " <" + o.URL.Basis + ">", "language": o.Language, "rights": o.RightsHint, "flags": strings.Join(o.Flags, " "),
	}
	for key, value := range want {
		if got[key] != value {
			t.Errorf("%s: %s is %q, want %q", name, key, got[key], value)
		}
	}
	accounted(t, seen(page), o)
}

const article1 = "<article><h1>Ferry to reopen in April</h1><p>" + first + "</p><p>" + second + "</p></article>"

func TestWhatAPageDeclares(t *testing.T) {
	t.Parallel()
	ld := func(s string) string { return `<script type="application/ld+json">` + s + "</script>" + article1 }
	for _, c := range []struct {
		name, page string
		want       map[string]string
	}{
		{"JSON-LD", ld(`{"@context":"https://schema.org","@type":"NewsArticle","headline":"Ferry to reopen in April","datePublished":"2019-03-04T23:15:00+09:00","dateModified":"2019-03-06","author":[{"@type":"Person","name":"Mara Lindqvist"},{"name":"Jon van der Meer"}],"publisher":{"@type":"Organization","name":"The Morning Ferry"},"inLanguage":"en_GB"}`),
			map[string]string{"date": "2019-03-04 <JSON-LD datePublished>", "updated": "2019-03-06 <JSON-LD dateModified>", "byline": "Mara Lindqvist; Jon van der Meer <JSON-LD author>", "publisher": "The Morning Ferry <JSON-LD publisher>", "language": "en-GB", "title": "Ferry to reopen in April <heading, line 1>"}},
		{"JSON-LD in a graph, with names elsewhere", ld(`{"@graph":[{"@type":"WebSite","name":"x"},{"@type":["Article","NewsArticle"],"headline":"Ferry to reopen in April","datePublished":"2019-03-04","author":{"@id":"#m"},"publisher":{"@id":"#p"}},{"@id":"#m","@type":"Person","name":"Mara Lindqvist"},{"@id":"#p","@type":"Organization","name":"The Morning Ferry"}]}`),
			map[string]string{"date": "2019-03-04 <JSON-LD datePublished>", "byline": "Mara Lindqvist <JSON-LD author>", "publisher": "The Morning Ferry <JSON-LD publisher>"}},
		{"JSON-LD of several articles: the one with the headline of the page", ld(`[{"@type":"NewsArticle","headline":"Bridge will not be built","datePublished":"2018-01-01"},{"@type":"NewsArticle","headline":"Ferry to reopen in April","datePublished":"2019-03-04"}]`) + "<title>Ferry to reopen in April</title>",
			map[string]string{"date": "2019-03-04 <JSON-LD datePublished>"}},
		{"JSON-LD of other articles only", ld(`[{"@type":"NewsArticle","headline":"Bridge will not be built","datePublished":"2018-01-01"},{"@type":"NewsArticle","headline":"A boat for the south","datePublished":"2018-02-01"}]`),
			map[string]string{"date": " <>"}},
		{"JSON-LD with line breaks in its strings", ld("{\"@type\":\"NewsArticle\",\"headline\":\"Ferry to reopen\n in April\",\"datePublished\":\"2019-03-04\"}"),
			map[string]string{"date": "2019-03-04 <JSON-LD datePublished>"}},
		{"JSON-LD that is broken", ld(`{"@type":"NewsArticle","datePublished":"2019-03-04"`), map[string]string{"date": " <>"}},
		{"an agency as author", ld(`{"@type":"NewsArticle","headline":"Ferry to reopen in April","author":{"@type":"Organization","name":"Reuters Staff"}}`),
			map[string]string{"agency": "Reuters <JSON-LD author>", "byline": " <>"}},
		{"no person", `<meta property="og:site_name" content="Ferry Press"><meta name=author content="Ferry Press">` + article1, map[string]string{"byline": " <>"}},
		{"an address is no author", `<meta property=article:author content="https://social.example/ferry">` + article1, map[string]string{"byline": " <>"}},
		{"the staff is no author", `<meta name=author content="News Staff">` + article1, map[string]string{"byline": " <>"}},
		{"By, and two names", `<meta name=author content="By Mara Lindqvist and Jon Meer">` + article1, map[string]string{"byline": "Mara Lindqvist; Jon Meer <meta author>"}},
		{"a name as libraries write it", `<meta name=DC.creator content="Lindqvist, Mara">` + article1, map[string]string{"byline": "Mara Lindqvist <meta DC.creator>"}},
		{"a name without capitals", `<meta name=author content="홍길동">` + article1, map[string]string{"byline": "홍길동 <meta author>"}},
		{"microdata", `<div itemscope><span itemprop=author><span itemprop=name>Mara Lindqvist</span></span><time itemprop=datePublished datetime="2019-03-04T10:00Z">4th</time>` + article1 + "</div>",
			map[string]string{"byline": "Mara Lindqvist <marked as author>", "date": "2019-03-04 <itemprop datePublished>"}},
		{"published is not changed", `<meta property=article:modified_time content=2019-03-06>` + article1, map[string]string{"date": " <>", "updated": "2019-03-06 <meta article:modified_time>"}},
		{"a date that can be read in two ways", `<meta name=date content=03/04/2019>` + article1, map[string]string{"date": " <>"}},
		{"the address", `<link rel=canonical href="https://ferry.example/a?x=1"><meta property=og:url content="http://www.ferry.example/a/">` + article1,
			map[string]string{"url": "https://ferry.example/a?x=1 <link canonical; meta og:url>"}},
		{"an address that is no page's", `<link rel=canonical href="https://ferry.example/">` + article1, map[string]string{"url": " <>"}},
		{"an address without a host", `<link rel=canonical href="/a">` + article1, map[string]string{"url": " <>"}},
		{"the day in the address", `<link rel=canonical href="https://ferry.example/2019/03/04/reopen">` + article1, map[string]string{"date": "2019-03-04 <address>"}},
		{"rights", `<meta name=copyright content="© 2019 Ferry Press">` + article1, map[string]string{"rights": "© 2019 Ferry Press"}},
		{"a licence", `<link rel=license href="https://licences.example/by">` + article1, map[string]string{"rights": "https://licences.example/by"}},
		{"language", `<html lang="de-AT">` + article1, map[string]string{"language": "de-AT"}},
		{"a language that is none", `<html lang="{{lang}}"><meta property=og:locale content=en_US>` + article1, map[string]string{"language": "en-US"}},
		{"the publisher by the end of the title", `<title>Ferry to reopen in April | Ferry Press</title><link rel=canonical href="https://ferrypress.example/a">` + article1,
			map[string]string{"publisher": "Ferry Press <page title>"}},
		{"the publisher that the host spells", `<meta property=og:site_name content="Ferry Press"><meta name=publisher content="Harbour Holding"><link rel=canonical href="https://ferrypress.example/a">` + article1,
			map[string]string{"publisher": "Ferry Press <meta og:site_name>"}},
		{"a handle is no publisher", `<meta property=og:site_name content="@ferry">` + article1, map[string]string{"publisher": " <>"}},
		{"a line under it", `<meta property=og:site_name content="Ferry Press | News from the pier"><link rel=canonical href="https://ferrypress.example/a">` + article1,
			map[string]string{"publisher": "Ferry Press <meta og:site_name>"}},
		{"controls", "<meta name=author content='Mara\x01 Lindqvist'>" + article1, map[string]string{"byline": " <>"}},
	} {
		checkStated(t, c.name, c.page, c.want)
	}
}

func TestDaysThatDiffer(t *testing.T) {
	t.Parallel()
	ld := func(day string) string {
		return `<script type="application/ld+json">{"@type":"NewsArticle","headline":"Ferry to reopen in April","datePublished":"` + day + `"}</script>`
	}
	meta := func(day string) string { return `<meta property="article:published_time" content="` + day + `">` }
	shown := "<article><h1>Ferry to reopen in April</h1><p>4 March 2019</p><p>" + first + "</p><p>" + second + "</p></article>"
	for _, c := range []struct{ name, page, date, flag string }{
		{"all agree", ld("2019-03-04") + meta("2019-03-04T09:00:00Z") + shown, "2019-03-04", ""},
		{"one day apart is a time zone", ld("2019-03-05T01:00:00Z") + shown, "2019-03-05", ""},
		{"still yesterday in Greenwich", ld("2019-03-03T22:30:00Z") + shown, "2019-03-04", ""},
		{"changed the day after", ld("2019-03-03") + `<meta property="article:modified_time" content="2019-03-04">` + shown, "2019-03-03", ""},
		{"two that agree outweigh what shows", ld("2019-02-01") + meta("2019-02-01") + shown, "2019-02-01", FlagDateConflict},
		{"one against what shows", ld("2019-02-01") + shown, "", FlagDateConflict},
		{"one against the other", ld("2019-02-01") + meta("2019-03-04") + article1, "", FlagDateConflict},
		{"what shows is the last change", ld("2019-02-01") + `<meta property="article:modified_time" content="2019-03-04">` + shown, "2019-02-01", ""},
	} {
		o := Clean([]byte(c.page), "x.html", Lines{})
		if flags := strings.Join(o.DateFlags, " "); o.Date.Text != c.date || flags != c.flag {
			t.Errorf("%s: %q (%s), flags %q; want %q, %q", c.name, o.Date.Text, o.Date.Basis, flags, c.date, c.flag)
		}
	}
}

func TestDayOf(t *testing.T) {
	t.Parallel()
	for in, want := range map[string]string{
		"2019-03-04": "2019-03-04", "2019-03-04T23:59:00-08:00": "2019-03-04", "2019-03-04 10:00:00": "2019-03-04", "2019/03/04": "2019-03-04",
		"20190304": "2019-03-04", "20190304T101500Z": "2019-03-04", "Mon, 04 Mar 2019 09:15:00 GMT": "2019-03-04", "March 4, 2019": "2019-03-04",
		"03/04/2019": "", "2019-13-04": "", "2019-02-30": "", "2019-03": "", "1551657600": "", "": "", "0001-01-01T00:00:00Z": "", "yesterday": "",
	} {
		if got := dayOf(in); got != want {
			t.Errorf("%q is %q, want %q", in, got, want)
		}
	}
	for in, want := range map[string]string{
		"https://x.example/2019/03/04/a": "2019-03-04", "https://x.example/news-2019-03-04": "2019-03-04", "https://x.example/2019/13/04/": "",
		"https://x.example/2019/3/4/": "", "https://x.example/12019/03/045": "", "": "",
	} {
		if got := dayInAddress(in); got != want {
			t.Errorf("the day of %q is %q, want %q", in, got, want)
		}
	}
}
