package article

import (
	"strings"
	"testing"
)

func TestReadDateline(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ in, place, credits, rest string }{
		{"SEOUL: North and", "Seoul", "", "North and"},
		{"Seoul: North and", "Seoul", "", "North and"},
		{"SEOUL — North and", "Seoul", "", "North and"},
		{"BERLIN – Die Kommission", "Berlin", "", "Die Kommission"},
		{"NEW YORK -- The board", "New York", "", "The board"},
		{"SEOUL--The board", "", "", "SEOUL--The board"},
		{"SEOUL (Reuters) - North", "Seoul", "Reuters", "North"},
		{"SEOUL/PYONGYANG (AP) - North", "Seoul/Pyongyang", "AP", "North"},
		{"BUSAN, South Korea, July 29 (Yonhap) -- The", "Busan", "Yonhap", "The"},
		{"Busan, July 29 (Yonhap) -- The", "Busan", "Yonhap", "The"},
		{"BUSAN, South Korea — The", "Busan", "", "The"},
		{"WASHINGTON, March 3 – The", "Washington", "", "The"},
		{"PARIS, March 3, 2019 (AFP) - The", "Paris", "AFP", "The"},
		{"HARBOUR (FerryPoint News / Sputnik - 4th March, 2019) The board", "Harbour", "FerryPoint News|Sputnik", "The board"},
		{"HARBOUR (Ferry Times) — The board", "Harbour", "Ferry Times", "The board"},
		{"Moscow, Russia (AP) — The board", "Moscow", "AP", "The board"},
		{"(Reuters) - The board", "", "Reuters", "The board"},
		{"March 4 (Reuters) - The board", "", "Reuters", "The board"},
		{"U.N. (AFP) - The board", "U.N.", "AFP", "The board"},
		{"UNITED NATIONS, March 4 (Xinhua) -- The", "United Nations", "Xinhua", "The"},
		{"MOSCOW, March 4. /TASS/. The board", "Moscow", "TASS", "The board"},
		{"MOSCOW. March 4 (Interfax) - The board", "Moscow", "Interfax", "The board"},
		{"NEW DELHI: Mar 4 (PTI) The board", "New Delhi", "PTI", "The board"},
		{"New Delhi [India], March 4 (ANI): The board", "New Delhi", "India|ANI", "The board"},
		{"Berlin (dpa) - Die Kommission", "Berlin", "dpa", "Die Kommission"},
		{"Berlin/Seoul (dpa) – Die Kommission", "Berlin/Seoul", "dpa", "Die Kommission"},
		{"SEOUL taz | Der Hafen", "Seoul", "taz", "Der Hafen"},
		{"BERLIN afp | Der Hafen", "Berlin", "afp", "Der Hafen"},
		{"(서울=연합뉴스) 홍길동 기자 = 항만 위원회는", "서울", "연합뉴스", "항만 위원회는"},
		{"[서울=뉴시스]홍길동 기자 = 항만 위원회는", "서울", "뉴시스", "항만 위원회는"},
		{"서울=홍길동 특파원 항만 위원회는", "", "", "서울=홍길동 특파원 항만 위원회는"},
	} {
		d, ok := readDateline(c.in)
		if ok != (c.rest != c.in) || d.place != c.place || strings.Join(d.credits, "|") != c.credits || c.in[d.length:] != c.rest {
			t.Errorf("%q: %v, place %q, credits %q, then %q", c.in, ok, d.place, d.credits, c.in[min(d.length, len(c.in)):])
		}
	}
	for _, in := range []string{
		"", "SEOUL", "SEOUL:", "SEOUL North", "The board (Reuters) said", "A man - not named - said", "North Korea (Pyongyang) said",
		"NATO (the alliance) said", "KCNA said: the talks", "US-North talks were", "I: the first", "(that is) - the", "He said (AP): no",
		"The North – which had", "KAESONG-based staff said", "SEOUL:North", "Analysis: The board", "UPDATE: The board", "Question: Why", "BREAKING — The board",
		"The ferry — The board", "Harbour: The board", "WHO: The board", "\"SEOUL: The", "Monday — The board", "March 4 - The board met",
		"(Photo) - The board", "Mara Lindqvist (left) - The", "4 March: The board", "NATO: The alliance",
	} {
		if d, ok := readDateline(in); ok {
			t.Errorf("%q has the dateline %q", in, in[:d.length])
		}
	}
}
