package article

import "strings"

// disclaimer recognises what a publisher does not answer for.
func disclaimer(l *line) bool {
	if strings.HasPrefix(l.lower, "disclaimer:") {
		return true
	}
	if l.words > 100 {
		return false
	}
	open := strings.TrimLeft(l.lower, "([*_ -–—")
	if l.before > 0 && containsAny(l.lower, []string{"views represented herein", "views expressed herein", "does not take institutional positions", "본지의 편집 방향과", "본지의 편집방향과"}) {
		return true
	}
	return beginsAny(open, []string{
		"disclaimer", "the views expressed", "views expressed", "the opinions expressed", "opinions expressed",
		"the views and opinions", "any views expressed", "all views expressed", "this story has been published from",
		"this story has not been edited", "this article has not been edited", "this article has been published from",
		"this report has been published from", "except for the headline", "only the headline", "comments expressed here", "the comments expressed", "this report is auto-generated",
		"this story is auto-generated", "this is an unedited", "this is a press release", "this content is produced by",
		"this content was produced by", "we may earn a commission", "we may receive a commission", "when you buy through",
		"if you buy through", "this material is not ", "nothing in this article is ", "der beitrag gibt die meinung",
		"die hier geäußerten", "haftungsausschluss", "diese meldung wurde nicht redaktionell",
		"dieser text wurde automatisiert", "diese meldung ist teil", "본 기사는 투자", "※ 본 기사", "이 기사의 견해",
	})
}
