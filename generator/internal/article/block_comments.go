package article

import "strings"

// takeComments sets aside what readers wrote, to the end of the text. A heading alone is not enough, for it may
// be a link to comments elsewhere: something that only comment sections say must follow at once, and an article
// must have come before.
func takeComments(p *page, at *line) int {
	if at.run < 3*long {
		return at.i
	}
	marks := 0
	switch {
	case commentCount(at):
	case remark(at) && strings.HasSuffix(at.lower, "says:"):
		marks = 1
	default:
		return at.i
	}
	need := 1
	if marks == 1 {
		need = 3
	}
	for j := at.i + 1; j < len(p.blocks) && j <= at.i+10 && marks < need; j++ {
		if b := &p.blocks[j]; b.role == undecided && b.words <= long && remark(newLine(b, j)) {
			marks++
		}
	}
	if marks < need {
		return at.i
	}
	return p.dropRun(at.i, len(p.blocks), "comments")
}

// remark recognises what stands around the comments of readers.
func remark(l *line) bool {
	if l.words > long {
		return false
	}
	switch l.bare {
	case "reply", "report", "like", "upvote", "sort by", "newest", "oldest", "best", "antworten", "melden", "답글", "신고",
		"최신순", "공감순", "your name", "your comment", "your message":
		return true
	}
	return l.words <= 8 && (strings.HasSuffix(l.lower, " says:") || strings.HasSuffix(l.lower,
		" schreibt:")) || containsAny(l.lower, remarks)
}

var remarks = []string{
	"log in to reply", "log in to leave", "logged in to post", "log in to post", "sign in to comment", "log in to comment",
	"login to comment", "register to comment", "comment as a guest", "email address will not be published",
	"required fields are marked", "be the first to", "moderat", "community guidelines", "community rules", "comment policy",
	"commenting", "disqus", "leave a reply", "leave a comment", "post a comment", "write a comment", "add a comment",
	"add your comment", "your comment", "join the conversation", "join the discussion", "sort by", "comments are closed",
	"comments are subject", "post comment", "cancel reply", "notify me of", "all comments", "comments powered",
	"kommentar schreiben", "kommentar verfassen", "bitte melden sie sich an", "netiquette", "댓글을 입력", "댓글 쓰기", "댓글쓰기",
	"댓글 작성",
}
