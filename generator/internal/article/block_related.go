package article

import "strings"

// takeRelated sets aside a list of other articles under its heading. Within an article the list ends where the
// article goes on; before it, where its title stands.
func takeRelated(p *page, at *line) int {
	if !related(at.bare) {
		return at.i
	}
	end, cost := at.i+1, 0
	switch {
	case at.before == 0:
		end = p.listBefore(at.i)
	case inlineLabel(at.bare):
		for end < len(p.blocks) && !p.blocks[end].sentence() && !p.closes(end) {
			end++
		}
	default:
		end, cost = p.listWithin(at), 4
	}
	at.setAside("related_content_heading", cost)
	for i := at.i + 1; i < end; i++ {
		if b := &p.blocks[i]; b.role == undecided {
			b.setAside("related_content_tail", cost)
		}
	}
	return end
}

// listBefore is where a list of headlines ends that stands before the article. Its lines follow one another
// without a blank line; one blank line may stand under its heading. Without blank lines nobody can tell its last
// line from the title, so only the heading goes.
func (p *page) listBefore(i int) int {
	end := i + 1
	if !p.adjoining(i) && p.adjoining(i+1) {
		end++
	}
	for end < len(p.blocks) && p.adjoining(end-1) && !p.blocks[end].sentence() {
		end++
	}
	if end == len(p.blocks) || p.blocks[end].sentence() { // no blank line sets it apart
		return i + 1
	}
	return end
}

// listWithin is where a list ends that stands within an article or after it: at a long paragraph, or at the
// first of two with nothing between them but furniture. A single sentence under a headline belongs to the list,
// unless it is the last of an article of which most is still to come.
func (p *page) listWithin(at *line) int {
	for j := at.i + 1; j < len(p.blocks); j++ {
		b := &p.blocks[j]
		if b.role == body {
			return j
		}
		if b.role != undecided {
			continue
		}
		if !b.sentence() {
			if p.closes(j) {
				return j
			}
			continue
		}
		if b.words >= 2*long || !at.tail() && j == at.i+2 || p.sentenceAfter(j) {
			return j
		}
	}
	return len(p.blocks)
}

// closes reports whether block j is furniture of the kind that only comes where lists have ended as well.
func (p *page) closes(j int) bool {
	b := &p.blocks[j]
	if b.role != undecided || b.words > long {
		return false
	}
	r := matching(newLine(b, j))
	return r != nil && r.cost >= 6
}

// sentenceAfter reports whether the next block that is not furniture is a paragraph.
func (p *page) sentenceAfter(j int) bool {
	for j++; j < len(p.blocks); j++ {
		b := &p.blocks[j]
		if b.role != undecided {
			continue
		}
		l := newLine(b, j)
		if r := matching(l); r == nil || r.cost > 3 {
			return r == nil && b.sentence()
		}
	}
	return false
}

// inlineLabel reports whether a heading points to one article or two, between paragraphs.
func inlineLabel(bare string) bool {
	switch bare {
	case "related", "related article", "related story", "read also", "also read", "see also", "read more", "more on this",
		"more on this story", "lesen sie auch", "mehr zum thema", "관련기사", "관련 기사", "à lire aussi", "lire aussi", "lea también", "leggi anche",
		"leia também", "lees ook", "läs också", "читайте также":
		return true
	}
	return false
}

func related(bare string) bool {
	if len(bare) > 60 {
		return false
	}
	for _, word := range [...]string{"more from ", "more in ", "mehr aus ", "mehr von ", "more stories from ",
		"most read in ", "read more from ", "read more on "} {
		if len(bare) < 40 && strings.HasPrefix(bare, word) {
			return true
		}
	}
	if len(bare) < 60 && (strings.HasSuffix(bare, " 많이 본 뉴스") || strings.HasSuffix(bare, " 많이 본 기사") || strings.HasSuffix(bare, " 인기 기사") || strings.HasSuffix(bare, " 주요 뉴스")) {
		return true // "사회 많이 본 뉴스"
	}
	switch bare {
	case "related", "related content", "related articles", "related article", "related stories", "related story",
		"related news", "related posts", "related topics", "related coverage", "related links", "related items",
		"related reading", "related video", "related videos", "read also", "also read", "see also", "read next",
		"read more", "what to read next", "up next", "next up", "more on this", "more on this story", "more on this topic",
		"more stories", "more news", "more like this", "more to read", "most read", "most popular", "most viewed",
		"most shared", "most commented", "most recent", "popular now", "popular stories", "popular articles",
		"popular posts", "recommended", "recommended for you", "recommended stories", "recommended reading",
		"you may also like", "you might also like", "you may like", "you may also be interested in",
		"you might be interested in", "people also read", "trending", "trending now", "trending news", "trending stories",
		"trending articles", "editor's picks", "editors' picks", "editor's choice", "top stories", "today's top stories",
		"top news", "latest news", "latest stories", "latest articles", "latest headlines", "latest posts", "recent posts",
		"recent articles", "recent stories", "recent news", "in other news", "don't miss", "from the web", "around the web",
		"from our partners", "promoted stories", "sponsored stories", "sponsored links", "other stories", "other articles",
		"other news", "similar articles", "similar stories", "similar posts", "explore more", "keep reading":
		return true
	case "mehr zum thema", "lesen sie auch", "auch interessant", "das könnte sie auch interessieren",
		"das könnte sie interessieren", "das könnte dich auch interessieren", "meistgelesen", "meistgelesene artikel",
		"am meisten gelesen", "weitere artikel", "weitere artikel zum thema", "weitere nachrichten", "weitere themen",
		"weitere meldungen", "zum thema", "verwandte artikel", "ähnliche artikel", "empfehlungen der redaktion",
		"beliebte artikel", "aktuelle nachrichten", "neueste artikel", "neueste nachrichten", "top-themen":
		return true
	case "관련기사", "관련 기사", "관련뉴스", "관련 뉴스", "많이 본 뉴스", "많이 본 기사", "많이본 뉴스", "많이본 기사", "가장 많이 본 뉴스", "인기 기사", "인기기사", "인기 뉴스",
		"인기뉴스", "추천 기사", "추천기사", "추천 뉴스", "추천뉴스", "주요 뉴스", "주요뉴스", "최신 기사", "최신기사", "최신 뉴스", "최신뉴스", "이 시각 주요 뉴스",
		"함께 본 기사", "다른 기사", "関連記事", "相关新闻",
		"à lire aussi", "lire aussi", "sur le même sujet", "à lire également", "lea también", "te puede interesar", "noticias relacionadas",
		"leggi anche", "leia também", "lees ook", "läs också", "читайте также", "по теме", "читайте ещё", "новости по теме", "あわせて読みたい":
		return true
	}
	return false
}
