package when

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestInfer(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name, language string
		paragraphs     []string
		want           string // "" when nothing can be told
		says           string // of the evidence, in order
	}{
		{"a past day, a planned day and a year in a name", "en", []string{
			"The islands fielded one crew at the 2019 Harbour Games.",
			"Two days after the fair ended May 3, the mayors met again.",
			"Both towns look forward to the planned May 20 regatta.",
		}, "2019-05-05/2019-05-19", "in 2019 or later; on or after 5 May; before 20 May"},
		{"the year's turn lies between", "en", []string{
			"The crew won gold at the 2019 Harbour Games.",
			"The pier burned on December 20 and the mole sank on January 10.",
			"A hearing is scheduled for March 5.",
		}, "2019-01-10/2019-03-04", "in 2019 or later; on or after 10 January; before 5 March"},
		{"full dates on both sides", "en", []string{
			"The council met on 3 March 2021. It will meet again on 5 April 2021.",
		}, "2021-03-03/2021-04-04", "on or after 3 March 2021; before 5 April 2021"},
		{"the latest of several full dates", "en", []string{
			"The mill burned down on 3 March 2011. The council met on 4 June 2012.",
		}, "2012-06-04/..", "on or after 4 June 2012"},
		{"a month that was and a month that is planned", "en", []string{
			"The fair was held in April 2016.", "The bridge is due to open in September 2016.",
		}, "2016-04-01/2016-09-29", "on or after 1 April 2016; before 30 September 2016"},
		{"the same day on both sides", "en", []string{
			"The council met on 3 March 2021.", "It will meet again on 4 March 2021.",
		}, "2021-03-03", "on or after 3 March 2021; before 4 March 2021"},
		{"German", "de", []string{
			"Der Rat tagte am 3. März 2021. Er soll am 5. April 2021 wieder tagen.",
		}, "2021-03-03/2021-04-04", "on or after 3 March 2021; before 5 April 2021"},
		{"Korean", "ko", []string{
			"위원회는 2021년 3월 3일 회의를 열었다.", "다음 회의는 2021년 4월 5일 열릴 예정이다.",
		}, "2021-03-03/2021-04-04", "on or after 3 March 2021; before 5 April 2021"},

		{"no year", "en", []string{"The fair ended May 3.", "The regatta is planned for May 20."}, "", ""},
		{"only a year", "en", []string{"The mill burned down in 2011.", "The crew won gold at the 2019 Harbour Games."}, "", ""},
		{"a year that may be another", "en", []string{
			"In 2018 the mayors fell out.", "The fair ended May 3.", "The regatta is planned for May 20."}, "", ""},
		{"a full date among days without a year", "en", []string{"On 3 March 2011 the mill burned down.", "The fair ended May 3."}, "", ""},
		{"planned before past", "en", []string{"The council met on 3 March 2021.", "The hearing is planned for 5 February 2021."}, "", ""},
		{"two turns", "en", []string{
			"The crew won gold at the 2019 Harbour Games.",
			"The fair ended May 3 and the show ended July 4.",
			"The regatta is planned for May 20.", "A race is planned for August 1.",
		}, "", ""},
		{"history", "en", []string{
			"The armistice of 27 July 1953 was signed at the mill.", "The fort has stood empty since 3 March 1911.",
			"It was the anniversary of the fire of 4 May 1900.",
		}, "", ""},
		{"rights and lists", "en", []string{"© 2024 Harbour Press, published 3 May 2024.", "Related: Mill burned down 17 August 2018", "Updated 3 May 2024."}, "", ""},
		{"a year yet to come contradicts", "en", []string{
			"The crew won gold at the 2019 Harbour Games.",
			"The fair ended May 3.", "The regatta is planned for May 20.", "The mayor was elected in 2021.",
		}, "", ""},
		{"nothing", "en", []string{"The mill is old.", ""}, "", ""},
		{"none", "en", nil, "", ""},
	} {
		got, evidence, ok := Infer(c.paragraphs, c.language)
		var says []string
		for _, e := range evidence {
			says = append(says, e.Says)
			if e.Para < 1 || e.Para > len(c.paragraphs) || !strings.Contains(c.paragraphs[e.Para-1], e.Sentence) {
				t.Errorf("%s: %q is not in paragraph %d", c.name, e.Sentence, e.Para)
			}
		}
		if got.String() != c.want || strings.Join(says, "; ") != c.says || ok != (c.want != "") {
			t.Errorf("%s\n got  %s (%s) %v\n want %s (%s)", c.name, got, strings.Join(says, "; "), ok, c.want, c.says)
		}
	}
}

// A day that a duration leads to counts only where the whole sentence tells of the past.
func TestInferLeavesPlansAlone(t *testing.T) {
	t.Parallel()
	got, _, _ := Infer([]string{
		"The crew won gold at the 2019 Harbour Games.",
		"A week after the fair ended May 3, the mayors will meet again.",
		"Both towns look forward to the planned May 20 regatta.",
	}, "en")
	if got.String() != "2019-05-03/2019-05-19" {
		t.Errorf("got %s", got)
	}
}

func TestInferGold(t *testing.T) {
	t.Parallel()
	names, _ := filepath.Glob(filepath.Join("..", "..", "..", "..", "shared", "articles", "001_*.txt"))
	if len(names) != 1 {
		t.Skip("no article 001 in ../shared beside the checkout")
	}
	text, err := os.ReadFile(names[0])
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(string(text), "\n")
	got, evidence, ok := Infer(lines[:11], "en")
	if got.String() != "2018-05-26/2018-06-11" || !ok || len(evidence) != 3 {
		t.Errorf("got %s from %v", got, evidence)
	}
	if whole, _, _ := Infer(lines, "en"); whole != got {
		t.Errorf("the lines below the article change the range to %s", whole)
	}
}
