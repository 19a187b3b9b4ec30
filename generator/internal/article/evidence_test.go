package article

import "testing"

func TestSameName(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		a, b string
		want bool
	}{
		{"FerryPoint", "FerryPoint News", true}, {"The Ferry Times", "Ferry Times", true}, {"ferrytimes.example", "Ferry Times", true}, {"ft.example", "Ferry Times", true},
		{"ferrytms.example", "Ferry Times", true}, {"theferrytimes.example", "Ferry Times", true}, {"vozribera.example", "La Voz de la Ribera", true},
		{"Ferry Times", "Harbour Mirror", false}, {"harbour.example", "Ferry Times", false}, {"Ferry", "Fer", false},
	} {
		if got := sameName(c.a, c.b); got != c.want {
			t.Errorf("%q and %q: %v", c.a, c.b, got)
		}
	}
}

func TestAgreed(t *testing.T) {
	t.Parallel()
	same := agreed([]found{{"Ferry Times", "domain, line 1"}, {"Ferry Times", "domain, line 1"}, {"The Ferry Times", "masthead, line 2"}})
	if same.Text != "Ferry Times" || same.Basis != "domain, line 1; masthead, line 2" {
		t.Errorf("%q <%s>", same.Text, same.Basis)
	}
	differ := agreed([]found{{"Ferry Times", "domain, line 1"}, {"Harbour Mirror", "masthead, line 2"}})
	if differ.Text != "" || differ.Basis != "Ferry Times (domain, line 1); Harbour Mirror (masthead, line 2)" {
		t.Errorf("%q <%s>", differ.Text, differ.Basis)
	}
	lesser := firstAgreed([]found{{"AFP", "dateline, line 4"}}, []found{{"PTI", "credit line, line 9"}, {"AFP", "end of the text, line 8"}})
	if lesser.Text != "AFP" || lesser.Basis != "dateline, line 4; end of the text, line 8" {
		t.Errorf("%q <%s>", lesser.Text, lesser.Basis)
	}
}

func TestCues(t *testing.T) {
	t.Parallel()
	for in, want := range map[string]string{
		"Thank you for reading The Morning Ferry, and come back soon.": "The Morning Ferry", "Subscribe to Ferry Times today": "Ferry Times",
		"No Morning Ferry Journalist was involved in this text": "Morning Ferry", "Subscribe to our newsletter": "", "Unsubscribe to Ferry": "",
	} {
		got := ""
		for _, c := range cues {
			if name := c.name(in); name != "" {
				got = name
			}
		}
		if got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
}
