package lint

import (
	"strings"
	"sync"

	"briefbook/generator/internal/book"
)

// cue says what the words of a block could be about.
type cue uint8

const (
	dated    cue = 1 << iota // a date counted from another, or a day of the week
	judged                   // confidence
	voiced                   // officials or sources
	capitals                 // an acronym
)

// wordClass is what a single word can be.
type wordClass uint8

const (
	other   wordClass = iota
	tells             // "yesterday"
	side              // "last", "next": tells of a date when a unit follows
	amount            // "two", between the two
	unit              // "week", "May"
	named             // a day of the week: only with a capital letter
	someone           // "officials", "sources"
	sure              // "confidence"
)

// A vocabulary is what the room knows of a language.
type vocabulary struct {
	language string // for package when
	silences string // the heading of the section that a chapter must have
	words    map[string]wordClass
	// lengths has a bit for each length of a word that begins with a byte, so that most words are never looked up.
	lengths [256]uint32
	// written are parts of words that tell of a date, in a script without capital letters.
	written  []string
	acronyms bool
}

// longestCue is how long a word of a vocabulary can be, in bytes.
const longestCue = 16

// add takes words, separated by spaces, into the vocabulary.
func (v *vocabulary) add(class wordClass, words string) {
	for word := range strings.FieldsSeq(words) {
		v.words[word] = class
		v.lengths[word[0]] |= 1 << len(word)
	}
}

// wordsOf is the vocabulary of a language, nil when the room has none.
func wordsOf(language string) *vocabulary {
	base, _, _ := strings.Cut(strings.ToLower(language), "-")
	switch base {
	case "", "en":
		return english()
	case "de":
		return german()
	case "ko":
		return korean()
	}
	return nil
}

var english = sync.OnceValue(func() *vocabulary {
	v := &vocabulary{language: "en", silences: "What the sources are silent on", words: map[string]wordClass{}, acronyms: true}
	v.add(tells, "today yesterday tomorrow tonight overnight ago")
	v.add(side, "this last next past coming")
	v.add(unit, "day week month year weekend quarter decade century morning afternoon evening night spring summer autumn fall winter january "+
		"february march april may june july august september october november december")
	v.add(amount, "two three four five six seven eight nine ten twelve few several couple of many dozen hundred")
	v.add(unit, "days weeks months years quarters decades hours")
	v.add(named, "monday tuesday wednesday thursday friday saturday sunday")
	v.add(someone, "official officials source sources diplomat diplomats aide aides insider insiders familiar")
	v.add(sure, "confidence confident")
	return v
})

var german = sync.OnceValue(func() *vocabulary {
	v := &vocabulary{language: "de", silences: "Worüber die Quellen schweigen", words: map[string]wordClass{}, acronyms: true}
	v.add(tells, "heute gestern vorgestern morgen übermorgen heuer")
	v.add(side, "letzte letzten letzter letztes letztem vergangene vergangenen vergangener vergangenes kommende kommenden kommender kommendes "+
		"diese diesen dieser dieses diesem nächste nächsten nächster nächstes vorige vorigen voriger voriges vor")
	v.add(amount, "zwei drei vier fünf sechs sieben acht neun zehn einem einer wenigen einigen mehreren")
	v.add(unit, "woche wochen monat monats monaten jahr jahres jahren tag tagen wochenende quartal frühjahr sommer herbst winter jahrzehnt "+
		"januar februar märz april mai juni juli august september oktober november dezember")
	v.add(named, "montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag")
	return v
})

var korean = sync.OnceValue(func() *vocabulary {
	return &vocabulary{language: "ko", silences: "자료가 말하지 않는 것",
		written: []string{"요일", "어제", "오늘", "내일", "모레", "그저께", "지난", "이번", "다음", "올해", "작년", "내년", "일(", " 전"}}
})

// What a byte is in a word.
const (
	smallLetter uint8 = iota + 1
	capitalLetter
)

// letters tells the bytes of words: Latin letters and whatever is not ASCII.
var letters = func() (t [256]uint8) {
	for c := range t {
		switch {
		case c >= 'A' && c <= 'Z':
			t[c] = capitalLetter
		case c >= 'a' && c <= 'z' || c >= 0x80:
			t[c] = smallLetter
		}
	}
	return t
}()

// look goes once through the words of a block.
func (v *vocabulary) look(text string, b *book.Block) (cues cue) {
	behind := other
	for at := 0; at < len(text); {
		kind := letters[text[at]]
		if kind == 0 {
			at++
			continue
		}
		start, upper := at, 0
		for kind != 0 {
			if kind == capitalLetter {
				upper++
			}
			if at++; at == len(text) {
				break
			}
			kind = letters[text[at]]
		}
		if upper >= 2 && v.acronyms && !b.Heading {
			cues |= capitals
		}
		class := other
		if n := at - start; n <= longestCue && v.lengths[text[start]|lowerBit(text[start])]&(1<<n) != 0 {
			class = v.class(text[start:at])
		}
		switch class {
		case tells:
			cues |= dated
		case unit:
			if behind == side {
				cues |= dated
			}
		case amount:
			class = behind
		case named:
			if upper > 0 {
				cues |= dated
			}
		case someone:
			cues |= voiced
		case sure:
			cues |= judged
		}
		behind = class
	}
	for _, w := range v.written {
		if strings.Contains(text, w) {
			cues |= dated
		}
	}
	return cues
}

// lowerBit is the bit that makes a letter small.
func lowerBit(c byte) byte {
	if letters[c] == capitalLetter {
		return 0x20
	}
	return 0
}

// class looks a word up, whatever its case.
func (v *vocabulary) class(word string) wordClass {
	var small [longestCue]byte
	for i := range len(word) {
		small[i] = word[i] | lowerBit(word[i])
	}
	return v.words[string(small[:len(word)])]
}
