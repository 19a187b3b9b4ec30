package article

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/net/html"
)

// tail drops what stands under the text but within its element: headings over nothing, boxes that a heading
// announces, the initials of a desk, what print and programme had of it, counters and bars of tools.
func (l *layout) tail() {
	list := l.left()
	prose := 0
	for _, q := range list {
		if q.level == 0 && q.sentence() {
			prose += q.words
		}
	}
	said := 0
	for i, q := range list {
		if q.role != undecided {
			continue
		}
		if q.level > 0 && 2*said >= prose && said > 0 && boxHead(folded(q.text)) {
			for _, r := range list[i:] {
				r.drop("related_links")
			}
			break
		}
		if q.level == 0 && q.sentence() {
			said += q.words
		}
		if why := l.toolLine(q, said, prose); why != "" {
			q.drop(why)
		}
	}
	list = l.left()
	for i := len(list) - 1; i > 0 && !(list[i].level == 0 && (list[i].stop || list[i].words >= enough || list[i].listed || list[i].quote)); i-- {
		switch q := list[i]; {
		case q.level > 0 && q.level < 7:
			q.drop("empty_heading")
		case initials(q.text):
			q.drop("signature")
		default:
			return
		}
	}
}

// toolLine says what a short line is that speaks of the page, not of the news, "" for anything else. Some speak so
// only where most of the text has been read.
func (l *layout) toolLine(q *piece, said, prose int) string {
	if q.words > 40 || q.quote || q.table != nil {
		return ""
	}
	lower := folded(q.text)
	switch {
	case q.words <= 6 && !q.stop && counter(lower):
		return "share_bar"
	case 10*said < 7*prose || prose == 0:
		return ""
	case otherForm(lower):
		return "print_note"
	case q.words <= long && wallLine(lower):
		return "paywall_notice"
	case q.words <= 4 && residue(q.text):
		return "ui_residue"
	}
	return ""
}

// counter recognises a line that counts readers and what they did: "Views: 412", "1.2K shares", "조회수 1,204".
func counter(lower string) bool {
	if !strings.ContainsAny(lower, "0123456789") {
		return false
	}
	rest := strings.TrimFunc(strings.Map(func(r rune) rune {
		if unicode.IsDigit(r) || strings.ContainsRune(".,:()+|·", r) {
			return ' '
		}
		return r
	}, lower), unicode.IsSpace)
	rest = strings.TrimSpace(strings.TrimSuffix(strings.TrimPrefix(rest, "k "), " k"))
	switch strings.Join(strings.Fields(rest), " ") {
	case "views", "view", "shares", "share", "likes", "like", "comments", "comment", "tweets", "reads", "k shares", "k views", "claps", "votes", "rating", "rate this story", "rate this article", "shares comments", "views comments", "likes comments",
		"aufrufe", "kommentare", "mal geteilt", "mal gelesen", "leser", "teilungen", "bewertungen", "partages", "commentaires", "vues", "réactions", "j'aime", "조회수", "조회", "추천", "댓글", "공감", "좋아요", "호수", "추천 댓글", "조회 추천", "공유":
		return true
	}
	return false
}

// otherForm recognises what the page says under the text of the text's other forms: in print, on the air, as a reprint.
func otherForm(lower string) bool {
	return beginsAny(lower, []string{
		"a version of this article", "a version of this story", "this article appeared in", "this article appears in", "this article first appeared in the print", "this story appeared in", "this story ran in print", "this article ran in print", "this article was published in the print", "order reprints", "order a reprint", "buy reprints",
		"rate this", "text size", "email to a friend", "print this", "dieses thema im programm", "diese sendung", "dieser artikel erschien", "dieser artikel ist in der", "dieser text erschien", "aus der printausgabe", "cet article est paru", "cet article a été publié dans l'édition",
		"the opinions expressed", "the opinions are", "the views expressed", "views expressed", "opinions expressed", "die hier geäußerten", "die in diesem artikel geäußerten", "les opinions exprimées",
		"이 기사는 언론사에서", "기사의 섹션 정보", "이 기사는 지면", "다른기사 보기", "다른 기사 보기", "기자의 다른", "기사제보", "제보하기",
	})
}

// wallLine recognises what a page says in place of the rest of a text.
func wallLine(lower string) bool {
	return containsAny(lower, []string{"réservé aux abonnés", "réservée aux abonnés", "% de cet article", "déjà abonné", "pour lire la suite", "abonnez-vous pour", "lisez la suite", "la suite de cet article", "bereits abonnent", "weiterlesen mit", "euro testen", "€ testen", "jetzt testen", "artikel ist nur für",
		"구독자 전용", "유료회원", "유료 회원", "로그인하면", "계속 읽을 수 있", "구독 후", "already a subscriber", "already subscribed", "to continue reading", "read the rest", "subscribers only"})
}

// boxHead recognises headings of boxes under a text.
func boxHead(lower string) bool {
	if related(lower) || label(lower) {
		return true
	}
	if words(lower) > 8 {
		return false
	}
	switch lower {
	case "in the programme", "in this series", "in this section", "on air", "imprint", "impressum", "legal notice", "mentions légales", "disclaimer", "about the author", "about the authors", "about this article", "about us", "about the data", "our newsletter", "newsletter", "newsletters", "share", "share this article", "share this story", "follow us", "comments", "leave a comment", "leave a reply",
		"join the conversation", "sponsored", "advertisement", "tags", "topics", "sections", "popular", "latest", "im programm", "meistgelesen", "meistgeklickt", "meistgesehen", "das könnte sie auch interessieren", "mehr zum thema", "zum thema", "weitere artikel", "weitere meldungen", "lesen sie auch",
		"über den autor", "über die autorin", "über uns", "kommentare", "schlagwörter", "themen", "folgen sie uns", "jetzt teilen", "dans le programme", "les plus lus", "à lire aussi", "sur le même sujet", "à propos", "à propos de l'auteur", "commentaires", "suivez-nous", "partager", "nos newsletters", "dans la même rubrique",
		"많이 본 뉴스", "많이 본 기사", "관련기사", "관련 기사", "관련뉴스", "인기기사", "주요뉴스", "최신기사", "댓글", "댓글삭제", "댓글 삭제", "이 시각 주요뉴스", "추천기사", "추천 기사", "함께 읽으면 좋은 기사", "실시간 뉴스", "오늘의 주요뉴스":
		return true
	}
	return beginsAny(lower, []string{"about the author", "about this ", "most read", "in the programme", "also in this", "more from ", "more on ", "sign up for ", "subscribe to ", "get the latest", "keep reading with", "continue reading with", "über den autor", "über die autorin", "mehr aus ", "mehr von ", "plus d'articles", "많이 본"})
}

// initials recognises the signature of a desk: "bur-tgk/pdh", "abc/def".
func initials(s string) bool {
	s = strings.Trim(s, " ().[]-–—")
	list := strings.FieldsFunc(s, func(r rune) bool { return r == '/' || r == '-' || r == ' ' })
	if len(s) > 30 || len(list) < 1 || len(list) > 6 || !strings.Contains(s, "/") {
		return false
	}
	return !slices.ContainsFunc(list, func(part string) bool {
		return len(part) > 4 || len(part) < 2 || strings.ContainsFunc(part, func(r rune) bool { return !unicode.IsLetter(r) })
	})
}

// pulls drops quotations that repeat words of the text in larger letters.
func (l *layout) pulls() {
	const few, most = 5, 40
	var whole strings.Builder
	var quoted []*piece
	for _, q := range l.left() {
		if pulled := q.quote || q.hint == "pull_quote"; pulled && q.words >= few && q.words <= 3*long && len(quoted) < most {
			quoted = append(quoted, q)
		} else {
			whole.WriteString(folded(q.text))
			whole.WriteByte('\n')
		}
	}
	text := straight(whole.String())
	for _, q := range quoted {
		if strings.Contains(text, strings.Trim(straight(folded(q.text)), "\" ")) {
			q.drop("pull_quote")
		}
	}
}

// straight is a text with one kind of quotation mark.
func straight(s string) string {
	return strings.NewReplacer("“", "\"", "”", "\"", "„", "\"", "«", "\"", "»", "\"").Replace(s)
}

// tagline drops the words that a page has beside its title in <title> where a short line before the text repeats
// them: "From Open Newswire, the free news source".
func (l *layout) tagline() {
	end, _ := ends(l.told.caption)
	tail := folded(end)
	for _, q := range l.left() {
		if q.level > 0 {
			continue
		}
		if words(end) >= 3 && q.words <= words(end)+8 && strings.Contains(folded(q.text), tail) {
			q.drop("site_line")
			continue
		}
		if q.sentence() {
			return
		}
		if beginsAny(folded(q.text), []string{"jump to:", "jump to ", "skip to ", "zum inhalt", "aller au contenu", "본문 바로가기", "본문으로"}) {
			q.drop("navigation")
		}
	}
}

// walled drops a small box that its class name calls a paywall, where it speaks of a subscription. What such an
// element holds besides is the article's, and some hold all of it.
func (l *layout) walled() {
	const largest = 80
	talks, size, all := map[*html.Node]bool{}, map[*html.Node]int{}, 0
	for _, q := range l.left() {
		all += q.words
		if q.wall != nil {
			size[q.wall] += q.words
			talks[q.wall] = talks[q.wall] || speaksOfSite(&q.block) || subscribes(&q.block)
		}
	}
	for _, q := range l.left() {
		if n := size[q.wall]; talks[q.wall] && n <= largest && 2*n <= all {
			q.drop("paywall_notice")
		}
	}
}
