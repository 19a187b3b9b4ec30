package print

import (
	"bytes"
	"io"
	"os"
	"testing"

	"briefbook/generator/internal/book"
)

func made(t testing.TB, l *shelfLibrary) string {
	t.Helper()
	var b bytes.Buffer
	for _, f := range Files(l) {
		if err := f.Write(&b, l); err != nil {
			t.Fatal(err)
		}
	}
	return b.String()
}

func TestLook(t *testing.T) {
	if out := os.Getenv("LOOK"); out != "" {
		os.WriteFile(out+"/print.html", []byte(made(t, harbour(book.Public))), 0o644)
		os.WriteFile(out+"/internal.html", []byte(made(t, harbour(book.Internal))), 0o644)
	}
}

func BenchmarkWarehouse(b *testing.B) {
	l := warehouse(10_000)
	b.ReportAllocs()
	for b.Loop() {
		if err := write(io.Discard, l); err != nil {
			b.Fatal(err)
		}
	}
}
