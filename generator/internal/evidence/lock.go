package evidence

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"briefbook/generator/internal/book"
)

// Entry is what quotes.lock holds of a quotation that was verified: enough to know it again, none of its words.
type Entry struct {
	Source   book.ID
	Paras    string // as cited: "2-3,7", "-" for the source as a whole
	Verdict  book.Verdict
	Hash     string // of the words, see Hash
	Original string // the first 16 hexadecimal digits of the SHA-256 of the original
	Day      string // ISO 8601, on which it was verified
}

// Lock is quotes.lock, which carries verification to where the originals are not:
//
//	# quotations verified against their originals; written by briefbook check --lock
//	harbour-2019-03-04 2-3 9f86d081884c7d659a2feaa0c55ad015 exact 2c26b46b68ffc68f 2026-11-22
//
// Each line stands by itself and the file is sorted as a list of lines, so that a change to one quotation changes one
// line, and the lines of two branches can be put together in any order. A nil Lock is an empty one.
type Lock struct{ entries []Entry }

const lockHead = "# quotations verified against their originals; written by briefbook check --lock"

// String gives the file.
func (l *Lock) String() string {
	var b strings.Builder
	b.WriteString(lockHead + "\n")
	if l != nil {
		for _, e := range l.entries {
			b.WriteString(e.line() + "\n")
		}
	}
	return b.String()
}

// Entries lists what the lock holds, sorted.
func (l *Lock) Entries() []Entry {
	if l == nil {
		return nil
	}
	return slices.Clone(l.entries)
}

// Find gives the entry of a quotation: of words, by their Hash, that cite these paragraphs of a source.
func (l *Lock) Find(source book.ID, paras []book.Range, hash string) (Entry, bool) {
	if l == nil {
		return Entry{}, false
	}
	want := Entry{Source: source, Paras: parasKey(paras), Hash: hash}
	i, ok := slices.BinarySearchFunc(l.entries, want, compareKeys)
	if !ok {
		return Entry{}, false
	}
	return l.entries[i], true
}

// Updated gives the lock after a run over the whole book on a day (ISO 8601). What holds, or is doubtful, is kept: with
// its day when nothing changed, with the new day when it is new or its verdict or its original changed. A quotation
// that was not checked, for want of the original, keeps its entry. All others go: those that fail, and those that
// stand nowhere in the book.
func (l *Lock) Updated(run []book.Checked, day string) *Lock {
	var list []Entry
	for _, c := range run {
		e := Entry{
			Source: c.Cite.Source, Paras: parasKey(c.Cite.Paras), Hash: Hash(c.Words),
			Verdict: c.Verdict, Original: short(c.Against), Day: day,
		}
		old, known := l.Find(c.Cite.Source, c.Cite.Paras, e.Hash)
		switch {
		case c.Verdict == "" && known, known && old.Verdict == e.Verdict && (old.Original == e.Original || c.Against == ""):
			list = append(list, old)
		case stored(c.Verdict) && e.Original != "" && e.Source != "":
			list = append(list, e)
		}
	}
	return newLock(list)
}

// newLock sorts entries. Of several for one quotation the one verified last is kept.
func newLock(list []Entry) *Lock {
	slices.SortFunc(list, func(a, b Entry) int {
		return cmp.Or(compareKeys(a, b), strings.Compare(b.Day, a.Day), strings.Compare(a.line(), b.line()))
	})
	return &Lock{slices.CompactFunc(list, func(a, b Entry) bool { return compareKeys(a, b) == 0 })}
}

// compareKeys orders entries by what names the quotation, as their lines are ordered.
func compareKeys(a, b Entry) int {
	if a.Source != b.Source {
		return strings.Compare(escape(string(a.Source)), escape(string(b.Source)))
	}
	return cmp.Or(strings.Compare(a.Paras, b.Paras), strings.Compare(a.Hash, b.Hash))
}

func (e Entry) line() string {
	return strings.Join([]string{escape(string(e.Source)), e.Paras, e.Hash, string(e.Verdict), e.Original, e.Day}, " ")
}

// stored reports whether a verdict is kept in the lock: failures are not, nor is what was not checked.
func stored(v book.Verdict) bool { return v.Holds() || v.Doubtful() }

// short is the part of a SHA-256 that the lock keeps.
func short(sum string) string { return sum[:min(len(sum), 16)] }

// parasKey writes paragraph numbers as they are cited.
func parasKey(paras []book.Range) string {
	if len(paras) == 0 {
		return "-"
	}
	var b []byte
	for i, r := range paras {
		if i > 0 {
			b = append(b, ',')
		}
		b = strconv.AppendInt(b, int64(r.First), 10)
		if r.Last != r.First {
			b = strconv.AppendInt(append(b, '-'), int64(r.Last), 10)
		}
	}
	return string(b)
}

// escape writes an id without blanks and control characters, and not so that it looks like a comment or a mark of a
// merge.
func escape(id string) string {
	var b strings.Builder
	for i, r := range id {
		switch _, size := utf8.DecodeRuneInString(id[i:]); {
		case r == '%', r == utf8.RuneError, unicode.IsSpace(r), !unicode.IsGraphic(r), i == 0 && strings.ContainsRune("#<=>|\ufeff", r):
			for _, c := range []byte(id[i : i+size]) {
				b.WriteString("%" + strconv.FormatUint(uint64(c)|0x100, 16)[1:])
			}
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}
