package pdf

import (
	"bytes"
	"compress/flate"
	"encoding/ascii85"
	"io"
)

// streamLimit is the most that one stream may unpack to.
const streamLimit = 64 << 20

// data gives the unpacked data of a stream. What is broken ends where it breaks; of a picture there is nothing.
func (f *File) data(s *stream) []byte {
	data := f.packed(s)
	filters, params := f.array(s.dict["Filter"]), f.array(s.dict["DecodeParms"])
	if filters == nil && s.dict["Filter"] != nil {
		filters, params = array{s.dict["Filter"]}, array{s.dict["DecodeParms"]}
	}
	for i, filter := range filters[:min(len(filters), 4)] {
		var param dict
		if i < len(params) {
			param = f.dict(params[i])
		}
		limit := min(streamLimit, max(f.left, 0))
		switch f.name(filter) {
		case "FlateDecode", "Fl":
			data = f.predicted(inflate(data, limit), param)
		case "LZWDecode", "LZW":
			early := f.get(param["EarlyChange"]) != 0.
			data = f.predicted(unLZW(data, limit, early), param)
		case "ASCII85Decode", "A85":
			data = unASCII85(data)
		case "ASCIIHexDecode", "AHx":
			hex := scanner{b: data, i: -1}
			data = []byte(hex.hex())
		case "RunLengthDecode", "RL":
			data = unRun(data, limit)
		default:
			return nil
		}
		if !f.spend(len(data)) {
			return nil
		}
	}
	return data
}

// packed gives the data as they stand: as long as the stream says, or, when that is wrong, to the word endstream.
func (f *File) packed(s *stream) []byte {
	rest := s.in[min(s.at, len(s.in)):]
	if n := int(f.number(s.dict["Length"])); n > 0 && n <= len(rest) {
		tail := bytes.TrimLeft(rest[n:min(len(rest), n+32)], "\r\n \t\x00")
		if bytes.HasPrefix(tail, []byte("endstream")) || bytes.HasPrefix(tail, []byte("endobj")) {
			return rest[:n]
		}
	}
	n := bytes.Index(rest, []byte("endstream"))
	if n < 0 {
		n = len(rest)
	}
	if !f.spend(n) {
		return nil
	}
	return rest[:n]
}

func inflate(data []byte, limit int) []byte {
	if len(data) < 2 {
		return nil
	}
	// The two bytes of the zlib header tell nothing that is needed, and the sum at the end is often cut off.
	out, _ := io.ReadAll(io.LimitReader(flate.NewReader(bytes.NewReader(data[2:])), int64(limit)))
	return out
}

func unASCII85(data []byte) []byte {
	data = bytes.TrimPrefix(bytes.TrimSpace(data), []byte("<~"))
	if i := bytes.IndexByte(data, '~'); i >= 0 {
		data = data[:i]
	}
	out := make([]byte, 4*len(data)+4) // "z" is four bytes
	n, _, err := ascii85.Decode(out, data, true)
	if err != nil {
		return nil
	}
	return out[:n]
}

func unRun(data []byte, limit int) []byte {
	var out []byte
	for len(data) > 1 && data[0] != 128 && len(out) < limit {
		n := int(data[0])
		if n > 128 {
			out = append(out, bytes.Repeat(data[1:2], 257-n)...)
			data = data[2:]
			continue
		}
		n = min(n+1, len(data)-1)
		out = append(out, data[1:1+n]...)
		data = data[1+n:]
	}
	return out
}

// unLZW undoes LZW as TIFF has it: codes of 9 to 12 bits, the highest bit first, 256 to begin anew, 257 to end.
func unLZW(data []byte, limit int, early bool) []byte {
	type entry struct {
		start, length int // in out
	}
	var out []byte
	var table []entry // from code 258
	var last entry
	bits, have, width := 0, 0, 9
	for _, c := range data {
		bits, have = bits<<8|int(c), have+8
		if have < width {
			continue
		}
		have -= width
		code := bits >> have
		bits &= 1<<have - 1
		if code == 257 || len(out) >= limit {
			break
		}
		if code == 256 {
			table, last, width = table[:0], entry{}, 9
			continue
		}
		this := entry{len(out), 1}
		switch {
		case code < 256:
			out = append(out, byte(code))
		case code-258 < len(table):
			e := table[code-258]
			this.length = e.length
			out = append(out, out[e.start:e.start+e.length]...)
		case code-258 == len(table) && last.length > 0:
			this.length = last.length + 1
			out = append(out, out[last.start:last.start+last.length]...)
			out = append(out, out[last.start])
		default:
			return out
		}
		if last.length > 0 && len(table) < 4096-258 {
			table = append(table, entry{last.start, last.length + 1})
		}
		last = this
		size := 258 + len(table)
		if early {
			size++
		}
		// The reader's table lags one entry behind the writer's.
		switch size++; {
		case size > 2048:
			width = 12
		case size > 1024:
			width = 11
		case size > 512:
			width = 10
		}
	}
	return out
}

// predicted undoes what was done to make rows of numbers shrink better (7.4.4.4): each byte is told by its
// difference from its neighbours, in one of five ways that the row begins with.
func (f *File) predicted(data []byte, param dict) []byte {
	if f.number(param["Predictor"]) < 10 {
		return data
	}
	whole := func(key name, missing int) int {
		if n := int(f.number(param[key])); n > 0 && n < 1<<20 {
			return n
		}
		return missing
	}
	pixel := max(1, whole("Colors", 1)*whole("BitsPerComponent", 8)/8)
	row := (whole("Colors", 1)*whole("BitsPerComponent", 8)*whole("Columns", 1) + 7) / 8
	out := make([]byte, 0, len(data))
	above := make([]byte, min(row, len(data)))
	for len(data) > 1 {
		kind := data[0]
		n := min(row, len(data)-1)
		here := data[1 : 1+n]
		data = data[1+n:]
		start := len(out)
		for i, c := range here {
			var left, corner byte
			if i >= pixel {
				left, corner = out[start+i-pixel], above[i-pixel]
			}
			out = append(out, c+guess(kind, left, above[i], corner))
		}
		copy(above, out[start:])
	}
	return out
}

// guess is the byte that a row's kind expects.
func guess(kind, left, up, corner byte) byte {
	switch kind {
	case 1:
		return left
	case 2:
		return up
	case 3:
		return byte((int(left) + int(up)) / 2)
	case 4: // Paeth: the neighbour nearest to left + up - corner
		p := int(left) + int(up) - int(corner)
		a, b, c := abs(p-int(left)), abs(p-int(up)), abs(p-int(corner))
		switch {
		case a <= b && a <= c:
			return left
		case b <= c:
			return up
		}
		return corner
	}
	return 0
}

func abs(n int) int { return max(n, -n) }
