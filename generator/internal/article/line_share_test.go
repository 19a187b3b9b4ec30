package article

import "testing"

func TestShareBar(t *testing.T) {
	t.Parallel()
	checkRule(t, "share_bar", []string{
		"Facebook Twitter WhatsApp", "Share on Facebook | Twitter | Email", "Share", "Share this:", "Share this article",
		"Share 42", "Tweet", "Facebook", "Email", "Copy link", "Print", "Click to share on Facebook (Opens in new window)",
		"Teilen", "Auf Facebook teilen", "Teilen Twittern Drucken", "공유", "공유하기", "좋아요 12", "페이스북 트위터 카카오톡", "기사 공유 및 설정",
	}, []string{
		"Share prices fell on Monday", "Facebook bans the ferry", "The email", "Twitter hires a ferryman", "Link",
	})
}
