package article

import "testing"

func TestErrorPage(t *testing.T) {
	t.Parallel()
	checkRule(t, "error_page", []string{
		"Page not found", "Error 404", "404", "Sorry, we can't find the page you were looking for.", "Access Denied", "The link you followed may be broken.", "Oops! We lost that page",
		"Please enable JavaScript to view this page.", "Seite nicht gefunden", "요청하신 페이지를 찾을 수 없습니다.",
	}, []string{
		"The page was not found in the captain's log, the inquiry said", "404 passengers were on board", "The link between the two towns was followed by a page in livery.",
	})
}
