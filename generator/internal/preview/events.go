package preview

import (
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"net/http"
	"slices"
	"strings"
	"time"
)

// client is one open page.
type client struct {
	page string
	// What the page shows or was told of, so that it is told of differences only.
	sent   string            // hash of the page
	assets map[string]string // of its sheets and scripts; nil when all that is known is look
	look   string            // hashes over all sheets and over all scripts, as in a version
	held   string            // hash of a page that is held back; "" when none is
	told   string            // diagnostics

	queue []event
	wake  chan struct{}
}

type event struct{ name, key, data string }

// put queues an event. One that was not fetched yet and speaks of the same is replaced: a slow page gets the
// latest, not all.
func (c *client) put(name, key string, data any) {
	text, err := json.Marshal(data)
	if err != nil {
		panic(err) // plain structs of ours
	}
	c.queue = slices.DeleteFunc(c.queue, func(e event) bool { return e.name == name && e.key == key })
	c.queue = append(c.queue, event{name, key, string(text)})
	select {
	case c.wake <- struct{}{}:
	default:
	}
}

type change struct {
	Path    string `json:"path,omitempty"`
	Version string `json:"version,omitempty"`
}

// update queues what differs between a view and what the page was told. With hold, a changed page stays back.
func (c *client) update(v view, r *round, hold bool) {
	switch {
	case v.err != nil:
	case v.page == missing: // the script keeps the last good page
		if c.sent != missing {
			c.put("page", "", change{Version: missing})
		}
		c.sent, c.held = missing, ""
	default:
		c.updateAssets(v)
		c.updatePage(v, r, hold)
	}
	report := r.report(c.held != "", v.err)
	if text, err := json.Marshal(report); err == nil && string(text) != c.told {
		c.told = string(text)
		c.put("diagnostics", "", report)
	}
}

func (c *client) updatePage(v view, r *round, hold bool) {
	switch {
	case v.page == c.sent:
		c.held = ""
	case hold, r.holding && c.held == v.page:
		c.held = v.page
	default:
		c.sent, c.held = v.page, ""
		c.put("page", "", change{Version: v.version()})
	}
}

func (c *client) updateAssets(v view) {
	sheets, scripts, _ := strings.Cut(c.look, ".")
	first := c.assets == nil
	missed := map[bool]bool{true: first && sheets != v.look(true), false: first && scripts != v.look(false)}
	for _, path := range slices.Sorted(maps.Keys(v.assets)) {
		old, had := c.assets[path]
		switch sheet := isSheet(path); {
		case !missed[sheet] && (!had || old == v.assets[path]):
		case sheet:
			c.put("style", path, change{path, v.version()})
		default:
			c.put("reload", "", change{})
		}
	}
	c.assets = v.assets
}

// stream answers an open page with events until either goes away.
func (s *Server) stream(w http.ResponseWriter, r *http.Request) {
	query := r.URL.Query()
	page, ok := name(query.Get("page"))
	switch {
	case !sameOrigin(r):
		http.Error(w, "this stream is for pages of this address only", http.StatusForbidden)
		return
	case !ok:
		http.Error(w, "no such page", http.StatusBadRequest)
		return
	}
	w.Header().Set("Content-Type", "text/event-stream")
	if r.Method == http.MethodHead {
		return
	}
	c := &client{page: page, wake: make(chan struct{}, 1)}
	c.sent, c.look, _ = strings.Cut(query.Get("version"), ".")
	s.join(c)
	defer s.leave(c)
	s.feed(w, r, c)
}

// join takes a page in first and looks at it then, so that no round can fall between.
func (s *Server) join(c *client) {
	s.mu.Lock()
	s.clients[c] = struct{}{}
	s.mu.Unlock()
	v := s.view(c.page)
	s.mu.Lock()
	c.update(v, &s.round, s.round.holding)
	s.mu.Unlock()
}

func (s *Server) leave(c *client) {
	s.mu.Lock()
	delete(s.clients, c)
	s.mu.Unlock()
}

// take empties a page's queue.
func (s *Server) take(c *client) []event {
	s.mu.Lock()
	defer s.mu.Unlock()
	queue := c.queue
	c.queue = nil
	return queue
}

func (s *Server) feed(w http.ResponseWriter, r *http.Request, c *client) {
	out := http.NewResponseController(w)
	beat := time.NewTicker(s.beat)
	defer beat.Stop()
	io.WriteString(w, ": open\n\n")
	for out.Flush() == nil {
		select {
		case <-r.Context().Done():
			return
		case <-beat.C:
			io.WriteString(w, ": beat\n\n")
		case <-c.wake:
			for _, e := range s.take(c) {
				fmt.Fprintf(w, "event: %s\ndata: %s\n\n", e.name, e.data)
			}
		}
	}
}
