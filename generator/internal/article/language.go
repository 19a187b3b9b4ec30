package article

import (
	"strings"
	"unicode"
)

// languageOf tells the languages a text betrays by its script or its commonest words; "" is unknown.
func languageOf(blocks []*block) string {
	const sample = 4000
	var c census
	seen := 0
	for _, b := range blocks {
		text := beginning(b.text, sample-seen)
		c.count(text)
		if seen += len(text); seen >= sample {
			break
		}
	}
	if c.letters < 20 {
		return ""
	}
	if tag := c.script(); tag != "" {
		return tag
	}
	if 10*c.latin < 7*c.letters || c.words < 8 {
		return ""
	}
	return c.tongue()
}

// census counts letters by their script and words by the languages they are common in.
type census struct {
	letters, latin, hangul, kana, han, cyrillic, arabic int
	ukrainian, persian                                  int
	others                                              [4]int // Greek, Hebrew, Thai, Devanagari
	words                                               int
	tongues                                             [len(tongues)]int
}

// tongues that are told by their words, in the order of tongueOf.
var tongues = [...]string{"en", "de", "fr", "es", "it", "pt", "nl", "id", "sv", "pl", "tr"}

func (c *census) count(text string) {
	for _, r := range text {
		switch {
		case r < 0x80:
			if (r|0x20) >= 'a' && (r|0x20) <= 'z' {
				c.latin++
				c.letters++
			}
		case unicode.IsLetter(r):
			c.letters++
			c.letter(r)
		}
	}
	for word := range strings.FieldsSeq(text) {
		c.words++
		if n := tongueOf(strings.ToLower(strings.Trim(word, ".,;:!?\"'()«»“”„"))); n >= 0 {
			c.tongues[n]++
		}
	}
}

// letter counts a letter that is not ASCII.
func (c *census) letter(r rune) {
	switch {
	case unicode.Is(unicode.Latin, r):
		c.latin++
	case unicode.Is(unicode.Hangul, r):
		c.hangul++
	case unicode.In(r, unicode.Hiragana, unicode.Katakana):
		c.kana++
	case unicode.Is(unicode.Han, r):
		c.han++
	case unicode.Is(unicode.Cyrillic, r):
		c.cyrillic++
		if strings.ContainsRune("іїєґІЇЄҐ", r) {
			c.ukrainian++
		}
	case unicode.Is(unicode.Arabic, r):
		c.arabic++
		if strings.ContainsRune("پچژگی", r) {
			c.persian++
		}
	case unicode.Is(unicode.Greek, r):
		c.others[0]++
	case unicode.Is(unicode.Hebrew, r):
		c.others[1]++
	case unicode.Is(unicode.Thai, r):
		c.others[2]++
	case unicode.Is(unicode.Devanagari, r):
		c.others[3]++
	}
}

// script names the language of a script that one language, or one above others, is written in.
func (c *census) script() string {
	most := 7 * c.letters
	switch {
	case 10*c.hangul > 3*c.letters:
		return "ko"
	case 10*c.kana > c.letters:
		return "ja"
	case 10*c.han > most:
		return "zh"
	case 10*c.cyrillic > most && 50*c.ukrainian > c.cyrillic:
		return "uk"
	case 10*c.cyrillic > most:
		return "ru"
	case 10*c.arabic > most && 20*c.persian > c.arabic:
		return "fa"
	case 10*c.arabic > most:
		return "ar"
	}
	for i, tag := range [...]string{"el", "he", "th", "hi"} {
		if 10*c.others[i] > most {
			return tag
		}
	}
	return ""
}

// tongue names the language whose common words are every fifteenth or more, and twice those of any other.
func (c *census) tongue() string {
	best := 0
	for i, n := range c.tongues {
		if n > c.tongues[best] {
			best = i
		}
	}
	if 15*c.tongues[best] <= c.words {
		return ""
	}
	for i, n := range c.tongues {
		if i != best && c.tongues[best] <= 2*n {
			return ""
		}
	}
	return tongues[best]
}

// tongueOf is the language in which a word is common and in no other of these, -1 for none.
func tongueOf(word string) int {
	switch word {
	case "the", "of", "to", "and", "that", "with", "for", "is", "was", "said", "from", "by", "it", "as", "at", "are", "has", "have", "were", "which":
		return 0
	case "der", "und", "nicht", "mit", "für", "das", "ist", "den", "dem", "auf", "sich", "ein", "eine", "im", "von", "zu", "auch", "nach", "bei", "wie", "hat":
		return 1
	case "les", "des", "et", "dans", "est", "pour", "une", "qui", "du", "au", "sur", "avec", "ont", "été", "aux", "le", "il", "ce", "pas", "par", "à", "que":
		return 2
	case "el", "los", "las", "y", "por", "una", "con", "del", "su", "fue", "más", "han", "lo", "pero", "se":
		return 3
	case "di", "che", "è", "gli", "della", "per", "nel", "sono", "alla", "dei", "delle", "un", "ha", "anche":
		return 4
	case "o", "os", "do", "da", "não", "em", "uma", "dos", "com", "ao", "foi", "pela", "mais":
		return 5
	case "het", "een", "van", "niet", "op", "zijn", "voor", "dat", "wordt", "aan", "ook", "naar", "bij", "er":
		return 6
	case "yang", "dan", "dengan", "untuk", "tidak", "ini", "itu", "dari", "pada", "dalam", "akan", "juga":
		return 7
	case "och", "att", "det", "som", "på", "är", "för", "inte", "med", "till", "av":
		return 8
	case "się", "nie", "jest", "że", "oraz", "jak", "przez", "dla", "został", "są":
		return 9
	case "ve", "bir", "bu", "için", "ile", "olarak", "daha", "çok", "olduğunu", "dedi", "gibi", "olan":
		return 10
	}
	return -1
}
