package article

import (
	"strings"
	"unicode"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// hints drops pieces whose element says by its class name what it is: a caption, a box for sharing, a list of
// related articles. Templates do give such names to what holds a whole article, so a name counts only for an
// element with a small part of the main text.
func (l *layout) hints() {
	size, all := map[*html.Node]int{}, 0
	for i := range l.pieces {
		q := &l.pieces[i]
		all += q.chosen
		if q.hinted != nil {
			size[q.hinted] += q.chosen
		}
	}
	for i := range l.pieces {
		q := &l.pieces[i]
		if q.role == undecided && q.hint != "" && 4*size[q.hinted] <= all {
			q.drop(q.hint)
		}
	}
}

// hintOf reads what the class names and the id of an element say of it; "" is nothing.
func hintOf(n *html.Node) string {
	switch n.DataAtom {
	case atom.Body, atom.Main, atom.Article, atom.Html, atom.Tr, atom.Td, atom.Tbody:
		return ""
	}
	for _, a := range n.Attr {
		switch a.Key {
		case "class", "id", "itemprop", "data-component", "data-testid":
		default:
			continue
		}
		for name := range strings.FieldsSeq(beginning(a.Val, 300)) {
			if reason := hintIn(parts(name)); reason != "" {
				return reason
			}
		}
	}
	return ""
}

// parts splits a class name into its words, in lower case: "ArticleBody-imageCaption" into article, body,
// image, caption.
func parts(name string) []string {
	var out []string
	start, before := 0, rune(0)
	cut := func(i int) {
		if i > start {
			out = append(out, strings.ToLower(name[start:i]))
		}
		start = i
	}
	for i, r := range name {
		switch {
		case !unicode.IsLetter(r):
			cut(i)
			start = i + len(string(r))
		case unicode.IsUpper(r) && unicode.IsLower(before):
			cut(i)
		}
		before = r
	}
	cut(len(name))
	return out
}

// hintIn finds what the words of one class name say. "has-caption" and "no-sidebar" speak of something else.
func hintIn(words []string) string {
	for i, w := range words {
		if i == 0 && len(words) > 1 && (w == "has" || w == "no" || w == "with" || w == "is" || w == "without" || w == "hide") {
			return ""
		}
		next := ""
		if i+1 < len(words) {
			next = words[i+1]
		}
		if reason := hintWord(w, next); reason != "" {
			return reason
		}
	}
	if len(words) == 1 {
		switch words[0] {
		case "by", "byl", "authorline", "writer", "reporter", "journalist", "signature", "signatur", "signataire":
			return "byline"
		case "recommend", "recommends", "promo":
			return "related_links"
		}
	}
	return ""
}

// wallElement reports whether a class name calls an element a paywall.
func wallElement(n *html.Node) bool {
	for _, a := range n.Attr {
		if a.Key != "class" && a.Key != "id" {
			continue
		}
		for name := range strings.FieldsSeq(beginning(a.Val, 300)) {
			for _, w := range parts(name) {
				switch w {
				case "paywall", "regwall", "subscribewall", "paygate", "subwall", "piano", "bezahlschranke", "abobox":
					return true
				}
			}
		}
	}
	return false
}

func hintWord(w, next string) string {
	switch w {
	case "caption", "captions", "figcaption", "credit", "credits", "photocredit", "imagecaption", "photocaption", "copyrightholder":
		return "caption"
	case "share", "sharing", "sharebar", "sharethis", "addthis", "addtoany", "sharedaddy", "socials", "sns":
		return "share_bar"
	case "related", "recirc", "recirculation", "recommended", "recommendation", "recommendations", "outbrain", "taboola",
		"relatedposts", "relatedarticles", "readmore", "trending", "mostread", "mostpopular", "upnext", "rellinks", "revcontent":
		return "related_links"
	case "newsletter", "newsletters", "signup", "subscribe", "subscription", "optin", "mailchimp", "emailsignup":
		return "newsletter_box"
	case "tags", "taglist", "ptag", "tagcloud", "hashtags":
		return "tags"
	case "bio", "authorbio", "authorbox", "biography":
		return "author_bio"
	case "byline", "bylines", "dateline", "timestamp", "pubdate", "datepublished", "datemodified":
		return "byline"
	case "dek", "standfirst", "subheadline", "subtitle":
		return "standfirst"
	case "breadcrumb", "breadcrumbs":
		return "breadcrumb"
	case "cookie", "cookies", "gdpr", "consent", "cookiebar":
		return "cookie_notice"
	case "advert", "adverts", "advertisement", "advertisements", "advertising", "sponsor", "sponsored", "adslot", "adsense", "adsbygoogle":
		return "advertisement"
	case "pagination", "pager", "prevnext":
		return "navigation"
	case "infobox", "navbox", "catlinks":
		return "infobox"
	case "reflist", "editsection":
		return "references"
	case "tooltip", "rollover":
		return "tooltip"
	case "pullquote", "pullquotes", "blockquotepull":
		return "pull_quote"
	case "comments", "reply", "replies", "commentbox", "disqus", "commentlist", "respond":
		return "comments"
	}
	switch w + " " + next {
	case "pull quote":
		return "pull_quote"
	case "img desc", "image desc", "photo desc", "img caption", "photo org", "pic desc", "img txt", "photo info":
		return "caption"
	case "sign up":
		return "newsletter_box"
	case "sr only", "visually hidden", "screen reader", "skip link", "print header", "print only":
		return "hidden"
	case "read next", "read more", "more stories", "most read", "most popular", "also read", "up next":
		return "related_links"
	case "author bio", "author box", "about author", "author info", "author card", "author profile", "author description":
		return "author_bio"
	case "social share", "social links", "social icons", "social buttons", "social bar":
		return "share_bar"
	case "post meta", "entry meta", "article meta", "content meta", "author name", "meta data":
		return "byline"
	case "comment list", "comment form", "comment section":
		return "comments"
	case "post tags", "article tags", "entry tags", "tag list", "tag links", "cat links":
		return "tags"
	case "post footer", "entry footer", "article footer":
		return "article_footer"
	case "date header":
		return "byline"
	case "post navigation", "nav links":
		return "navigation"
	}
	return ""
}
