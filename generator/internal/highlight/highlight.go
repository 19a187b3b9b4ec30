// Package highlight colours code when a book is built. It owns the languages it knows and the classes it gives;
// their colours stand in layouts/assets/code.css. It is the only importer of chroma, and of that only of the engine: chroma's own collection of
// languages costs five to eight milliseconds at every start of the binary, which a book without a line of code
// would pay too. What a book of briefings is likely to show is described here (see languages.go), each language
// compiled when the first block of it comes along. A language that is not known is printed without colours.
//
//	p := highlight.New()
//	html = p.Append(html, "go", "package main\n") // <span class="kn">package</span> <span class="nx">main</span>…
//
// Classes are the short names that Pygments gave them and chroma uses: "k" for a keyword, "s" for a string.
// Nothing is coloured by a style attribute. The text between the tags is the code, letter for letter.
package highlight

import (
	"strings"
	"sync"

	"github.com/alecthomas/chroma/v2"
)

// longest is the code, in bytes, that is worth colouring.
const longest = 100_000

// A Painter colours code. It is safe for concurrent use.
type Painter struct {
	mu     sync.Mutex
	lexers map[string]chroma.Lexer // by canonical name, nil when it cannot be made
}

// New returns a Painter, at no cost.
func New() *Painter { return &Painter{} }

// Append appends code as HTML, the content of a <code> element, to dst. The language is a name or a usual
// file extension, in any case.
func (p *Painter) Append(dst []byte, language, code string) []byte {
	lexer := p.lexer(strings.ToLower(language))
	if lexer == nil || len(code) > longest {
		return appendEscaped(dst, code)
	}
	tokens, err := chroma.Tokenise(lexer, &chroma.TokeniseOptions{State: "root", Nested: true}, code)
	if err != nil || !complete(tokens, code) {
		return appendEscaped(dst, code)
	}
	for _, t := range tokens {
		class := class(t.Type)
		if class == "" || strings.TrimSpace(t.Value) == "" {
			dst = appendEscaped(dst, t.Value)
			continue
		}
		dst = append(dst, `<span class="`...)
		dst = append(dst, class...)
		dst = append(dst, `">`...)
		dst = appendEscaped(dst, t.Value)
		dst = append(dst, "</span>"...)
	}
	return dst
}

// complete reports whether the tokens are all of the code and nothing else.
func complete(tokens []chroma.Token, code string) bool {
	for _, t := range tokens {
		rest, ok := strings.CutPrefix(code, t.Value)
		if !ok {
			return false
		}
		code = rest
	}
	return code == ""
}

// class is the class of a token, "" for plain text. What the languages here could not read is plain too.
func class(t chroma.TokenType) string {
	if t == chroma.Error || t == chroma.Text || t == chroma.Punctuation || t == chroma.Name || t == chroma.TextWhitespace {
		return ""
	}
	return chroma.StandardTypes[t]
}

// lexer returns the lexer of a language, nil for one that is not known. It is made once.
func (p *Painter) lexer(language string) chroma.Lexer {
	name, rules := find(language)
	if rules == nil {
		return nil
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	if l, ok := p.lexers[name]; ok {
		return l
	}
	if p.lexers == nil {
		p.lexers = map[string]chroma.Lexer{}
	}
	l, err := chroma.NewLexer(&chroma.Config{Name: name, DotAll: true}, rules)
	if err != nil {
		p.lexers[name] = nil
		return nil
	}
	p.lexers[name] = l
	return l
}

func appendEscaped(dst []byte, s string) []byte {
	start := 0
	for i := range len(s) {
		var entity string
		switch s[i] {
		case '&':
			entity = "&amp;"
		case '<':
			entity = "&lt;"
		case '>':
			entity = "&gt;"
		default:
			continue
		}
		dst = append(dst, s[start:i]...)
		dst = append(dst, entity...)
		start = i + 1
	}
	return append(dst, s[start:]...)
}
