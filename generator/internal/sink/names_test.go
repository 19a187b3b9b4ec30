package sink

import (
	"crypto/sha256"
	"errors"
	"path/filepath"
	"strings"
	"testing"

	"briefbook/generator/internal/book"
)

func TestPathsThatCannotBePublished(t *testing.T) {
	t.Parallel()
	for _, path := range []string{
		"", ".", "..", "../x", "a/../b", "a/./b", "/etc/passwd", "a//b", "a/", "\\x", "a\\b", "C:/x", "a:b", "what?", "a*",
		"a\"b", "<a>", "a|b", "a\x00b", "a\nb", "\xff", "con", "CON.html", "a/nul.txt", "com1", "LPT9.css", "aux.tar.gz", "COM¹",
		"nul .txt", "conin$", "a./b", "a ", "a /b", ".briefbook.json", ".Briefbook.JSON", ".briefbook-work/x", ".git/config",
		"a/.GIT/hooks/x", strings.Repeat("x", 256),
	} {
		if err := checkPath(path); !errors.Is(err, ErrPath) {
			t.Errorf("checkPath(%q) = %v", path, err)
		}
	}
	for _, path := range []string{
		"index.html", "a/b/c.html", ".nojekyll", ".well-known/x", "a/.briefbook.json", "한국/통일.html", "console.html", "com.html",
		"com12", "lpt.css", "a b.html", "..a", "a..b", ".gitignore", strings.Repeat("x", 255),
	} {
		if err := checkPath(path); err != nil {
			t.Errorf("checkPath(%q) = %v", path, err)
		}
	}
}

func TestPathsThatAreOneFileElsewhere(t *testing.T) {
	t.Parallel()
	for _, pair := range [][2]string{
		{"a.html", "a.html"}, {"a.html", "A.html"}, {"Notes/a.html", "notes/b.html"}, {"a", "a/b"}, {"a/b", "a"}, {"A", "a/b"},
		{"é.html", "É.html"}, {"é.html", "e\u0301.html"}, {"통일", "\u1110\u1169\u11bc\u110b\u1175\u11af"}, {"straße", "STRASSE"}, {"x/y/z", "x/Y"},
	} {
		s, err := Open(filepath.Join(t.TempDir(), "out"), Options{})
		must(t, err)
		must(t, s.Put(pair[0], nil))
		if err := s.Put(pair[1], nil); !errors.Is(err, ErrPath) {
			t.Errorf("%q after %q: %v", pair[1], pair[0], err)
		}
		must(t, s.Discard())
	}
}

func FuzzManifest(f *testing.F) {
	two := map[string]file{"a.html": {size: 3}, "b/c.css": {size: 0, sum: sha256.Sum256(nil)}}
	raw := encode(book.Public, true, two, []string{"a.html", "b/c.css"})
	f.Add(raw)
	f.Add([]byte(`{"briefbook":1,"edition":"internal","complete":false,"files":[]}`))
	f.Add([]byte(headOpen + "public" + headMid + "true" + headClose + "\n" + tail + "\n"))
	f.Add([]byte("<<<<<<< HEAD"))
	f.Fuzz(func(t *testing.T, raw []byte) {
		m, err := decode(raw)
		if err != nil {
			return
		}
		if len(m.order) != len(m.files) {
			t.Fatalf("%d paths in order, %d files", len(m.order), len(m.files))
		}
		for path := range m.files {
			if err := checkPath(path); err != nil {
				t.Fatal(err)
			}
		}
		back, err := decode(encode(m.edition, m.complete, m.files, m.order))
		if err != nil || len(back.files) != len(m.order) || back.edition != m.edition || back.complete != m.complete {
			t.Fatalf("read back as %+v, %v", back, err)
		}
	})
}

// A tool that sets JSON anew has not damaged the manifest.
func TestManifestSetAnew(t *testing.T) {
	t.Parallel()
	raw := encode(book.Internal, true, map[string]file{"a.html": {size: 3}, "b/c.css": {size: 7}}, []string{"a.html", "b/c.css"})
	m, err := decode([]byte(strings.NewReplacer(",", " ,\n\t", ":", ": ").Replace(string(raw))))
	must(t, err)
	if m.edition != book.Internal || !m.complete || m.files["b/c.css"].size != 7 || len(m.order) != 2 {
		t.Errorf("read %+v", m)
	}
	for _, damage := range []string{`"size":-3`, `"size":x`, `"path":"/a.html"`, `"path":"z"`, `"sha256":"00"`, `"briefbook":2`} {
		key, _, _ := strings.Cut(damage, ":")
		line := string(raw)
		i := strings.Index(line, key)
		end := i + strings.IndexAny(line[i:], ",}")
		if _, err := decode([]byte(line[:i] + damage + line[end:])); !errors.Is(err, errDamaged) {
			t.Errorf("%s: %v", damage, err)
		}
	}
}
