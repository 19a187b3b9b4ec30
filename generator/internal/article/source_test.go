package article

import "testing"

func TestFieldAt(t *testing.T) {
	t.Parallel()
	for in, want := range map[string]field{
		"HEADLINE: Ferry": fieldTitle, "Byline : Mara": fieldByline, "LOAD-DATE: March 5": fieldOther, "Pub_date: 2019": fieldDate, "**Source:** x": fieldSource,
		"제목：여객선": fieldTitle, "Last modified: x": fieldUpdated, "URL: https://a.example": fieldURL, "BODY:": fieldText, "Copyright: x": fieldRights,
		"Opinion: the ferry": fieldNone, "no label": fieldNone, "": fieldNone, "She said: by the sea": fieldNone,
	} {
		if got, _ := fieldAt(in); got != want {
			t.Errorf("%q: %d, want %d", in, got, want)
		}
	}
}

func TestSource(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		in                             string
		ok                             bool
		publisher, agency, url, domain string
	}{
		{"https://www.ferrypoint.example/a/b", true, "", "", "https://www.ferrypoint.example/a/b", "ferrypoint.example"},
		{"<https://ferrypoint.example/a>", true, "", "", "https://ferrypoint.example/a", "ferrypoint.example"},
		{"https://ferrypoint.example/", true, "", "", "", "ferrypoint.example"},
		{"https://web.archive.org/web/2019/https://a.example", true, "", "", "https://web.archive.org/web/2019/https://a.example", ""},
		{"ferrypoint.example", true, "", "", "", "ferrypoint.example"},
		{"Xinhua", true, "", "Xinhua", "", ""},
		{"dpa/AFP", true, "", "dpa, AFP", "", ""},
		{"The Ferry Times (Harbour)", true, "The Ferry Times", "", "", ""},
		{"Ferry Times, 4 March 2019", true, "Ferry Times", "", "", ""},
		{"Kim to visit Seoul", false, "", "", "", ""},
		{"Getty Images", false, "", "", "", ""},
	} {
		p := &page{}
		b := newBlock(1, 1, "Source: "+c.in)
		if ok := p.source(&b, c.in, fieldSource); ok != c.ok || valuesOf(p.publisher) != c.publisher || valuesOf(p.agencies) != c.agency || valuesOf(p.urls) != c.url || valuesOf(p.domains) != c.domain {
			t.Errorf("%q: %v, publisher %q, agency %q, address %q, domain %q", c.in, ok, valuesOf(p.publisher), valuesOf(p.agencies), valuesOf(p.urls), valuesOf(p.domains))
		}
	}
}

func TestReserves(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		in        string
		want      bool
		name      string
		isCompany bool
	}{
		{"© 2019 Ferry Press", true, "Ferry Press", false},
		{"Copyright © 2019 Ferry Digest. All rights reserved.", true, "Ferry Digest", false},
		{"Copyright 2019 Ferry Media Group Ltd.", true, "Ferry Media", true},
		{"(c) 2005-2019 by Ferry Digest", true, "Ferry Digest", false},
		{"Ferry Digest © 2019", true, "Ferry Digest", false},
		{"저작권자 ⓒ 항만일보, 무단 전재 및 재배포 금지", true, "항만일보", false},
		{"ⓒ 항만일보", true, "항만일보", false},
		{"Copyright 2019 The Associated Press. All rights reserved. This material may not be published, broadcast, rewritten or redistributed.", true, "The Associated Press", false},
		{"Copyright law was changed by the board on Monday, and nobody in the harbour had been asked about it before.", false, "", false},
		{"The board reserved all rights to the pier.", false, "", false},
	} {
		b := newBlock(1, 1, c.in)
		if got := reserves(&b); got != c.want {
			t.Errorf("%q is about rights: %v", c.in, got)
		}
		if !c.want {
			continue
		}
		if name, company := holder(c.in); name != c.name || company != c.isCompany {
			t.Errorf("%q: %q, a company %v, want %q, %v", c.in, name, company, c.name, c.isCompany)
		}
	}
}

// The credit of a picture says nothing of the text.
func TestPictured(t *testing.T) {
	t.Parallel()
	for in, want := range map[string]bool{
		"© REUTERS / POOL": true, "(Image: © Harbour Board)": true, "© Jon Meer": true, "© 2019 Ferry Press": false, "ⓒ 항만일보": false, "© Ferry Press. All rights reserved.": false,
	} {
		if b := newBlock(1, 1, in); pictured(&b) != want {
			t.Errorf("%q: %v", in, !want)
		}
	}
}
