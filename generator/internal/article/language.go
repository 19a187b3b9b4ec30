package article

import (
	"strings"
	"unicode"
)

// languageOf tells the languages a text betrays by its script or its commonest words; "" is unknown.
func languageOf(blocks []*block) string {
	const sample = 4000
	letters, hangul, kana, latin, seen := 0, 0, 0, 0, 0
	english, german, count := 0, 0, 0
	for _, b := range blocks {
		text := beginning(b.text, sample-seen)
		for _, r := range text {
			switch {
			case r < 0x80 && (r|0x20) >= 'a' && (r|0x20) <= 'z':
				latin++
				letters++
			case r >= 0x80 && unicode.IsLetter(r):
				letters++
				switch {
				case unicode.Is(unicode.Hangul, r):
					hangul++
				case unicode.In(r, unicode.Hiragana, unicode.Katakana):
					kana++
				}
			}
		}
		for word := range strings.FieldsSeq(text) {
			count++
			switch strings.ToLower(word) {
			case "the", "of", "to", "and", "that", "with", "for":
				english++
			case "der", "die", "das", "und", "nicht", "mit", "für":
				german++
			}
		}
		if seen += len(text); seen >= sample {
			break
		}
	}
	switch {
	case letters < 20:
		return ""
	case 10*hangul > 3*letters:
		return "ko"
	case 10*kana > letters:
		return "ja"
	case 10*latin < 7*letters || count < 8:
		return ""
	case 15*english > count && english > 3*german:
		return "en"
	case 15*german > count && german > 3*english:
		return "de"
	}
	return ""
}
