package article

import "strings"

// commentCount recognises links to the comments of readers, and their headings.
func commentCount(l *line) bool {
	if l.words > 12 {
		return false
	}
	switch l.bare {
	case "comment", "comments", "leave a comment", "leave a reply", "leave your comment", "post a comment", "add a comment",
		"add comment", "write a comment", "view comments", "show comments", "see comments", "read comments", "all comments",
		"no comments", "no comments yet", "join the conversation", "join the discussion", "be the first to comment",
		"reader comments", "discussion", "comments are closed", "responses", "have your say", "what do you think",
		"view all comments", "load comments", "tell us what you think", "cancel reply", "leave a reply cancel reply",
		"post your comment", "kommentar", "kommentare", "kommentar schreiben", "kommentare lesen", "kommentare anzeigen",
		"alle kommentare", "keine kommentare", "schreiben sie einen kommentar", "diskutieren sie mit", "jetzt kommentieren",
		"leserkommentare", "mitdiskutieren", "댓글", "댓글쓰기", "댓글 쓰기", "댓글보기", "댓글 보기", "전체 댓글", "전체댓글", "의견", "コメント", "评论":
		return true
	}
	list := unpunctuated(l.lower)
	number := 0
	for _, word := range list {
		if numeral(word) {
			number++
		}
	}
	if len(list) == 2 && number == 1 || len(list) == 3 && number == 1 && (list[0] == "view" || list[0] == "all" || list[0] == "show") {
		for _, word := range list {
			switch word {
			case "comment", "comments", "replies", "responses", "kommentar", "kommentare", "댓글":
				return true
			}
		}
	}
	if len(list) == 2 && number == 1 && (list[0] == "zugriffe" || list[0] == "aufrufe" || list[0] == "views" || list[0] == "hits" || list[0] == "조회수" || list[0] == "조회") {
		return true
	}
	return number > 0 && containsAny(l.lower, []string{" thoughts on ", " responses to ", " comments on ", " replies to ",
		" thought on ", " comment on "}) ||
		strings.HasPrefix(l.bare, "댓글") && len(list) <= 2
}
