package article

import "testing"

func TestTagsLine(t *testing.T) {
	t.Parallel()
	checkRule(t, "tags_line", []string{
		"Tags: ferry, harbour, storm", "TAGS: ferry", "Tags", "Topics: Ferry | Harbour", "Filed under: News, Harbour",
		"Tagged with ferry", "#ferry #harbour", "#ferry", "#여객선 #항만", "Schlagwörter: Fähre, Hafen", "Themen: Fähre",
		"태그: 여객선",
	}, []string{
		"# 1", "#1", "Topics of the day were few.", "Ferry #2 leaves at noon from the new pier", "#",
	})
}
