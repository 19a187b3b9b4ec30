package generator

import (
	"context"
	"runtime"
)

// A queue is work on many files side by side whose results are taken one by one, in the order of the files. Only
// so much is under way at a time that the files' bytes stay below a limit; a larger file waits until it is alone.
type queue[T any] struct {
	sizes []int64 // of each file, bytes
	limit int64
	do    func(i int) T          // may run beside others
	take  func(i int, v T) error // runs alone and in order; an error ends the work
}

// run returns the first error of take, or the context's.
func (q queue[T]) run(ctx context.Context) error {
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	width := 2 * runtime.GOMAXPROCS(0) // files under way: while one waits for its turn the next is worked on
	begun := make(chan chan T, width)
	taken := make(chan int64, len(q.sizes))
	free := make(chan struct{}, runtime.GOMAXPROCS(0))
	go func() {
		defer close(begun)
		var bytes int64
		files := 0
		for i, size := range q.sizes {
			for files > 0 && (files == width || bytes+size > q.limit) {
				select {
				case done := <-taken:
					bytes, files = bytes-done, files-1
				case <-ctx.Done():
					return
				}
			}
			select {
			case free <- struct{}{}:
			case <-ctx.Done():
				return
			}
			bytes, files = bytes+size, files+1
			result := make(chan T, 1)
			begun <- result
			go func() {
				result <- q.do(i)
				<-free
			}()
		}
	}()
	i := 0
	for result := range begun {
		v := <-result
		if err := ctx.Err(); err != nil {
			return err
		}
		if err := q.take(i, v); err != nil {
			return err
		}
		taken <- q.sizes[i]
		i++
	}
	return ctx.Err()
}
