package generator

import (
	"strings"
	"testing"
)

// A page whose file's name has its accents taken apart, as some systems hand it out, is found by its name as people
// type it, and the other way round.
func TestAccentsTakenApart(t *testing.T) {
	t.Parallel()
	const apart, whole = "zu\u0308rich", "z\u00fcrich"
	dir := lay(t, map[string]string{
		"content/book.yaml":                    "title: Accents\n",
		"content/articles/" + apart + ".txt":   "2019-03-04\nThe lake rises\n\nThe lake at the town rose by a hand within a single night in March.\n",
		"content/places/g" + whole[1:] + ".md": "---\nname: A place\n---\nA town.\n",
		"content/notes/says.md": "---\ntitle: Says\n---\n" +
			"[@" + whole + " ¶1] [@" + apart + " ¶1] [[" + whole + "]] [[" + apart + "]] [x](../articles/" + apart + ".md) [[g" + apart[1:] + "]]\n",
	})
	said, _ := verdict(t, dir)
	for _, code := range []string{"unknown-source", "dead-link", "duplicate-id"} {
		if strings.Contains(said, code) {
			t.Errorf("%s:\n%s", code, said)
		}
	}
}
