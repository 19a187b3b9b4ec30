package browsertest

import (
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
)

func TestOpenAndListen(t *testing.T) {
	ctx := Open(t)
	said := Console(t, ctx)
	page := "data:text/html,<title>A page</title><script>console.error('spoken');undefined.nothing</script>"
	if err := chromedp.Do(ctx, chromedp.Navigate(page)); err != nil {
		t.Fatal(err)
	}
	if title, err := chromedp.Run(ctx, chromedp.Title()); title != "A page" || err != nil {
		t.Errorf("title %q, %v", title, err)
	}
	for _, want := range []string{"spoken", "TypeError"} {
		if !slices.ContainsFunc(said(), func(s string) bool { return strings.Contains(s, want) }) {
			t.Errorf("%q is not in %q", want, said())
		}
	}
}
