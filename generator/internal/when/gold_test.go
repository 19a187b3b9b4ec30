package when

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"briefbook/generator/internal/edtf"
)

// TestGold reads the articles and expected dates beside the checkout, where there are any.
func TestGold(t *testing.T) {
	t.Parallel()
	shared := filepath.Join("..", "..", "..", "..", "shared")
	data, err := os.ReadFile(filepath.Join(shared, "gold", "dates.json"))
	if err != nil {
		t.Skip("no expected dates in ../shared beside the checkout: " + err.Error())
	}
	var all []struct {
		Seed                 string
		Line                 int
		RuneStart            int `json:"rune_start"`
		RuneEnd              int `json:"rune_end"`
		Text, Type, Value    string
		Certainty            Certainty
		Anchor, Note, Reason string
	}
	if err := json.Unmarshal(data, &all); err != nil {
		t.Fatal(err)
	}
	published := map[string]string{"000": "2021-07-29", "002": "2020-09-25", "003": "2014-02-12", "004": "2018-06-01"}
	found := map[string]map[int]Expression{}
	for seed := range map[string]bool{"000": true, "001": true, "002": true, "003": true, "004": true} {
		names, _ := filepath.Glob(filepath.Join(shared, "articles", seed+"_*.txt"))
		if len(names) != 1 {
			t.Skip("no article " + seed + " in ../shared beside the checkout")
		}
		text, err := os.ReadFile(names[0])
		if err != nil {
			t.Fatal(err)
		}
		var date edtf.Date
		if p := published[seed]; p != "" {
			date = edtf.MustParse(p)
		}
		found[seed] = map[int]Expression{}
		at := 0
		for _, line := range strings.SplitAfter(string(text), "\n") {
			for _, e := range Find(line, date, "en") {
				found[seed][at+utf8.RuneCountInString(line[:e.Start])] = e
			}
			at += utf8.RuneCountInString(line)
		}
	}
	resolvable, right := 0, 0
	for _, g := range all {
		e := found[g.Seed][g.RuneStart]
		ok := e.Text == g.Text && string(e.Type) == g.Type && e.Value == g.Value
		if g.Certainty != "meta" {
			resolvable++
			if ok {
				right++
			}
		}
		if !ok {
			t.Logf("%s line %d: %q %s %s, want %q %s %s", g.Seed, g.Line, e.Text, e.Type, e.Value, g.Text, g.Type, g.Value)
		}
		switch g.Certainty {
		case Certain, Uncertain, Vague, NeedsDate:
			if ok && e.Certainty != g.Certainty {
				t.Logf("%s line %d: %q is %s, want %s", g.Seed, g.Line, e.Text, e.Certainty, g.Certainty)
			}
		}
	}
	t.Logf("%d of %d right", right, resolvable)
	if right < resolvable-1 {
		t.Errorf("%d of %d resolvable expressions are right, want all but one at least", right, resolvable)
	}
}
