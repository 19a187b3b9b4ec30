package sink

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/cases"
	"golang.org/x/text/unicode/norm"
)

// manifestName is the manifest in the output; workName the work folder when it has to be inside.
const (
	manifestName = ".briefbook.json"
	workName     = ".briefbook-work"
)

// checkPath refuses a path that cannot be written, or not on every system a book may be copied to.
func checkPath(path string) error {
	if why := Wrong(path); why != "" {
		return fmt.Errorf("%w: %q %s", ErrPath, path, why)
	}
	return nil
}

// Wrong says why a path cannot be published, in words that follow the path; "" when it can.
func Wrong(path string) string {
	switch {
	case path == "":
		return "is empty"
	case !utf8.ValidString(path):
		return "is not UTF-8"
	case path[0] == '/':
		return "is absolute"
	}
	first := true
	for name := range strings.SplitSeq(path, "/") {
		if why := wrongName(name); why != "" {
			return why
		}
		if first && reservedRoot(name) {
			return "is kept for the tool itself"
		}
		first = false
	}
	return ""
}

// wrongName says what is wrong with one name of a path.
func wrongName(name string) string {
	switch {
	case name == "":
		return "has an empty name in it"
	case name == "." || name == "..":
		return `has "." or ".." in it`
	case len(name) > 255:
		return "has a name longer than 255 bytes"
	case name[len(name)-1] == '.' || name[len(name)-1] == ' ':
		return "has a name that ends in a dot or blank, which Windows refuses"
	case len(name) == 4 && strings.EqualFold(name, ".git"):
		return "is inside .git"
	}
	for i := range len(name) {
		if c := name[i]; c < ' ' || c == 0x7f || strings.IndexByte(`<>:"\|?*`, c) >= 0 {
			return fmt.Sprintf("has %q in it, which Windows refuses", c)
		}
	}
	if device(name) {
		return "has the name of a Windows device in it"
	}
	return ""
}

// device reports whether Windows takes the name for a device, whatever its extension (Naming Files, Paths,
// and Namespaces, learn.microsoft.com).
func device(name string) bool {
	stem, _, _ := strings.Cut(name, ".")
	stem = strings.TrimRight(stem, " ")
	switch len(stem) {
	case 3:
		return equalAny(stem, "con", "prn", "aux", "nul")
	case 4, 5: // COM¹ is a device as well, and ¹ has two bytes
		if !equalAny(stem[:3], "com", "lpt") {
			return false
		}
		n := stem[3:]
		return len(n) == 1 && n[0] >= '0' && n[0] <= '9' || n == "¹" || n == "²" || n == "³"
	case 6, 7:
		return equalAny(stem, "conin$", "conout$")
	}
	return false
}

func equalAny(s string, words ...string) bool {
	for _, w := range words {
		if strings.EqualFold(s, w) {
			return true
		}
	}
	return false
}

func reservedRoot(name string) bool {
	return strings.EqualFold(name, manifestName) || strings.EqualFold(name, workName)
}

// Fold maps paths to the same text that some file system takes for the same file: macOS and Windows ignore
// case, macOS also how an accented letter or a Hangul syllable is composed.
func Fold(path string) string {
	for i := range len(path) {
		if path[i] >= utf8.RuneSelf {
			return norm.NFC.String(cases.Fold().String(norm.NFC.String(path)))
		}
	}
	return strings.ToLower(path)
}

// folderOf is the folder of a path, "" for the root.
func folderOf(path string) string {
	return path[:max(0, strings.LastIndexByte(path, '/'))]
}
