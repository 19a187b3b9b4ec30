package main

import (
	"fmt"
	"io"
	"sync"
	"time"

	"briefbook/generator"
)

const (
	patience = 500 * time.Millisecond // work that takes longer shows how far it has come
	pause    = 100 * time.Millisecond // between two showings
)

// A meter shows on one line of a terminal how far work has come. A nil meter shows nothing. Workers may call
// it at the same time.
type meter struct {
	w   io.Writer
	now func() time.Time

	mu    sync.Mutex
	next  time.Time // when to show again
	shown bool
}

// meter returns the meter for work that begins now.
func (p *program) meter(quiet bool) *meter {
	if quiet || !p.StderrTerminal || p.Getenv("TERM") == "dumb" {
		return nil
	}
	return &meter{w: p.Stderr, now: p.Now, next: p.Now().Add(patience)}
}

// progress is what to hand to the generator, nil when nothing is to be shown.
func (m *meter) progress() func(generator.Progress) {
	if m == nil {
		return nil
	}
	return m.show
}

func (m *meter) show(p generator.Progress) {
	m.mu.Lock()
	defer m.mu.Unlock()
	now := m.now()
	if now.Before(m.next) {
		return
	}
	m.next, m.shown = now.Add(pause), true
	fmt.Fprintf(m.w, "\r\x1b[K%s", p.Stage)
	if p.Total > 0 {
		fmt.Fprintf(m.w, " %d of %d", p.Done, p.Total)
	}
}

// clear takes the line away.
func (m *meter) clear() {
	if m == nil {
		return
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.shown {
		fmt.Fprint(m.w, "\r\x1b[K")
		m.shown = false
	}
}
