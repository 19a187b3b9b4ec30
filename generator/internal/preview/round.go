package preview

import (
	"maps"

	"briefbook/generator/internal/diag"
)

// most is how many diagnostics a page is given; the terminal has them all.
const most = 100

// round is what the generator said last.
type round struct {
	begun   bool
	errors  map[mistake]int
	list    []finding // errors first
	counts  [diag.Error + 1]int
	holding bool // pages that changed together with new errors are held back
}

// mistake tells one error from another, wherever it has moved to in its file.
type mistake struct{ file, code, text string }

// next takes the diagnostics of a round and reports whether it brought errors that the last one had not. The
// first round of all brings none: whatever was wrong then was so before the preview began.
func (r *round) next(diags []diag.Diagnostic) bool {
	before := *r
	*r = round{begun: true, errors: map[mistake]int{}}
	for level := range r.counts {
		for _, d := range diags {
			if d.Level != diag.Error-diag.Level(level) {
				continue
			}
			r.counts[d.Level]++
			if d.Level == diag.Error {
				r.errors[mistake{d.File, d.Code, d.Text}]++
			}
			if len(r.list) < most {
				r.list = append(r.list, show(d))
			}
		}
	}
	if !before.begun {
		return false
	}
	for m, n := range r.errors {
		if n > before.errors[m] {
			r.holding = true
			return true
		}
	}
	r.holding = before.holding && maps.Equal(before.errors, r.errors)
	return false
}

// finding is a diagnostic as a page gets it.
type finding struct {
	Level   string `json:"level"`
	File    string `json:"file,omitempty"`
	Line    int    `json:"line,omitempty"`
	Column  int    `json:"column,omitempty"`
	Code    string `json:"code"`
	Text    string `json:"text"`
	Hint    string `json:"hint,omitempty"`
	Excerpt string `json:"excerpt,omitempty"`
	Width   int    `json:"width,omitempty"`
}

func show(d diag.Diagnostic) finding {
	return finding{d.Level.String(), d.File, d.Line, d.Column, d.Code, d.Text, d.Hint, d.Excerpt, d.Width}
}

// report is the diagnostics event.
type report struct {
	Held     bool      `json:"held"` // the page shown is older than the files, because of errors
	Errors   int       `json:"errors"`
	Warnings int       `json:"warnings"`
	List     []finding `json:"list"`
}

// report is what a page is told: all diagnostics, and why it cannot be made itself.
func (r *round) report(held bool, err error) report {
	out := report{Held: held || err != nil, Errors: r.counts[diag.Error], Warnings: r.counts[diag.Warning], List: r.list}
	if err != nil {
		out.Errors++
		own := finding{Level: diag.Error.String(), Code: "page-not-made", Text: err.Error()}
		out.List = append([]finding{own}, r.list...)
	}
	if out.List == nil {
		out.List = []finding{}
	}
	return out
}
