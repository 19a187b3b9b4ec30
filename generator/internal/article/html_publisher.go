package article

import (
	"slices"
	"strings"
	"unicode"
)

// sited finds the publisher of a page: what the page declares, unless that is the maker of its tools, a filler or a
// mere host; what it shows besides decides between two names and which part of one is the name. Where it declares
// nothing, two places must show a name, or one that is made for it a name as newspapers have.
func (p *page) sited(d *declared, host string) []found {
	makers := p.makers(d)
	var declared []found
	for _, s := range d.sites {
		if filler(s.value) || folded(s.value) == folded(p.title.Text) {
			continue
		}
		if !spells(host, s.value) && !d.shows(s.value, homeLink, logo) && !strings.Contains(folded(d.caption), folded(s.value)) && slices.ContainsFunc(makers, func(m string) bool { return maker(m, s.value) }) {
			continue
		}
		declared = append(declared, s)
	}
	shown := p.shownSites(d, host, makers)
	out := publishersOf(declared, host)
	switch {
	case len(out) == 0:
		return shown
	case len(shown) == 0:
		return out
	}
	for _, s := range out {
		agreed := slices.IndexFunc(shown, func(f found) bool { return sameName(f.value, s.value) })
		if agreed < 0 {
			continue
		}
		f := shown[agreed]
		if _, mere := domain(s.value); mere || headOf(s.value, f.value) {
			return []found{f, {f.value, s.basis}} // the rest is a slogan, or the city of an edition
		}
		if !sameName(s.value, out[0].value) {
			return []found{s, f}
		}
	}
	return out
}

// maker reports whether a name is that of a tool, with or without a word for what it is: "PageForge CMS".
func maker(tool, name string) bool {
	tool, name = bareName(tool), bareName(name)
	rest, ok := strings.CutPrefix(name, tool)
	switch strings.TrimSpace(rest) {
	case "", "cms", "platform", "software", "blog", "site", "website", "web":
		return ok
	}
	return false
}

// headOf reports whether a name begins with a shorter one that a mark sets apart from the rest.
func headOf(long, short string) bool {
	rest, ok := strings.CutPrefix(strings.ToLower(long), strings.ToLower(short))
	return ok && (strings.HasPrefix(rest, " -") || strings.HasPrefix(rest, " |") || strings.HasPrefix(rest, " –") || strings.HasPrefix(rest, " —") || strings.HasPrefix(rest, ":") || strings.HasPrefix(rest, ",") || strings.HasPrefix(rest, " ("))
}

// publishersOf are the names of the publisher. Where a page gives several, those count that its host spells:
// "The Morning Ferry" is morningferry.example.
func publishersOf(sites []found, host string) []found {
	var out, spelt []found
	for _, s := range sites {
		s.value = withoutPlace(withoutTagline(s.value, host))
		if web(s.value) != "" || len(s.value) > 80 || strings.HasPrefix(s.value, "@") || !strings.ContainsFunc(s.value, unicode.IsLetter) {
			continue
		}
		if name, known := agency(s.value); known {
			s.value = name
		}
		out = append(out, s)
		if spells(host, s.value) {
			spelt = append(spelt, s)
		}
	}
	if len(spelt) > 0 {
		return agreeing(spelt)
	}
	if len(out) > 0 && out[0].basis == "JSON-LD publisher" {
		for _, s := range out {
			if s.basis == "meta og:site_name" && !sameName(s.value, out[0].value) {
				return []found{out[0], s}
			}
		}
	}
	return agreeing(out)
}

// withoutPlace cuts the place in brackets that catalogues put behind a name: "Ferry Times (Boston, Mass.)".
func withoutPlace(s string) string {
	if i := strings.LastIndex(s, " ("); i > 0 && strings.HasSuffix(s, ")") {
		return s[:i]
	}
	return s
}

// shownSites are the names that a page shows of its site: one that two kinds of place agree on, or that stands in a
// place made for it and is one as newspapers have, or is spelt by the host. Two such names leave it to other lines.
func (p *page) shownSites(d *declared, host string, makers []string) []found {
	var best []found
	most := 0
	for _, s := range p.candidates(d) {
		name := s.value
		if _, host := domain(name); host || words(name) > 7 || strings.Contains(name, " - ") || section(name) || filler(name) || platform(name) || folded(name) == folded(p.title.Text) || strings.HasPrefix(p.title.Basis, "heading") && strings.Contains(folded(p.title.Text), folded(name)) && s.kind != homeLink && s.kind != logo ||
			slices.ContainsFunc(makers, func(m string) bool { return sameName(m, name) }) {
			continue
		}
		n, made := 0, masthead(name) && s.kind != ownHead && s.kind != startOfTitle
		if made || spells(host, name) && s.kind != copyrightMark {
			n++
		}
		list := p.whereShown(d, name)
		if n += len(list); n < 2 || n < most || len(list) == 1 && list[0].basis == ownHead {
			continue
		}
		if n > most {
			best, most = nil, n
		}
		if len(best) == 0 || !slices.ContainsFunc(best, func(f found) bool { return sameName(f.value, name) }) {
			best = append(best, list...)
		}
	}
	if slices.ContainsFunc(best, func(f found) bool { return !sameName(f.value, best[0].value) }) {
		i := slices.IndexFunc(best, func(f found) bool { return f.basis == endOfTitle })
		if i < 0 {
			return nil
		}
		return []found{best[i]}
	}
	return best
}

// Further places that show the name of a site.
const (
	endOfTitle    = "page title"
	startOfTitle  = "start of the page title"
	copyrightMark = "copyright line"
)

// candidates are the names that may be the site's, with the places they stand in.
func (p *page) candidates(d *declared) []shownName {
	out := slices.Clone(d.names)
	if end, start := ends(d.caption); end != "" {
		out = append(out, shownName{end, endOfTitle}, shownName{start, startOfTitle})
	}
	return out
}

// ends are the last and the first part of a page title.
func ends(caption string) (end, start string) {
	last, first := -1, len(caption)
	for _, mark := range []string{" | ", " :: ", " - ", " – ", " — ", " » ", " · ", " • ", ": ", " < ", " > "} {
		if i := strings.LastIndex(caption, mark); i > 0 {
			if i > last {
				last, end = i, caption[i+len(mark):]
			}
			if k := strings.Index(caption, mark); k < first {
				first, start = k, caption[:k]
			}
		}
	}
	return strings.TrimSpace(end), strings.TrimSpace(start)
}

// whereShown lists the places that show a name, one of each kind.
func (p *page) whereShown(d *declared, name string) []found {
	var out []found
	for _, kind := range []string{homeLink, logo, ownHead} {
		if d.shows(name, kind) {
			out = append(out, found{name, kind})
		}
	}
	if end, start := ends(d.caption); folded(end) == folded(name) || folded(start) == folded(name) {
		out = append(out, found{name, endOfTitle})
	}
	if i := slices.IndexFunc(p.blocks, func(b block) bool { return p.rightsOf(&b, name) }); i >= 0 {
		out = append(out, found{name, at(copyrightMark, &p.blocks[i])})
	}
	if p.hasLine(name) && !slices.ContainsFunc(out, func(f found) bool { return f.basis == homeLink || f.basis == logo || f.basis == ownHead }) {
		out = append(out, found{name, "line of its own"})
	}
	return out
}

// rightsOf reports whether a line says that the rights are somebody's.
func (p *page) rightsOf(b *block, name string) bool {
	if b.words > 60 || b.role == body || !strings.ContainsAny(b.text, "©ⓒ") && !strings.Contains(strings.ToLower(beginning(b.text, much)), "copyright") && !strings.Contains(b.text, "제호") {
		return false
	}
	return strings.Contains(folded(b.text), folded(name))
}

// hasLine reports whether a line of the page, not its title, is nothing but a name.
func (p *page) hasLine(name string) bool {
	return slices.ContainsFunc(p.blocks, func(b block) bool {
		return b.role != headline && b.reason != "page_title" && len(b.text) <= len(name)+4 && folded(b.text) == folded(name)
	})
}

// makers are the names of those who made the tools of a page, as its head and its last lines tell.
func (p *page) makers(d *declared) []string {
	out := []string{"WordPress", "Blogger", "Wix", "Squarespace", "Joomla", "Drupal", "TYPO3", "Substack"}
	for _, g := range d.tools {
		word, _ := cutWord(strings.TrimSpace(g))
		out = append(out, strings.Trim(word, "!,;:"))
		name, _, _ := strings.Cut(g, " - ")
		out = append(out, strings.TrimRight(name, " .0123456789"))
	}
	for i := range p.blocks {
		b := &p.blocks[i]
		if b.role == body || b.words > 40 {
			continue
		}
		lower := strings.ToLower(beginning(b.text, much))
		for _, word := range []string{"powered by ", "theme by ", "theme: ", "designed by ", "website by ", "site by ", "hosted by ", "propulsé par ", "realisiert mit ", "unterstützt von "} {
			if at := strings.Index(lower, word); at >= 0 && len(lower) == len(beginning(b.text, much)) {
				if name := nameAt(b.text[at+len(word):]); name != "" {
					out = append(out, name)
				}
			}
		}
	}
	return slices.DeleteFunc(out, func(s string) bool { return len(s) < 2 })
}

// filler reports what stands for the name of a site that was never named.
func filler(s string) bool {
	switch folded(s) {
	case "", "my site", "my website", "my blog", "my wordpress blog", "website", "site", "home", "homepage", "startseite", "accueil", "blog", "demo", "demo site", "localhost", "untitled", "site title", "site name",
		"wordpress site", "just another wordpress site", "news", "article", "undefined", "null", "none", "test", "default", "cms", "title", "webseite", "홈", "홈페이지", "뉴스":
		return true
	}
	return false
}

// agreeing are the names that the first agrees with.
func agreeing(list []found) []found {
	var out []found
	for _, f := range list {
		if sameName(f.value, list[0].value) && !slices.Contains(out, f) {
			out = append(out, f)
		}
	}
	return out
}

// settlePublisher leaves the names that lines of a page give of its publisher out, where they are not the one that
// the page declares: they are as a rule the names of sections, or of those who had the text first.
func (p *page) settlePublisher() {
	if n := p.declared.found; n > 0 {
		first := p.publisher[0].value
		p.publisher = slices.DeleteFunc(p.publisher, func(f found) bool { return !slices.Contains(p.publisher[:n], f) && !sameName(f.value, first) })
	}
}
