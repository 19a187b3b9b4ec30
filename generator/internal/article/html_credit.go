package article

import (
	"net/url"
	"slices"
	"strings"
	"unicode"
)

// credit takes over what a page declares of its publisher, authors, address, language and rights.
func (p *page) credit(d *declared) {
	host := ""
	d.urls = slices.DeleteFunc(slices.Clone(d.urls), func(u found) bool { return forPrinting(u.value) })
	if len(d.urls) == 0 {
		d.urls = d.originals
	}
	for _, u := range d.urls {
		if a, err := url.Parse(u.value); err == nil && a.Host != "" && (a.Path != "" && a.Path != "/" || a.RawQuery != "") {
			if host == "" {
				host = a.Hostname()
			}
			if len(p.urls) == 0 || web(u.value) == web(p.urls[0].value) {
				p.urls = append(p.urls, found{p.address(u.value), u.basis})
			}
		}
	}
	p.publisher = append(p.publisher, p.sited(d, host)...)
	p.footerRights()
	p.declared.found = len(p.publisher)
	for _, a := range d.authors {
		if basis := strings.ToLower(a.basis); strings.HasSuffix(basis, "creator") || strings.HasSuffix(basis, "citation_author") {
			a.value = forenameFirst(a.value)
		}
		p.author(a, d.sites)
	}
	p.agencies = append(p.agencies, d.sources...)
	p.shownAuthors(d.sites)
	p.updates = append(p.updates, d.modified...)
	if len(p.updates) > 1 {
		p.updates = p.updates[:1]
	}
	for _, s := range d.languages {
		if tag := languageTag(s); tag != "" && p.language == "" {
			p.language = tag
		}
	}
	if p.rights == "" {
		p.rights = d.rights.value
	}
}

// footerRights keeps who holds the rights as lines outside the text say it.
func (p *page) footerRights() {
	for i := range p.blocks {
		b := &p.blocks[i]
		if b.role != gone || b.reason != "page_footer" && b.reason != "outside_text" && b.reason != "after_text" || b.words > 40 || !reserves(b) || pictured(b) {
			continue
		}
		if name, _ := holder(legible(b.text)); name != "" && !platform(name) && len(p.holders) < plenty {
			p.holders = append(p.holders, found{name, at("copyright line", b)})
		}
	}
}

// forPrinting reports whether an address is that of a view for printing.
func forPrinting(address string) bool {
	return containsAny(strings.ToLower(address), []string{"/print/", "/printable/", "/drucken/", "/druck/", "/imprimer/", "?print=", "&print=", "view=print", "print=1", "mode=print", "/print.php", "/print.html", "articleprint"})
}

// address is the first form in which the page gives its address: forms that differ in nothing that matters agree.
func (p *page) address(s string) string {
	if len(p.urls) > 0 {
		return p.urls[0].value
	}
	return s
}

// withoutTagline cuts what follows the name of a site that the host spells: "Ferry Point | News from the pier".
func withoutTagline(s, host string) string {
	for _, sign := range []string{" | ", " - ", " – ", " — ", ": "} {
		if name, _, ok := strings.Cut(s, sign); ok && spells(host, name) {
			return name
		}
	}
	return s
}

// spells reports whether a host holds the letters of a name.
func spells(host, name string) bool {
	squeeze := func(s string) string {
		return strings.Map(func(r rune) rune {
			if unicode.IsLetter(r) || unicode.IsDigit(r) {
				return unicode.ToLower(r)
			}
			return -1
		}, s)
	}
	h, n := squeeze(host), squeeze(strings.TrimPrefix(strings.ToLower(name), "the "))
	return len(n) >= 3 && h != "" && (strings.Contains(h, n) || strings.Contains(n, squeeze(labelOf(host))) && len(labelOf(host)) >= 3)
}

// labelOf is the part of a host that names its owner: "ferry" of "news.ferry.co.example".
func labelOf(host string) string {
	list := strings.Split(host, ".")
	if len(list) < 2 {
		return host
	}
	i := len(list) - 2
	if i > 0 && len(list[i]) <= 3 {
		i--
	}
	return list[i]
}

// author files the name of an author: an agency, a person, or, where it is neither, nobody.
func (p *page) author(a found, sites []found) {
	for _, name := range people(a.value) {
		if names := koreanNames(name); len(names) > 0 {
			name = names[0] // without the office behind it
		}
		if known, ok := agency(strings.TrimSuffix(strings.TrimSuffix(name, " Staff"), " staff")); ok {
			p.agencies = append(p.agencies, found{known, a.basis})
			continue
		}
		if slices.ContainsFunc(sites, func(s found) bool { return sameName(s.value, name) }) || !human(name) {
			continue
		}
		if !slices.ContainsFunc(p.bylines, func(f found) bool { return strings.EqualFold(f.value, name) }) {
			p.bylines = append(p.bylines, found{name, a.basis})
		}
	}
}

// people splits "By A, B and C" into its names.
func people(s string) []string {
	if strings.Contains(s, "://") || len(s) > 300 {
		return nil
	}
	for _, by := range []string{"By ", "by ", "BY ", "Von ", "Por ", "Par "} {
		s = strings.TrimPrefix(s, by)
	}
	for _, and := range []string{" and ", " und ", " & ", " y ", " et ", "; ", " | ", " / "} {
		s = strings.ReplaceAll(s, and, ", ")
	}
	var out []string
	for part := range strings.SplitSeq(s, ",") {
		if part = strings.TrimSpace(part); part != "" {
			out = append(out, part)
		}
	}
	return out
}

// forenameFirst turns "Lindqvist, Mara" round, the form in which libraries give names.
func forenameFirst(s string) string {
	family, rest, ok := strings.Cut(s, ", ")
	if !ok || strings.ContainsAny(family, " ,") || strings.Contains(rest, ",") {
		return s
	}
	return rest + " " + family
}

// human reports whether a declared author is a person's name.
func human(s string) bool {
	lower := strings.ToLower(s)
	for word := range strings.FieldsSeq(lower) {
		switch strings.Trim(word, ".,") {
		case "staff", "by", "admin", "administrator", "editor", "editors", "editorial", "team", "desk", "newsroom", "news", "redaktion", "redacción", "correspondent", "reporter", "reporters",
			"author", "authors", "contributor", "contributors", "webmaster", "online", "press", "agency", "agencies", "bureau", "magazine", "journal", "media", "service", "wire", "inc", "ltd", "gmbh", "blog", "guest", "user", "writer", "writers", "board", "report",
			"share", "tweet", "follow", "comment", "comments", "email", "print", "facebook", "twitter", "posted", "updated", "published", "read", "min", "views", "photo", "photos", "unknown", "anonymous", "none", "null", "個人":
			return false
		}
	}
	switch s {
	case "사진", "기자", "기자명", "작성자", "관리자", "운영자", "편집국", "편집부", "글", "글쓴이", "이름", "취재", "영상", "뉴스", "본문", "닫기", "구독", "구독하기", "공유", "记者", "作者", "编辑", "責任編集", "筆者":
		return false
	}
	if i := strings.Index(s, ". "); i > 3 && !strings.Contains(s[i-3:i], " ") && !strings.Contains(s[i-3:i], ".") { // two sentences
		return false
	}
	return person(s) || cased(s)
}

// cased reports whether s is a name in a script without capitals, such as Hangul or Han.
func cased(s string) bool {
	n := 0
	for _, r := range s {
		switch {
		case unicode.In(r, unicode.Hangul, unicode.Han, unicode.Katakana, unicode.Hiragana):
			n++
		case r != ' ' && r != '·' && r != '・':
			return false
		}
	}
	return n >= 2 && n <= 8
}

// languageTag is a language tag in the form of BCP 47, "" for anything else.
func languageTag(s string) string {
	s = strings.ReplaceAll(strings.TrimSpace(s), "_", "-")
	base, rest, _ := strings.Cut(s, "-")
	if len(base) < 2 || len(base) > 3 || len(s) > 12 {
		return ""
	}
	for _, r := range base + strings.ReplaceAll(rest, "-", "") {
		if r > unicode.MaxASCII || !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			return ""
		}
	}
	return s
}
