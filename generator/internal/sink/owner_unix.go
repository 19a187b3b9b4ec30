//go:build unix

package sink

import (
	"io/fs"
	"os"
	"syscall"
)

// keepOwner gives a copy the owner of its original where we may, for a build that runs as root over a folder
// of someone else.
func keepOwner(name string, from fs.FileInfo) {
	st, ok := from.Sys().(*syscall.Stat_t)
	if !ok {
		return
	}
	if int(st.Uid) != os.Geteuid() || int(st.Gid) != os.Getegid() {
		_ = os.Lchown(name, int(st.Uid), int(st.Gid))
	}
}
