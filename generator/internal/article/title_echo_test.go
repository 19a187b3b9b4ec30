package article

import (
	"strings"
	"testing"
)

// story is a short article about a ferry, in the language asked for.
func story(language string) string {
	switch language {
	case "de":
		return "\n\nDer Hafenrat hat am Montag beschlossen, die Inselfähre nach einem Winter voller Reparaturen wieder fahren zu lassen.\n\n" +
			"Die Inselbewohner hatten seit November gewartet, als ein Sturm vierzig Meter Planken von der Mole riss.\n"
	case "ko":
		return "\n\n항만위원회는 월요일 회의에서 겨우내 수리한 부두를 다시 열고 섬을 오가는 여객선을 다음 주부터 운항하기로 했다고 밝혔다.\n\n" +
			"주민들은 지난해 폭풍으로 널빤지가 떨어져 나간 뒤 다섯 달 동안 배를 타지 못해 이웃 섬의 배를 빌려 타야 했다고 말했다.\n"
	}
	return "\n\nThe harbour board voted on Monday to reopen the island ferry after a winter of repairs to its wooden pier.\n\n" +
		"Islanders had waited since November, when a storm tore away forty metres of planks and closed the pier.\n"
}

// What stands above a title and is none, in several layouts.
func TestTitleAmongOtherLines(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ head, language, want string }{
		{"Trusted news for the coast since 1891\nIsland ferry to reopen after repairs\nPublished: Mon 4 Mar 2019, 10:12", "en", "Island ferry to reopen after repairs"},
		{"Your hometown news source\n10/25/2018\nISLAND FERRY TO REOPEN\nBy Mara Lindqvist", "en", "ISLAND FERRY TO REOPEN"},
		{"Personal message: for your file\n====\nIsland ferry to reopen after repairs\nBy Mara Lindqvist", "en", "Island ferry to reopen after repairs"},
		{"Ferry Times / Transport / Island ferry to reopen\n\nIsland ferry to reopen\n\n4 March 2019", "en", "Island ferry to reopen"},
		{"London 12°C\nFTSE 7,134 +0.4%\nThe Coastal Argus\nIsland ferry to reopen after repairs\nBoard calls the pier safe\nMara Lindqvist, Reporter", "en", "Island ferry to reopen after repairs"},
		{"The Coastal Argus | Transport | 4 March 2019\nIsland ferry to reopen after repairs", "en", "Island ferry to reopen after repairs"},
		{"Island ferry to reopen\nafter winter of repairs\n\nBy MARA LINDQVIST", "en", "Island ferry to reopen after winter of repairs"},
		{"Gut informiert von der Küste\n4. März 2019\nInselfähre fährt nach Winterpause wieder\nVon Mara Lindqvist", "de", "Inselfähre fährt nach Winterpause wieder"},
		{"바다를 보는 창\n섬 여객선 다음 주부터 운항\n홍나루 기자\n2019.03.04 10:12", "ko", "섬 여객선 다음 주부터 운항"},
		{"Newsletter of the islanders wins prize for pier and ferry\nBy Mara Lindqvist", "en", "Newsletter of the islanders wins prize for pier and ferry"},
		// What must stay: the first line is the title although a standfirst has more of the text's words.
		{"Planks ahoy on the long pier\nIsland ferry to reopen after a winter of repairs\nBy Mara Lindqvist", "en", "Planks ahoy on the long pier"},
		{"Island ferry to reopen\nThe captain kept his thermos\nBy Mara Lindqvist", "en", "Island ferry to reopen"},
	} {
		if o := Clean([]byte(c.head+story(c.language)), "x.txt", Lines{}); o.Title.Text != c.want {
			t.Errorf("%q: title %q, want %q", c.head, o.Title.Text, c.want)
		}
	}
}

// The head of an article names its publisher and its day.
func TestHeads(t *testing.T) {
	t.Parallel()
	const title = "\nIsland ferry to reopen after repairs\n"
	for _, c := range []struct{ in, publisher, date, names string }{
		{"Ferry Times | 04.03.2019" + title, "Ferry Times", "2019-03-04", ""},
		{"The Coastal Argus | Trade | 4 March 2019" + title, "The Coastal Argus", "2019-03-04", ""},
		{"Outer Isle News > Local" + title + "by Mara Lindqvist", "Outer Isle News", "", "Mara Lindqvist"},
		{"THE COAST OBSERVER      PAGE 4      MONDAY, MARCH 4, 2019" + title, "The Coast Observer", "2019-03-04", ""},
		{"Home  News  Sport  Weather" + title + "4 March 2019", "", "2019-03-04", ""},
		{"NEWS RELEASE" + title + "4 March 2019", "", "2019-03-04", ""},
		{"Ferry Times +" + title + "4 March 2019", "Ferry Times", "2019-03-04", ""},
		{"Ferry Times\nMonday 4 March 2019" + title + "Mara Lindqvist\n", "Ferry Times", "2019-03-04", "Mara Lindqvist"},
		{"Ferry Times\nMonday 4 March 2019" + title + "Storm Damage\n", "Ferry Times", "2019-03-04", ""},
		{"Friday, 1 October 2021\nMenu" + title + "Published on 27 September 2021", "", "2021-09-27", ""},
		{"Friday, 1 October 2021" + title, "", "2021-10-01", ""},
		{title + "The Coastal Argus (Port Samra)\nMarch 4, 2019 Monday\nByline: Mara Lindqvist", "The Coastal Argus", "2019-03-04", "Mara Lindqvist"},
		{title + "Words: Mara Lindqvist\n4 March 2019", "", "2019-03-04", "Mara Lindqvist"},
		{title + "Length: 102 words\n4 March 2019", "", "2019-03-04", ""},
		{"섬 여객선 다음 주부터 운항\n기자명 홍나루  입력 2019.03.04 10:12  수정 2019.03.05 11:00  댓글 0", "", "2019-03-04", "홍나루"},
		{"섬 여객선 다음 주부터 운항\n매체: 해안일보\n기자: 홍나루\n날짜: 2019-03-04", "해안일보", "2019-03-04", "홍나루"},
	} {
		in := strings.TrimLeft(c.in, "\n") + story("en")
		o := Clean([]byte(in), "x.txt", Lines{})
		if got := strings.Join(o.Byline.List, "; "); o.Publisher.Text != c.publisher || o.Date.Text != c.date || got != c.names {
			t.Errorf("%q: publisher %q, date %q, byline %q", c.in, o.Publisher.Text, o.Date.Text, got)
		}
	}
}
