package article

import (
	"strings"
	"testing"
)

// Lines that stand where titles do and are none, and titles that look like them.
func TestWhatIsNoTitle(t *testing.T) {
	t.Parallel()
	const title = "Island ferry to reopen after repairs"
	for _, c := range []struct{ head, want string }{
		{"Gold (22K) 231.10\nFajr 04:58 | Dhuhr 12:31 | Maghrib 18:20\n" + title + "\nBy Mara Lindqvist", title},
		{"USD/EUR 1.0712 ▲ 0.12\n" + title + "\n4 March 2019", title},
		{"코스닥 642.48 ▼ 13.91\n원/달러 1,191.80\n" + title + "\n4 March 2019", title},
		{"Mon, Mar 4, 2019 | Jumada II 27, 1440\n" + title + "\nBy Mara Lindqvist", title},
		{title + "\nPlease share this story:\n\nBy Mara Lindqvist", title},
		{"STATE OF ALDER\nDepartment of Ferries and Harbors\nFOR IMMEDIATE RELEASE\nMarch 4, 2019\n\n" + title, title},
		{"Ministerium für Inseln und Häfen\nPressestelle\nPressemitteilung\n4. März 2019\n\n" + title, title},
		{"Institute for Island Studies\nCommentary\n4 March 2019\n\n" + title + "\n\nMara Lindqvist and Jon Meer", title},
		{"BC-EU--Island Ferry,1st Ld-Writethru\n" + title + "\nBy MARA LINDQVIST", title},
		{"^" + title + "<\n^By MARA LINDQVIST=", title},
		{title + " =", title},
		{"Archive | 2019\n" + title + "\n4 March 2019", title},
		{"+ " + title + "\nBy Mara Lindqvist", title},
		{"News Release\nHarbour Board of Port Samra\n4 March 2019\n\n" + title, title},
		{"View this letter in your browser\n" + title + "\n4 March 2019", title},
		// What must stay a title.
		{"Ferry fares rise by 3.5% from 1,200 to 1,242\nBy Mara Lindqvist", "Ferry fares rise by 3.5% from 1,200 to 1,242"},
		{"4 March 2019, the day the ferry did not come back\nBy Mara Lindqvist", "4 March 2019, the day the ferry did not come back"},
		{"University of Harbour opens island college\nBy Mara Lindqvist", "University of Harbour opens island college"},
		{"State of Emergency\nBy Mara Lindqvist", "State of Emergency"},
		{"Ministry of Ferries\nBy Mara Lindqvist", "Ministry of Ferries"},
		{"Harbour office sued: 'share this with nobody'\nBy Mara Lindqvist", "Harbour office sued: 'share this with nobody'"},
		{"Ferry 2-1 Harbour: islanders win late\nBy Mara Lindqvist", "Ferry 2-1 Harbour: islanders win late"},
		{"Board wants a press release for every ferry\nBy Mara Lindqvist", "Board wants a press release for every ferry"},
		{"In 2019, 40 metres of pier were lost\nBy Mara Lindqvist", "In 2019, 40 metres of pier were lost"},
	} {
		o := Clean([]byte(c.head+"\n"+story("en")), "x.txt", Lines{})
		if o.Title.Text != c.want {
			t.Errorf("%q: title %q, want %q", c.head, o.Title.Text, c.want)
		}
		accounted(t, c.head+"\n"+story("en"), o)
	}
}

// Who wrote a text, and what stands there and is nobody.
func TestNamesAboveTheText(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ head, names, publisher string }{
		{"4 March 2019\nFacebook Count\nTwitter Share\n0", "", ""},
		{"By Mara Lindqvist\n4 March 2019\nFEATURED STORIES", "Mara Lindqvist", ""},
		{"By Mara Lindqvist\n4 March 2019\nPopular Articles", "Mara Lindqvist", ""},
		{"4. März 2019\nWeitere Artikel", "", ""},
		{"글·사진 홍나루 기자\n2019.03.04 10:12", "홍나루", ""},
		{"Reporter Mara Lindqvist\n4 March 2019", "Mara Lindqvist", ""},
		{"Interviewed by Mara Lindqvist\n4 March 2019", "Mara Lindqvist", ""},
		{"Words: Mara Lindqvist  Pictures: Jon Meer\n4 March 2019", "Mara Lindqvist", ""},
		{"By MARA LINDQVIST\nAssociated Press Writer", "Mara Lindqvist", ""},
		{"EFE Madrid\n4 March 2019", "", ""},
		{"March 4, 2019 Mara Lindqvist 0 Comments ferry, pier", "Mara Lindqvist", ""},
		{"By Mara Lindqvist\nIndia News\n4 March 2019", "Mara Lindqvist", ""},
		{"By Mara Lindqvist\n4 March 2019\nGoogle News", "Mara Lindqvist", ""},
		{"By Mara Lindqvist\n4 March 2019\nJON MEER/THE COASTAL ARGUS", "Mara Lindqvist", ""},
	} {
		in := "Island ferry to reopen after repairs\n" + c.head + "\n" + story("en")
		o := Clean([]byte(in), "x.txt", Lines{})
		if got := strings.Join(o.Byline.List, "; "); got != c.names || o.Publisher.Text != c.publisher {
			t.Errorf("%q: byline %q, want %q; publisher %q, want %q", c.head, got, c.names, o.Publisher.Text, c.publisher)
		}
		accounted(t, in, o)
	}
}

// Where a publisher's name stands below the text, and where it is another's.
func TestPublisherBelow(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ head, tail, want string }{
		{"", "Published in The Coastal Argus, March 4th, 2019", "The Coastal Argus"},
		{"", "Published in the Harbour County Record March 4, 11 and 18, 2019.", "Harbour County Record"},
		{"", "THE COASTAL ARGUS\nShare this story:", "The Coastal Argus"},
		{"", "Coastal Argus\nGet the news of the island, every morning", "Coastal Argus"},
		{"", "© Coastal Argus Ltd", "Coastal Argus"},
		{"Ferry Times\n", "Coastal Argus\n", "Ferry Times"},
		{"The Coastal Democrat\n", "", "The Coastal Democrat"},
		// What names no publisher.
		{"", "Published in 2019, the study counts forty ferries.", ""},
		{"", "Ferry Timetable\nShare this story:", ""},
		{"", "More News\nShare this story:", ""},
		{"My Tribune\n", "", ""},
		{"Harbour Office\n", "", ""},
	} {
		byline := ""
		if strings.Contains(c.head, "Democrat") {
			byline = "Mara Lindqvist The Coastal Democrat\n"
		}
		in := c.head + "Island ferry to reopen after repairs\n" + byline + "4 March 2019\n" + story("en") + "\n" + c.tail + "\n"
		o := Clean([]byte(in), "x.txt", Lines{})
		if o.Publisher.Text != c.want || o.Title.Text != "Island ferry to reopen after repairs" {
			t.Errorf("%q, %q: publisher %q, want %q; title %q", c.head, c.tail, o.Publisher.Text, c.want, o.Title.Text)
		}
		accounted(t, in, o)
	}
}

// The shape of an institution's name.
func TestInstitution(t *testing.T) {
	t.Parallel()
	for in, want := range map[string]bool{
		"Office of the Surveyor General": true, "Institute for Delta Studies": true, "Ministerium für Inseln und Häfen": true, "Harbour Commission": true, "State of Alder": true,
		"The Chamber of Commerce": true, "Ministère de la Mer": true, "Landesamt für Küstenschutz": true,
		"Office of fear": false, "Ministry sues ferry": false, "Institute": false, "Ferry of the Islands": false, "Department of Ferries: 40 jobs lost": false, "The Office": false, "": false,
	} {
		if institution(in) != want {
			t.Errorf("institution(%q) is %v", in, !want)
		}
	}
}
