package sink

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"briefbook/generator/internal/book"
)

// manifest is what the output says about the book in it.
type manifest struct {
	edition  book.Edition
	complete bool // false while a book is published file by file
	files    map[string]file
	order    []string // paths, sorted
	sum      [sha256.Size]byte
}

var errDamaged = errors.New("the manifest is damaged")

// The manifest is JSON that is written one file a line, so that it can be read line by line without a
// general parser and gives small differences in git:
//
//	{"briefbook":1,"edition":"public","complete":true,"files":[
//	{"path":"404.html","size":2120,"sha256":"9f86…"},
//	{"path":"index.html","size":8123,"sha256":"60303…"}
//	]}
const (
	headOpen  = `{"briefbook":1,"edition":"`
	headMid   = `","complete":`
	headClose = `,"files":[`
	linePath  = `{"path":"`
	lineSize  = `","size":`
	lineSum   = `,"sha256":"`
	lineClose = `"}`
	tail      = `]}`
)

// encode writes a manifest of the files in this order, which is sorted. Paths need no escaping: checkPath lets no
// character through that JSON escapes.
func encode(edition book.Edition, complete bool, files map[string]file, order []string) []byte {
	b := make([]byte, 0, 64+160*len(files))
	b = append(append(append(b, headOpen...), edition...), headMid...)
	b = append(append(strconv.AppendBool(b, complete), headClose...), '\n')
	for i, path := range order {
		f := files[path]
		b = append(append(append(b, linePath...), path...), lineSize...)
		b = append(strconv.AppendInt(b, f.size, 10), lineSum...)
		b = append(hex.AppendEncode(b, f.sum[:]), lineClose...)
		if i < len(order)-1 {
			b = append(b, ',')
		}
		b = append(b, '\n')
	}
	return append(append(b, tail...), '\n')
}

// decode reads a manifest, at once when it is as encode wrote it, through encoding/json when some tool has
// set it anew. With errDamaged the edition is filled in where the first line still tells it.
func decode(raw []byte) (manifest, error) {
	text := string(raw)
	m, rest, ok := decodeHead(text)
	edition := m.edition
	if ok {
		m.files = make(map[string]file, strings.Count(rest, "\n"))
		ok = m.decodeLines(rest)
	}
	if !ok {
		m, ok = decodeJSON(raw)
	}
	if !ok && known(edition) {
		return manifest{edition: edition}, errDamaged
	}
	if !ok {
		return manifest{}, errDamaged
	}
	m.sum = sha256.Sum256(raw)
	return m, nil
}

func decodeHead(text string) (m manifest, rest string, ok bool) {
	head, rest, _ := strings.Cut(text, "\n")
	head, ok = strings.CutPrefix(head, headOpen)
	edition, complete, found := strings.Cut(head, headMid)
	if !ok || !found {
		return m, "", false
	}
	m.edition = book.Edition(edition)
	complete, ok = strings.CutSuffix(complete, headClose)
	m.complete = complete == "true"
	return m, rest, ok && (m.complete || complete == "false") && known(m.edition)
}

func known(e book.Edition) bool { return e == book.Public || e == book.Internal }

func (m *manifest) decodeLines(rest string) bool {
	for {
		line, after, _ := strings.Cut(rest, "\n")
		if line == tail {
			return after == ""
		}
		line, comma := strings.CutSuffix(line, ",")
		if last := strings.HasPrefix(after, tail); last == comma || !m.decodeLine(line) {
			return false
		}
		rest = after
	}
}

func (m *manifest) decodeLine(line string) bool {
	line, ok1 := strings.CutPrefix(line, linePath)
	line, ok2 := strings.CutSuffix(line, lineClose)
	path, line, ok3 := strings.Cut(line, lineSize)
	size, sum, ok4 := strings.Cut(line, lineSum)
	if !ok1 || !ok2 || !ok3 || !ok4 {
		return false
	}
	n, err := strconv.ParseInt(size, 10, 64)
	return err == nil && m.add(path, n, sum)
}

// add takes one file. A manifest decides what is deleted, so it may name nothing that Put would refuse.
func (m *manifest) add(path string, size int64, sum string) bool {
	f := file{size: size}
	if len(sum) != hex.EncodedLen(len(f.sum)) || size < 0 || checkPath(path) != nil {
		return false
	}
	if len(m.order) > 0 && m.order[len(m.order)-1] >= path {
		return false
	}
	if _, err := hex.Decode(f.sum[:], []byte(sum)); err != nil {
		return false
	}
	m.files[path] = f
	m.order = append(m.order, path)
	return true
}

func decodeJSON(raw []byte) (manifest, bool) {
	var j struct {
		Briefbook int
		Edition   book.Edition
		Complete  bool
		Files     []struct {
			Path   string
			Size   int64
			SHA256 string
		}
	}
	if json.Unmarshal(raw, &j) != nil || j.Briefbook != 1 || !known(j.Edition) {
		return manifest{}, false
	}
	m := manifest{edition: j.Edition, complete: j.Complete, files: make(map[string]file, len(j.Files))}
	for _, f := range j.Files {
		if !m.add(f.Path, f.Size, f.SHA256) {
			return manifest{}, false
		}
	}
	return m, true
}

// readManifest reads what the output says and decides whether this build may write there.
func (s *Sink) readManifest(mark []byte) error {
	m, err := loadManifest(s.out)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		if s.adopt = fronted(s.in("index.html"), mark); !s.adopt {
			return nil
		}
	case errors.Is(err, errDamaged):
		s.adopt = true
	case err != nil:
		return fmt.Errorf("read the manifest of %s: %w", s.shown, reason(err))
	}
	switch {
	case m.edition == s.edition, m.edition == "" && s.edition == book.Public:
		s.was = m
		return nil
	case m.edition == "":
		return fmt.Errorf("open %s for the %s edition: %w: it holds a book, and which edition cannot be told; name another folder",
			s.shown, s.edition, ErrEdition)
	}
	return fmt.Errorf("open %s for the %s edition: %w: the %s one; name another folder", s.shown, s.edition, ErrEdition, m.edition)
}

// nested refuses an output inside a published book of the other edition: whoever publishes or withholds that
// folder does so with everything in it.
func (s *Sink) nested() error {
	for dir := filepath.Dir(s.out); ; dir = filepath.Dir(dir) {
		if m, err := loadManifest(dir); err == nil && m.edition != s.edition {
			return fmt.Errorf("open %s for the %s edition: %w: it lies inside the %s one; name another folder",
				s.shown, s.edition, ErrEdition, m.edition)
		}
		if dir == filepath.Dir(dir) {
			return nil
		}
	}
}

// loadManifest reads the manifest of a tree; fs.ErrNotExist when it has none.
func loadManifest(root string) (manifest, error) {
	name := join(root, manifestName)
	info, err := os.Lstat(name)
	if err != nil {
		return manifest{}, err
	}
	if !info.Mode().IsRegular() {
		return manifest{}, errDamaged
	}
	raw, err := os.ReadFile(name)
	if err != nil {
		return manifest{}, err
	}
	return decode(raw)
}

// fronted reports whether the head of a file contains the mark of a book's front page.
func fronted(name string, mark []byte) bool {
	if info, err := os.Lstat(name); len(mark) == 0 || err != nil || !info.Mode().IsRegular() {
		return false
	}
	f, err := os.Open(name)
	if err != nil {
		return false
	}
	defer f.Close()
	head, err := io.ReadAll(io.LimitReader(f, 64<<10))
	return err == nil && bytes.Contains(head, mark)
}
