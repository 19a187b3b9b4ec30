package article

import (
	"slices"
	"strings"
	"testing"
)

func TestDecode(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name, in, want string
		flags          []string
	}{
		{"UTF-8", "Fähre – 배", "Fähre – 배", nil},
		{"UTF-8 with a byte order mark", "\xef\xbb\xbfFähre", "Fähre", nil},
		{"UTF-16, little end first", "\xff\xfeF\x00\xe4\x00hr\x00", "Fä牨\uFFFD", []string{FlagUTF16}},
		{"UTF-16, big end first", "\xfe\xff\x00F\x00\xe4\xbc\x30", "Fä배", []string{FlagUTF16}},
		{"UTF-16 without a mark", "F\x00e\x00r\x00r\x00y\x00 \x00\x35\x00\x21\x00", "Ferry 5!", []string{FlagUTF16}},
		{"UTF-16 without a mark, big end first", "\x00F\x00e\x00r\x00r\x00y\x00!\x00!", "Ferry!!", []string{FlagUTF16}},
		{"Windows-1252", "F\xe4hre \x96 \x93neu\x94", "Fähre – “neu”", []string{FlagWindows1252}},
		{"a byte with no meaning in UTF-8", "Fähre \xff배\xe4", "Fähre \uFFFD배\uFFFD", []string{FlagInvalidUTF8}},
		{"a byte that Windows-1252 leaves out", "F\xe4hre \x81", "F\uFFFDhre \uFFFD", []string{FlagInvalidUTF8}},
		{"a surrogate in UTF-8", "배 \xed\xa0\x80", "배 \uFFFD\uFFFD\uFFFD", []string{FlagInvalidUTF8}},
		{"nothing", "", "", nil},
	} {
		p := &page{}
		if got := p.decode([]byte(c.in), false); got != c.want || !slices.Equal(p.flags, c.flags) {
			t.Errorf("%s: %q, flags %v; want %q, %v", c.name, got, p.flags, c.want, c.flags)
		}
	}
}

func TestDecodeTrustsAPageLast(t *testing.T) {
	t.Parallel()
	korean := "<meta charset=euc-kr><p>\xb9\xe8</p>"
	p := &page{}
	if got := p.decode([]byte(korean), true); !strings.Contains(got, "배") || !slices.Equal(p.flags, []string{FlagCharset}) {
		t.Errorf("%q, flags %v", got, p.flags)
	}
	p = &page{}
	if got := p.decode([]byte("<meta charset=euc-kr><p>배</p>"), true); !strings.Contains(got, "배") || p.flags != nil {
		t.Errorf("valid UTF-8 that calls itself EUC-KR is %q, flags %v", got, p.flags)
	}
}

func TestDamageIsFlaggedAndKept(t *testing.T) {
	t.Parallel()
	line := "The harbour board voted to reopen the island ferry after a winter of repairs"
	for _, c := range []struct{ tail, flag string }{
		{" \uFFFD so they say.", FlagMojibake},
		{" â€™ so they say.", FlagMojibake},
		{"\x00 so they say.", FlagControls},
		{" to the “pier.", FlagUnbalancedQuote},
		{" to the \"pier.", FlagUnbalancedQuote},
		{" to the pier and to both of the boats, which", FlagTruncated},
		{" to the \"pier\" and „die Boote“ and “the crews”.", ""},
		{" to the pier.", ""},
	} {
		o := Clean([]byte("date 2019-03-04 Ferry to reopen soon\nReuters 4 Mar 2019\n"+line+c.tail), "x.txt", Lines{})
		if len(o.Paragraphs) != 1 || o.Paragraphs[0] != line+c.tail {
			t.Errorf("%q became %q", line+c.tail, o.Paragraphs)
		}
		if got := strings.Join(o.Flags, " "); got != c.flag {
			t.Errorf("%q is flagged %q, want %q", c.tail, got, c.flag)
		}
	}
}

func TestAQuotationMayRunOn(t *testing.T) {
	t.Parallel()
	open := "“The crossing will run twice a day from the first week of April.\n“Tickets stay at the old price for all of the islanders.”\n"
	if o := Clean([]byte(open), "x.txt", Lines{}); slices.Contains(o.Flags, FlagUnbalancedQuote) {
		t.Errorf("a quotation of two paragraphs is flagged %v", o.Flags)
	}
}
