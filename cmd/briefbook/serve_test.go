package main

import (
	"bufio"
	"context"
	"io"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"
)

// bound ends a preview that would otherwise hang a broken test.
const bound = time.Minute

// lines reads r by the line and returns a function that waits for one that holds part, and fails at the end.
func lines(t *testing.T, r io.Reader) func(part string) string {
	s := bufio.NewScanner(r)
	return func(part string) string {
		t.Helper()
		for s.Scan() {
			if strings.Contains(s.Text(), part) {
				return s.Text()
			}
		}
		t.Fatalf("the output ended before a line with %q", part)
		return ""
	}
}

func starterBook(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	e := env{Stdout: io.Discard, Stderr: io.Discard, Getenv: os.Getenv, Now: time.Now, Dir: dir}
	if status := run(t.Context(), e, []string{"init", "."}); status != statusOK {
		t.Fatalf("init ended with status %d", status)
	}
	return dir
}

func save(t *testing.T, name, text string) {
	t.Helper()
	if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

func page(t *testing.T, url string) string {
	t.Helper()
	answer, err := http.Get(url)
	if err != nil {
		t.Fatal(err)
	}
	defer answer.Body.Close()
	body, err := io.ReadAll(answer.Body)
	if err != nil || answer.StatusCode != http.StatusOK {
		t.Fatalf("%s: status %d, %v", url, answer.StatusCode, err)
	}
	return string(body)
}

func TestServeFollowsSaves(t *testing.T) {
	t.Parallel()
	dir := starterBook(t)
	ctx, stop := context.WithTimeout(t.Context(), bound)
	defer stop()
	outRead, outWrite := io.Pipe()
	errRead, errWrite := io.Pipe()
	ended := make(chan int, 1)
	go func() {
		ended <- run(ctx, env{
			Stdout: outWrite, Stderr: errWrite, Dir: dir, Now: time.Now,
			Getenv: func(string) string { return "" },
		}, []string{"serve", "--port", "0"})
		outWrite.Close()
		errWrite.Close()
	}()
	said := lines(t, errRead)
	said("pages · 0 errors, 0 warnings · ")
	address := strings.TrimPrefix(lines(t, outRead)("serving "), "serving ")
	if !strings.HasPrefix(address, "http://127.0.0.1:") || !strings.HasSuffix(address, "/") {
		t.Fatalf("the address is %q", address)
	}
	if got := page(t, address); !strings.Contains(got, "The Ferry File") {
		t.Fatal("the front page does not name the book")
	}
	if got := page(t, address+"sources/lantern-2021-05-04.html"); !strings.Contains(got, `id="p4"`) {
		t.Fatal("a preview shows the internal edition, but the source page has no paragraphs")
	}

	note := filepath.Join(dir, "content", "notes", "tide.md")
	save(t, note, "---\ntitle: Tide\n---\n\n[[nowhere]]\n")
	said(`content/notes/tide.md:5:1: error: no page named "nowhere"`)
	said(" 1 error, 0 warnings · ")
	save(t, note, "---\ntitle: Tide\n---\n\nHigh water.\n")
	said(" 0 errors, 0 warnings · ")
	if got := page(t, address+"notes/tide.html"); !strings.Contains(got, "High water.") {
		t.Fatal("the saved note is not served")
	}

	stop()
	if status := <-ended; status != statusOK {
		t.Fatalf("the preview ended with status %d", status)
	}
	if made, err := filepath.Glob(filepath.Join(dir, "public")); err != nil || len(made) > 0 {
		t.Fatalf("a preview wrote %v, %v", made, err)
	}
}

func TestServeSaysThatThePortIsTaken(t *testing.T) {
	t.Parallel()
	server := http.Server{Handler: http.NotFoundHandler()}
	listener := listen(t)
	go server.Serve(listener)
	t.Cleanup(func() { server.Close() })
	_, port, _ := strings.Cut(listener.Addr().String(), ":")
	var out, errs strings.Builder
	status := run(t.Context(), env{
		Stdout: &out, Stderr: &errs, Dir: starterBook(t), Now: time.Now, Getenv: func(string) string { return "" },
	}, []string{"serve", "--port", port})
	if status != statusErrors || !strings.Contains(errs.String(), "--port 0") || out.Len() > 0 {
		t.Errorf("status %d, stdout %q, stderr %q", status, out.String(), errs.String())
	}
}

// TestInterruptEndsServe sends a real process what Ctrl-C sends.
func TestInterruptEndsServe(t *testing.T) {
	t.Parallel()
	if runtime.GOOS == "windows" {
		return // a process cannot send another one an interrupt there
	}
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	ctx, stop := context.WithTimeout(t.Context(), bound)
	defer stop()
	cmd := exec.CommandContext(ctx, self, "serve", "--port", "0")
	cmd.Dir = starterBook(t)
	cmd.Env = append(os.Environ(), asProgram+"=1")
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	lines(t, out)("serving http://127.0.0.1:")
	if err := cmd.Process.Signal(os.Interrupt); err != nil {
		t.Fatal(err)
	}
	if err := cmd.Wait(); err != nil {
		t.Errorf("the preview ended with %v", err)
	}
}
