package article

import "testing"

func TestReadMore(t *testing.T) {
	t.Parallel()
	checkRule(t, "read_more", []string{
		"Read more: The bridge that nobody wants", "READ MORE: The bridge that nobody wants", "Read more", "Read More »",
		"READ ALSO: Who owns the pier?", "Also read: Who owns the pier?", "Also Read | Who owns the pier?",
		"See also: Who owns the pier?", "Read more about the bridge", "RELATED: Who owns the pier?",
		"More: Who owns the pier?", "WATCH: The first boat leaves the pier", "Click here to read the report",
		"Lesen Sie auch: Wem gehört die Brücke?", "Lesen Sie auch Wem gehört die Brücke", "Mehr zum Thema: Die Brücke",
		"Weiterlesen", "Hier klicken", "▶ 여객선 운항 재개", "☞ 여객선 운항 재개", "▶ Who owns the pier", "관련기사: 여객선 운항 재개", "더보기",
	}, []string{
		"Read more than once, the letter still makes no sense, the judge said on Monday.",
		"More than forty islanders came", "Watch officers warned of the storm", "Related parties must pay",
		"Recommended by the board, the bridge was never built.",
	})
	for _, text := range []string{
		"Read more books, minister tells ministers", "Opinion: Nobody wants the bridge", "Watch: the birds come back",
		"Explainer: what the ferry costs",
	} {
		if got := reasonOf(over(text)); got != "" {
			t.Errorf("above the article %q is taken as %q", text, got)
		}
	}
	if got := reasonOf(over("Read more: The bridge that nobody wants")); got != "read_more" {
		t.Errorf("above the article a pointer is taken as %q", got)
	}
}
