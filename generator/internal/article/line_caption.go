package article

import (
	"slices"
	"strings"
	"unicode"
)

// caption recognises what stands under a picture: a line that begins with the word for one, or that ends in its
// credit.
func caption(l *line) bool {
	switch l.bare {
	case "image", "images", "photo", "photos", "picture", "video", "gallery", "photo gallery", "getty", "getty images",
		"ap photo", "file photo", "file picture", "file image", "representational image", "enlarge", "enlarge this image",
		"toggle caption", "hide caption", "bild", "bilder", "foto", "fotos", "fotostrecke", "bildergalerie", "symbolbild",
		"archivbild", "archivfoto", "사진", "자료사진", "자료 사진", "image caption", "media caption", "fullscreen",
		"view image in fullscreen":
		return true
	}
	if l.words > 90 {
		return false
	}
	if beginsAny(strings.TrimLeft(l.lower, "([▲△<-–— "), captionBegins) {
		return l.words <= 60
	}
	if strings.HasPrefix(l.lower, "in this ") && strings.Contains(beginning(l.lower, 60), " photo") {
		return true // "In this Jan. 12, 2006, file photo …"
	}
	return credited(l)
}

var captionBegins = []string{
	"photo:", "photos:", "photo by ", "photo credit", "photo courtesy", "photograph:", "photograph by ", "photographs by ",
	"photography by ", "picture:", "pictures:", "picture by ", "image:", "images:", "image credit", "image source",
	"image caption", "image by ", "image courtesy", "file photo", "file picture", "file image", "file -", "file –",
	"file —", "in this file photo", "in this photo ", "in this photo,", "in this image", "in this picture", "caption:",
	"media caption", "cover image", "featured image", "representational image", "representative image", "illustration:",
	"illustration by ", "graphic:", "video:", "foto:", "fotos:", "bild:", "bilder:", "symbolbild", "symbolfoto",
	"archivbild", "archivfoto", "bildquelle", "bildnachweis", "fotoquelle", "grafik:", "video:", "© getty", "사진=", "사진 =",
	"사진:", "사진제공", "사진 제공", "자료사진", "그래픽=", "그래픽 =",
}

// credited reports whether a block ends in the credit of a picture: "(Photo by …)", "Credit: …", "[사진=…]". The
// credit is short, and it is no sentence.
func credited(l *line) bool {
	const widest = 120
	end := strings.TrimRightFunc(l.text, invisible)
	if len(end) > widest {
		end = end[len(end)-widest:]
		for len(end) > 0 && end[0]&0xc0 == 0x80 {
			end = end[1:]
		}
	}
	end = plain(strings.ToLower(strings.TrimRight(end, " .)]")))
	for _, cue := range creditCues {
		i := strings.LastIndex(end, cue)
		if i < 0 || i == 0 && len(l.text) > widest {
			continue
		}
		if rest := end[i+len(cue):]; words(rest) <= 10 && !strings.ContainsAny(rest, "!?\"") && (i == 0 || boundary(end[:i], cue)) {
			return true
		}
	}
	return taken(l) || slices.ContainsFunc(pictureAgencies, func(name string) bool { return strings.HasSuffix(end, name) })
}

// taken reports whether a short block ends in the name of whoever took the picture, and nothing else: "The pier at
// dawn. (Ida Brandt)", "부두의 새벽. 여은설 기자".
func taken(l *line) bool {
	if !l.whole() || l.words > 40 {
		return false
	}
	if name, ok := strings.CutSuffix(l.head, ")"); ok {
		i := strings.LastIndex(name, ". (")
		return i > 0 && person(name[i+3:])
	}
	i := strings.LastIndexAny(l.head, ".")
	return i > 0 && strings.HasSuffix(l.head, " 기자") && words(l.head[i:]) == 2
}

// boundary reports whether a cue after before opens a credit: in brackets, or after the end of a sentence. A cue
// that opens with a bracket is its own boundary.
func boundary(before, cue string) bool {
	if r := rune(cue[0]); !unicode.IsLetter(r) {
		return true
	}
	before = strings.TrimRight(before, " ")
	return before == "" || strings.ContainsAny(before[len(before)-1:], ".!?)|/…\"'")
}

var creditCues = []string{
	"(photo:", "(photo by ", "(photo credit", "(photo courtesy", "(photograph by ", "(photograph:", "(image:",
	"(image credit", "(image by ", "(picture:", "(foto:", "(bild:", "(ap photo", "(file photo", "(file:", "(reuters/",
	"(afp/", "(afp photo", "(getty", "(credit:", "(courtesy ", "[photo:", "[photo by ", "[image:", "[사진=", "[사진 =", "[사진:",
	"(사진=", "(사진 =", "/사진=", "/사진 =", "photo:", "photos:", "photograph:", "photograph by ", "photo by ", "photo credit",
	"picture:", "image:", "image credit", "credit:", "credit...", "credit…", "file photo", "foto:", "bild:", "archivfoto",
	"archivbild", "photo courtesy of", "사진=", "사진 =", "사진:",
}

// pictureAgencies are ends that only credits have.
var pictureAgencies = []string{"getty images", "/ap photo", "/ ap photo", "shutterstock", "/istock", "photoshot",
	"stock.adobe.com"}
