package article

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/korean"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/unicode"
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

// encoded is a text as it stands in another encoding.
func encoded(t *testing.T, e encoding.Encoding, s string) []byte {
	t.Helper()
	raw, err := e.NewEncoder().Bytes([]byte(s))
	if err != nil {
		t.Fatal(err)
	}
	return raw
}

const (
	koreanText  = "섬 여객선 4월 운항 재개 결정\n\n항만 위원회는 겨울 동안 부두를 수리한 뒤 여객선의 운항을 다시 시작하기로 했다.\n"
	russianText = "Паром на остров снова пойдёт в апреле.\nСовет порта решил так после зимы ремонта.\n"
	germanText  = "Die Fähre fährt wieder – „endlich“, wie der Hafenrat sagt. Für die Inselbewohner ändert sich nichts.\n"
	chineseText = "渡轮将于四月重新开航。\n港务委员会在冬季维修码头之后作出了决定。\n"
	japanText   = "島へのフェリーは四月に再開される。\n港湾委員会は冬の修理のあとに決めた。\n"
)

func TestDecodeWithoutADeclaration(t *testing.T) {
	t.Parallel()
	little, big := unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM), unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM)
	marked := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM)
	for _, c := range []struct {
		name string
		e    encoding.Encoding
		text string
		flag string
	}{
		{"EUC-KR", korean.EUCKR, koreanText, FlagCharset},
		{"CP949", korean.EUCKR, koreanText + "똠방각하 펲시콜라", FlagCharset},
		{"Windows-1252", charmap.Windows1252, germanText, FlagWindows1252},
		{"UTF-16, little end first, Korean", little, koreanText, FlagUTF16},
		{"UTF-16, big end first, Korean", big, koreanText, FlagUTF16},
		{"UTF-16, little end first, Russian", little, russianText, FlagUTF16},
		{"UTF-16, big end first, Chinese", big, chineseText, FlagUTF16},
		{"UTF-16, little end first, Japanese", little, japanText, FlagUTF16},
		{"UTF-16 with a mark, Chinese", marked, chineseText, FlagUTF16},
	} {
		p := &page{}
		if got := p.decode(encoded(t, c.e, c.text), false); got != c.text || !slices.Equal(p.flags, []string{c.flag}) {
			t.Errorf("%s: %.60q, flags %v", c.name, got, p.flags)
		}
	}
}

func TestNothingIsGuessed(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name string
		raw  []byte
	}{
		{"Russian in one byte a letter", encoded(t, charmap.Windows1251, russianText)},
		{"Russian in another", encoded(t, charmap.KOI8R, russianText)},
		{"Japanese that declares nothing", encoded(t, japanese.ShiftJIS, japanText)},
	} {
		p := &page{}
		got := p.decode(c.raw, false)
		if !slices.Equal(p.flags, []string{FlagInvalidUTF8}) || !strings.Contains(got, "\uFFFD") {
			t.Errorf("%s: %.60q, flags %v", c.name, got, p.flags)
		}
	}
}

func TestTheRestOfADamagedTextStays(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ name, in, want, flag string }{
		{"two bytes of Windows-1252 in UTF-8", germanText + "Caf\xe9 M\xfcller", germanText + "Caf\uFFFD M\uFFFDller", FlagInvalidUTF8},
		{"cut within a character of UTF-8", germanText + "\xed\x95", germanText + "\uFFFD\uFFFD", FlagInvalidUTF8},
		{"Korean cut within a syllable", string(encoded(t, korean.EUCKR, koreanText)) + "\xb9", koreanText + "\uFFFD", FlagCharset},
		{"a text of zeros", "Ferry\x00 to reopen\x00 soon", "Ferry\x00 to reopen\x00 soon", ""},
	} {
		p := &page{}
		got := p.decode([]byte(c.in), false)
		if got != c.want || strings.Join(p.flags, " ") != c.flag {
			t.Errorf("%s: %q, flags %v", c.name, got, p.flags)
		}
	}
}

func TestDecodeTrustsAPageLast(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name, head string
		e          encoding.Encoding
		text, flag string
	}{
		{"meta charset", "<meta charset=euc-kr>", korean.EUCKR, koreanText, FlagCharset},
		{"http-equiv", `<META HTTP-EQUIV='Content-Type' CONTENT='text/html; charset=Shift_JIS'>`, japanese.ShiftJIS, japanText, FlagCharset},
		{"XML declaration", `<?xml version="1.0" encoding="GB18030"?>`, simplifiedchinese.GB18030, chineseText, FlagCharset},
		{"far from the beginning", "<title>" + strings.Repeat("x", 4000) + "</title><meta charset='windows-1251'>", charmap.Windows1251, russianText, FlagCharset},
		{"UTF-8 that calls itself EUC-KR", "<meta charset=euc-kr>", encoding.Nop, koreanText, ""},
		{"Korean that calls itself UTF-8", "<meta charset=utf-8>", korean.EUCKR, koreanText, FlagCharset},
		{"Korean that calls itself Western", "<meta charset=iso-8859-1>", korean.EUCKR, koreanText, FlagCharset},
		{"Western that declares nothing", "", charmap.Windows1252, germanText, FlagWindows1252},
		{"UTF-8 that calls itself nonsense", "<meta charset=klingon>", encoding.Nop, germanText, ""},
		{"Western that calls itself UTF-16", "<meta charset=utf-16>", charmap.Windows1252, germanText, FlagWindows1252},
	} {
		p := &page{}
		got := p.decode(append([]byte(c.head), encoded(t, c.e, c.text)...), true)
		if got != c.head+c.text || strings.Join(p.flags, " ") != c.flag {
			t.Errorf("%s: %.80q, flags %v", c.name, got, p.flags)
		}
	}
}

func FuzzDecode(f *testing.F) {
	for _, s := range []string{germanText, "\xff\xfea\x00", "a\x00b\x00c\x00d\x00e\x00", "caf\xe9", "\xb9\xe8\xb9\xe8\xb9", "<meta charset=euc-kr>\xb9", "<?xml encoding=\"shift_jis\"?>\x82", "\xed\xa0\x80"} {
		f.Add([]byte(s), true)
		f.Add([]byte(s), false)
	}
	f.Fuzz(func(t *testing.T, raw []byte, isPage bool) {
		p := &page{}
		text := p.decode(raw, isPage)
		if !utf8.ValidString(text) {
			t.Errorf("%q is no UTF-8", text)
		}
		if utf8.Valid(raw) && len(p.flags) == 0 && text != strings.TrimPrefix(string(raw), "\ufeff") {
			t.Errorf("%q became %q, and nothing is flagged", raw, text)
		}
		if len(p.flags) == 0 && !utf8.Valid(raw) {
			t.Error("an encoding that is not UTF-8 is not flagged")
		}
	})
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
