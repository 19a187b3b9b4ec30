package article

import (
	"strings"
)

// webAddress recognises an address of the web at the start of s and gives it with its length.
func webAddress(s string) (url string, n int) {
	if !strings.HasPrefix(s, "https://") && !strings.HasPrefix(s, "http://") && !strings.HasPrefix(s, "www.") {
		return "", 0
	}
	url, _ = cutWord(s)
	url = strings.TrimRight(url, ".,;>)]\"'»”|*_")
	host := hostOf(url)
	if !strings.Contains(host, ".") || len(url) > 2000 || strings.ContainsFunc(url, forbidden) {
		return "", 0
	}
	return url, len(url)
}

// hostOf is the host of an address in lower case, without "www.".
func hostOf(url string) string {
	_, rest, ok := strings.Cut(url, "://")
	if !ok {
		rest = url
	}
	if i := strings.IndexAny(rest, "/?#"); i >= 0 {
		rest = rest[:i]
	}
	if i := strings.LastIndexByte(rest, '@'); i >= 0 {
		rest = rest[i+1:]
	}
	rest, _, _ = strings.Cut(rest, ":")
	return strings.TrimPrefix(strings.ToLower(rest), "www.")
}

// keepAddress keeps an address: where the text stands, or, when it leads to a site's front page, only whose site.
func (p *page) keepAddress(url, basis string) {
	host := hostOf(url)
	_, after, _ := strings.Cut(url, "://")
	if _, path, _ := strings.Cut(after, "/"); strings.Trim(path, "/") != "" && !strings.HasPrefix(url, "www.") {
		p.urls = append(p.urls, found{url, basis})
	}
	if store(host) {
		return
	}
	if name, known := agency(host); known {
		p.agencies = append(p.agencies, found{name, basis})
	}
	p.domains = append(p.domains, found{host, basis})
}

// store reports hosts that hold other people's pages: archives, short addresses, networks.
func store(host string) bool {
	for _, name := range [...]string{"archive.org", "archive.today", "archive.ph", "archive.is", "bit.ly", "t.co", "goo.gl", "tinyurl.com", "ow.ly", "doi.org",
		"facebook.com", "twitter.com", "x.com", "youtube.com", "youtu.be", "t.me", "instagram.com", "linkedin.com", "reddit.com", "google.com", "msn.com",
		"naver.com", "daum.net", "yahoo.com", "medium.com", "feedburner.com", "creativecommons.org"} {
		if host == name || strings.HasSuffix(host, "."+name) {
			return true
		}
	}
	return false
}

// source reads what follows "Source:" or "URL:". It reports whether that was a source at all.
func (p *page) source(b *block, value string, kind field) bool {
	value = strings.Trim(value, " <>()[]*_.\"")
	if url, n := webAddress(value); n > 0 && strings.Trim(value[n:], " .>)]") == "" {
		p.keepAddress(url, at("source line", b))
		return true
	}
	if name, ok := domain(value); ok {
		p.keepDomain(name, at("source line", b))
		return true
	}
	if kind == fieldURL || b.words > 20 {
		return false
	}
	// "Xinhua", "dpa/AFP", "The Ferry Times (Harbour)", "The Ferry Times, https://…"
	for part := range strings.FieldsFuncSeq(value, func(r rune) bool { return strings.ContainsRune("(),;|", r) }) {
		part = strings.TrimSpace(part)
		if url, n := webAddress(part); n > 0 {
			p.keepAddress(url, at("source line", b))
		}
	}
	main, _, _ := strings.Cut(strings.TrimSuffix(value, ")"), " (")
	main, _, _ = strings.Cut(main, ", ")
	main, _, _ = strings.Cut(main, " | ")
	if name, section, ok := strings.Cut(main, " - "); ok && nameAt(name) == name && words(section) <= 3 {
		main = name // "Feed: Ferry Times - Trade"
	}
	main = strings.Trim(main, " -–—:")
	list := stamps(value)
	if len(list) > 0 {
		p.keepStamps(list, make([]telling, len(list)), at("source line", b))
		main = strings.Trim(main[:min(len(main), list[0].start)], " ,-–—")
	}
	if name, known := agencyCredit(main); known {
		p.agencies = append(p.agencies, found{name, at("source line", b)})
		return true
	}
	if main == "" || nameAt(main) != main || words(main) > 6 || platform(main) {
		return len(list) > 0 || main == ""
	}
	p.publisher = append(p.publisher, found{main, at("source line", b)})
	return true
}

// addresses keeps an address that stands alone on a line before or behind the text, or after words that say what it
// is. One within a sentence is the text's own.
func (p *page) addresses() {
	first, last := p.span()
	for i := range p.blocks {
		b := &p.blocks[i]
		if b.role != undecided || i >= first && i <= last || b.words > 60 && !strings.HasPrefix(b.text, "http") {
			continue
		}
		if p.page && i < first {
			continue
		}
		at1 := strings.Index(b.text, "http")
		lead := strings.ToLower(strings.Trim(beginning(b.text, max(at1, 0)), " <([*_:-–—>→"))
		url, n := "", 0
		if at1 >= 0 {
			url, n = webAddress(b.text[at1:])
		}
		if n == 0 || strings.Trim(b.text[at1+n:], " .>)]*_") != "" || !announces(lead) {
			continue
		}
		p.keepAddress(url, at("source line", b))
		b.drop("source_line")
	}
}

// announces reports words that announce the address of the text.
func announces(lead string) bool {
	switch lead {
	case "", "find this article at", "this article can be found at", "article url", "source", "read the original at", "read the original article at", "original", "original article", "original article at", "original link", "the original article",
		"read more at", "read more", "read the full story at", "read the full article at", "read full article at", "full story", "full article", "view original", "view the original at",
		"available at", "available online at", "published at", "first published at", "originally published at", "this article was originally published at", "this article first appeared at",
		"link", "url", "quelle", "originalartikel", "zum original", "zum artikel", "원문", "원문보기", "원문 보기", "출처", "source article", "from", "via", "retrieved from", "article source", "read the original here", "read original article", "link to original", "link to article",
		"this article was first published at", "the full article is at", "online", "online at", "abrufbar unter", "erschienen unter":
		return true
	}
	return false
}
