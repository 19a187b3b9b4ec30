//go:build !unix

package sink

import "io/fs"

// keepOwner does nothing where files have no numeric owner.
func keepOwner(string, fs.FileInfo) {}
