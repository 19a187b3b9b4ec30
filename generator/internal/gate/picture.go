package gate

import (
	"bytes"
	"encoding/binary"
	"unicode/utf8"
)

// png gives the texts of a PNG: tEXt, zTXt, iTXt, and the profile of its colours, which is packed.
func (u *unpacker) png(name string, data []byte, depth int) {
	const frame = 12 // of a chunk: its length, kind and check sum
	for data = data[8:]; len(data) >= frame; {
		size := int64(binary.BigEndian.Uint32(data))
		if size > int64(len(data)-frame) {
			return // what is left is no chunk: it was read as it is
		}
		kind, chunk := string(data[4:8]), data[8:8+size]
		data = data[frame+size:]
		key, text, ok := bytes.Cut(chunk, []byte{0})
		if !ok {
			continue
		}
		inner := name + " " + kind + " " + fromLatin(key)
		switch kind {
		case "tEXt":
			u.put(inner, []byte(fromLatin(text)), depth)
		case "zTXt", "iCCP":
			if len(text) > 0 {
				u.deflated(inner, text[1:], depth)
			}
		case "iTXt":
			u.international(inner, text, depth)
		}
	}
}

// international gives the text of an iTXt chunk behind its key: whether it is packed, how, the language, the key in it.
func (u *unpacker) international(name string, data []byte, depth int) {
	if len(data) < 2 {
		return
	}
	packed := data[0] == 1
	f := bytes.SplitN(data[2:], []byte{0}, 3)
	text := f[len(f)-1]
	if packed {
		u.deflated(name, text, depth)
		return
	}
	u.put(name, text, depth)
}

// fromLatin reads Latin-1 where a text is not in UTF-8.
func fromLatin(b []byte) string {
	if utf8.Valid(b) {
		return string(b)
	}
	out := make([]rune, len(b))
	for i, c := range b {
		out[i] = rune(c)
	}
	return string(out)
}

// extension begins a segment with a part of a longer XMP packet: a digest, the length of the whole, the place therein.
const (
	extension     = "http://ns.adobe.com/xmp/extension/\x00"
	extensionHead = len(extension) + 32 + 4 + 4
)

// jpeg gives the segments of a JPEG that are no picture: comments, Exif, XMP, of which the parts are put together.
func (u *unpacker) jpeg(name string, data []byte, depth int) {
	var packet []byte
	for data = data[2:]; len(data) >= 4 && data[0] == 0xff; {
		kind, size := data[1], int(binary.BigEndian.Uint16(data[2:]))
		if kind == 0xda || size < 2 || size > len(data)-2 { // the picture itself
			break
		}
		segment := data[4 : 2+size]
		data = data[2+size:]
		switch {
		case kind == 0xe1 && len(segment) > extensionHead && bytes.HasPrefix(segment, []byte(extension)):
			packet = append(packet, segment[extensionHead:]...)
		case kind == 0xfe || kind >= 0xe0 && kind <= 0xef:
			u.put(name+" metadata", []byte(fromLatin(uncoded(segment))), depth)
		}
	}
	u.put(name+" XMP", packet, depth)
}

// uncoded takes away what a comment in Exif says of its letters, so that it is no part of the first word.
func uncoded(segment []byte) []byte {
	segment = bytes.ReplaceAll(segment, []byte("UNICODE\x00"), []byte("        "))
	return bytes.ReplaceAll(segment, []byte("ASCII\x00\x00\x00"), []byte("        "))
}

// gif gives the comments of a GIF, which are parted into blocks.
func (u *unpacker) gif(name string, data []byte, depth int) {
	for {
		_, rest, ok := bytes.Cut(data, []byte("!\xfe"))
		if !ok {
			return
		}
		var comment []byte
		for len(rest) > 0 && rest[0] > 0 {
			size := min(int(rest[0]), len(rest)-1)
			comment, rest = append(comment, rest[1:1+size]...), rest[1+size:]
		}
		u.put(name+" comment", []byte(fromLatin(comment)), depth)
		data = rest
	}
}
