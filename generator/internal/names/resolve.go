package names

import (
	"slices"
	"strings"

	"briefbook/generator/internal/book"
)

// resolve says whose the hits are, now that it is known who is named in full.
func (f *finder) resolve() ([]Mention, []Open) {
	f.full = f.inFull()
	f.kin = make(map[int32][]int32)
	strangers := f.strangers()
	mentions := make([]Mention, 0, len(f.hits))
	var open []Open
	for i := range f.hits {
		h := &f.hits[i]
		if h.typo != none {
			mentions = append(mentions, f.mention(h, h.typo, book.ByTypo))
			continue
		}
		holders, class := f.kinOf(h), book.BySurname
		if h.named {
			holders, class = f.holders(h)
		} else if len(holders) == 0 || f.within(h, holders) != itself {
			continue
		}
		stranger := class == book.BySurname && slices.Contains(strangers, f.family(h))
		if len(holders) == 1 && !stranger {
			mentions = append(mentions, f.mention(h, holders[0], class))
			continue
		}
		o := Open{Words: f.words(h), Para: h.para, Start: h.start, End: h.end, Others: stranger}
		for _, e := range holders {
			o.Holders = append(o.Holders, f.g.entries[e].id)
		}
		slices.Sort(o.Holders)
		open = append(open, o)
	}
	return mentions, open
}

// family is a key of a surname.
func (f *finder) family(h *hit) uint64 { return hash(strings.ToLower(f.words(h))) }

// kinOf lists those named in full who bear a bare surname.
func (f *finder) kinOf(h *hit) []int32 {
	if h.named || h.typo != none || len(f.full) == 0 {
		return nil
	}
	list, ok := f.kin[h.claims]
	if !ok {
		for c := h.claims; c != none; c = f.g.tree.claim[c].next {
			if k := &f.g.tree.claim[c]; k.as == surname && f.isFull(k.entry) && !slices.Contains(list, k.entry) {
				list = append(list, k.entry)
			}
		}
		f.kin[h.claims] = list
	}
	return list
}

func (f *finder) isFull(e int32) bool {
	_, ok := slices.BinarySearch(f.full, e)
	return ok
}

func (f *finder) words(h *hit) string { return f.text[h.para][h.start:h.end] }

func (f *finder) mention(h *hit, entry int32, class book.NameClass) Mention {
	e := &f.g.entries[entry]
	m := Mention{Entry: e.id, Para: h.para, Start: h.start, End: h.end, Class: class}
	if e.capital && f.government(h) {
		m.Reading = book.AsGovernment
	}
	return m
}

// inFull lists the people who are named by more than a surname, sorted.
func (f *finder) inFull() []int32 {
	var list []int32
	for i := range f.hits {
		h := &f.hits[i]
		if h.typo != none {
			list = append(list, h.typo)
			continue
		}
		if !h.named {
			continue
		}
		only, n := int32(none), 0
		for c := h.claims; c != none; c = f.g.tree.claim[c].next {
			if k := &f.g.tree.claim[c]; k.tail == h.tail && k.as != surname {
				only = c
				n++
			}
		}
		if n != 1 {
			continue
		}
		if k := &f.g.tree.claim[only]; f.g.entries[k.entry].kind == book.Person && (k.words > 1 || hasHangul(f.words(h))) {
			list = append(list, k.entry)
		}
	}
	slices.Sort(list)
	return slices.Compact(list)
}

// holders lists who a name can belong to: those whose name it is, and those whose surname it is and who are named in
// full. Of several whose name it is, the one who is named in full elsewhere goes before.
func (f *finder) holders(h *hit) ([]int32, book.NameClass) {
	list := f.some[:0]
	class, named := book.ByName, 0
	for c := h.claims; c != none; c = f.g.tree.claim[c].next {
		k := &f.g.tree.claim[c]
		if k.tail != h.tail || slices.Contains(list, k.entry) || k.as == surname && !f.isFull(k.entry) {
			continue
		}
		list = append(list, k.entry)
		if k.as != surname {
			named++
		}
		if k.as == asForm || h.glued {
			class = book.ByForm
		}
	}
	if len(list) > 1 && named == len(list) {
		told := slices.DeleteFunc(slices.Clone(list), func(e int32) bool { return !f.isFull(e) })
		if len(told) == 1 {
			return told, class
		}
	}
	slices.Sort(list)
	return list, class
}

// strangers lists the surnames, hashed, that somebody without an entry bears in this text.
func (f *finder) strangers() []uint64 {
	var list []uint64
	for i := range f.hits {
		h := &f.hits[i]
		if kin := f.kinOf(h); len(kin) > 0 && f.within(h, kin) == namesake && !slices.Contains(list, f.family(h)) {
			list = append(list, f.family(h))
		}
	}
	return list
}
