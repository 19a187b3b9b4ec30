package markdown

import "briefbook/generator/internal/book"

// A page is the HTML of a body with holes, shared by all its bodies.
type page struct {
	html   string
	pieces []piece
	links  []book.Link
	cites  []book.Citation
}

// A piece is a hole in the HTML: n bytes at at that are not printed as they stand. What they are for depends
// on the kind. Four words are enough for a target to fill the hole.
type piece struct {
	at, n uint32
	arg   uint32
	kind  hole
}

type hole uint8

const (
	holeSkip      hole = iota // n bytes and arg pieces that belong to another body
	holeMute                  // n bytes printed as they are that are not text: labels, numbers
	holeAnchor                // an id, or a reference to one on this page
	holeParagraph             // opens the top-level paragraph number arg
	holeHeading               // opens or closes a heading of level arg: "<" or "</" stands before
	holeVoid                  // the end of a void element
	holeBoolean               // the value of an attribute that is true by being there
	holeLink                  // opens link arg; the bytes are its title attribute
	holeLinkEnd               // closes it
	holeWiki                  // all of link arg, which has no label; the bytes are the words for want of a title
	holeImage                 // image arg; the bytes are its alternative text, NUL, its title
	holeCites                 // opens a group of citations; the bytes are the group as written
	holeCitesEnd              // closes it
	holeCite                  // citation arg; the bytes are the author's words
	holeNamed                 // citation arg as a word of the sentence
	holeSeal                  // what is said of quotation arg
)

// A fragment is a window on a page: a body.
type fragment struct {
	*page
	lo, hi      uint32 // bytes
	first, last uint32 // pieces
}

// each calls static for runs of HTML and fill for holes, in order. It passes over what belongs to other bodies.
// fill may return the index of a later piece to go on behind it.
func (f *fragment) each(static func(string), fill func(p piece, words string, i int) int) {
	pos := f.lo
	for i := int(f.first); i < int(f.last); i++ {
		p := f.pieces[i]
		if p.at > pos {
			static(f.html[pos:p.at])
		}
		pos = p.at + p.n
		if p.kind == holeSkip {
			i += int(p.arg)
			continue
		}
		if next := fill(p, f.html[p.at:pos], i); next > i {
			i = next
			pos = f.pieces[i].at + f.pieces[i].n
		}
	}
	if f.hi > pos {
		static(f.html[pos:f.hi])
	}
}

// empty reports whether nothing would be printed but white space.
func (f *fragment) empty() bool {
	none := true
	f.each(func(s string) {
		for i := 0; i < len(s) && none; i++ {
			none = s[i] == '\n' || s[i] == ' '
		}
	}, func(piece, string, int) int { none = false; return 0 })
	return none
}
