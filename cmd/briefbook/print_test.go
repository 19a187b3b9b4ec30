package main

import (
	"context"
	"net"
	"os"
	"runtime/debug"
	"slices"
	"strings"
	"testing"
	"time"

	"briefbook/generator"
)

func listen(t *testing.T) net.Listener {
	t.Helper()
	l, err := net.Listen("tcp4", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	return l
}

func TestSummary(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		sum   generator.Summary
		check bool
		want  string
	}{
		{generator.Summary{Pages: 84, Written: 12, Unchanged: 72, Warnings: 2, Seconds: 0.2091}, false,
			"84 pages, 12 written, 72 unchanged, 0 deleted · 0 errors, 2 warnings · 0.21 s"},
		{generator.Summary{Pages: 1, Written: 1, Errors: 1, Warnings: 1}, false,
			"1 page, 1 written, 0 unchanged, 0 deleted · 1 error, 1 warning · 0.00 s"},
		{generator.Summary{Pages: 84, Errors: 3, Seconds: 12}, true, "84 pages · 3 errors, 0 warnings · 12.00 s"},
		{generator.Summary{Errors: 1}, false, "no book could be made, the last one stands · 1 error, 0 warnings · 0.00 s"},
	} {
		if got := summary(test.sum, test.check); got != test.want {
			t.Errorf("got  %s\nwant %s", got, test.want)
		}
	}
}

// finding is a diagnostic at a place that does not matter.
func finding(level, text string) generator.Diagnostic {
	d := generator.Diagnostic{File: "content/notes/a.md", Line: 1, Column: 1, Code: "code", Text: text}
	switch level {
	case "warning":
		d.Level = generator.Warning
	case "error":
		d.Level = generator.Error
	}
	return d
}

func TestWhatIsPrinted(t *testing.T) {
	t.Parallel()
	diags := []generator.Diagnostic{finding("info", "i"), finding("warning", "w"), finding("error", "e")}
	for _, test := range []struct {
		name   string
		flags  outputFlags
		colour bool
		done   bool
		want   []string // part of each line
	}{
		{"all", outputFlags{}, false, true, []string{": info: i", ": warning: w", ": error: e", "0 pages"}},
		{"quiet", outputFlags{quiet: true}, false, true, []string{": error: e"}},
		{"quiet and strict", outputFlags{quiet: true, strict: true}, false, true, []string{": warning: w", ": error: e"}},
		{"json", outputFlags{json: true, quiet: true}, false, true,
			[]string{`"level":"info"`, `"level":"warning"`, `"level":"error"`, `{"summary":{"pages":0,`}},
		{"json of a check", outputFlags{json: true, only: true}, false, true,
			[]string{`"level":"info"`, `"level":"warning"`, `"level":"error"`}},
		{"cut short", outputFlags{}, false, false, []string{": info: i", ": warning: w", ": error: e"}},
		{"colour", outputFlags{quiet: true}, true, true, []string{"a.md:1:1: \x1b[1;31merror: \x1b[0me [code]"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			var b strings.Builder
			p := printer{outputFlags: test.flags, w: &b, colour: test.colour}
			if err := p.report(generator.Summary{}, diags, test.done); err != nil {
				t.Fatal(err)
			}
			got := strings.Split(strings.TrimSuffix(b.String(), "\n"), "\n")
			if len(got) != len(test.want) {
				t.Fatalf("got %d lines, want %d:\n%s", len(got), len(test.want), b.String())
			}
			for i := range got {
				if !strings.Contains(got[i], test.want[i]) {
					t.Errorf("line %d is %q, want a part %q", i+1, got[i], test.want[i])
				}
			}
		})
	}
}

func TestNoColour(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		vars map[string]string
		want bool
	}{
		{nil, true},
		{map[string]string{"NO_COLOR": "1"}, false},
		{map[string]string{"TERM": "dumb"}, false},
	} {
		e := env{Getenv: func(key string) string { return test.vars[key] }}
		if e.mayColour() != test.want {
			t.Errorf("%v: colour is %v", test.vars, !test.want)
		}
	}
}

// TestJournalTellsWhatIsNew edits above a mistake: its place moves and it is not told again.
func TestJournalTellsWhatIsNew(t *testing.T) {
	t.Parallel()
	moved := finding("error", "old")
	moved.Line = 7
	rounds := []struct{ diags, fresh []generator.Diagnostic }{
		{[]generator.Diagnostic{finding("error", "old")}, []generator.Diagnostic{finding("error", "old")}},
		{[]generator.Diagnostic{moved}, nil},
		{[]generator.Diagnostic{moved, moved}, []generator.Diagnostic{moved}},
		{nil, nil},
		{[]generator.Diagnostic{moved}, []generator.Diagnostic{moved}},
	}
	j := &journal{}
	for i, round := range rounds {
		if got := j.fresh(round.diags); !slices.Equal(got, round.fresh) {
			t.Errorf("round %d tells %v, want %v", i+1, got, round.fresh)
		}
	}
}

func TestMeterWaitsAndClears(t *testing.T) {
	t.Parallel()
	var b strings.Builder
	now := time.Unix(0, 0)
	p := &program{env: env{
		Stderr: &b, StderrTerminal: true,
		Getenv: func(string) string { return "" }, Now: func() time.Time { return now },
	}}
	m := p.meter(false)
	at := func(d time.Duration, done int) string {
		b.Reset()
		now = time.Unix(0, 0).Add(d)
		m.show(generator.Progress{Stage: "writing", Done: done, Total: 9})
		return b.String()
	}
	for _, test := range []struct {
		after time.Duration
		done  int
		want  string
	}{
		{patience - 1, 1, ""},
		{patience, 2, "\r\x1b[Kwriting 2 of 9"},
		{patience + pause/2, 3, ""},
		{patience + pause, 4, "\r\x1b[Kwriting 4 of 9"},
	} {
		if got := at(test.after, test.done); got != test.want {
			t.Errorf("after %v it shows %q, want %q", test.after, got, test.want)
		}
	}
	b.Reset()
	m.clear()
	m.clear()
	if b.String() != "\r\x1b[K" {
		t.Errorf("clearing writes %q", b.String())
	}
	if p.meter(true) != nil {
		t.Error("--quiet has a meter")
	}
	p.StderrTerminal = false
	if p.meter(false) != nil {
		t.Error("a file has a meter")
	}
}

func TestRelease(t *testing.T) {
	t.Parallel()
	commit := []debug.BuildSetting{{Key: "vcs.revision", Value: "0123abc"}, {Key: "vcs.modified", Value: "true"}}
	for _, test := range []struct {
		info debug.BuildInfo
		want string
	}{
		{debug.BuildInfo{}, "(devel)"},
		{debug.BuildInfo{Main: debug.Module{Version: "v1.2.3"}, Settings: commit}, "v1.2.3"},
		{debug.BuildInfo{Main: debug.Module{Version: "(devel)"}, Settings: commit}, "0123abc+dirty"},
		{debug.BuildInfo{Main: debug.Module{Version: "(devel)"}, Settings: commit[:1]}, "0123abc"},
	} {
		if got := release(&test.info); got != test.want {
			t.Errorf("got %q, want %q", got, test.want)
		}
	}
}

func TestCacheFolder(t *testing.T) {
	t.Parallel()
	for _, test := range []struct{ named, user, want string }{
		{"", "", ""},
		{"", "home", "home" + string(os.PathSeparator) + "briefbook"},
		{"off", "home", ""},
		{"here", "home", "here"},
	} {
		e := env{CacheDir: test.user, Getenv: func(string) string { return test.named }}
		if got := e.cache(); got != test.want {
			t.Errorf("BRIEFBOOK_CACHE=%q in %q: %q, want %q", test.named, test.user, got, test.want)
		}
	}
}

// TestInterruptedBuildSaysSo calls a build that has been given up before it begins.
func TestInterruptedBuildSaysSo(t *testing.T) {
	t.Parallel()
	ctx, stop := context.WithCancel(t.Context())
	stop()
	var errs strings.Builder
	dir := starterBook(t)
	status := run(ctx, env{
		Stdout: new(strings.Builder), Stderr: &errs, Dir: dir, Now: time.Now,
		Getenv: func(string) string { return "" },
	}, []string{"build"})
	if status != statusErrors || errs.String() != "briefbook: interrupted\n" {
		t.Errorf("status %d, %q", status, errs.String())
	}
	if _, err := os.Stat(dir + "/public/index.html"); err == nil {
		t.Error("a book was published")
	}
}
