package evidence

import (
	"slices"
	"strings"
	"testing"

	"briefbook/generator/internal/book"
)

// harbour is a source with most of what captures hold.
var harbour = &book.Original{
	Title: book.Value{Text: "Island ferry to sail again after winter repairs"},
	Paragraphs: []string{
		0: "The harbour board voted on Tuesday to reopen the island ferry after a winter of repairs, and the first boat is to sail before Easter.",
		1: "\"We are not in a hurry,\" the harbour master, Ida Brandvold, told reporters -- her first words on the matter since the storm of 2018-19.",
		2: "She didn't say who would pay the 1,250,000 crowns that the repairs have cost, nor why only 2.5% of the crew's wages had been paid by U.S. insurers.",
		3: "The board's decision https://ferry.example/decision/2020 was welcomed on the island. \"They was [sic] right to wait ... and to ask us first,\" a shopkeeper said. Brandvold left the quay the same day. Others were less sure. They wanted the anti-storm wall first.",
		4: "The sea was at \u22125 degrees that night \ufffd the coldest since 1987 \ufffd and the captain\ufffds cabin had no \ufffdworking stove\ufffd at all.",
		5: "Under the harbour treaty,\u00b9 the two towns co-\noperate on every 10\u00b2 metres of quay[4] and share the oﬃce.",
		6: "Mayor Gen. Olav Lund did not agree to the plan. He said that it was too dear for a town of its size, and that nobody had asked him.",
		7: "A day later he agreed to it, and called the vote \u201ca very good day for the island\u201d.",
	},
	Headings: []book.Heading{{Before: 5, Text: "A cold night at sea"}},
	Receipts: []book.Receipt{
		{First: 1, Last: 1, Reason: "dateline", Text: "GRAVIK (Ferry Press):"},
		{First: 30, Last: 31, Reason: "subscription_appeal", Text: "Readers like you keep our small newsroom afloat. Subscribe now for less than a cup of coffee."},
	},
}

func TestVerdicts(t *testing.T) {
	t.Parallel()
	s := Of(harbour)
	for _, c := range []struct {
		name, words string
		want        book.Verdict
	}{
		{"the same characters", "voted on Tuesday to reopen the island ferry", book.Exact},
		{"in quotation marks, with a stop", "“voted on Tuesday to reopen the island ferry.”", book.Exact},
		{"the first letter in the other case", "Voted on Tuesday to reopen the island ferry", book.Normalised},
		{"the capital of a sentence taken away", "the harbour board voted on Tuesday to reopen", book.Normalised},
		{"the capital of a quotation within taken away", "we are not in a hurry,\" the harbour master", book.Normalised},
		{"the capital of a name taken away", "ida Brandvold, told reporters -- her first words", book.NotFound},
		{"the capital of a name taken away in brackets", "[i]da Brandvold, told reporters -- her first words", book.Bracketed},
		{"the capital of a name with which the sentence begins", "brandvold left the quay the same day", book.NotFound},
		{"the capital of a day taken away", "tuesday to reopen the island ferry", book.NotFound},
		{"a letter within in the other case", "voted on tuesday to reopen the island ferry", book.NotFound},
		{"another word", "voted on Monday to reopen the island ferry", book.NotFound},
		{"a word too few", "voted Tuesday to reopen the island ferry", book.NotFound},
		{"a word too many", "voted on Tuesday not to reopen the island ferry", book.NotFound},
		{"another order", "voted to reopen the island ferry on Tuesday", book.NotFound},
		{"another spelling", "The harbor board voted on Tuesday", book.NotFound},
		{"a comma too few", "after a winter of repairs and the first boat", book.NotFound},
		{"half a word at the start", "oted on Tuesday to reopen the island ferry", book.NotFound},
		{"half a word at the end", "voted on Tuesday to reopen the island fer", book.NotFound},
		{"across two paragraphs", "is to sail before Easter. \"We are not in a hurry", book.Normalised},
		{"white space", "voted  on\n\tTuesday to\u00a0reopen the\u202fisland ferry", book.Normalised},
		{"what cannot be seen", "vo\u00adted on Tues\u200bday to re\u2060open the\u200e island ferry\ufeff", book.Normalised},
		{"a soft hyphen where a line ended", "voted on Tues\u00ad\nday to reopen the island ferry", book.Normalised},
		{"full width", "ｖｏｔｅｄ on Tuesday to reopen the island ferry", book.Normalised},

		{"curly for straight", "“We are not in a hurry,” the harbour master", book.Normalised},
		{"curly within", "told reporters – her first words on the matter", book.Normalised},
		{"dash without blanks", "told reporters—her first words on the matter", book.Normalised},
		{"dash at the edge, another one", "— her first words on the matter since", book.Normalised},
		{"dash at the edge, the same", "-- her first words on the matter since", book.Exact},
		{"no dash", "told reporters her first words on the matter", book.NotFound},
		{"years with a dash", "since the storm of 2018 – 19", book.Normalised},
		{"the first of two years", "on the matter since the storm of 2018", book.NotFound},
		{"apostrophe", "She didn’t say who would pay the", book.Normalised},
		{"apostrophe missing", "She didnt say who would pay the", book.NotFound},
		{"the end of a possessive left out", "why only 2.5% of the crew", book.NotFound},
		{"number without its comma", "who would pay the 1250000 crowns that", book.NotFound},
		{"number with points", "who would pay the 1.250.000 crowns that", book.NotFound},
		{"the end of a number", "250,000 crowns that the repairs have cost", book.NotFound},
		{"the start of a number", "say who would pay the 1,250", book.NotFound},
		{"the end of a decimal", "5% of the crew's wages had been paid", book.NotFound},
		{"percent left out", "the repairs have cost, nor why only 2.5", book.NotFound},
		{"abbreviation without stops", "had been paid by US insurers", book.NotFound},
		{"abbreviation cut at the start", "S. insurers. The board's decision was", book.NotFound},
		{"abbreviation at the end", "wages had been paid by U.S", book.Exact},

		{"address left out", "The board's decision was welcomed on the island", book.Normalised},
		{"address kept", "The board's decision https://ferry.example/decision/2020 was welcomed", book.Exact},
		{"another address", "The board's decision https://ferry.example/other was welcomed", book.NotFound},
		{"an address of the writer's", "was welcomed https://ferry.example on the island", book.NotFound},
		{"a [sic] of the source", "They was [sic] right to wait ... and to ask us", book.Exact},
		{"its dots in one character", "They was [sic] right to wait … and to ask us", book.Normalised},
		{"a [sic] of the source left out", "They was right to wait ... and to ask us", book.NotFound},
		{"a [sic] of the source and a bracket", "They was [sic] right to wait ... and to ask [the islanders] first", book.Bracketed},
		{"within a compound", "storm wall first. The sea was at", book.NotFound},

		{"minus", "The sea was at -5 degrees that night", book.Normalised},
		{"no minus", "The sea was at 5 degrees that night", book.NotFound},
		{"after a minus", "5 degrees that night – the coldest since 1987", book.NotFound},
		{"from a minus on", "\u22125 degrees that night – the coldest since 1987", book.Normalised},
		{"a minus of the writer's", "the coldest since -1987 – and the captain’s cabin", book.NotFound},
		{"a dash that was lost", "that night — the coldest since 1987 — and the", book.Normalised},
		{"a lost dash left out", "that night the coldest since 1987", book.NotFound},
		{"an apostrophe that was lost", "and the captain's cabin had no", book.Normalised},
		{"a lost apostrophe left out", "and the captains cabin had no", book.NotFound},
		{"marks that were lost", "cabin had no “working stove” at all", book.Normalised},
		{"lost marks left out", "cabin had no working stove at all", book.NotFound},
		{"another letter for what was lost", "and the captainxs cabin had no", book.NotFound},

		{"call of a note left out", "Under the harbour treaty, the two towns", book.Normalised},
		{"call of a note kept", "Under the harbour treaty,¹ the two towns", book.Exact},
		{"call of a note as a digit", "Under the harbour treaty,1 the two towns", book.Normalised},
		{"hyphen of the line", "the two towns cooperate on every 10²", book.Normalised},
		{"hyphen of the word", "the two towns co-operate on every 10²", book.Normalised},
		{"a power is no digit", "the two towns cooperate on every 102 metres", book.NotFound},
		{"a power left out", "the two towns cooperate on every 10 metres", book.NotFound},
		{"ligature", "metres of quay[4] and share the office", book.Normalised},

		{"too short", "nobody had asked him", book.TooShort},
		{"too short and not there", "nobody has asked him", book.NotFound},
		{"nothing", "", book.TooShort},
		{"marks only", "“…”", book.TooShort},
		{"only in what was set aside", "keep our small newsroom afloat", book.OnlyInDropped},
		{"in the title", "Island ferry to sail again after winter", book.OnlyInDropped},
		{"from the dateline into the text", "GRAVIK (Ferry Press): The harbour board voted", book.SpansMetadata},
		{"from the title over the dateline into the text", "again after winter repairs GRAVIK (Ferry Press): The harbour board", book.SpansMetadata},
		{"over a crosshead", "the anti-storm wall first. A cold night at sea The sea was", book.SpansMetadata},
		{"out of the text", "\"a very good day for the island\". Readers like you", book.SpansMetadata},
		{"part in the text, part beside it", "voted on Tuesday to reopen […] keep our small newsroom afloat", book.SpansMetadata},
		{"two parts beside it", "Readers like you keep […] for less than a cup", book.OnlyInDropped},
		{"from the middle of a text beside it", "for less than a cup The harbour board", book.NotFound},
	} {
		if got := s.Check(c.words, nil); got.Verdict != c.want {
			t.Errorf("%s: %s, want %s: %q", c.name, got.Verdict, c.want, c.words)
		}
	}
}

func TestBrackets(t *testing.T) {
	t.Parallel()
	s := Of(harbour)
	for _, c := range []struct {
		name, words string
		want        book.Verdict
	}{
		{"capital", "[V]oted on Tuesday to reopen the island ferry", book.Bracketed},
		{"small", "[t]he harbour board voted on Tuesday", book.Bracketed},
		{"small, within", "before Easter. \"[w]e are not in a hurry", book.Bracketed},
		{"another letter", "[D]oted on Tuesday to reopen the island ferry", book.NotFound},
		{"sic", "voted on Tuesday [sic] to reopen the island ferry", book.Bracketed},
		{"sic between letters", "voted on Tuesday[sic] to reopen the island ferry", book.Bracketed},
		{"sic for a word", "voted on [sic] to reopen the island ferry", book.NotFound},
		{"at the start", "[The towns] voted on Tuesday to reopen the island ferry", book.Bracketed},
		{"at the end", "voted on Tuesday to reopen the island [line]", book.Bracketed},
		{"for one word", "voted on [that day] to reopen the island ferry", book.Bracketed},
		{"for nothing", "voted on Tuesday [at last] to reopen the island ferry", book.Bracketed},
		{"for six words", "voted on [it] ferry after a winter of repairs", book.Bracketed},
		{"for seven words", "harbour board [it] ferry after a winter of repairs", book.NotFound},
		{"for the end of a word", "and called the vote \"a very good day", book.Normalised},
		{"past tense", "A day later he agree[s] to it, and called the vote", book.Bracketed},
		{"present tense", "A day later he agree[d] to it, and called the vote", book.Bracketed},
		{"part of a word is not two", "A day lat[e] agreed to it, and called the vote", book.NotFound},
		{"prefix", "[un]able and the first boat is to sail", book.NotFound},
		{"prefix of a word", "voted on Tuesday to [un]open the island ferry", book.Bracketed},
		{"genitive", "[Lund]'s decision was welcomed on the island", book.Bracketed},
		{"two in a row", "voted on [that] [day] to reopen the island ferry", book.Bracketed},
		{"nested", "voted on [that [cold] day] to reopen the island ferry", book.Bracketed},
		{"left open", "voted on [Tuesday to reopen the island ferry", book.NotFound},
		{"closed only", "voted on Tuesday] to reopen the island ferry", book.NotFound},
		{"full width", "voted on ［that day］ to reopen the island ferry", book.Bracketed},
		{"over the end of a sentence, words on both sides", "welcomed on [it] right to wait", book.NotFound},
		{"for the end of one sentence and the start of the next", "did not agree to [it] said that it was too dear", book.NotFound},
		{"for the start of a sentence", "did not agree to the plan. [Lund] said that it was", book.Bracketed},
		{"for the end of a sentence", "did not agree to [it]. He said that it was", book.Bracketed},
		{"for the start of a paragraph", "that nobody had asked him. [He] agreed to it, and called", book.Bracketed},
		{"for a negation", "Mayor Gen. Olav Lund did [indeed] agree to the plan", book.NotFound},
		{"for a negation and a word", "Mayor Gen. Olav Lund [would] agree to the plan", book.NotFound},
		{"for a negation with a negation", "Mayor Gen. Olav Lund [would not] agree to the plan", book.Bracketed},
		{"for the end of a negation", "She di[d] say who would pay the 1,250,000 crowns", book.NotFound},
		{"a negation for nothing", "the two towns share the office and [do not] co-operate", book.NotFound},
		{"a negation of the writer's", "A day later he [had not] agreed to it, and called the vote", book.NotFound},
		{"for a clause with a negation", "was too dear for a town of its size, and [he said so] him", book.Bracketed},
		{"over a title with a stop", "Mayor [Lund] did not agree to the plan", book.Bracketed},
		{"too few words", "[They] voted on Tuesday [again]", book.TooFew},
		{"scattered words", "The [a] board [b] on [c] to [d] the [e] ferry", book.TooFew},
		{"with an elision", "[T]he harbour board voted […] to reopen the island ferry", book.Bracketed},
		{"elision and words in one", "voted [… that] the first boat is to sail", book.Bracketed},
	} {
		if got := s.Check(c.words, nil); got.Verdict != c.want {
			t.Errorf("%s: %s, want %s: %q", c.name, got.Verdict, c.want, c.words)
		}
	}
}

func TestElisions(t *testing.T) {
	t.Parallel()
	s := Of(harbour)
	for _, mark := range []string{"…", "...", "....", ". . .", ". . . .", "[…]", "[...]", "[. . .]", "[....]", "[ … ]", "(…)", "(...)", "( ... )", "⋯", "‥‥", "……", "［…］", "（…）", ". …", ", […]", "[…],"} {
		words := "The harbour board voted " + mark + " to reopen the island ferry"
		if got := s.Check(words, nil); got.Verdict != book.Elided || len(got.Where) != 2 {
			t.Errorf("%s at %v: %q", got.Verdict, got.Where, words)
		}
	}
	for _, c := range []struct {
		name, words string
		want        book.Verdict
	}{
		{"two dots are none", "The harbour board voted .. to reopen the island ferry", book.NotFound},
		{"at the start", "… voted on Tuesday to reopen the island ferry", book.Normalised},
		{"at the end", "voted on Tuesday to reopen the island ferry […]", book.Normalised},
		{"at the start, the first letter in the other case", "…Voted on Tuesday to reopen the island ferry", book.Normalised},
		{"a negation", "Mayor Gen. Olav Lund did […] agree to the plan", book.NotFound},
		{"a negation and a word", "Mayor Gen. Olav Lund … agree to the plan", book.NotFound},
		{"a clause with a negation", "too dear for a town of its size […]. A day later he agreed", book.Elided},
		{"nothing", "voted on Tuesday […] to reopen the island ferry", book.Elided},
		{"the wrong order", "the first boat is to sail […] voted on Tuesday", book.NotFound},
		{"one part twice", "voted on Tuesday to reopen […] voted on Tuesday to reopen", book.NotFound},
		{"one part is another", "voted on Tuesday […] and the last boat", book.NotFound},
		{"over two paragraphs", "the first boat is to sail […] \"We are not in a hurry", book.Elided},
		{"far", "voted on Tuesday to reopen […] a very good day for the island", book.ElidedFar},
		{"single words", "The … board … Tuesday … reopen … ferry … winter", book.TooFew},
		{"too few words", "voted on … Easter", book.TooShort},
		{"half a word", "The harbour board vot […] to reopen the island ferry", book.NotFound},
		{"dots of the source and an elision", "right to wait ... and to […] Others were less sure", book.Elided},
	} {
		if got := s.Check(c.words, nil); got.Verdict != c.want {
			t.Errorf("%s: %s, want %s: %q", c.name, got.Verdict, c.want, c.words)
		}
	}
}

// TestPartsNearEachOther: where a part recurs, that place counts which is near the next part.
func TestPartsNearEachOther(t *testing.T) {
	t.Parallel()
	filler := strings.Repeat("and so on it went ", 20)
	s := Of(&book.Original{Paragraphs: []string{"The mayor said little. " + filler + "The mayor said that nobody had asked for a new wall."}})
	got := s.Check("The mayor said […] nobody had asked for a new wall", nil)
	if got.Verdict != book.Elided || got.Where[0].Start == 0 {
		t.Errorf("%s at %v", got.Verdict, got.Where)
	}
}

func TestParagraphs(t *testing.T) {
	t.Parallel()
	s := Of(harbour)
	one := func(n int) []book.Range { return []book.Range{{First: n, Last: n}} }
	for _, c := range []struct {
		name, words string
		cited       []book.Range
		want        book.Verdict
		where       []int
	}{
		{"the one cited", "the first boat is to sail", one(1), book.Exact, []int{1}},
		{"another", "the first boat is to sail", one(2), book.WrongParagraph, []int{1}},
		{"none such", "the first boat is to sail", one(99), book.WrongParagraph, []int{1}},
		{"number nought", "the first boat is to sail", []book.Range{{}}, book.WrongParagraph, []int{1}},
		{"the wrong way round", "the first boat is to sail", []book.Range{{First: 3, Last: 1}}, book.WrongParagraph, []int{1}},
		{"a run", "the first boat is to sail", []book.Range{{First: 1, Last: 3}}, book.Exact, []int{1}},
		{"one of two", "the first boat is to sail", append(one(3), one(1)...), book.Exact, []int{1}},
		{"a run beyond the end", "a very good day for the island", []book.Range{{First: 8, Last: 20}}, book.Exact, []int{8}},
		{"parts in both cited", "the first boat is to sail […] not in a hurry", append(one(1), one(2)...), book.Elided, []int{1, 2}},
		{"parts in one cited and one not", "the first boat is to sail […] not in a hurry", one(1), book.WrongParagraph, []int{1, 2}},
		{"parts in the first and last cited", "reopen the island ferry […] She didn't say", append(one(1), one(3)...), book.Elided, []int{1, 3}},
		{"running on, both cited", "to sail before Easter. \"We are not", []book.Range{{First: 1, Last: 2}}, book.Normalised, []int{1, 2}},
		{"running on, one cited", "to sail before Easter. \"We are not", one(2), book.WrongParagraph, []int{1, 2}},
		{"too short, elsewhere", "nobody had asked him", one(1), book.TooShort, []int{7}},
		{"not there", "the last boat is to sail", one(1), book.NotFound, nil},
	} {
		got := s.Check(c.words, c.cited)
		var where []int
		for _, p := range got.Where {
			where = append(where, p.Para)
		}
		if got.Verdict != c.want || !slices.Equal(where, c.where) {
			t.Errorf("%s: %s in %v, want %s in %v", c.name, got.Verdict, where, c.want, c.where)
		}
	}
}

// TestWhere: the passages are the very words of the paragraphs.
func TestWhere(t *testing.T) {
	t.Parallel()
	s := Of(harbour)
	for words, want := range map[string][]string{
		"“voted on Tuesday to reopen the island ferry.”":      {"voted on Tuesday to reopen the island ferry"},
		"told reporters – her first words on the matter":      {"told reporters -- her first words on the matter"},
		"The board's decision was welcomed on the island":     {"The board's decision https://ferry.example/decision/2020 was welcomed on the island"},
		"The harbour board […] the island ferry after a":      {"The harbour board", "the island ferry after a"},
		"voted on [that day] to reopen the island ferry":      {"voted on Tuesday to reopen the island ferry"},
		"[It] voted on Tuesday to reopen the [island line]":   {"voted on Tuesday to reopen the"},
		"to sail before Easter. “We are not in a hurry":       {"to sail before Easter.", "\"We are not in a hurry"},
		"that night — the coldest since 1987 — and the":       {"that night \ufffd the coldest since 1987 \ufffd and the"},
		"two towns cooperate on every 10² metres of quay and": {"two towns co-\noperate on every 10² metres of quay[4] and"},
		"metres of quay[4] and share the office":              {"metres of quay[4] and share the oﬃce"},
	} {
		var got []string
		for _, p := range s.Check(words, nil).Where {
			got = append(got, harbour.Paragraphs[p.Para-1][p.Start:p.End])
		}
		if !slices.Equal(got, want) {
			t.Errorf("%q stands at %q, want %q", words, got, want)
		}
	}
}

// TestAddressGrownTogether: an address without a blank before it is part of a word, in the source and in the quotation.
func TestAddressGrownTogether(t *testing.T) {
	t.Parallel()
	s := Of(&book.Original{Paragraphs: []string{"They wrote to thehttps://ferry.example/a board about it on Tuesday."}})
	if f := s.Check("They wrote to thehttps://ferry.example/a board about it", nil); f.Verdict != book.Exact {
		t.Errorf("%s", f.Verdict)
	}
	if f := s.Check("They wrote to the board about it", nil); f.Verdict != book.NotFound {
		t.Errorf("without it: %s", f.Verdict)
	}
}
