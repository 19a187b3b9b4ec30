package evidence

import (
	"strings"
	"testing"

	"briefbook/generator/internal/book"
	"briefbook/generator/internal/diag"
)

const (
	sumA = "2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae"
	sumB = "fcde2b2edba56bf408601fb721fe9b5c338d10ee429ea04fae5511b68fbf8fb9"
)

func checked(source book.ID, words string, v book.Verdict, against string, paras ...book.Range) book.Checked {
	return book.Checked{Quotation: book.Quotation{Words: words, Cite: book.Citation{Source: source, Paras: paras}}, Verdict: v, Against: against}
}

func readLock(t *testing.T, text string) *Lock {
	t.Helper()
	l, bad := ReadLock(diag.NewSource("content/quotes.lock", text))
	if len(bad) > 0 {
		t.Fatalf("%v", bad)
	}
	return l
}

func TestLock(t *testing.T) {
	t.Parallel()
	run := []book.Checked{
		checked("tide", "the tide was out", book.Exact, sumA, book.Range{First: 2, Last: 3}, book.Range{First: 7, Last: 7}),
		checked("harbour", "the first boat is to sail", book.Normalised, sumA, book.Range{First: 1, Last: 1}),
		checked("harbour", "a winter of repairs", book.TooShort, sumA),
		checked("harbour", "the last boat", book.NotFound, sumA),
		checked("harbour", "in another book", book.InOtherSource, sumA),
		checked("reef", "not checked, not known", "", ""),
		checked("harbour", "“The first boat is to sail”", book.Normalised, sumA, book.Range{First: 1, Last: 1}),
		checked("harbour", "the first boat is to sail", book.Normalised, sumA, book.Range{First: 1, Last: 1}),
		checked("섬 #1", "a source with a blank", book.Elided, sumA),
	}
	var none *Lock
	l := none.Updated(run, "2026-11-20")
	lines := strings.Split(strings.TrimSpace(l.String()), "\n")
	if len(lines) != 6 || !strings.HasPrefix(lines[0], "# ") {
		t.Fatalf("got\n%s", l)
	}
	for i := 1; i < len(lines); i++ {
		if lines[i] < lines[i-1] {
			t.Errorf("not sorted: %s after %s", lines[i], lines[i-1])
		}
		if strings.Contains(lines[i], "boat") {
			t.Errorf("words in the lock: %s", lines[i])
		}
	}
	if want := "tide 2-3,7 " + Hash("the tide was out") + " exact " + sumA[:16] + " 2026-11-20"; !strings.Contains(l.String(), want) {
		t.Errorf("no line %s in\n%s", want, l)
	}
	back := readLock(t, l.String())
	if back.String() != l.String() {
		t.Errorf("read back as\n%s", back)
	}
	e, ok := back.Find("harbour", []book.Range{{First: 1, Last: 1}}, Hash("the first boat is to sail!"))
	if !ok || e.Verdict != book.Normalised || e.Day != "2026-11-20" || e.Original != sumA[:16] {
		t.Errorf("found %v %v", e, ok)
	}
	if _, ok := back.Find("섬 #1", nil, Hash("a source with a blank")); !ok {
		t.Error("an id with a blank is lost")
	}
	for _, other := range []struct {
		source book.ID
		paras  []book.Range
		words  string
	}{{"harbour", nil, "the first boat is to sail"}, {"tide", []book.Range{{First: 1, Last: 1}}, "the first boat is to sail"}, {"harbour", []book.Range{{First: 1, Last: 1}}, "the first boat is not to sail"}} {
		if e, ok := back.Find(other.source, other.paras, Hash(other.words)); ok {
			t.Errorf("%v found as %v", other, e)
		}
	}
	if _, ok := none.Find("harbour", nil, ""); ok || none.String() == "" || none.Entries() != nil {
		t.Error("no lock holds something")
	}
}

func TestLockUpdated(t *testing.T) {
	t.Parallel()
	one := book.Range{First: 1, Last: 1}
	old := (*Lock)(nil).Updated([]book.Checked{
		checked("a", "still true", book.Exact, sumA, one),
		checked("a", "now with brackets", book.Exact, sumA, one),
		checked("a", "now false", book.Exact, sumA, one),
		checked("a", "no longer in the book", book.Exact, sumA, one),
		checked("b", "of a new capture", book.Exact, sumA, one),
		checked("c", "of an original elsewhere", book.Exact, sumA, one),
		checked("d", "known by the lock alone", book.Elided, sumA, one),
		checked("e", "now in another paragraph", book.Exact, sumA, one),
	}, "2026-11-20")
	got := old.Updated([]book.Checked{
		checked("a", "still true", book.Exact, sumA, one),
		checked("a", "now with brackets", book.Bracketed, sumA, one),
		checked("a", "now false", book.NotFound, sumA, one),
		checked("a", "new", book.Exact, sumA, one),
		checked("b", "of a new capture", book.Exact, sumB, one),
		checked("c", "of an original elsewhere", "", "", one),
		checked("d", "known by the lock alone", book.Elided, sumA[:16], one),
		checked("e", "now in another paragraph", book.Exact, sumA, book.Range{First: 2, Last: 2}),
	}, "2026-11-22")
	days := map[string]string{}
	for _, e := range got.Entries() {
		days[e.Hash] = e.Day
	}
	want := map[string]string{
		"still true": "2026-11-20", "now with brackets": "2026-11-22", "new": "2026-11-22", "of a new capture": "2026-11-22",
		"of an original elsewhere": "2026-11-20", "known by the lock alone": "2026-11-20", "now in another paragraph": "2026-11-22",
	}
	for words, day := range want {
		if days[Hash(words)] != day {
			t.Errorf("%s: verified on %q, want %s", words, days[Hash(words)], day)
		}
	}
	if len(days) != len(want) {
		t.Errorf("%d entries, want %d:\n%s", len(days), len(want), got)
	}
	again := got.Updated([]book.Checked{checked("a", "still true", book.Exact, sumA, one)}, "2026-11-23")
	if n := len(again.Entries()); n != 1 {
		t.Errorf("%d entries are left of a book with one quotation", n)
	}
}

func TestReadLock(t *testing.T) {
	t.Parallel()
	good := "a 1 9f86d081884c7d659a2feaa0c55ad015 exact 2c26b46b68ffc68f 2026-11-20"
	newer := strings.Replace(good, "-20", "-22", 1)
	for _, c := range []struct {
		name, text string
		entries    int
		bad        string // codes
	}{
		{"nothing", "", 0, ""},
		{"comments and blank lines", "# one\n\n  \n# two\n" + good + "\n", 1, ""},
		{"no line break at the end, carriage returns, a mark of byte order", "\ufeff" + good + "\r\n" + strings.Replace(good, "a", "b", 1), 2, ""},
		{"the same twice", good + "\n" + good + "\n", 1, ""},
		{"verified twice", newer + "\n" + good + "\n", 1, ""},
		{"a conflict", "<<<<<<< ours\n" + good + "\n||||||| base\n=======\n" + newer + "\n>>>>>>> theirs\n", 1, "lock-conflict"},
		{"too few parts", "a 1 exact\n" + good + "\n", 1, "lock-line"},
		{"a verdict that fails", strings.Replace(good, "exact", "not_found", 1), 0, "lock-line"},
		{"an unknown verdict", strings.Replace(good, "exact", "fine", 1), 0, "lock-line"},
		{"no verdict", strings.Replace(good, "exact", "", 1), 0, "lock-line"},
		{"no day", strings.Replace(good, "-20", "-31", 1), 0, "lock-line"},
		{"paragraphs", strings.Replace(good, " 1 ", " 1,x ", 1), 0, "lock-line"},
		{"paragraphs with noughts", strings.Replace(good, " 1 ", " 01 ", 1), 0, "lock-line"},
		{"a short hash", strings.Replace(good, "9f86", "9f", 1), 0, "lock-line"},
		{"another hash", strings.Replace(good, "2c26", "2C26", 1), 0, "lock-line"},
		{"an id", "%zz" + good, 0, "lock-line"},
	} {
		l, bad := ReadLock(diag.NewSource("quotes.lock", c.text))
		var codes []string
		for _, d := range bad {
			codes = append(codes, d.Code)
		}
		if len(l.Entries()) != c.entries || strings.Join(codes, " ") != c.bad {
			t.Errorf("%s: %d entries, %v", c.name, len(l.Entries()), bad)
		}
		if c.name == "verified twice" && l.Entries()[0].Day != "2026-11-22" {
			t.Errorf("%s: %v", c.name, l.Entries())
		}
	}
	_, bad := ReadLock(diag.NewSource("quotes.lock", good+"\nnot a line\n"))
	if d := bad[0]; d.Line != 2 || d.Column != 1 || d.Level != diag.Error || d.Hint == "" {
		t.Errorf("%+v", d)
	}
	if _, bad := ReadLock(diag.NewSource("quotes.lock", strings.Repeat("bad\n", 5000))); len(bad) != mostBad+1 {
		t.Errorf("%d diagnostics for a broken file", len(bad))
	}
}
