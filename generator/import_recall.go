package generator

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"fmt"
	"hash/crc32"
	"os"
	"path/filepath"
	"strings"

	"briefbook/generator/internal/shingle"
)

// recollection is what earlier imports found out about the texts of a book: their shingles, so that to import one
// file not every text must be cleaned again. It is a file of the user's cache folder, which may be deleted at any
// time: without it an import says the same, only later. A text is known by its bytes and the lines decided about it.
// A nil recollection knows nothing and keeps nothing.
type recollection struct {
	name  string // of the file; "" when nothing more is to be kept
	mark  string // how the file begins: another program cleans texts in another way
	data  []byte
	known map[textKey][2]int // where in data the shingles of a text are
	used  int
	fresh []byte // what is still to be written
}

// textKey is what a text is known by.
type textKey [sha256.Size]byte

const (
	recollectionHead = len(textKey{}) + 8 // of an entry: the key, a checksum, how many shingles follow
	recollectionPart = 4 << 20            // bytes that are written at a time
)

// recollect reads what is remembered of the book in a folder.
func recollect(cache, content string) *recollection {
	if cache == "" {
		return nil
	}
	program, err := os.Executable()
	if err != nil {
		return nil
	}
	info, err := os.Stat(program)
	if err != nil {
		return nil
	}
	if abs, err := filepath.Abs(content); err == nil {
		content = abs
	}
	book := sha256.Sum256([]byte(content))
	r := &recollection{
		name: filepath.Join(cache, hex.EncodeToString(book[:8])+".shingles"),
		// To read the whole program, as a build does, takes longer than many an import.
		mark:  fmt.Sprintf("briefbook shingles of %q, %d bytes, %d\n", program, info.Size(), info.ModTime().UnixNano()),
		known: map[textKey][2]int{},
	}
	data, err := os.ReadFile(r.name)
	if err == nil && !r.read(data) {
		r.forget()
	}
	return r
}

// read finds the entries of a file, or says that it is of no use: another program's, cut off, or changed.
func (r *recollection) read(data []byte) bool {
	rest, ok := bytes.CutPrefix(data, []byte(r.mark))
	for at := len(r.mark); ok && len(rest) > 0; {
		if len(rest) < recollectionHead {
			return false
		}
		key, n := textKey(rest), int(binary.LittleEndian.Uint32(rest[recollectionHead-4:]))
		if n > (len(rest)-recollectionHead)/8 {
			return false
		}
		end := recollectionHead + 8*n
		if crc32.ChecksumIEEE(rest[recollectionHead:end]) != binary.LittleEndian.Uint32(rest[len(key):]) {
			return false
		}
		r.known[key] = [2]int{at + recollectionHead, at + end}
		at, rest = at+end, rest[end:]
	}
	r.data = data
	return ok
}

// forget begins the file anew.
func (r *recollection) forget() {
	clear(r.known)
	if os.Remove(r.name) != nil {
		r.name = ""
	}
}

// key is what a text is known by. name tells by its extension how the text is read.
func (r *recollection) key(name string, text, lines []byte) (k textKey) {
	if r == nil {
		return k
	}
	sum := sha256.Sum256(text)
	return sha256.Sum256(fmt.Appendf(sum[:], "%s\x00%s", strings.ToLower(filepath.Ext(name)), lines))
}

// of gives the shingles of a text, if they are known. It may be called by many at the same time.
func (r *recollection) of(k textKey) (shingle.Set, bool) {
	if r == nil {
		return nil, false
	}
	at, ok := r.known[k]
	if !ok {
		return nil, false
	}
	set := make(shingle.Set, 0, (at[1]-at[0])/8)
	for i := at[0]; i < at[1]; i += 8 {
		set = append(set, binary.LittleEndian.Uint64(r.data[i:]))
	}
	return set, true
}

// add says that a text of the book has these shingles.
func (r *recollection) add(k textKey, set shingle.Set) {
	if r == nil {
		return
	}
	if _, ok := r.known[k]; ok {
		r.used++
		return
	}
	r.fresh = append(r.fresh, k[:]...)
	at := len(r.fresh)
	r.fresh = append(r.fresh, make([]byte, 8)...)
	for _, s := range set {
		r.fresh = binary.LittleEndian.AppendUint64(r.fresh, s)
	}
	binary.LittleEndian.PutUint32(r.fresh[at:], crc32.ChecksumIEEE(r.fresh[at+8:]))
	binary.LittleEndian.PutUint32(r.fresh[at+4:], uint32(len(set)))
	if len(r.fresh) > recollectionPart {
		r.write()
	}
}

// settle is called when the whole book has been looked at: a file most of which is of no use any more goes.
func (r *recollection) settle() {
	if r != nil && 2*r.used < len(r.known) {
		r.forget()
	}
}

// write keeps what is fresh. That it cannot be kept only makes the next import slower.
func (r *recollection) write() {
	if r == nil || r.name == "" || len(r.fresh) == 0 {
		return
	}
	err := os.MkdirAll(filepath.Dir(r.name), 0o755)
	f, opened := os.OpenFile(r.name, os.O_WRONLY|os.O_APPEND|os.O_CREATE, 0o600)
	if err = cmp.Or(err, opened); err == nil {
		if info, failed := f.Stat(); failed == nil && info.Size() == 0 {
			r.fresh = append([]byte(r.mark), r.fresh...)
		}
		_, err = f.Write(r.fresh)
		err = cmp.Or(err, f.Close())
	}
	r.fresh = r.fresh[:0]
	if err != nil {
		r.name = ""
	}
}
