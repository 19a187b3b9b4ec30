package capture

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"fmt"
	"html"
	"os/exec"
	"strconv"
	"strings"
	"sync"
	"time"

	"briefbook/generator/internal/pdf"
)

// toolLimit is how long pdftotext may take for one file: a thousand pages take it ten seconds.
const toolLimit = 2 * time.Minute

// answerLimit is how long its answer may be, in bytes: a word takes a hundred, a thousand pages fifty million.
const answerLimit = 256 << 20

// errTool says that pdftotext is there and gave no answer.
var errTool = errors.New("pdftotext gave no text")

// tool is poppler's pdftotext.
type tool struct {
	once sync.Once
	path string
	name string // "pdftotext 22.12.0"
	most int    // how many bytes its answer may have; 0 is answerLimit
}

// find looks for the program, the first time, and asks its version. xpdf has a program of the same name that
// does not tell where words stand; it counts as none.
func (t *tool) find(ctx context.Context, look func(string) (string, error)) bool {
	t.once.Do(func() {
		if look == nil {
			look = exec.LookPath
		}
		path, err := look("pdftotext")
		if err != nil {
			return
		}
		// That nobody waits for this file any more says nothing about the program.
		ctx, stop := context.WithTimeout(context.WithoutCancel(ctx), 10*time.Second)
		defer stop()
		// "pdftotext version 22.12.0", on standard error, and then who wrote it.
		said, _ := exec.CommandContext(ctx, path, "-v").CombinedOutput()
		if !bytes.Contains(bytes.ToLower(said), []byte("poppler")) {
			return
		}
		t.path, t.name = path, "pdftotext"
		first, _, _ := strings.Cut(string(said), "\n")
		if _, version, ok := strings.Cut(first, "version "); ok {
			t.name += " " + strings.TrimSpace(version)
		}
	})
	return t.path != ""
}

// lines asks pdftotext for the words of a PDF with their places. The plain form of its answer would do for words,
// but not for paragraphs: one that is told by its indent alone cannot be seen there.
func (t *tool) lines(ctx context.Context, raw []byte) (lines []pdf.Line, pages int, err error) {
	limited, stop := context.WithTimeout(ctx, toolLimit)
	defer stop()
	cmd := exec.CommandContext(limited, t.path, "-q", "-enc", "UTF-8", "-bbox-layout", "-", "-")
	cmd.Stdin = bytes.NewReader(raw)
	cmd.WaitDelay = time.Second
	out, said := capped{limit: cmp.Or(t.most, answerLimit)}, capped{limit: 1 << 16}
	cmd.Stdout, cmd.Stderr = &out, &said
	err = cmd.Run()
	switch {
	case ctx.Err() != nil:
		return nil, 0, fmt.Errorf("run pdftotext: %w", ctx.Err())
	case limited.Err() != nil:
		return nil, 0, fmt.Errorf("%w: it took more than %v", errTool, toolLimit)
	case err != nil && bytes.Contains(said.kept, []byte("Incorrect password")):
		return nil, 0, errEncrypted
	case err != nil:
		return nil, 0, fmt.Errorf("%w: %w", errTool, err)
	}
	lines, pages = boxes(string(out.kept))
	return lines, pages, nil
}

// capped keeps what is written to it, up to a limit.
type capped struct {
	kept  []byte
	limit int
}

// Write keeps p, or fails when that is too much; the program that writes is told so.
func (c *capped) Write(p []byte) (int, error) {
	if len(c.kept)+len(p) > c.limit {
		return 0, errors.New("the answer is too long")
	}
	c.kept = append(c.kept, p...)
	return len(p), nil
}

// boxes reads the answer: <page>, <block>, <line> and <word xMin= yMin= xMax= yMax=>, each tag on a line of its own
// and each word with its end tag. It is read by hand because it is not always XML: a broken font gives characters
// that XML cannot hold.
func boxes(answer string) (out []pdf.Line, pages int) {
	block := 0
	var words []pdf.Line
	for raw := range strings.Lines(answer) {
		row := strings.TrimSpace(raw)
		switch {
		case strings.HasPrefix(row, "<page "):
			pages++
		case strings.HasPrefix(row, "<block "):
			block++
		case strings.HasPrefix(row, "<word "):
			tag, text, _ := strings.Cut(row, ">")
			text = html.UnescapeString(strings.TrimSuffix(text, "</word>"))
			if text = strings.TrimSpace(text); text != "" {
				words = append(words, pdf.Line{
					Left: place(tag, "xMin"), Right: place(tag, "xMax"), Top: place(tag, "yMin"), Bottom: place(tag, "yMax"), Text: text,
				})
			}
		case strings.HasPrefix(row, "</line>"):
			if len(words) == 0 {
				continue
			}
			l := pdf.Join(pages, block, words)
			words = words[:0]
			// A line that was set with very wide blanks comes in several parts.
			if n := len(out); n > 0 && out[n-1].Beside(l) {
				out[n-1].Right, out[n-1].Text = l.Right, out[n-1].Text+" "+l.Text
				continue
			}
			out = append(out, l)
		}
	}
	return out, pages
}

// place reads a number of a tag: xMin="90.000000".
func place(tag, name string) float64 {
	_, rest, _ := strings.Cut(tag, name+`="`)
	value, _, _ := strings.Cut(rest, `"`)
	n, err := strconv.ParseFloat(value, 64)
	if err != nil {
		return 0
	}
	return n
}
