package figure

import (
	"briefbook/generator/internal/book"
	"bytes"
	"encoding/xml"
	"image"
	"image/gif"
	"image/jpeg"
	"image/png"
	"math"
	"path"
	"strconv"
	"strings"
)

// PictureSize asks for a static file when its name is a picture's, and measures it.
func PictureSize(lib book.Library, name string) (width, height int) {
	switch strings.ToLower(path.Ext(name)) {
	case ".png", ".jpg", ".jpeg", ".gif", ".svg":
		if data, ok := lib.Asset(name); ok {
			return ImageSize(name, data)
		}
	}
	return 0, 0
}

// ImageSize is the size of a picture in pixels, so that a page can keep its place while it loads. The file's
// name tells its format: PNG, JPEG, GIF or SVG. Both are 0 for anything else and for a file without a size.
func ImageSize(name string, data []byte) (width, height int) {
	var c image.Config
	var err error
	switch strings.ToLower(path.Ext(name)) {
	case ".png":
		c, err = png.DecodeConfig(bytes.NewReader(data))
	case ".jpg", ".jpeg":
		c, err = jpeg.DecodeConfig(bytes.NewReader(data))
	case ".gif":
		c, err = gif.DecodeConfig(bytes.NewReader(data))
	case ".svg":
		return drawingSize(data)
	}
	if err != nil {
		return 0, 0
	}
	return c.Width, c.Height
}

// drawingSize reads the first element of an SVG: its width and height, or else those of its view box.
func drawingSize(data []byte) (width, height int) {
	d := xml.NewDecoder(bytes.NewReader(data))
	for {
		token, err := d.RawToken()
		if err != nil {
			return 0, 0
		}
		root, ok := token.(xml.StartElement)
		if !ok {
			continue
		}
		var w, h, boxW, boxH float64
		for _, a := range root.Attr {
			switch a.Name.Local {
			case "width":
				w = pixels(a.Value)
			case "height":
				h = pixels(a.Value)
			case "viewBox":
				if f := strings.FieldsFunc(a.Value, func(r rune) bool { return r == ' ' || r == ',' }); len(f) == 4 {
					boxW, boxH = pixels(f[2]), pixels(f[3])
				}
			}
		}
		if w == 0 || h == 0 {
			w, h = boxW, boxH
		}
		if w == 0 || h == 0 {
			return 0, 0
		}
		return int(math.Round(w)), int(math.Round(h))
	}
}

// pixels reads a length without a unit or in px; anything else, a percentage for one, is 0.
func pixels(length string) float64 {
	n, err := strconv.ParseFloat(strings.TrimSuffix(strings.TrimSpace(length), "px"), 64)
	if err != nil || !(n > 0 && n < 1e6) {
		return 0
	}
	return n
}
