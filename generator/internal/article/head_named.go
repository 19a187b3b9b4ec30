package article

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// namedTwice recognises a byline that ends with a name which stands above as a line of its own: under "The Ferry
// Democrat", "Mara Lindqvist The Ferry Democrat" says who wrote the text, and for whom.
func namedTwice(p *page, h headLine) string {
	if h.words < 4 || h.words > 10 || h.stop || p.page {
		return ""
	}
	for i := range p.blocks[:h.at] {
		o := &p.blocks[i]
		name := strings.TrimSpace(o.text)
		author, ok := strings.CutSuffix(h.text, " "+name)
		if !ok || o.role == body || o.words < 2 || nameAt(name) != name || !person(strings.TrimRight(author, " ,|-–—")) {
			continue
		}
		p.keepCredit(credit{by: true, names: []string{spelled(strings.TrimRight(author, " ,|-–—"))}}, h.block)
		p.publisher = append(p.publisher, found{headed(name), at("masthead", o)})
		if o.role == undecided {
			o.drop("publisher_line")
		}
		return "byline"
	}
	return ""
}

// easternName recognises a Japanese or Chinese name alone on the line below the date and below the title: three to six
// characters, the first a Chinese one, none of them of a word for a part of a page or of a newspaper.
func easternName(p *page, h headLine) string {
	n := utf8.RuneCountInString(h.text)
	if !h.begun || h.behind || p.page || n < 3 || n > 6 || h.at == 0 || !dateOnly(&p.blocks[h.at-1]) || section(h.text) || paper(h.text) {
		return ""
	}
	for i, r := range h.text {
		if i == 0 && !unicode.Is(unicode.Han, r) || !unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana) {
			return ""
		}
	}
	for _, word := range [...]string{"記事", "会員", "限定", "社会", "経済", "政治", "国際", "地域", "印刷", "保存", "共有", "登録", "編集", "新聞", "通信", "写真", "速報", "文化", "有料", "無料", "記者", "更新", "公開", "配信",
		"发布", "来源", "编辑", "评论", "分享", "收藏", "打印", "字号", "字体", "阅读", "时间", "新闻", "部", "面", "版", "局", "省", "市", "県", "社"} {
		if strings.Contains(h.text, word) {
			return ""
		}
	}
	if p.speaksOf(h.text) {
		return ""
	}
	p.keepCredit(credit{by: true, names: []string{h.text}}, h.block)
	return "byline"
}
