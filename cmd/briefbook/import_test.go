package main

import (
	"bufio"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"strings"
	"syscall"
	"testing"

	"briefbook/generator"
)

func TestImportSummary(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		sum  generator.ImportSummary
		dry  bool
		want string
	}{
		{generator.ImportSummary{}, false, "0 imported · 0.00 s"},
		{generator.ImportSummary{Imported: 12, Near: 1, Held: 3, Failed: 1, Skipped: 4, Seconds: .214}, false,
			"12 imported, 1 of them a near copy · 3 already held · 1 failed · 4 skipped (hidden or of another format) · 0.21 s"},
		{generator.ImportSummary{Imported: 12, Near: 2, Left: 7}, false, "12 imported, 2 of them near copies · broken off, 7 not looked at · 0.00 s"},
		{generator.ImportSummary{Imported: 1}, true, "1 to import, nothing written · 0.00 s"},
	} {
		if got := importSummary(c.sum, c.dry); got != c.want {
			t.Errorf("got  %s\nwant %s", got, c.want)
		}
	}
}

// imported is the record of a file that went in.
func imported(file string) *generator.Imported {
	id, card, original := "a", "content/articles/a.md", "content/originals/a.txt"
	return &generator.Imported{File: file, Import: generator.Outcome{Status: generator.StatusImported, ID: &id, Card: &card, Original: &original}}
}

func failed(file string) *generator.Imported {
	why := "it is empty"
	return &generator.Imported{File: file, Error: &why, Import: generator.Outcome{Status: generator.StatusFailed}}
}

// reported is what a report says of files.
func reported(r importReport, files ...*generator.Imported) string {
	var b strings.Builder
	r.w = bufio.NewWriter(&b)
	for _, i := range files {
		r.file(i)
	}
	r.summary(generator.ImportSummary{})
	r.w.Flush()
	return b.String()
}

// Of few files the failures are told where they happen; of many also at the end, where they are seen.
func TestFailuresAreToldWhereTheyAreSeen(t *testing.T) {
	t.Parallel()
	few, many := []*generator.Imported{failed("x.txt")}, []*generator.Imported{failed("x.txt")}
	for i := range 50 {
		if i < 10 {
			few = append(few, imported(fmt.Sprint(i, ".txt")))
		}
		many = append(many, imported(fmt.Sprint(i, ".txt")))
	}
	for _, c := range []struct {
		name  string
		r     importReport
		files []*generator.Imported
		want  int
	}{{"few", importReport{brief: true}, few, 1}, {"many", importReport{brief: true}, many, 2}, {"quiet", importReport{quiet: true}, many, 1}} {
		if got := reported(c.r, c.files...); strings.Count(got, "it is empty") != c.want {
			t.Errorf("%s: not told %d times in\n%s", c.name, c.want, got)
		}
	}
}

// Columns stay columns: with names in another script, which take two cells a character, and with long reasons.
func TestReportIsAligned(t *testing.T) {
	t.Parallel()
	value := func(s, basis string) generator.Stated { return generator.Stated{Value: &s, Basis: &basis} }
	i := imported("a.txt")
	i.Title = value(strings.Repeat("판문점에서 다시 만난 두 사람 ", 6), "heading, line 19")
	i.Publisher, i.Agency = value("새벽항구신문", "meta og:site_name"), value("Ferry Wire", "agency line, line 4")
	i.Dropped = []generator.Dropped{
		{Lines: [2]int{1, 1}, Reason: "scraper_date_prefix"}, {Lines: [2]int{6, 6}, Reason: "dateline"}, {Lines: [2]int{8, 12}, Reason: "byline"}, {Lines: [2]int{40, 41}, Reason: "byline"},
	}
	got := reported(importReport{}, i)
	var basis, lines []int
	for line := range strings.Lines(got) {
		line = strings.TrimRight(line, "\n")
		if n := cells(line); n > columns {
			t.Errorf("%d columns: %s", n, line)
		}
		if at := strings.Index(line, "meta og"); at > 0 {
			basis = append(basis, cells(line[:at]))
		}
		if at := strings.Index(line, "agency line"); at > 0 {
			basis = append(basis, cells(line[:at]))
		}
		for _, word := range []string{"  line ", "  lines "} {
			if at := strings.LastIndex(line, word); at > 0 {
				lines = append(lines, cells(line[:at]))
			}
		}
	}
	if len(basis) != 2 || basis[0] != basis[1] {
		t.Errorf("what values rest on stands at %d in\n%s", basis, got)
	}
	if len(lines) != 3 || lines[0] != lines[1] || lines[1] != lines[2] {
		t.Errorf("lines stand at %d in\n%s", lines, got)
	}
}

// What several sources say word for word is shown once, and of many sentences some.
func TestSuggestionIsShort(t *testing.T) {
	t.Parallel()
	told := func(article string, n int, words string) generator.Telling {
		return generator.Telling{Article: article, Paragraph: n, Sentence: words}
	}
	many := generator.Suggestion{Line: "- 2019"}
	for i := range 9 {
		many.Told = append(many.Told, told("x", i+1, fmt.Sprint("Sentence ", i)))
	}
	for _, c := range []struct {
		name string
		s    generator.Suggestion
		want string
	}{
		{"one", generator.Suggestion{Line: "- 2019-03-04: … [@x ¶1]", Told: []generator.Telling{told("x", 1, "The ferry is back.")}},
			"\n- 2019-03-04: … [@x ¶1]\n    The ferry is back.\n"},
		{"two dates in one sentence", generator.Suggestion{Line: "- 2019", Told: []generator.Telling{told("x", 1, "Back."), told("x", 1, "Back.")}}, "\n- 2019\n    Back.\n"},
		{"two sources", generator.Suggestion{Line: "- 2019", Told: []generator.Telling{told("x", 1, "Back."), told("y", 2, "Back."), told("z", 3, "Gone.")}},
			"\n- 2019\n    x ¶1, y ¶2: Back.\n    z ¶3: Gone.\n"},
		{"a long sentence", generator.Suggestion{Line: "- 2019", Told: []generator.Telling{told("x", 1, strings.Repeat("ferry ", 20)+"\x1b[31m")}},
			"\n- 2019\n    " + strings.TrimSpace(strings.Repeat("ferry ", 12)) + "\n    " + strings.Repeat("ferry ", 8) + "\uFFFD[31m\n"},
		{"many", many, "\n- 2019\n    x ¶1: Sentence 0\n    x ¶2: Sentence 1\n    x ¶3: Sentence 2\n    x ¶4: Sentence 3\n    … and 5 more\n"},
	} {
		var b strings.Builder
		w := bufio.NewWriter(&b)
		suggest(w, c.s)
		w.Flush()
		if b.String() != c.want {
			t.Errorf("%s: got\n%q\nwant\n%q", c.name, b.String(), c.want)
		}
	}
}

// A hint is about what failed: a full disk under the book, and not under the output of the program.
func TestHints(t *testing.T) {
	t.Parallel()
	full := func(name string) error {
		return fmt.Errorf("do: %w", &fs.PathError{Op: "write", Path: name, Err: syscall.ENOSPC})
	}
	for _, c := range []struct {
		err  error
		want string
	}{
		{full("public/a.html"), "the last book still stands"},
		{full(os.Stdout.Name()), ""},
		{fmt.Errorf("import a.txt: %w: %w", generator.ErrNoEntry, full("a.md")), "what was imported until now stands"},
		{errors.New("anything"), ""},
	} {
		if got := hint(c.err); !strings.HasPrefix(got, c.want) || c.want == "" && got != "" {
			t.Errorf("%v: hint %q, want %q", c.err, got, c.want)
		}
	}
}

// Of very many warnings of one kind some are shown and the others counted, unless they count as errors.
func TestManyWarningsAlike(t *testing.T) {
	t.Parallel()
	var diags []generator.Diagnostic
	for range mostAlike + 1 {
		diags = append(diags, finding("warning", "many"), finding("error", "all"))
	}
	few := finding("warning", "few")
	few.Code = "other"
	diags = append(diags, few)
	for _, c := range []struct {
		name        string
		flags       outputFlags
		many, every int
		last        string
	}{
		{"many", outputFlags{}, someAlike, mostAlike + 1, "… and 16 more warnings like these [code]; --json lists them\n"},
		{"strict", outputFlags{strict: true}, mostAlike + 1, mostAlike + 1, "few [other]\n"},
		{"quiet", outputFlags{quiet: true}, 0, mostAlike + 1, "all [code]\n"},
		{"json", outputFlags{json: true}, mostAlike + 1, mostAlike + 1, "\"}\n"},
	} {
		var b strings.Builder
		p := printer{outputFlags: c.flags, w: &b}
		if err := p.report(generator.Summary{}, diags, false); err != nil {
			t.Fatal(err)
		}
		got := b.String()
		if strings.Count(got, "many") != c.many || strings.Count(got, "all") != c.every || !strings.HasSuffix(got, c.last) {
			t.Errorf("%s: %d of many, %d of all, in\n%s", c.name, strings.Count(got, "many"), strings.Count(got, "all"), got)
		}
	}
}
