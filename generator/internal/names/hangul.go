package names

import (
	"strings"

	"briefbook/generator/internal/book"
)

// attached reports whether the rest of a Hangul word may hang on a name: an office or a title after a person's, 시
// after a place's, a particle, or particles one after the other. What agrees with the sound before it must do so,
// and 은행 is no run of particles after 한국.
func attached(name, rest string, h *holder) bool {
	if rest == "" {
		return true
	}
	suffixes := anySuffixes[:]
	switch h.kind {
	case book.Place:
		suffixes = citySuffixes[:]
	case book.Person:
		suffixes = personSuffixes[:]
	}
	for _, s := range suffixes {
		if strings.HasPrefix(rest, s) && particles(s, rest[len(s):], 3) {
			return true
		}
	}
	return particles(name, rest, 3)
}

var (
	anySuffixes    = [...]string{"측", "들", "간", "내", "발"}
	citySuffixes   = [...]string{"특별시", "직할시", "시", "측", "간", "내", "발"}
	personSuffixes = [...]string{"국무위원장", "국방위원장", "위원장", "대통령", "총리", "장관", "의원", "특사", "실장", "원장", "부장", "대사", "씨", "님", "측"}
)

// particles reports whether rest is up to most particles, none included, after a word.
func particles(word, rest string, most int) bool {
	if rest == "" {
		return true
	}
	if most == 0 {
		return false
	}
	closed := final(word)
	for _, p := range particleList {
		if !strings.HasPrefix(rest, p.text) || p.after == afterVowel && closed > 0 || p.after == afterClosed && closed == 0 ||
			p.after == afterLiquid && closed != 0 && closed != liquid {
			continue
		}
		if p.text == rest || particles(p.text, rest[len(p.text):], most-1) {
			return true
		}
	}
	return false
}

const liquid = 8 // ㄹ among the closing sounds

// final is the closing sound of a word in Hangul, 0 for none. After other letters nothing is known: -1.
func final(word string) int {
	r := lastRune(word)
	if !isHangul(r) {
		return -1
	}
	return int(r-0xAC00) % 28
}

// What a particle follows.
const (
	afterAny = iota
	afterVowel
	afterClosed
	afterLiquid // a vowel or ㄹ
)

var particleList = [...]struct {
	text  string
	after uint8
}{
	{"은", afterClosed}, {"는", afterVowel}, {"이", afterClosed}, {"가", afterVowel}, {"을", afterClosed}, {"를", afterVowel},
	{"의", afterAny}, {"에", afterAny}, {"에서", afterAny}, {"에게", afterAny}, {"에게서", afterAny}, {"께", afterAny}, {"께서", afterAny},
	{"한테", afterAny}, {"와", afterVowel}, {"과", afterClosed}, {"랑", afterVowel}, {"이랑", afterClosed}, {"하고", afterAny},
	{"로", afterLiquid}, {"으로", afterClosed}, {"로서", afterLiquid}, {"으로서", afterClosed}, {"도", afterAny}, {"만", afterAny},
	{"까지", afterAny}, {"부터", afterAny}, {"보다", afterAny}, {"처럼", afterAny}, {"마저", afterAny}, {"조차", afterAny}, {"밖에", afterAny},
	{"나", afterVowel}, {"이나", afterClosed}, {"든", afterVowel}, {"라도", afterVowel}, {"이라도", afterClosed}, {"대로", afterAny},
	{"뿐", afterAny}, {"이다", afterAny}, {"다", afterVowel}, {"입니다", afterAny}, {"이라고", afterAny}, {"라고", afterVowel}, {"이라며", afterAny},
	{"라며", afterVowel}, {"이라는", afterAny}, {"라는", afterVowel}, {"이며", afterAny}, {"며", afterVowel}, {"이고", afterAny}, {"이자", afterAny},
	{"이었다", afterClosed}, {"였다", afterVowel}, {"에는", afterAny},
}

// offices are what follows a Korean family name that stands alone: 김 위원장.
var offices = [...]string{"국무위원장", "국방위원장", "위원장", "대통령", "총리", "장관", "차관", "의원", "특사", "실장", "원장", "부장", "부부장", "대사",
	"총비서", "총서기", "국장", "전 대통령", "대표", "교수", "연구위원", "씨"}

// beforeOffice reports whether a space and an office stand at the beginning of rest.
func beforeOffice(rest string) bool {
	rest, ok := strings.CutPrefix(rest, " ")
	if !ok {
		return false
	}
	for _, o := range offices {
		if strings.HasPrefix(rest, o) {
			return true
		}
	}
	return false
}
