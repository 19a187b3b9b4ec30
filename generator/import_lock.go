package generator

import (
	"context"
	"os"
	"time"
)

// lockPoll is how often an import looks whether another has ended.
const lockPoll = 50 * time.Millisecond

// lock keeps other imports out of the book until unlock, and waits for one that is under way: each would find the
// same files missing and take them in twice.
func (m *Importer) lock(ctx context.Context, progress func(Progress)) (unlock func(), err error) {
	if m.o.DryRun {
		return func() {}, nil
	}
	folder, err := os.Open(m.place(m.o.Content))
	if err != nil {
		return nil, err
	}
	for !tryLock(folder) {
		if progress != nil {
			progress(Progress{Stage: "waiting for another import into this book"})
		}
		select {
		case <-ctx.Done():
			_ = folder.Close()
			return nil, ctx.Err()
		case <-time.After(lockPoll):
		}
	}
	return func() { _ = folder.Close() }, nil
}
