package article

import "strings"

// readerAppeal recognises what a newsroom asks of its readers: stories, pictures, opinions.
func readerAppeal(l *line) bool {
	if l.words > 30 {
		return false
	}
	if containsAny(l.lower, []string{"ad blocker", "adblocker", "ad-blocker", "adblocking"}) && containsAny(l.lower,
		[]string{"turn off", "disable", "whitelist", "visit our", "deaktivieren"}) {
		return true
	}
	if l.before > 0 && containsAny(l.lower, []string{" welcomes letters", " welcomes your letters", " welcomes readers' letters", " welcomes letters to the editor",
		"letters to the editor may be ", "letters should be no ", "what do you think? ", "have your say", "join the conversation", "leserbriefe an", "leserbriefe bitte",
		"ihre meinung an", "schreiben sie an ", "독자투고", "독자 투고"}) {
		return !strings.Contains(l.head, "\"")
	}
	return beginsAny(l.lower, []string{
		"we want to hear from you", "we'd like to hear from you", "we would like to hear from you", "let us know what you think", "do you have a view",
		"got a story", "got a tip", "got a news tip", "have a story", "have a tip", "have a news tip",
		"do you have a story", "do you have a tip", "do you have information", "send us your", "send your story",
		"send your stories", "send your pictures", "send your photos", "send your tips", "send your letters",
		"send your questions", "send tips", "share your pictures", "share your photos", "share your story",
		"share your views", "share your thoughts", "submit a tip", "submit your", "tell us your", "tell us what you",
		"contact us at", "contact our newsdesk", "call our newsdesk", "call the newsdesk", "email our newsdesk",
		"report an error", "report a typo", "report a correction", "see something wrong", "spotted an error",
		"do you have a question for ", "hat ihnen der artikel gefallen", "hat ihnen dieser artikel gefallen", "war dieser artikel hilfreich", "wie gefällt ihnen dieser artikel", "haben sie hinweise", "fehler gefunden", "fehler melden", "schreiben sie uns", "기사제보", "제보는", "제보하기", "제보 ",
		"카카오톡 제보", "독자 제보", "오류신고", "오류 신고", "이 기사를 추천합니다", "기사 제보", "▶ 제보", "보도자료",
	})
}
