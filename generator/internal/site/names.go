package site

import (
	"html/template"
	"io"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"briefbook/generator/internal/book"
)

// namesPerPage is how many entries a list holds before it is split by letter, and a letter by page.
const namesPerPage = 400

// Names is a list of people, organisations, places or terms, or one letter of it.
type Names struct {
	Frame    Frame
	Opening  Opening
	Kind     string
	Letters  []Letter // jumps on this page, or pages of their own
	Groups   []Initial
	Glossary bool
	Pager    *Pager
	Matrix   *Matrix // of people, who is named in which chapter
}

// Letter leads to the names under one letter.
type Letter struct {
	Href, Text string
	Current    bool
}

// Initial is the names under one letter.
type Initial struct {
	ID, Letter string
	Names      []Name
}

// Name is one entry in a list.
type Name struct {
	Href, Title, Korean string
	Gloss               string        // its office, position or first words
	HTML                template.HTML // the definition of a term
}

// initial is what of a list is filed under one letter.
type initial[T any] struct {
	letter, slug string
	list         []T
}

// initials splits a list, which is in sort order, where the letter changes under which words are filed.
func initials[T any](list []T, words func(T) string) []initial[T] {
	var all []initial[T]
	at := make(map[string]int)
	for _, v := range list {
		letter, slug := letterOf(words(v))
		i, ok := at[slug]
		if !ok {
			i = len(all)
			at[slug] = i
			all = append(all, initial[T]{letter: letter, slug: slug})
		}
		all[i].list = append(all[i].list, v)
	}
	return all
}

// consonants are the initial consonants of Hangul syllables, in the order of Unicode.
var consonants = []rune("ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ")

// letterOf is the letter a name is filed under and the word that stands for it in file names.
func letterOf(sort string) (letter, slug string) {
	letter = book.Initial(sort)
	r, _ := utf8.DecodeRuneInString(letter)
	switch {
	case r >= 'A' && r <= 'Z':
		return letter, strings.ToLower(letter)
	case slices.Contains(consonants, r):
		return letter, "hangul-" + ordinal(slices.Index(consonants, r)+1)
	case unicode.IsLetter(r):
		return letter, "u" + strings.ToLower(hexOf(r))
	}
	return letter, "0"
}

func hexOf(r rune) string {
	const digits = "0123456789ABCDEF"
	var b []byte
	for shift := 20; shift >= 0; shift -= 4 {
		if d := r >> shift & 15; d != 0 || len(b) > 0 || shift < 16 {
			b = append(b, digits[d])
		}
	}
	return string(b)
}

// letterPath is the file of one page of a letter of a list: "people-k.html", "people-k-page-2.html".
func letterPath(list, slug string, page int) string {
	name := strings.TrimSuffix(list, ".html") + "-" + slug
	if page > 1 {
		name += "-page-" + ordinal(page)
	}
	return name + ".html"
}

// indexFiles are the list of one kind of entry and the pages in it.
func indexFiles(lib book.Library, kind book.Kind) []book.File {
	heads := lib.Shelf(kind, "")
	files := []book.File{{Path: listOf(kind), Write: func(w io.Writer, lib book.Library) error { return names(w, lib, kind) }}}
	for _, h := range heads {
		files = append(files, on(h.ID, h.Route, entry))
	}
	if len(heads) <= namesPerPage {
		return files
	}
	for _, in := range initials(heads, book.Head.Heading) {
		for page := range pages(len(in.list), namesPerPage) {
			files = append(files, book.File{Path: letterPath(listOf(kind), in.slug, page), Write: func(w io.Writer, lib book.Library) error {
				return namesUnder(w, lib, kind, letterPage{in.slug, page})
			}})
		}
	}
	return files
}

func (s *sheet) namesView(kind book.Kind, route, title string, total int) Names {
	list := listOf(kind)
	v := Names{Frame: s.frame(route, title, strings.TrimSuffix(list, ".html")), Opening: newOpening(title), Kind: kind.String(),
		Glossary: kind == book.Term}
	v.Frame.Description = title + " in " + s.info.Title + "."
	v.Opening.Where = []Anchor{{Href: "index.html", Text: "Contents"}}
	v.Opening.Facts = append([]Fact{{Text: book.Count(total, shelves[kind].one, shelves[kind].many), Strong: true}}, s.asOf()...)
	return v
}

// names writes a list: all of it, or its letters.
func names(w io.Writer, lib book.Library, kind book.Kind) error {
	route := listOf(kind)
	s := newSheet(lib, route)
	heads := lib.Shelf(kind, "")
	v := s.namesView(kind, route, shelves[kind].title, len(heads))
	for _, in := range initials(heads, book.Head.Heading) {
		if len(heads) > namesPerPage {
			v.Letters = append(v.Letters, Letter{Href: letterPath(listOf(kind), in.slug, 1), Text: in.letter})
			continue
		}
		v.Letters = append(v.Letters, Letter{Href: "#letter-" + in.slug, Text: in.letter})
		group, err := s.initial(in, in.list)
		if err != nil {
			return err
		}
		v.Groups = append(v.Groups, group)
	}
	if kind == book.Person && len(heads) <= namesPerPage {
		v.Matrix = s.matrix(heads)
	}
	return s.show(w, "names.html", v)
}

// letterPage is one page of one letter.
type letterPage struct {
	slug string
	page int
}

func namesUnder(w io.Writer, lib book.Library, kind book.Kind, at letterPage) error {
	route := letterPath(listOf(kind), at.slug, at.page)
	s := newSheet(lib, route)
	all := initials(lib.Shelf(kind, ""), book.Head.Heading)
	var v Names
	for _, in := range all {
		if in.slug != at.slug {
			continue
		}
		v = s.namesView(kind, route, shelves[kind].title+": "+in.letter, len(in.list))
		here := onPage(in.list, namesPerPage, at.page)
		group, err := s.initial(in, here)
		if err != nil {
			return err
		}
		v.Groups = []Initial{group}
		if kind == book.Person {
			v.Matrix = s.matrix(here)
		}
		v.Pager = leaf{len(in.list), namesPerPage, at.page}.pager(func(n int) string { return letterPath(listOf(kind), at.slug, n) },
			func(from, to int) string { return in.list[from-1].Title + " – " + in.list[to-1].Title })
	}
	v.Opening.Where = append(v.Opening.Where, Anchor{Href: listOf(kind), Text: shelves[kind].title})
	for _, in := range all {
		v.Letters = append(v.Letters, Letter{Href: letterPath(listOf(kind), in.slug, 1), Text: in.letter, Current: in.slug == at.slug})
	}
	return s.show(w, "names.html", v)
}

func (s *sheet) initial(in initial[book.Head], heads []book.Head) (Initial, error) {
	group := Initial{ID: "letter-" + in.slug, Letter: in.letter, Names: make([]Name, 0, len(heads))}
	for _, h := range heads {
		n, err := s.name(h)
		if err != nil {
			return Initial{}, err
		}
		group.Names = append(group.Names, n)
	}
	return group, nil
}

// name asks for the page, since a list of names says who each is. Lists are few and short; the many pages
// that merely link to an entry ask for its head.
func (s *sheet) name(h book.Head) (Name, error) {
	n := Name{Href: s.href(h), Title: h.Title}
	p, ok := s.lib.Page(h.ID)
	if !ok {
		return n, nil
	}
	e := p.Meta.Entry
	if e != nil {
		n.Korean = e.Korean
	}
	switch {
	case h.Kind == book.Term:
		for _, sec := range p.Text.Sections {
			body, err := renderTo(sec.Body, s.apart(h.ID))
			if err != nil || body != "" {
				n.HTML = body
				return n, err
			}
		}
	case e != nil && len(e.Roles) > 0:
		n.Gloss = e.Roles[len(e.Roles)-1].Role
	default:
		n.Gloss = excerpt(opening(p.Text), 110)
	}
	return n, nil
}
