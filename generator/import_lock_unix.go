//go:build linux || darwin || freebsd || netbsd || openbsd || dragonfly

package generator

import (
	"errors"
	"os"
	"syscall"
)

// tryLock takes a lock on a folder that ends with the process, and says whether it has got it. File systems without
// locks (some network shares) are used without.
func tryLock(folder *os.File) bool {
	err := syscall.Flock(int(folder.Fd()), syscall.LOCK_EX|syscall.LOCK_NB)
	return !errors.Is(err, syscall.EWOULDBLOCK) && !errors.Is(err, syscall.EINTR)
}
