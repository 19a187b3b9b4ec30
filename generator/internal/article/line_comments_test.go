package article

import "testing"

func TestCommentCount(t *testing.T) {
	t.Parallel()
	checkRule(t, "comment_count", []string{
		"12 Comments", "Comments (12)", "1 comment", "Comments", "Leave a comment", "View all comments", "Kommentare",
		"3 Kommentare", "Kommentare (5)", "Kommentar schreiben", "댓글", "댓글 3", "댓글쓰기", "Be the first to comment", "Zugriffe: 3377", "조회수 120",
	}, []string{
		"No comment", "Views differ", "Comments by the minister", "Comments that the pier was safe angered 12 islanders",
	})
}
