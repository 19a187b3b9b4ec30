package names

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// patronym is a person's family name.
type patronym struct {
	word   string // in Latin letters; "" when there is none to go by
	led    string // with the small words before it, where word is without: "van der Laan"; ""
	korean string // in Hangul; ""
	first  bool   // it stands before the given name
}

// patronymOf reads it off an entry: the sort key says which word it is; else the name in Hangul; else the look of the
// name. Family names stand first in Korean and Chinese names and last in all others.
func patronymOf(e *Entry) patronym {
	p := patronym{korean: hangulSurname(e)}
	name := latinName(e)
	words := strings.Fields(name)
	if len(words) < 2 {
		return p
	}
	last := lastWords(words)
	switch family, given, ok := strings.Cut(e.Sort, ","); {
	case ok && strings.TrimSpace(given) != "":
		p.word = strings.TrimSpace(family)
		p.first = words[0] == p.word && last != p.word
	case p.korean != "" && !strings.Contains(hangulName(e), " "):
		p.word, p.first = words[0], true
	case p.korean != "":
		p.word = last
	case looksEastern(words):
		p.word, p.first = words[0], true
	default:
		p.word = last
	}
	if core := afterArticle(p.word); core != p.word {
		p.word, p.led = core, p.word
	} else if i := strings.LastIndex(name, p.word); i > 0 && p.word != "" {
		p.led = led(name, i, p.word)
	}
	if !strings.Contains(name, p.word) || utf8.RuneCountInString(p.word) < 2 || !startsUpper(p.word) && !strings.Contains(p.word, " ") {
		p.word, p.led = "", "" // a sort key that is not of this name
	}
	return p
}

// afterArticle takes the Arabic article off a surname: Rashidi of al-Rashidi.
func afterArticle(word string) string {
	article, rest, ok := strings.Cut(word, "-")
	if ok && startsUpper(rest) && slices.Contains([]string{"al", "el", "an", "as", "ash", "ad", "ar", "at", "az"}, article) {
		return rest
	}
	return word
}

// led is a surname that begins at byte i of a name with the small words before it, "" when none are.
func led(name string, i int, word string) string {
	start := i
	for start > 0 {
		end := start - 1 // of the word before, in front of a blank or a hyphen
		if c := name[end]; c != ' ' && (c != '-' || start < i) {
			break
		}
		begin := strings.LastIndexAny(name[:end], " -") + 1
		if first, _ := utf8.DecodeRuneInString(name[begin:end]); begin == 0 || !unicode.IsLower(first) {
			break
		}
		start = begin
	}
	if start == i {
		return ""
	}
	return name[start:i] + word
}

// capitalFirst is a surname as it begins a sentence.
func capitalFirst(s string) string {
	r, size := utf8.DecodeRuneInString(s)
	if size == 0 {
		return ""
	}
	return string(unicode.ToUpper(r)) + s[size:]
}

// initials puts a name with its initials close together, and apart: J. M. Bell, J.M. Bell.
func (f *former) initials(name string) {
	words := strings.Fields(name)
	n := 0
	for n < len(words) && len(words[n]) == 2 && startsUpper(words[n]) && words[n][1] == '.' {
		n++
	}
	switch {
	case n > 1 && n < len(words):
		f.put(strings.Join(words[:n], "")+" "+strings.Join(words[n:], " "), asForm)
	case len(words) > 1 && len(words[0]) == 4 && words[0][1] == '.' && words[0][3] == '.' && startsUpper(words[0]) && startsUpper(words[0][2:]):
		f.put(words[0][:2]+" "+words[0][2:]+" "+strings.Join(words[1:], " "), asForm)
	}
}

// latinName is the name, else the first variant, of Latin letters and at least two words.
func latinName(e *Entry) string {
	if !hasHangul(e.Name) {
		return e.Name
	}
	for _, v := range e.Variants {
		if !hasHangul(v) && strings.Contains(v, " ") {
			return v
		}
	}
	return ""
}

func hangulName(e *Entry) string {
	if e.Korean != "" {
		return e.Korean
	}
	for _, n := range append([]string{e.Name}, e.Variants...) {
		if hasHangul(n) {
			return n
		}
	}
	return ""
}

// hangulSurname gives 트럼프 of 도널드 트럼프 and 김 of 김정은; nothing of a name that is neither.
func hangulSurname(e *Entry) string {
	name := hangulName(e)
	words := strings.Fields(name)
	switch n := utf8.RuneCountInString(name); {
	case len(words) > 1:
		return words[len(words)-1]
	case len(words) == 1 && n >= 2 && n <= 4:
		_, size := utf8.DecodeRuneInString(name)
		return name[:size]
	}
	return ""
}

// lastWords is the last word of a name, with the small words that belong to it (von der Leyen) and without what
// follows it (Jr., III).
func lastWords(words []string) string {
	end := len(words)
	for end > 1 && slices.Contains(afterNames, strings.Trim(words[end-1], ".,")) {
		end--
	}
	start := end - 1
	for start > 1 && !startsUpper(words[start-1]) {
		start--
	}
	return strings.TrimRight(strings.Join(words[start:end], " "), ",")
}

var afterNames = []string{"Jr", "Sr", "II", "III", "IV", "jr", "sr"}

// looksEastern reports whether a name is made as Korean and Chinese ones are: a family name that is common there,
// and after it one or two syllables.
func looksEastern(words []string) bool {
	if len(words) > 3 || !slices.Contains(easternSurnames, words[0]) {
		return false
	}
	for _, w := range words[1:] {
		for part := range strings.SplitSeq(w, "-") {
			if n := syllables(part); n == 0 || n > 2 {
				return false
			}
		}
	}
	return true
}

// easternSurnames are the commonest family names of Korea and China, as they are written in Latin letters; sorted.
var easternSurnames = []string{
	"Ahn", "An", "Bae", "Baek", "Bak", "Byun", "Cai", "Cha", "Chang", "Chen", "Cheng", "Cheong", "Cho", "Choe", "Choi", "Chon", "Chong",
	"Choo", "Chu", "Chun", "Chung", "Do", "Gang", "Gao", "Gil", "Go", "Gong", "Gu", "Guo", "Gwon", "Ha", "Ham", "Han", "He", "Heo", "Ho",
	"Hong", "Hu", "Huang", "Huh", "Hur", "Hwang", "Im", "In", "Jang", "Jeon", "Jeong", "Ji", "Jiang", "Jin", "Jo", "Joo", "Ju", "Jung",
	"Kang", "Ki", "Kil", "Kim", "Ko", "Koh", "Koo", "Kook", "Ku", "Kwak", "Kwon", "Lee", "Li", "Liang", "Lim", "Lin", "Liu", "Luo", "Ma",
	"Maeng", "Min", "Moon", "Mun", "Myung", "Na", "Nam", "Namgung", "No", "Noh", "Oh", "Om", "Pae", "Paek", "Paik", "Pak", "Pang", "Park",
	"Pyo", "Pyon", "Rhee", "Rho", "Ri", "Rim", "Roh", "Ryang", "Ryoo", "Ryu", "Seo", "Seok", "Shim", "Shin", "Sim", "Sin", "So", "Sohn",
	"Son", "Song", "Suh", "Sun", "Sung", "Tang", "Tian", "Wang", "Won", "Woo", "Wu", "Xi", "Xie", "Xu", "Yang", "Yeo", "Yeom", "Yi", "Yim",
	"Yo", "Yoo", "Yoon", "You", "Yu", "Yun", "Zhang", "Zhao", "Zheng", "Zhou", "Zhu",
}

// syllables counts the syllables of a word that could be a Korean or Chinese given name, each made of consonants, a
// vowel or two or three, and at most one closing sound; 0 when it could not.
func syllables(word string) int {
	w := strings.ToLower(word)
	if w == "" || len(w) > 14 || !isASCII(strings.Map(unaccented, w)) {
		return 0
	}
	w = strings.Map(unaccented, w)
	n, i := 0, 0
	for i < len(w) {
		start := i
		for i < len(w) && i-start < 2 && !isVowel(w[i]) {
			i++
		}
		if i-start == 2 && !slices.Contains(doubles, w[start:i]) {
			return 0
		}
		vowels := i
		for i < len(w) && i-vowels < 3 && (isVowel(w[i])) {
			i++
		}
		if i == vowels {
			return 0
		}
		i += closing(w[i:])
		n++
	}
	return n
}

// doubles are the initial sounds of two letters.
var doubles = []string{"ch", "sh", "kk", "tt", "pp", "ss", "jj", "hw", "kw", "gw", "gy", "ky", "hy", "my", "ny", "ry", "ly", "by", "py", "zh"}

// closing is how many letters at the beginning of rest close a syllable: those that no vowel follows.
func closing(rest string) int {
	before := func(n int) bool { return n >= len(rest) || !isVowel(rest[n]) && rest[n] != 'y' && rest[n] != 'w' }
	if strings.HasPrefix(rest, "ng") {
		return 2
	}
	if rest != "" && strings.IndexByte("knlmptbgrh", rest[0]) >= 0 && before(1) && !slices.Contains(doubles, rest[:min(2, len(rest))]) {
		return 1
	}
	return 0
}

func isVowel(c byte) bool { return strings.IndexByte("aeiouyw", c) >= 0 && c != 'w' }

func unaccented(r rune) rune {
	switch r {
	case 'ŏ', 'ó', 'ò', 'ô':
		return 'o'
	case 'ŭ', 'ú', 'ü', 'û':
		return 'u'
	case '’', '\'', 'ʼ':
		return -1
	}
	return r
}

func startsUpper(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsUpper(r)
}

// given puts the forms of a name whose family name stands first: the two syllables of the given name with a hyphen, a
// space, or neither, in either case; the family name in capitals; the given name first.
func (f *former) given(name string, p patronym) {
	if !p.first {
		if first, family, ok := strings.Cut(name, " "); ok && p.word != "" && strings.Contains(first, "-") {
			f.put(strings.ReplaceAll(first, "-", " ")+" "+family, asForm)
		}
		return
	}
	if p.word == "" {
		return
	}
	rest, ok := strings.CutPrefix(name, p.word+" ")
	if !ok {
		return
	}
	one, two, ok := strings.Cut(rest, "-")
	if !ok {
		one, two, ok = strings.Cut(rest, " ")
	}
	if !ok || one == "" || two == "" || strings.ContainsAny(two, " -") {
		return
	}
	one, upper, lower := capital(one), capital(two), strings.ToLower(two)
	for _, given := range [...]string{one + "-" + lower, one + "-" + upper, one + " " + upper, one + lower} {
		f.join(p.word, given)
		f.join(strings.ToUpper(p.word), given)
		f.join(given, p.word)
	}
	for _, given := range [...]string{one + " " + upper, one + "-" + upper} {
		f.join(strings.ToUpper(p.word), strings.ToUpper(given))
	}
}

// join puts a form of two pieces.
func (f *former) join(a, b string) {
	f.buf = append(append(append(f.buf[:0], a...), ' '), b...)
	f.putBytes()
}

func capital(s string) string {
	r, size := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(r)) + strings.ToLower(s[size:])
}
