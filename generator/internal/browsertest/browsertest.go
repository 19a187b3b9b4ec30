// Package browsertest gives tests a real browser. Only tests import it.
//
// [Open] starts a headless Chromium with a fresh profile, driven through chromedp, and ends it with the test.
// The browser is the program named by the environment variable BRIEFBOOK_BROWSER, else the first of chromium,
// google-chrome and chrome on the path. Without one the test is skipped and says how to get one; with
// BRIEFBOOK_REQUIRE_BROWSER=1, as in continuous integration, it fails instead.
//
//	ctx := browsertest.Open(t)
//	said := browsertest.Console(t, ctx)
//	err := chromedp.Do(ctx, chromedp.Navigate(url), chromedp.WaitVisible("main"))
//	// said() lists errors and warnings of the page's console
package browsertest

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
)

// lifetime is how long one browser may run: a bound for broken tests, not a measure.
const lifetime = 5 * time.Minute

// Open starts a browser with one tab. The context drives the tab; further tabs are made from it with
// chromedp.NewContext. When the test ends so does the browser, and its profile is removed.
func Open(t testing.TB) context.Context {
	t.Helper()
	program := find()
	if program == "" {
		const advice = "no browser found: apt-get install chromium, or name one in BRIEFBOOK_BROWSER"
		if os.Getenv("BRIEFBOOK_REQUIRE_BROWSER") == "1" {
			t.Fatal(advice)
		}
		t.Skip(advice)
	}
	options := slices.Concat(chromedp.DefaultExecAllocatorOptions[:], []chromedp.ExecAllocatorOption{
		chromedp.ExecPath(program),
		chromedp.UserDataDir(t.TempDir()),
		chromedp.WindowSize(1280, 800),
		chromedp.Flag("headless", true),
		chromedp.Flag("no-sandbox", true),
		chromedp.Flag("disable-gpu", true),
		chromedp.Flag("disable-quic", true),
		chromedp.Flag("no-first-run", true),
		chromedp.Flag("disable-background-networking", true),
		chromedp.Flag("disable-component-update", true),
		chromedp.Flag("disable-sync", true),
		chromedp.WSURLReadTimeout(time.Minute), // a busy machine takes its time
	})
	bounded, cancel := context.WithTimeout(context.Background(), lifetime)
	t.Cleanup(cancel)
	allocator, end := chromedp.NewExecAllocator(bounded, options...)
	t.Cleanup(end)
	ctx, shut := chromedp.NewContext(allocator)
	t.Cleanup(shut)
	if err := chromedp.Do(ctx); err != nil {
		t.Fatalf("start %s: %v", program, err)
	}
	// Closed in order, the browser is out of its profile before that is removed.
	t.Cleanup(func() { _ = chromedp.Cancel(ctx) })
	return ctx
}

func find() string {
	for _, name := range []string{os.Getenv("BRIEFBOOK_BROWSER"), "chromium", "google-chrome", "chrome"} {
		if name == "" {
			continue
		}
		if path, err := exec.LookPath(name); err == nil {
			return path
		}
	}
	return ""
}

// Console listens from now on to the tab of ctx and returns a function that lists what went wrong so far:
// console errors and warnings, uncaught exceptions, and what the browser itself complains of, such as a
// resource that cannot be had.
func Console(t testing.TB, ctx context.Context) func() []string {
	t.Helper()
	var mu sync.Mutex
	var said []string
	say := func(format string, args ...any) {
		mu.Lock()
		defer mu.Unlock()
		said = append(said, fmt.Sprintf(format, args...))
	}
	err := chromedp.Listen(ctx, func(event any) {
		switch e := event.(type) {
		case *runtime.EventConsoleAPICalled:
			if e.Type == runtime.ConsoleAPICalledTypeError || e.Type == runtime.ConsoleAPICalledTypeWarning {
				var words []string
				for _, arg := range e.Args {
					words = append(words, strings.TrimSpace(string(arg.Value)+" "+arg.Description))
				}
				say("console.%s: %s", e.Type, strings.Join(words, " "))
			}
		case *runtime.EventExceptionThrown:
			say("exception: %s", exception(e.ExceptionDetails))
		case *log.EventEntryAdded:
			if e.Entry.Level == log.EntryLevelError || e.Entry.Level == log.EntryLevelWarning {
				say("%s: %s %s", e.Entry.Source, e.Entry.Text, e.Entry.URL)
			}
		}
	})
	if err != nil {
		t.Fatal(err)
	}
	return func() []string {
		mu.Lock()
		defer mu.Unlock()
		return slices.Clone(said)
	}
}

func exception(e *runtime.ExceptionDetails) string {
	if e.Exception != nil && e.Exception.Description != "" {
		return e.Exception.Description
	}
	return e.Text
}
