package evidence

import (
	"encoding/json"
	"os"
	"path/filepath"
	"testing"

	"briefbook/generator/internal/article"
	"briefbook/generator/internal/book"
)

func TestGold(t *testing.T) {
	t.Parallel()
	shared := filepath.Join("..", "..", "..", "..", "shared")
	data, err := os.ReadFile(filepath.Join(shared, "gold", "quotes.json"))
	if err != nil {
		t.Skip("../shared is not beside the project: ", err)
	}
	var gold struct {
		Quotes []struct{ ID, Seed, Quote, Expect string } `json:"quotes"`
		Edge   []struct{ ID, Seed, Quote, Expect string } `json:"edge_cases"`
	}
	if err := json.Unmarshal(data, &gold); err != nil {
		t.Fatal(err)
	}
	sources := map[string]*Source{}
	files, _ := filepath.Glob(filepath.Join(shared, "articles", "*.txt"))
	for _, f := range files {
		raw, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		sources[filepath.Base(f)[:3]] = Of(article.Clean(raw, f, article.Lines{}))
	}
	for _, q := range append(gold.Quotes, gold.Edge...) {
		f := sources[q.Seed].Check(q.Quote, nil)
		if f.Verdict == book.NotFound {
			for seed, s := range sources {
				if _, ok := s.Has(q.Quote); ok && seed != q.Seed {
					f.Verdict = book.InOtherSource
				}
			}
		}
		if string(f.Verdict) != q.Expect {
			t.Errorf("%s: %s, want %s: %q", q.ID, f.Verdict, q.Expect, q.Quote)
		}
	}
}
