package accession

import "testing"

func TestScalar(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ in, scalar, item string }{
		{"Ferry Wire", "Ferry Wire", "Ferry Wire"},
		{"Ferry-Wire 2", "Ferry-Wire 2", "Ferry-Wire 2"},
		{"Brandt, Ida", "Brandt, Ida", `"Brandt, Ida"`},
		{"https://ferry.example/a", "https://ferry.example/a", `"https://ferry.example/a"`},
		{"", `""`, `""`},
		{"no", `"no"`, `"no"`},
		{"Null", `"Null"`, `"Null"`},
		{"2 ferries", `"2 ferries"`, `"2 ferries"`},
		{"2019-03-04", `"2019-03-04"`, `"2019-03-04"`},
		{"ferry: late", `"ferry: late"`, `"ferry: late"`},
		{"ferry:", `"ferry:"`, `"ferry:"`},
		{"ferry #2", `"ferry #2"`, `"ferry #2"`},
		{"ferry - late", `"ferry - late"`, `"ferry - late"`},
		{"two  blanks", `"two  blanks"`, `"two  blanks"`},
		{"it's late", `"it's late"`, `"it's late"`},
		{`a "late" ferry`, `'a "late" ferry'`, `'a "late" ferry'`},
		{`it's "late"`, `"it's \"late\""`, `"it's \"late\""`},
		{`a\b`, `"a\\b"`, `"a\\b"`},
		{"a\nb\u2028", `"a\u000Ab\u2028"`, `"a\u000Ab\u2028"`},
		{"배", `"배"`, `"배"`},
	} {
		if got := scalar(c.in); got != c.scalar {
			t.Errorf("scalar(%q) is %s, want %s", c.in, got, c.scalar)
		}
		if got := item(c.in); got != c.item {
			t.Errorf("item(%q) is %s, want %s", c.in, got, c.item)
		}
	}
}
