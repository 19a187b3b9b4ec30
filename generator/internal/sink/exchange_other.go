//go:build !linux && !darwin

package sink

import "errors"

// exchange swaps two folders in one step; here there is no such step.
func exchange(_, _ string) error { return errors.ErrUnsupported }

// mounted reports whether a folder is a mount point; where that cannot be asked, a rename will tell.
func mounted(_, _ string) bool { return false }
