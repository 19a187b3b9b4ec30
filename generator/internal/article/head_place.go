package article

// placeLine reads the dateline that Korean agencies put before the author's name and the date: "(대전=뉴스1) 오세린 기자 |
// 2021-06-30". Who wrote it, and when, the rules after it read.
func placeLine(p *page, h headLine) string {
	if !h.begun || h.words > 20 || h.stop || len(stamps(h.text)) == 0 && len(koreanNames(h.text)) == 0 {
		return ""
	}
	if d, ok := easternDateline(h.text); ok {
		p.keepDateline(dateline{place: d.place, credits: d.credits}, h.block)
	}
	return ""
}
