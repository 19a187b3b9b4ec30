package print

import (
	"strings"
	"testing"

	"briefbook/generator/internal/book"
)

func TestTheBibliographyFollowsTheSources(t *testing.T) {
	t.Parallel()
	l := harbour(book.Public)
	page := made(t, l)
	sources, bibliography := strings.Index(page, `id="at-sources"`), strings.Index(page, `id="at-bibliography"`)
	if sources < 0 || bibliography < sources {
		t.Fatalf("the sources begin at %d, the bibliography at %d", sources, bibliography)
	}
	list, _, _ := strings.Cut(page[bibliography:], "</section>")
	works := 0
	for _, p := range l.pages {
		if p.Kind == book.Article {
			works++
			if !strings.Contains(list, `<a class="mark" href="#on-`+string(p.ID)+`">`) {
				t.Errorf("%s is not in the bibliography", p.ID)
			}
		}
	}
	if n := strings.Count(list, `class="work"`); works == 0 || n != works {
		t.Errorf("%d of %d sources are cited", n, works)
	}
}
