package gate

import (
	"archive/zip"
	"bytes"
	"compress/bzip2"
	"compress/gzip"
	"compress/zlib"
	"errors"
	"fmt"
	"io"
	"path"
	"strings"
)

// The bounds of what is unpacked of one file: a few bytes can unpack to more than any machine holds.
const (
	MostPacked   = 64 << 20 // bytes of the file
	mostUnpacked = 64 << 20 // bytes of all that is in it
	mostEntries  = 10_000   // of an archive
	deepest      = 4        // archives in archives
)

// ErrPacked says that words may stand in a file in a form in which they cannot be looked at.
var ErrPacked = errors.New("it cannot be looked into")

var (
	errLarge   = fmt.Errorf("%w: it unpacks to more than %d MB", ErrPacked, mostUnpacked>>20)
	errDeep    = fmt.Errorf("%w: more than %d archives lie in one another", ErrPacked, deepest)
	errMany    = fmt.Errorf("%w: it has more than %d entries", ErrPacked, mostEntries)
	errSealed  = fmt.Errorf("%w: it is encrypted", ErrPacked)
	errUnknown = fmt.Errorf("%w: it is packed in a form that is not known", ErrPacked)
	errBroken  = fmt.Errorf("%w: it is broken", ErrPacked)
)

// IsPacked reports whether a file is in a form that holds its words, or some, in packed form, by how it begins.
func IsPacked(data []byte) bool { return packingOf(data) != plain }

// Unpack gives what a file holds in a form that a Scanner cannot read, each piece with its name within the file: the
// entries of archives, and what is packed in these; the texts of pictures; what is written in Base64, quoted-printable
// or folded lines; text of which tags stand within words. The error, an [ErrPacked], says why not all could be given.
func Unpack(name string, data []byte, yield func(inner string, text []byte)) error {
	u := &unpacker{yield: yield, left: mostUnpacked}
	u.open(name, data, 0)
	return u.wrong
}

// packing is how a file is packed.
type packing uint8

const (
	plain packing = iota
	gzipped
	bzipped
	zipped
	pngPicture
	jpegPicture
	gifPicture
	unknown
)

func packingOf(data []byte) packing {
	for _, p := range [...]struct {
		begins string
		packing
	}{
		{"\x1f\x8b", gzipped}, {"BZh", bzipped}, {"PK\x03\x04", zipped}, {"\x89PNG\r\n\x1a\n", pngPicture}, {"\xff\xd8\xff", jpegPicture}, {"GIF8", gifPicture},
		{"7z\xbc\xaf\x27\x1c", unknown}, {"Rar!\x1a\x07", unknown}, {"\xfd7zXZ\x00", unknown}, {"\x28\xb5\x2f\xfd", unknown}, {"\x04\x22\x4d\x18", unknown},
	} {
		if bytes.HasPrefix(data, []byte(p.begins)) {
			return p.packing
		}
	}
	return plain
}

// unpacker takes one file apart.
type unpacker struct {
	yield func(string, []byte)
	left  int // bytes that may still be unpacked
	wrong error
}

// fail keeps the first error.
func (u *unpacker) fail(err error) {
	if u.wrong == nil {
		u.wrong = err
	}
}

// open looks into a file or a piece of one.
func (u *unpacker) open(name string, data []byte, depth int) {
	packing := packingOf(data)
	if depth > deepest && packing != plain {
		u.fail(errDeep)
		return
	}
	switch packing {
	case gzipped:
		r, err := gzip.NewReader(bytes.NewReader(data))
		if err != nil {
			u.fail(errBroken)
			return
		}
		u.give(strings.TrimSuffix(name, path.Ext(name)), r, depth)
	case bzipped:
		u.give(strings.TrimSuffix(name, path.Ext(name)), bzip2.NewReader(bytes.NewReader(data)), depth)
	case zipped:
		u.archive(data, depth)
	case pngPicture:
		u.png(name, data, depth)
	case jpegPicture:
		u.jpeg(name, data, depth)
	case gifPicture:
		u.gif(name, data, depth)
	case unknown:
		u.fail(errUnknown)
	default:
		u.forms(name, data, depth)
	}
}

// give unpacks a piece, and looks into it. What of a broken one can be unpacked is given, too.
func (u *unpacker) give(name string, r io.Reader, depth int) {
	data, err := io.ReadAll(io.LimitReader(r, int64(u.left)+1))
	if len(data) > u.left {
		u.left = 0
		u.fail(errLarge)
		return
	}
	if err != nil {
		u.fail(errBroken)
	}
	u.left -= len(data)
	u.put(name, data, depth)
}

// put gives a piece that is unpacked.
func (u *unpacker) put(name string, data []byte, depth int) {
	if len(data) == 0 {
		return
	}
	data = narrow(data)
	u.yield(name, data)
	u.open(name, data, depth+1)
}

// archive unpacks a ZIP, as are documents and books of many a format.
func (u *unpacker) archive(data []byte, depth int) {
	if bytes.Count(data, []byte("PK\x01\x02")) > mostEntries {
		u.fail(errMany)
		return
	}
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		u.fail(errBroken)
		return
	}
	for _, f := range z.File {
		if f.Flags&1 != 0 {
			u.fail(errSealed)
			continue
		}
		r, err := f.Open()
		if err != nil {
			u.fail(errUnknown)
			continue
		}
		u.give(f.Name, r, depth)
		_ = r.Close() // it was only read
		if u.left == 0 {
			return
		}
	}
}

// deflated is a piece of a picture that is packed.
func (u *unpacker) deflated(name string, data []byte, depth int) {
	r, err := zlib.NewReader(bytes.NewReader(data))
	if err != nil {
		u.fail(errBroken)
		return
	}
	u.give(name, r, depth)
}
