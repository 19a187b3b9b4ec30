package generator

import (
	"strings"
	"testing"
)

// What a card says of its rights is never read in favour of publishing: what cannot be read, has run out, or cannot be
// told to hold, leaves the digest.
func TestRightsInDoubtPublishNoText(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct{ info, card, code string }{
		"holds":                            {"as_of: 2019-01-01\n", "rights: full\nlicence: licensed\nlicence_ref: L\nexpires: 2019\n", ""},
		"has run out":                      {"as_of: 2019-01-01\n", "rights: full\nlicence: licensed\nlicence_ref: L\nexpires: 2018\n", "-"},
		"has run out, full by default":     {"as_of: 2019-01-01\nrights: full\n", "licence: licensed\nlicence_ref: L\nexpires: 2018\n", "-"},
		"until a day that is no date":      {"as_of: 2019-01-01\n", "rights: full\nlicence: licensed\nlicence_ref: L\nexpires: 2018-6-1\n", "bad-date"},
		"nobody knows which day it is":     {"", "rights: full\nlicence: licensed\nlicence_ref: L\nexpires: 2018\n", "no-as-of"},
		"a slip, and full by default":      {"rights: full\n", "rights: digets\nlicence: cc-by-4.0\n", "bad-value"},
		"the licence is none that we know": {"rights: full\n", "licence: all-rights-reserved\n", "bad-value"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			dir := lay(t, map[string]string{
				"content/book.yaml":          "title: Rights\n" + c.info,
				"content/articles/lent.md":   "---\ntitle: Lent\ndate: 2018-02-03\noriginal: lent.txt\n" + c.card + "---\nA digest.\n",
				"content/originals/lent.txt": "2018-02-03\nLent to us\n\nThe ferryman kept a goat in the wheelhouse until the owners found out.\n",
			})
			said, _ := verdict(t, dir)
			if c.code != "" && c.code != "-" && !strings.Contains(said, "["+c.code+"]") {
				t.Errorf("%s is not said:\n%s", c.code, said)
			}
			g, err := New(at(dir))
			if err != nil {
				t.Fatal(err)
			}
			if _, _, err := g.Build(t.Context(), nil); err != nil {
				t.Fatal(err)
			}
			for file, text := range contents(t, dir+"/public") {
				if strings.Contains(text, "kept a goat") && c.code != "" {
					t.Errorf("the text is published in %s", file)
				}
			}
			if page := contents(t, dir+"/public")["sources/lent.html"]; strings.Contains(page, "kept a goat") != (c.code == "") {
				t.Errorf("the page of the source:\n%s", page)
			}
		})
	}
}
