package pdf

import (
	"bytes"
)

// peekAt is how much of an object is looked at to see whether it holds others.
const peekAt = 600

// parsed is what a byte costs that is kept as an object: about as many bytes of memory.
const parsed = 8

// find looks for every object of the file and for the trailer.
func (f *File) find() {
	f.trailer = dict{}
	f.spend(len(f.raw))
	for i := 0; ; {
		n := bytes.Index(f.raw[i:], []byte("obj"))
		if n < 0 {
			break
		}
		i += n + len("obj")
		id, ok := header(f.raw, i-len("obj"))
		if !ok {
			continue
		}
		delete(f.held, id) // it may have been read for a stream's length
		f.at[id] = place{f.raw, i}
		head := f.raw[i:min(len(f.raw), i+peekAt)]
		if e := bytes.Index(head, []byte("stream")); e >= 0 {
			head = head[:e]
			switch {
			case bytes.Contains(head, []byte("/ObjStm")):
				f.unpack(id)
			case bytes.Contains(head, []byte("/XRef")):
				if s, ok := f.get(ref(id)).(*stream); ok {
					f.trail(s.dict)
				}
			}
		}
	}
	for i := 0; ; {
		n := bytes.Index(f.raw[i:], []byte("trailer"))
		if n < 0 {
			break
		}
		i += n + len("trailer")
		s := scanner{b: f.raw, i: i, refs: true}
		d, _ := s.object(0).(dict)
		f.trail(d)
		if !f.spend(s.i - i) {
			break
		}
	}
	if f.dict(f.trailer["Root"]) == nil {
		f.search()
	}
	// A length that stood behind its stream was not known when the stream was read first.
	clear(f.held)
}

// trail takes over what a trailer says; a later one wins.
func (f *File) trail(d dict) {
	for _, key := range []name{"Root", "Info", "Encrypt"} {
		if v := d[key]; v != nil {
			f.trailer[key] = v
		}
	}
}

// search looks for the catalogue in a file without a trailer. The highest number wins: a later version of a file
// has the higher numbers.
func (f *File) search() {
	best := -1
	for id := range f.at {
		if id > best && f.name(f.dict(ref(id))["Type"]) == "Catalog" {
			best = id
		}
	}
	if best >= 0 {
		f.trailer["Root"] = ref(best)
	}
}

// header reads backwards the "12 0 " before "obj".
func header(b []byte, i int) (id int, ok bool) {
	back := func() (start, stop int) {
		for i > 0 && isBlank(b[i-1]) {
			i--
		}
		stop = i
		for i > 0 && stop-i < 10 && b[i-1] >= '0' && b[i-1] <= '9' {
			i--
		}
		return i, stop
	}
	first, stop := back()
	if first == stop {
		return 0, false
	}
	start, stop := back()
	if start == stop || stop == first {
		return 0, false
	}
	id, _, ok = digits(b[:stop], start)
	return id, ok
}

// unpack finds the objects that an object stream holds (7.5.7).
func (f *File) unpack(id int) {
	s, ok := f.get(ref(id)).(*stream)
	if !ok {
		return
	}
	data := f.data(s)
	first, n := int(f.number(s.dict["First"])), int(f.number(s.dict["N"]))
	if first < 0 || first > len(data) {
		return
	}
	index := scanner{b: data[:first]}
	for range n {
		id, ok1 := index.object(0).(float64)
		at, ok2 := index.object(0).(float64)
		if !ok1 || !ok2 {
			return
		}
		if at >= 0 && int(at) < len(data)-first && id >= 0 && id < 1e9 {
			delete(f.held, int(id))
			f.at[int(id)] = place{data, first + int(at)}
		}
	}
}

// get follows a reference to its object.
func (f *File) get(v any) any {
	for range 8 {
		r, ok := v.(ref)
		if !ok {
			return v
		}
		v = f.load(int(r))
	}
	return nil
}

func (f *File) load(id int) any {
	if v, ok := f.held[id]; ok {
		return v
	}
	p, ok := f.at[id]
	if !ok || f.left < 0 {
		return nil
	}
	s := scanner{b: p.in, i: p.at, refs: true}
	v := s.object(0)
	f.spend(parsed * (s.i - p.at))
	if d, ok := v.(dict); ok {
		s.blank()
		if bytes.HasPrefix(s.b[s.i:], []byte("stream")) {
			s.i += len("stream")
			if s.peek(0) == '\r' {
				s.i++
			}
			if s.peek(0) == '\n' {
				s.i++
			}
			v = &stream{d, p.in, s.i}
		}
	}
	if _, ok := v.(keyword); ok {
		v = nil
	}
	f.held[id] = v
	return v
}

// The kinds of object, with what a missing one or one of another kind counts as.

func (f *File) dict(v any) dict {
	switch v := f.get(v).(type) {
	case dict:
		return v
	case *stream:
		return v.dict
	}
	return nil
}

func (f *File) array(v any) array {
	a, _ := f.get(v).(array)
	return a
}

func (f *File) number(v any) float64 {
	n, _ := f.get(v).(float64)
	return n
}

func (f *File) name(v any) name {
	n, _ := f.get(v).(name)
	return n
}
