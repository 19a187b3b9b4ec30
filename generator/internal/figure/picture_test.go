package figure

import (
	"bytes"
	"image"
	"image/color/palette"
	"image/gif"
	"image/jpeg"
	"image/png"
	"testing"
)

func TestImageSize(t *testing.T) {
	t.Parallel()
	picture := image.NewPaletted(image.Rect(0, 0, 30, 20), palette.WebSafe)
	var p, j, g bytes.Buffer
	if err := png.Encode(&p, picture); err != nil {
		t.Fatal(err)
	}
	if err := jpeg.Encode(&j, picture, nil); err != nil {
		t.Fatal(err)
	}
	if err := gif.Encode(&g, picture, nil); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name, data    string
		width, height int
	}{
		{"a.png", p.String(), 30, 20},
		{"a.JPG", j.String(), 30, 20},
		{"a.gif", g.String(), 30, 20},
		{"a.png", j.String(), 0, 0},
		{"a.png", "", 0, 0},
		{"a.webp", "RIFF", 0, 0},
		{"a.svg", `<?xml version="1.0"?><!-- x --><svg xmlns="http://www.w3.org/2000/svg" width="40" height="10px" viewBox="0 0 4 1"/>`, 40, 10},
		{"a.svg", `<svg width="100%" height="50%" viewBox="0,0 40.4,9.6">`, 40, 10},
		{"a.svg", `<svg width="3em">`, 0, 0},
		{"a.svg", `<svg width="NaN" height="-1" viewBox="0 0 1e99 1">`, 0, 0},
		{"a.svg", `no drawing`, 0, 0},
	} {
		if w, h := ImageSize(c.name, []byte(c.data)); w != c.width || h != c.height {
			t.Errorf("%s %.60q: %d × %d, want %d × %d", c.name, c.data, w, h, c.width, c.height)
		}
	}
}
