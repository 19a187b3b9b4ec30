package article

import (
	"bytes"
	"errors"
	"io"
	"testing"

	"briefbook/generator/internal/book"
)

func TestRender(t *testing.T) {
	t.Parallel()
	p := paragraphs{`1 < 2 & "three"`, "배\x01 'x'"}
	rename := func(id string) string { return `a"-` + id }
	for _, c := range []struct {
		to   book.Target
		want string
	}{
		{book.Target{}, "<p>1 &lt; 2 &amp; &quot;three&quot;</p>\n<p>배\uFFFD 'x'</p>\n"},
		{book.Target{Numbered: true}, `<p id="p1" data-para="1"><a class="pn" href="#p1" aria-label="Paragraph 1">¶1</a> 1 &lt; 2 &amp; &quot;three&quot;</p>` + "\n" +
			`<p id="p2" data-para="2"><a class="pn" href="#p2" aria-label="Paragraph 2">¶2</a> 배` + "\uFFFD 'x'</p>\n"},
		{book.Target{Numbered: true, Anchor: rename, XHTML: true}, `<p id="a&quot;-p1" data-para="1"><a class="pn" href="#a&quot;-p1" aria-label="Paragraph 1">¶1</a> 1 &lt; 2 &amp; &quot;three&quot;</p>` + "\n" +
			`<p id="a&quot;-p2" data-para="2"><a class="pn" href="#a&quot;-p2" aria-label="Paragraph 2">¶2</a> 배` + "\uFFFD 'x'</p>\n"},
	} {
		var b bytes.Buffer
		if err := p.Render(&b, c.to); err != nil || b.String() != c.want {
			t.Errorf("got %q, %v\nwant %q", b.String(), err, c.want)
		}
	}
	if got := p.Text(); got != "1 < 2 & \"three\"\n\n배\x01 'x'" {
		t.Errorf("text %q", got)
	}
	reader, writer := io.Pipe()
	broken := errors.New("the disk is full")
	reader.CloseWithError(broken)
	if err := p.Render(writer, book.Target{}); !errors.Is(err, broken) {
		t.Errorf("a failing writer gives %v", err)
	}
}
