// Package gate keeps licensed texts out of a public edition. It finds, in every byte that is about to be published,
// runs of words that also stand in an original which may not be published: [Warn] words in a row are worth a look,
// [Fail] words are a leak. Words of declared quotations and titles do not count.
//
//	x := gate.New([]gate.Source{{ID: "post-2019-03-04", Words: gate.Text(raw, ".html")}})
//	var d gate.Declared
//	d.Add("the first boat is to sail before Easter")
//	s := x.Scan("notes/ferries.html", &d)
//	io.Copy(s, page)
//	for _, run := range s.Close() { // run.Words words in a row are those of run.Source
//
// # Words
//
// A word is what is left when typography and technique are taken away, by one rule for originals, outputs and
// declarations. Letters and digits in a row are a word; an apostrophe between them stands within it. Case and
// compatibility forms (NFKC) are folded; soft hyphens and zero-width characters are not there. Character references
// of HTML (twice over, too), \u escapes of JSON, JavaScript and CSS, and percent-encoding of addresses are decoded
// wherever they stand, so that it does not matter what is nested in what: a feed's escaped HTML, JSON in an attribute,
// an address in JSON. A tag that styles words (<b>un</b>able) is nothing, every other one is a blank.
//
// Text is one sequence of words. What stands inside of tags and comments is none of it: each value of an attribute is
// a sequence of its own, so that neither an attribute between two words hides a run, nor anything is hidden in an
// attribute. Script and style are text. The same goes for tags within the value of an attribute. So every byte of every
// file is in one sequence or another, whatever its format, and nothing depends on well-formed markup.
//
// A number of up to three digits between words is not a word but something that is noted with the word after it: it
// is counted when the original has it too, and it never parts a run, be it a paragraph's number, a footnote's or the
// mark of a citation ("3 ¶2").
//
// An address of the web between two words of a captured text is a part of it, and may as well not be there: a sentence
// around one is found with it and without.
//
// Han characters and kana count half a word each, since a word of English takes about two of them: sixteen are worth
// a look and 24 are a leak. Letters of Thai, Lao, Khmer and Burmese, which are written without blanks too, count a
// quarter. Korean has blanks and needs no such rule.
//
// # Runs
//
// A run is the longest row of words that a sequence shares with one original. It is looked for by six words in a row and
// shows when it has six that are no short numbers. The six are found by a hash, then compared word by word with the
// original, at 24 bits each: that six wrong words pass by chance has a probability of 2⁻¹⁴⁴ for each place compared.
//
// Words of a run that stand in five or more words of a declaration, in its order, do not count: a feed may cut a
// quotation anywhere. Shorter declarations (a publisher, a byline, a day) count only beside such a piece, as in a
// heading. So a quotation of twenty words with two before it that the original happens to have too is a run of two;
// the same quotation pasted with seven words on either side is one of fourteen.
//
// # Content
//
// [Index.Find] does the same in a file of content, to show an author where a run stands in his own text. There it is
// known which words are a quotation, so these are told by their place, and a declared title only counts where it is
// whole and stands apart from the words around it: twelve words of which five are the end of a title are caught there,
// and not by a Scanner, which cannot tell them from a title that was cut. Citations, the targets of links and emphasis do not part runs.
//
// # Joints
//
// A word divided at the end of a line is one word (har-⏎bour); so is one whose apostrophe was left out of an address
// (town-s, don-t). Commands of TeX and of rich text are nothing. A path is read once more with its words parted at
// capitals.
//
// # What is packed
//
// A Scanner reads a file as it is. What stands in it in another form is given by [Unpack], piece by piece, for a Scanner
// to read: entries of a ZIP, as are EPUB, ODF and Office documents; gzip and bzip2; texts of PNG and JPEG; Base64,
// quoted-printable and folded lines; text of a figure or document with tags within its words. It unpacks 64 MB of one
// file at most, and four archives in one another; of what goes beyond, is encrypted, broken or of another form (7z, RAR,
// xz, zstd) it says that it cannot be looked into. PDF and Word documents are read by package capture.
//
// # What it cannot see
//
// Words in the picture of a page, in sound and in film; those of fonts, of Brotli and of databases, whose form has no
// sign; a run parted by words of others at every seventh. A text in UTF-16 is read when it has its byte order mark, and
// English in UTF-16 everywhere. Paraphrase is not a run.
//
// An index is built once and may be used by many goroutines. It takes about eleven bytes for each word of the originals, four of which are their Words.
package gate

import "briefbook/generator/internal/book"

// The lengths of a run, in words outside declared quotations.
const (
	Warn = 8  // and more: worth a look
	Fail = 12 // and more: must not be published
)

// Source is an original that may not be published.
type Source struct {
	ID    book.ID
	Words Words
}

// Run is a row of words that a text shares with an original.
type Run struct {
	Source book.ID
	Words  int   // that no declaration covers
	All    int   // with those that one covers
	Start  int64 // its bytes in the file, from the first letter of its first word to behind the last of its last
	End    int64
	InPath bool // it stands in the path of the file, and so do Start and End
}

// Fails reports whether the run is a leak, and not only worth a look.
func (r Run) Fails() bool { return r.Words >= Fail }
