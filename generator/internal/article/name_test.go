package article

import "testing"

func TestPerson(t *testing.T) {
	t.Parallel()
	for in, want := range map[string]bool{
		"Mara Lindqvist": true, "Mary-Ann O'Neil": true, "J. R. de Souza": true, "Mara Müller-Lüdenscheid": true, "Kim Min-ji": true, "Jon van der Meer": true,
		"MARA LINDQVIST": true, "Dr. Mara Lindqvist": true, "Jon McDonald": true, "Галина Рощина": true, "Ludo d'Arco": true, "Jon Meer Jr.": true,
		"Mara": false, "": false, "Harbour Correspondent": false, "Ferry Times": false, "North Korea": false, "World News": false, "mara lindqvist": false,
		"Sea And Land": false, "AddThis Buttons": false, "Room 101": false, "Mara de": false, "A B": false, "One Two Three Four Five Six": false, "Getty Images": false,
	} {
		if got := person(in); got != want {
			t.Errorf("%q: %v", in, got)
		}
	}
}

func TestSpelled(t *testing.T) {
	t.Parallel()
	for in, want := range map[string]string{
		"MARY-ANN O'NEIL": "Mary-Ann O'Neil", "JON VAN DER MEER": "Jon van der Meer", "KIM MIN-JI": "Kim Min-ji", "Mara  Lindqvist": "Mara Lindqvist",
		"J. R. DE SOUZA": "J. R. de Souza", "홍길동": "홍길동", "Sumi FH": "Sumi FH",
	} {
		if got := spelled(in); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
}

func TestPaperAndMasthead(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		in              string
		paper, masthead bool
	}{
		{"The Ferry Times", true, true}, {"FERRY CHRONICLE", true, true}, {"Weser-Anzeiger", true, true}, {"Le Courrier du Rivage", true, true},
		{"Заозёрский вестник", true, true}, {"항만일보", true, true}, {"The Guardian", true, true}, {"Ferry Post-Gazette", true, true},
		{"World News", true, false}, {"Latest News", true, false}, {"Morning Report", true, false}, {"The News", true, false},
		{"Harbour Board", false, false}, {"Ferry Times Staff", false, false}, {"the ferry times", false, false}, {"By The Ferry Times", true, false}, {"Associated Press", true, false},
	} {
		if got := paper(c.in); got != c.paper {
			t.Errorf("%q is a paper: %v", c.in, got)
		}
		if got := masthead(c.in); got != c.masthead {
			t.Errorf("%q is a masthead: %v", c.in, got)
		}
	}
}

func TestSection(t *testing.T) {
	t.Parallel()
	for in, want := range map[string]bool{
		"World news": true, "POLITIK": true, "[정치]": true, "Home > World > Asia": true, "Politik/Ausland": true, "Asia Pacific": false, "News / Korea": true,
		"": false, "Ferry to reopen soon": false, "World leaders meet": false,
	} {
		if got := section(in); got != want {
			t.Errorf("%q: %v", in, got)
		}
	}
}

func TestAgencyCredit(t *testing.T) {
	t.Parallel()
	for in, want := range map[string]string{
		"REUTERS": "Reuters", "The Associated Press": "AP", "연합뉴스": "Yonhap", "공감언론 뉴시스통신사": "Newsis", "dpa/AFP": "dpa, AFP", "AFP-JIJI": "AFP, Jiji Press",
		"Harbour News Agency": "Harbour News Agency", "Ferry Times": "", "": "", "AFP photo": "", "Mara Lindqvist / AFP": "",
	} {
		if got, known := agencyCredit(in); got != want || known != (want != "") {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
}
