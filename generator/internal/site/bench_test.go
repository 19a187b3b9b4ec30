package site_test

import (
	"io"
	"testing"

	"briefbook/generator/internal/book"
	"briefbook/generator/internal/site"
)

func benchmarkPage(b *testing.B, path string) {
	l := sample(b)
	l.asked = nil
	var page book.File
	for _, f := range site.Files(l) {
		if f.Path == path {
			page = f
		}
	}
	b.ReportAllocs()
	for b.Loop() {
		if err := page.Write(io.Discard, l); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkSource(b *testing.B)  { benchmarkPage(b, "sources/courier.html") }
func BenchmarkStray(b *testing.B)   { benchmarkPage(b, "sources/stray.html") }
func BenchmarkNote(b *testing.B)    { benchmarkPage(b, "notes/tariffs.html") }
func BenchmarkChapter(b *testing.B) { benchmarkPage(b, "chapters/2016-strike.html") }
