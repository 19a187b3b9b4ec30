// Package preview shows a book while it is being written: pages over HTTP on the loopback interface, and open
// pages that change in place after every round of the generator.
//
// It owns the address, what may be asked for, and the scripts that a preview adds to pages ([Script], its sheet,
// and everything else under "/-/"; none of it is ever published). It refuses to know how a page is made: it asks
// a [Book] for the bytes of an output path, when a browser asks for them or when a page is open and may have
// changed. Nothing else is made.
//
// How a change flows. The generator ends a round and calls [Server.Refresh] with all diagnostics. Each open page
// holds a stream of server-sent events and has said which page it shows and in which version. The server asks
// the Book for that page and for the sheets and scripts it links, and compares hashes:
//
//	diagnostics  {"held","errors","warnings","list"}: what the author should know, when it differs
//	style        {"path","version"}: a sheet of the page differs; only the sheet is exchanged
//	page         {"version"}: the page differs; the script fetches it and changes the open document in place
//	reload       {}: a script of the page differs; the page is loaded anew
//
// The last good page stays: a round that brings new errors holds open pages back, until a later round brings
// none and makes the page anew, or the errors are gone.
//
// A version is "<hash of the page>.<of its sheets>.<of its scripts>". It stands in the script element that a
// page gets, and is sent along when a stream is opened, so that a page that slept, or outlived its server, learns
// what it missed. Pages out of sight give up their stream: browsers allow six connections to a host.
//
// Who may ask: programs on this machine that call it 127.0.0.1, localhost or [::1]. Any other Host is refused
// (a foreign site may point its own name at the loopback address), and so are other origins: they get neither
// the stream nor, by Cross-Origin-Resource-Policy, a script or image of the book.
//
//	s := preview.New(book, preview.Options{})
//	l, err := preview.Listen(0)
//	if err != nil {
//		return err
//	}
//	go func() { ended <- s.Serve(ctx, l) }()
//	for range rounds {
//		s.Refresh(diagnostics)
//	}
package preview

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"strconv"
	"sync"
	"time"

	"briefbook/generator/internal/diag"
)

// A Book gives the present bytes of an output path ("chapters/2018-talks.html"): false when there is no such
// file, an error when it cannot be made. It is asked by several goroutines at once, and must not be waiting for
// Refresh to return.
type Book interface {
	File(path string) (data []byte, ok bool, err error)
}

// Options are settings of a Server; the zero value is useful.
type Options struct {
	// Beat is how often a silent stream is written to, so that a peer that is gone is noticed: 15 s by default.
	Beat time.Duration
}

// A Server serves one book.
type Server struct {
	book Book
	beat time.Duration

	mu      sync.Mutex
	clients map[*client]struct{}
	round   round
}

// New returns a Server of b.
func New(b Book, o Options) *Server {
	if o.Beat <= 0 {
		o.Beat = 15 * time.Second
	}
	return &Server{book: b, beat: o.Beat, clients: map[*client]struct{}{}}
}

// Listen opens a port of 127.0.0.1, any free one for 0.
func Listen(port int) (net.Listener, error) {
	address := net.JoinHostPort("127.0.0.1", strconv.Itoa(port))
	l, err := net.Listen("tcp4", address)
	if err != nil {
		return nil, fmt.Errorf("listen on %s: %w", address, err)
	}
	return l, nil
}

// Serve answers on l, which must be a loopback address, until ctx ends; it closes l and returns nil then. Open
// streams end with it.
func (s *Server) Serve(ctx context.Context, l net.Listener) error {
	if a, ok := l.Addr().(*net.TCPAddr); !ok || !a.IP.IsLoopback() {
		l.Close()
		return fmt.Errorf("serve on %s: not a loopback address", l.Addr())
	}
	h := &http.Server{
		Handler:           s,
		ReadHeaderTimeout: 5 * time.Second,
		IdleTimeout:       2 * time.Minute,
		MaxHeaderBytes:    64 << 10,
		BaseContext:       func(net.Listener) context.Context { return ctx },
	}
	ended := make(chan struct{})
	stop := context.AfterFunc(ctx, func() {
		defer close(ended)
		grace, cancel := context.WithTimeout(context.WithoutCancel(ctx), time.Second)
		defer cancel()
		if h.Shutdown(grace) != nil {
			h.Close()
		}
	})
	err := h.Serve(l)
	if stop() {
		return fmt.Errorf("serve on %s: %w", l.Addr(), err)
	}
	<-ended
	if errors.Is(err, http.ErrServerClosed) {
		return nil
	}
	return fmt.Errorf("serve on %s: %w", l.Addr(), err)
}

// Refresh is called after every round of the generator, with everything it has to say to the author. It asks
// the Book for each open page, in the calling goroutine, and tells the pages that differ.
func (s *Server) Refresh(diags []diag.Diagnostic) {
	s.mu.Lock()
	brought := s.round.next(diags)
	open := make(map[string][]*client, len(s.clients))
	for c := range s.clients {
		open[c.page] = append(open[c.page], c)
	}
	s.mu.Unlock()
	for page, clients := range open {
		v := s.view(page) // never while locked: the Book may take its time
		s.mu.Lock()
		for _, c := range clients {
			c.update(v, &s.round, brought)
		}
		s.mu.Unlock()
	}
}
