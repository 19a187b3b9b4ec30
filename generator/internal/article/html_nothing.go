package article

import (
	"slices"
	"strings"

	"briefbook/generator/internal/book"
)

// The measures of a page that has no article. What a server says when it has nothing to show is short; a page of
// questions and answers about a subscription may be long.
const (
	fewest   = 60  // words of an article about which there is a doubt
	notice   = 90  // words at most of a notice that an article is not there
	siteTalk = 400 // words at most of a page that speaks of itself
)

// nothing clears a page that has no article: the answer of a server that knows no such address, a wall before the
// text, a list of other articles, a page about the site. What it says goes to receipts, its title too, and whoever
// or whatever day it names is nobody's. An article that says what it is, and by whom, is one, unless it is said to
// be gone.
func (p *page) nothing() {
	kept, talk, fault, gone := 0, 0, false, false
	for i := range p.blocks {
		b := &p.blocks[i]
		fault = fault || b.role != body && b.reason == "error_page"
		if b.role == body {
			kept += b.words
			if speaksOfSite(b) {
				talk += b.words
			}
		}
		gone = gone || (b.role == body || b.role == crosshead || b.role == headline) && withdrawn(b)
	}
	if kept == 0 && !fault && p.article() && p.title.Text != "" && p.told() {
		return // only its title and its data are there
	}
	caption := p.declared.caption
	no := kept == 0 || fault && kept < fewest || gone && kept < notice
	if !no && !p.told() {
		no = noArticle(p.title.Text, p.declared.caption) && kept < siteTalk ||
			2*talk >= kept && kept < siteTalk && (!p.article() || kept < fewest) || p.declared.list || p.asksOnly() ||
			p.pictures(caption) && kept < 2*fewest
	}
	if !no && kept < fewest && !p.article() {
		no = slices.Contains(p.declared.kinds, "VideoObject") || strings.HasPrefix(p.declared.kind, "video") || beginsAny(folded(caption), []string{"video:", "video |", "watch:", "[영상]", "영상]", "vidéo :", "vidéo:"})
	}
	if !no {
		return
	}
	for i := range p.blocks {
		switch b := &p.blocks[i]; b.role {
		case body, crosshead, headline:
			b.drop("no_article")
		}
	}
	p.title = book.Value{}
	p.declared.published, p.dates, p.updates, p.unclear, p.filed, p.days = nil, nil, nil, nil, nil, nil
	p.bylines, p.signers, p.agencies, p.inputs, p.places = nil, nil, nil, nil, nil
}

// article reports whether a page says that it is an article.
func (p *page) article() bool { return p.declared.article }

// told reports whether a page names an author or a day, as articles do and notices do not.
func (p *page) told() bool {
	return p.article() && len(p.bylines)+len(p.declared.published) > 0 && !slices.ContainsFunc(p.declared.kinds, listKind)
}

// listKind reports the kinds of schema.org for pages that list others.
func listKind(kind string) bool {
	return kind == "CollectionPage" || kind == "SearchResultsPage" || kind == "ImageGallery" || kind == "MediaGallery" || kind == "FAQPage" || kind == "ContactPage"
}

// noArticle reports titles of pages that are none: "Sign in", "Search results", "Tag: harbour".
func noArticle(titles ...string) bool {
	for _, title := range titles {
		for _, part := range append(strings.FieldsFunc(title, func(r rune) bool { return strings.ContainsRune("|–—·»", r) }), strings.Split(title, " - ")...) {
			if barren(folded(part)) {
				return true
			}
		}
	}
	return false
}

func barren(title string) bool {
	switch title {
	case "sign in", "log in", "login", "sign in to continue", "log in to continue", "sign up", "register", "subscribe", "subscriptions", "subscription faq", "subscriber help", "faq", "faqs", "frequently asked questions",
		"help", "help centre", "help center", "contact", "contact us", "about us", "privacy policy", "terms of use", "terms and conditions", "cookie policy", "your privacy choices", "before you continue", "search", "search results",
		"archive", "archives", "e-paper", "epaper", "digital edition", "page not found", "not found", "404", "access denied", "forbidden", "403 forbidden", "just a moment", "attention required", "security check", "captcha", "robot check",
		"unavailable", "unavailable for legal reasons", "451", "451 unavailable for legal reasons", "content unavailable", "not available in your region", "article removed", "article not found", "site map", "sitemap", "subscribe now", "are you a robot", "error",
		"anmelden", "anmeldung", "registrieren", "abonnieren", "abo", "abonnement", "häufige fragen", "häufig gestellte fragen", "hilfe", "kontakt", "impressum", "datenschutz", "datenschutzerklärung", "agb", "suche", "suchergebnisse", "suchergebnis", "archiv", "seite nicht gefunden",
		"zugriff verweigert", "sicherheitsprüfung", "nicht verfügbar", "artikel nicht gefunden", "artikel nicht verfügbar", "fehler", "übersicht",
		"connexion", "se connecter", "identification", "s'abonner", "abonnez-vous", "foire aux questions", "questions fréquentes", "aide", "mentions légales", "politique de confidentialité", "recherche", "résultats de recherche",
		"page introuvable", "page non trouvée", "accès refusé", "article indisponible", "contenu indisponible", "erreur", "vérification de sécurité",
		"로그인", "회원가입", "구독", "구독 안내", "구독안내", "자주 묻는 질문", "고객센터", "검색", "검색결과", "검색 결과", "통합검색", "지면보기", "페이지를 찾을 수 없습니다", "접근 거부", "오류", "보안 확인", "삭제된 기사입니다", "삭제된 기사", "기사 삭제", "개인정보처리방침", "이용약관":
		return true
	}
	return words(title) <= 12 && beginsAny(title, []string{"tag: ", "tag archives", "tags: ", "topic: ", "category: ", "category archives", "search results for", "search: ", "results for ", "error 40", "error 45", "http 451", "451 ",
		"404 ", "e-paper ", "epaper ", "archive: ", "archives: ", "posts tagged", "articles tagged", "author archives", "monthly archives", "schlagwort: ", "schlagwort-archiv", "kategorie: ", "thema: ", "suche nach", "suchergebnisse für",
		"étiquette : ", "étiquette: ", "mot-clé", "catégorie : ", "résultats pour", "résultats de recherche", "태그: ", "태그 : ", "검색결과", "검색 결과", "subscription faq", "subscriber faq", "sign in to ", "log in to ", "login to "})
}

// withdrawn recognises a line that says that the article is not there.
func withdrawn(b *block) bool {
	if b.words > notice {
		return false
	}
	return containsAny(strings.ToLower(plain(beginning(b.text, 600))), []string{
		"this article has been removed", "this article was removed", "this story has been removed", "this page has been removed", "article has been withdrawn", "article has been deleted", "article has been taken down", "this article is no longer available",
		"this story is no longer available", "this content is no longer available", "this page is no longer available", "article you are looking for", "article you requested", "this article is not available", "this content is not available", "this video is not available",
		"unavailable for legal reasons", "for legal reasons", "not available in your country", "not available in your region", "unavailable in your region", "unavailable in your country", "unavailable in most european", "are not a robot", "you are human", "you're not a robot", "unusual traffic", "unusual activity",
		"dieser artikel wurde entfernt", "dieser artikel wurde gelöscht", "artikel ist nicht mehr verfügbar", "beitrag ist nicht mehr verfügbar", "artikel steht nicht mehr", "inhalt ist nicht mehr verfügbar", "aus rechtlichen gründen", "depublizier", "kein roboter", "in ihrem land nicht verfügbar",
		"cet article a été supprimé", "cet article a été retiré", "article n'est plus disponible", "contenu n'est plus disponible", "page n'existe plus", "pour des raisons juridiques", "pour des raisons légales", "pas disponible dans votre", "n'êtes pas un robot", "pas un robot",
		"삭제된 기사", "삭제되었거나", "삭제되거나", "존재하지 않는 기사", "존재하지 않는 페이지", "서비스되지 않는", "서비스가 종료된", "기사가 존재하지", "찾을 수 없는 기사", "제공하지 않습니다", "로봇이 아닙니다", "법적인 이유", "법적 사유",
	})
}

// speaksOfSite recognises sentences in which a site speaks to its reader about itself: an account, a subscription, a
// consent, a check.
func speaksOfSite(b *block) bool {
	return containsAny(strings.ToLower(plain(beginning(b.text, 1000))), []string{
		"sign in", "log in", "log into", "forgot my", "forgot your", "create an account", "your account", "your subscription", "your password", "my subscription", "your library card", "we value your privacy", "our partners", "your consent", "your choices", "accept all", "your preferences", "cookie settings",
		"your browser", "customer service", "help desk", "helpdesk", "enquiry desk", "your payment", "you can cancel", "digital access", "your ip address", "enable javascript", "verify", "ray id", "did you mean", "no results", "your search", "per page", "your device", "your region", "gdpr",
		"ihr konto", "ihr abo", "ihr passwort", "ihr abonnement", "ihre einwilligung", "unsere partner", "ihrem gerät", "ihre auswahl", "anmelden", "einloggen", "registrieren", "kündigen", "kundenservice", "zustimmen", "leserservice", "ihr browser",
		"votre compte", "votre abonnement", "votre mot de passe", "nos partenaires", "votre consentement", "votre choix", "vos choix", "connectez-vous", "se connecter", "service client", "résilier", "votre navigateur", "votre appareil",
		"로그인", "회원가입", "비밀번호", "구독 해지", "구독을", "결제", "고객센터", "동의", "쿠키", "회원 정보",
	})
}

// asksOnly reports a page of questions and answers about the site: most headings are questions.
func (p *page) asksOnly() bool {
	heads, asked, kept, talk := 0, 0, 0, 0
	for i := range p.blocks {
		switch b := &p.blocks[i]; {
		case b.role == crosshead, b.role == body && b.words <= 14 && strings.HasSuffix(b.text, "?"):
			heads++
			if strings.HasSuffix(b.text, "?") || strings.HasSuffix(b.text, "？") {
				asked++
			}
			if speaksOfSite(b) || subscribes(b) {
				talk++
			}
			kept++
		case b.role == body:
			kept++
			if speaksOfSite(b) || subscribes(b) {
				talk++
			}
		}
	}
	return asked >= 3 && 5*asked >= 3*heads && 2*talk >= kept
}

func subscribes(b *block) bool {
	return containsAny(strings.ToLower(beginning(b.text, 1000)), []string{"subscri", "abonn", "abo ", "membership", "digital edition", "e-paper", "epaper", "구독", "account", "konto", "compte", "newsletter", "delivery", "zustellung"})
}

// pictures reports a page that is only there for its pictures.
func (p *page) pictures(caption string) bool {
	lower := strings.ToLower(caption)
	return containsAny(lower, []string{"in pictures", "in photos", "photo gallery", "picture gallery", "photo essay", "photos:", "bilderstrecke", "fotostrecke", "bildergalerie", "fotogalerie", "in bildern", "en images", "diaporama", "galerie photo", "en photos", "화보", "[포토]", "포토뉴스", "사진으로 보는"})
}
