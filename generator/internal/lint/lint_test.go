package lint_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"briefbook/generator/internal/book"
	"briefbook/generator/internal/diag"
	"briefbook/generator/internal/lint"
	"briefbook/generator/internal/markdown"
)

// checked reads a page and lists what is said of it: "relative-date "last week"", a line each.
func checked(t *testing.T, kind book.Kind, language, page string) ([]string, lint.Facts, *diag.Source) {
	t.Helper()
	src := diag.NewSource("content/"+kind.Folder()+"/x.md", page)
	var prose *book.Prose
	text, diags := markdown.New().Parse(src, 0, markdown.Options{Kind: kind, ID: "x", Language: language, Prose: func(p *book.Prose) { prose = p }})
	if len(diags) > 0 {
		t.Fatalf("the page itself is wrong: %v", diags)
	}
	diags, facts := lint.Check(lint.Page{Kind: kind, Language: language, Text: text, Prose: prose, At: src.Whole()})
	var said []string
	for _, d := range diags {
		if d.Level != diag.Warning {
			t.Errorf("%s is no warning", d.Code)
		}
		said = append(said, strings.TrimSpace(d.Code+" "+underlined(d)))
	}
	return said, facts, src
}

// read parses a page whatever is wrong with it.
func read(src *diag.Source, language string) (text *book.Text, prose *book.Prose) {
	text, _ = markdown.New().Parse(src, 0, markdown.Options{Kind: book.Note, ID: "x", Language: language, Prose: func(p *book.Prose) { prose = p }})
	return text, prose
}

func check(src *diag.Source, language string) ([]diag.Diagnostic, lint.Facts) {
	text, prose := read(src, language)
	return lint.Check(lint.Page{Kind: book.Note, Language: language, Text: text, Prose: prose, At: src.Span(0, 0)})
}

// underlined is what a diagnostic points at.
func underlined(d diag.Diagnostic) string {
	if d.Excerpt == "" {
		return ""
	}
	line := []rune(d.Excerpt)
	return fmt.Sprintf("%q", string(line[d.Column-1:min(d.Column-1+d.Width, len(line))]))
}

func same(t *testing.T, got, want []string) {
	t.Helper()
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("said\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

// each runs cases in the form "page" → what is said.
func each(t *testing.T, kind book.Kind, language string, cases []struct {
	page string
	want []string
}) {
	t.Helper()
	for _, c := range cases {
		t.Run(c.page, func(t *testing.T) {
			t.Parallel()
			got, _, _ := checked(t, kind, language, c.page)
			same(t, sorted(got), sorted(c.want))
		})
	}
}

type cases = []struct {
	page string
	want []string
}

func TestRelativeDate(t *testing.T) {
	t.Parallel()
	each(t, book.Note, "en", cases{
		{"The council met yesterday.", []string{`relative-date "yesterday"`}},
		{"Last week the ferry stopped, and this year it will not sail.", []string{`relative-date "Last week"`, `relative-date "this year"`}},
		{"It was closed two years ago.", []string{`relative-date "two years ago"`}},
		{"The mayor left on Tuesday.", []string{`relative-date "Tuesday"`}},
		{"It opens next spring, last May notwithstanding.", []string{`relative-date "next spring"`, `relative-date "last May"`}},
		{"Both banks are quiet *today*.", []string{`relative-date "today"`}},
		{"- 2018-05-26: The fleet left last month.", []string{`relative-date "last month"`}},
		{"The pier was closed earlier this month and will open later this year.", []string{`relative-date "earlier this month"`, `relative-date "later this year"`}},
		// What is no date counted from an unknown day.
		{"On Good Friday, on Bloody Sunday and on Palm Sunday the bells rang.", nil},
		{"They sat from Monday 4 to Friday 8 March 2019.", nil},
		{"The paper writes of talks \"last week\" and of a ship “due tomorrow” in 2018.", nil},
		{"> They met yesterday. [@herald ¶1]", nil},
		{"Run `next week` and <https://a.example/last/week/today>.", nil},
		{"In May 2018 they met; on 26 May they parted, and two days later the ferry sailed.", nil},
		{"The next day, a year earlier, that month and at the end of the year are counted from the text.", nil},
		{"On Friday 1 June 2018 it rained.", nil},
		{"The Tuesday before 29 July 2021 is meant; a Friday would not do.", nil},
		{"USA Today, The Week and Black Friday are names.", nil},
		{"The last of them spoke, this envoy among them, next to the bridge, past the mill.", nil},
		{"The last three years of the war were hard.", nil},
		{"The last day of the talks, and next year of all years.", nil},
		{"The ferry sails on Tuesdays.", nil},
		{"In the past, at the time, later that year.", nil},
	})
}

func TestWeekday(t *testing.T) {
	t.Parallel()
	each(t, book.Chapter, "en", cases{
		{"They met on Monday 27 July 2021.", []string{`weekday "Monday"`}},
		{"They met on Monday, July 27, 2021, at noon.", []string{`weekday "Monday"`}},
		{"They met on 27 July 2021 (a Monday) and on 27 July 2021 (Monday).", []string{`weekday "Monday"`}},
		{"They met on 27 July 2021, a Monday, and parted on 28 July 2021, a Wednesday.", []string{`weekday "Monday"`}},
		{"They met on Tuesday 27 July 2021, on Tuesday, July 27, 2021 and on 27 July 2021 (Tuesday).", nil},
		{"The paper has \"Monday 27 July 2021\".", nil},
		{"- 2021-07-27: On Monday the lines were restored.", []string{`weekday "Monday"`}},
		{"- 2021-07-27: Monday talks at the pier.", []string{`weekday "Monday"`}},
		{"- 2021-07-27: On Tuesday the lines were restored.", nil},
		{"- 2021-07-27: The ministry spoke on Tuesday.", nil},
		{"- 2021-07-27: The ministry spoke of what happened on Sunday.", []string{`relative-date "Sunday"`}},
		{"- 2021-07-27 (derived: the Tuesday before 29 July 2021): Lines restored.", nil},
		{"- 2021-07-26 (derived: \"Tuesday\" before 29 July 2021): Lines restored.", []string{`weekday "L"`}},
	})
}

func TestPlannedPast(t *testing.T) {
	t.Parallel()
	const hall = "- 2018-06-12 (planned): Talks in the hall.\n\n"
	each(t, book.Note, "en", cases{
		{"- 2018-06-12 (planned): The leaders met in the hall.", []string{`planned-past "met"`}},
		{"- 2018-06-12 (planned): Talks were held in the hall.", []string{`planned-past "were"`}},
		{"- 2018-06-12 (planned): The assembly voted on the pier.", []string{`planned-past "voted"`}},
		{"- 2018-06-12 (planned): The fleet arrived.", []string{`planned-past "arrived"`}},
		{"- 2018-06-12 (planned): Talks in the hall.", nil},
		{"- 2018-06-12 (planned): The leaders are to meet; both sides agreed on the hall.", nil},
		{"- 2018-06-12 (planned): Talks, which the mayor called off in May.", nil},
		{"- 2018-06-12 (planned): First talks since the war ended, led by the mayor.", nil},
		{"- 2018-06-12: The leaders met.", nil},
		{"- 2018-06-12 (disputed): The leaders met.", nil},
		{hall + "On 12 June 2018 the leaders met in the hall.", []string{`planned-past "met"`}},
		{hall + "The talks took place on 12 June 2018.", []string{`planned-past "took"`}},
		{hall + "The talks were planned for 12 June 2018.", nil},
		{hall + "The talks of 12 June 2018 may have been held.", nil},
		{hall + "On 13 June 2018 the leaders met.", nil},
		{hall + "- 2018-06-12: Rain.\n\nOn 12 June 2018 it rained, and the leaders met.", nil},
	})
}

func TestLikelihoodAndConfidence(t *testing.T) {
	t.Parallel()
	in := func(words string) string { return "> [!JUDGEMENT]\n> " + words }
	each(t, book.Note, "en", cases{
		{in("It is likely, with high confidence, that the ferry stops."), []string{`likelihood-confidence "confidence"`}},
		{in("We have moderate confidence that it will almost certainly stop."), []string{`likelihood-confidence "confidence"`}},
		{in("There is a remote chance, confidence low, of a strike."), []string{`likelihood-confidence "confidence"`}},
		{in("The editors are confident that a strike is unlikely."), []string{`likelihood-confidence "confident"`}},
		{in("It is likely that the ferry stops.\n> Confidence: high."), nil},
		{in("It is likely that the talks build confidence between the banks."), nil},
		{in("The ministry's \"high confidence\" in a likely strike is its own."), nil},
		{"It is likely, with high confidence, that the ferry stops.", nil},
	})
}

func TestAnonymous(t *testing.T) {
	t.Parallel()
	each(t, book.Article, "en", cases{
		{"An official said that the ferry stops.", []string{`anonymous "official"`}},
		{"A source said the mayor had left; two sources told the paper why.", []string{`anonymous "source"`}},
		{"The source said nothing of the mayor, and the sources told of the ferry.", nil},
		{"Sources said the mayor had left.", []string{`anonymous "Sources"`}},
		{"Two government sources told the paper so.", []string{`anonymous "sources"`}},
		{"The ferry stops, according to officials in the north.", []string{`anonymous "officials"`}},
		{"A source close to the mayor denies it.", []string{`anonymous "source"`}},
		{"People familiar with the plan say it is dead.", []string{`anonymous "familiar"`}},
		{"Senior aides confirmed the date.", []string{`anonymous "aides"`}},
		{"The paper quotes a diplomat on the fares.", []string{`anonymous "diplomat"`}},
		// Stated, named, or no statement of anybody.
		{"An unnamed official said that the ferry stops.", nil},
		{"Anonymous officials say so; an official who was not named says more.", nil},
		{"An official who spoke on condition of anonymity said so.", nil},
		{"An official, Ada Aldsen, said that the ferry stops.", nil},
		{"Ada Aldsen, a senior official, said that the ferry stops.", nil},
		{"The official Ada Aldsen told the council.", nil},
		{"[[ada-aldsen]], an official of the port, said so.", nil},
		{"Officials met at the pier and agreed a calendar.", nil},
		{"The officials were told nothing.", nil},
		{"What became of the official — the source says shot?", nil},
		{"Official media said so, and the official text says more.", nil},
		{"The sources say nothing of it; no source says when, and two sources agree.", nil},
		{"Neither source says whether it was signed.", nil},
		{"\"An official said no\" [@herald ¶1] is all there is.", nil},
	})
}

func TestSilence(t *testing.T) {
	t.Parallel()
	each(t, book.Chapter, "en", cases{
		{"They met [@herald ¶1].", []string{"silence"}},
		{"They met [@herald ¶1].\n\n## What the sources are silent on\n\nThe fares.", nil},
		{"They met.", nil},
		{"They met [@herald ¶1].\n\n<!-- allow silence: the chapter is a list -->\n", nil},
	})
	each(t, book.Note, "en", cases{{"They met  [@herald ¶1].", nil}})
	each(t, book.Chapter, "de", cases{{"Sie trafen sich [@herald ¶1].", []string{"silence"}}, {"Ja [@herald ¶1].\n\n## Worüber die Quellen schweigen\n\nViel.", nil}})
	each(t, book.Chapter, "fr", cases{{"Ils se sont vus hier, yesterday [@herald ¶1].", nil}})
}

func TestUncheckedQuotation(t *testing.T) {
	t.Parallel()
	each(t, book.Note, "en", cases{
		{"The paper says that \"the ferry will not sail before spring\".", []string{`unchecked-quotation "\"the ferry will not sail before spring\""`}},
		{"## “The ferry will not sail before spring”\n\nSo it says [@herald ¶1].", []string{`unchecked-quotation "“The ferry will not sail before spring”"`}},
		{"It was so [@herald ¶1]. One reads „the ferry will not sail again“, or so.", []string{`unchecked-quotation "„the ferry will not sail again“"`}},
		{"\"The ferry will not sail before spring\" [@herald ¶1].", nil},
		{"> The ferry will not sail before spring [@herald ¶1]", nil},
		{"The \"ferry of the poor\" is a name, `\"as the code of this says\"` none.", nil},
		{"<!-- allow unchecked-quotation: the title of a book -->\n“The boat that never came back” is a novel.", nil},
	})
	each(t, book.Note, "fr", cases{{"On lit « le bac ne part plus avant le printemps ».", []string{`unchecked-quotation "« le bac ne part plus avant le printemps »"`}}})
}

func TestOtherLanguages(t *testing.T) {
	t.Parallel()
	each(t, book.Note, "de", cases{
		{"Der Rat tagte gestern und letzte Woche.", []string{`relative-date "gestern"`, `relative-date "letzte Woche"`}},
		{"Er tagte am Montag, dem 27. Juli 2021, im Hafen.", []string{`weekday "Montag"`}},
		{"Er tagte am Dienstag, dem 27. Juli 2021. Am 28. Juli 2021 ging er.", nil},
		{"Vor zwei Jahren fuhr die Fähre noch.", []string{`relative-date "Vor zwei Jahren"`}},
		{"Die letzte Fähre fuhr am 3. Mai 2014; am folgenden Tag war Ruhe.", nil},
		{"Das Blatt schreibt „gestern“.", nil},
	})
	each(t, book.Note, "ko", cases{
		{"2021년 7월 27일 월요일 회의가 열렸다.", []string{`weekday "월요일"`}},
		{"2021년 7월 27일(월) 회의가 열렸다.", []string{`weekday "월"`}},
		{"2021년 7월 27일 화요일 회의가 열렸다.", nil},
		{"어제 회의가 열렸다.", []string{`relative-date "어제"`}},
		{"2018년 5월 26일 회의가 열렸다.", nil},
	})
}

func TestAllow(t *testing.T) {
	t.Parallel()
	each(t, book.Note, "en", cases{
		{"They met yesterday. <!-- allow relative-date: the ministry's own wording -->", nil},
		{"<!-- allow relative-date, weekday: as the paper has it -->\n\nYesterday, on Monday 27 July 2021.", nil},
		{"They met yesterday. <!-- allow relative-date -->", []string{`allow-reason "<!-- allow relative-date -->"`}},
		{"They met yesterday. <!-- allow relative-date: -->", []string{`allow-reason "<!-- allow relative-date: -->"`}},
		{"They met. <!-- allow relativ-date: x -->", []string{`allow-unknown "<!-- allow relativ-date: x -->"`}},
		{"They met. <!-- allow weekday: x -->", []string{`allow-unused "<!-- allow weekday: x -->"`}},
		{"They met. <!-- allow weekday: x -->\n\nThey met yesterday.", []string{`allow-unused "<!-- allow weekday: x -->"`, `relative-date "yesterday"`}},
		{"They met. <!-- allow me to say -->", nil},
		{"They met. <!-- a remark: allow weekday -->", nil},
		{"- They met.\n- They met yesterday. <!-- allow relative-date: x -->\n- They met yesterday.", []string{`relative-date "yesterday"`}},
	})
	each(t, book.Note, "fr", cases{{"Bien. <!-- allow weekday: x -->", []string{`allow-unused "<!-- allow weekday: x -->"`}}})
}

func sorted(list []string) []string { return slices.Sorted(slices.Values(list)) }

// Lengths of time that end with the publication, and what only looks like one or like a date.
func TestLasting(t *testing.T) {
	t.Parallel()
	each(t, book.Note, "en", cases{
		{"Trade fell over the past two years.", []string{`relative-date "the past two years"`}},
		{"It was told of in the last 10 days.", []string{`relative-date "the last 10 days"`}},
		{"A few days ago it rang.", []string{`relative-date "A few days ago"`}},
		{"Tonight they dine together.", []string{`relative-date "Tonight"`}},
		{"Years ago is no date, and in the morning is none.", nil},
		{"In the past few months nobody came.", []string{`relative-date "the past few months"`}},
		{"In the last three months of 2018 nobody came.", nil},
		{"The last two days of the talks were short.", nil},
		{"They met in the past three times.", nil},
		{"This year-long closure had a price.", nil},
		{"Friday prayers were held on 1 June 2018.", nil},
		{"It came on Tuesday (27 July 2021).", nil},
		{"It came on Friday (27 July 2021).", []string{`weekday "Friday"`}},
		{"It came on Friday (see below).", []string{`relative-date "Friday"`}},
		{"According to sources, the boat had left.", []string{`anonymous "sources"`}},
		{"According to the sources, the boat had left.", nil},
		{"It was seen on Dec. 5, 2018. Dr. Ida Brandt left on 3 June 2019. No. 5 was closed.", nil},
	})
}
