package generator

import (
	"context"
	"strings"
	"testing"
)

// A name that nearly every text has is warned of where it stands, and nothing is linked for it.
func TestOrdinaryName(t *testing.T) {
	t.Parallel()
	sum, said := mustBuild(t, at(lay(t, map[string]string{
		"content/organisations/port.md": "---\nname: Port authority\nvariants: [the, IT, \"a\"]\n---\nRuns the port.\n",
		"content/terms/x.md":            "---\nname: X\n---\nA letter.\n",
	})))
	for _, want := range []string{`port.md:3:11: warning: "the" is not looked for`, `"a" is not looked for`, `x.md:2:7: warning: "X" is not`, "[ordinary-name]"} {
		if !strings.Contains(said, want) {
			t.Errorf("not said: %s", want)
		}
	}
	if sum.Errors > 0 || strings.Contains(said, `"IT"`) {
		t.Errorf("%+v, said\n%s", sum, said)
	}
}

// The words of a source that the book publishes whole are not judged, be the right its own or the book's; to change the
// book's is seen.
func TestWordingOfSources(t *testing.T) {
	t.Parallel()
	const card = "---\ntitle: Our log\ndate: 2014-04-01\n%slicence: own-work\n---\nThe boat came back last week.\n"
	for _, c := range []struct {
		own, all string
		warns    bool
	}{
		{"rights: full\n", "digest", false}, {"", "full", false}, {"", "digest", true}, {"rights: digest\n", "full", true},
	} {
		dir := lay(t, map[string]string{
			"content/book.yaml":       "title: B\nrights: " + c.all + "\n",
			"content/articles/log.md": strings.Replace(card, "%s", c.own, 1),
		})
		if _, said := mustBuild(t, at(dir)); strings.Contains(said, "[relative-date]") != c.warns {
			t.Errorf("%q in a book of %q: said\n%s", c.own, c.all, said)
		}
	}
	dir := lay(t, map[string]string{"content/book.yaml": "title: B\nrights: digest\n", "content/articles/log.md": strings.Replace(card, "%s", "", 1)})
	g, err := New(at(dir))
	if err != nil {
		t.Fatal(err)
	}
	show := newShow(g)
	for _, all := range []string{"digest", "full", "digest"} {
		put(t, dir, map[string]string{"content/book.yaml": "title: B\nrights: " + all + "\n"})
		if _, diags := show.round(context.Background(), nil); strings.Contains(printed(diags), "[relative-date]") != (all == "digest") {
			t.Errorf("%s: said\n%s", all, printed(diags))
		}
	}
}
