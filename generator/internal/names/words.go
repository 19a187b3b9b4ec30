package names

import (
	"slices"
	"strings"
)

// isTitle reports whether a word before a surname is an office, a title or a form of address.
func isTitle(word string) bool {
	_, ok := slices.BinarySearch(titles, strings.ToLower(word))
	return ok
}

// titles, in small letters; sorted.
var titles = []string{
	"adm", "admiral", "adviser", "advisor", "amb", "ambassador", "analyst", "archbishop", "attorney", "baron", "baroness", "bishop", "brig",
	"brother", "candidate", "capt", "captain", "cardinal", "chair", "chairman", "chairwoman", "chancellor", "chief", "coach", "col",
	"colonel", "commander", "commissioner", "comrade", "congressman", "congresswoman", "corporal", "councillor", "dame", "dear", "delegate",
	"deputy", "detective", "dictator", "director", "dr", "emperor", "envoy", "ex", "father", "first", "former", "frau", "gen", "general",
	"gov", "governor", "herr", "herrn", "inspector", "judge", "justice", "king", "lady", "leader", "lieutenant", "lord", "lt", "madam",
	"madame", "maj", "major", "marshal", "mayor", "minister", "miss", "mr", "mrs", "ms", "negotiator", "officer", "official", "pastor",
	"pope", "premier", "president", "presidents", "prime", "prince", "princess", "prof", "professor", "queen", "rep", "representative",
	"rev", "reverend", "sec", "secretary", "sen", "senator", "sergeant", "sgt", "sheikh", "sir", "sister", "spokesman", "spokesperson",
	"spokeswoman", "sultan", "superintendent", "undersecretary", "vice",
}

// germanTitle reports whether a German noun before a surname names an office or a relation: by its last part, since
// the language joins words.
func germanTitle(word string) bool {
	w := strings.ToLower(word)
	of := strings.TrimSuffix(w, "in") // a woman's
	for _, end := range germanTitles {
		if strings.HasSuffix(w, end) || strings.HasSuffix(of, end) {
			return true
		}
	}
	return false
}

var germanTitles = [...]string{"präsident", "präsidenten", "chef", "chefs", "haber", "habers", "führer", "führers", "minister", "ministers", "kanzler",
	"kanzlers", "sekretär", "sekretärs", "general", "diktator", "diktators", "herrscher", "regierung", "herr", "herrn", "frau", "familie", "leiter",
	"sprecher", "vorsitzende", "vorsitzender", "vorsitzenden", "botschafter", "gesandte", "gesandter", "gesandten", "abgeordnete", "abgeordneter",
	"marschall", "dr", "professor", "genosse", "genoss", "könig", "kaiser", "direktor", "beauftragte", "beauftragter", "beauftragten", "experte",
	"expert", "berater", "richter", "bürgermeister", "zar", "staatsoberhaupt", "oberhaupt", "spitze", "lager", "regime", "ära"}

// germanGiven are given names that could be taken for nouns, behind an article or an adjective.
var germanGiven = []string{"Barbara", "Donald", "Ivanka", "Jared", "Melania", "Michelle", "Hillary", "Jill", "Hunter"}

// nounBefore reports whether the word at i stands where German has a noun: behind an article, an adjective or a
// preposition that ran together with one.
func nounBefore(s string, i int) bool {
	word, _ := wordBefore(s, i)
	if word == "" || startsUpper(word) {
		return false
	}
	for _, end := range [...]string{"er", "es", "en", "em", "die", "ie", "das", "ein", "eine", "im", "am", "zum", "zur", "vom", "beim", "ins", "sche"} {
		if strings.HasSuffix(word, end) {
			return true
		}
	}
	return false
}

// openers are words that begin a sentence before a surname.
var openers = []string{
	"About", "Aber", "After", "Against", "Als", "Also", "Although", "And", "Around", "As", "At", "Auch", "Auf", "Aus", "Because", "Before",
	"Behind", "Bei", "Between", "Beyond", "Both", "But", "By", "Can", "Could", "Da", "Daher", "Damit", "Dann", "Das", "Dass", "Der", "Despite",
	"Did", "Die", "Do", "Doch", "Does", "During", "Einst", "Even", "Ever", "For", "Für", "From", "Gegen", "Had", "Has", "Heute", "How",
	"However", "If", "In", "Indeed", "Inside", "Into", "Is", "Jetzt", "Later", "Laut", "Like", "Maybe", "Meanwhile", "Mit", "Nach", "Neither",
	"Nor", "Not", "Now", "Nun", "Ob", "Obwohl", "Of", "On", "Once", "Only", "Or", "Outside", "Over", "Perhaps", "Seit", "Should", "Since", "So",
	"Soon", "Still", "Than", "That", "Then", "There", "Though", "Through", "Thus", "Till", "To", "Today", "Tomorrow", "Toward", "Towards", "Trotz",
	"Über", "Um", "Und", "Under", "Unless", "Unlike", "Until", "Unter", "Upon", "Via", "Von", "Vor", "Was", "Weil", "Wenn", "What", "When",
	"Whenever", "Where", "Whereas", "Whether", "While", "Who", "Whom", "Why", "Wie", "Will", "With", "Within", "Without", "Während", "Would",
	"Yes", "Yesterday", "Yet", "Zu", "Zuvor", "Zwar", "Zwischen", "Gestern",
}

// plainUpper reports whether a capitalised word is one that English writes so though it is no part of a name beside
// it: a day or a month.
func plainUpper(word string) bool {
	switch word {
	case "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday", "January", "February", "March", "April", "May", "June",
		"July", "August", "September", "October", "November", "December", "I":
		return true
	}
	return false
}

// isMonth reports whether a surname that is also a month (May) is one there, or the verb with which a wish begins: "in
// May", "4 May", "May 2019", "May she rest".
func isMonth(s string, start, end int) bool {
	if !plainUpper(s[start:end]) {
		return false
	}
	before, _ := wordBefore(s, start)
	after, _ := wordAfter(s, end)
	switch strings.ToLower(before) {
	case "in", "since", "until", "till", "during", "late", "early", "mid", "last", "next", "this", "im", "ende", "anfang", "mitte", "seit":
		return true
	}
	switch after {
	case "he", "she", "it", "they", "we", "I", "you", "the", "this", "that":
		return beginsSentence(s, start)
	}
	return numeral(before) || numeral(after)
}

func numeral(word string) bool { return word != "" && word[0] >= '0' && word[0] <= '9' }

// houseOrFirm reports whether a word behind a surname makes the name of a street, a building or a company of it,
// whoever it was named after: Park Avenue.
func houseOrFirm(word string) bool {
	switch word {
	case "Airport", "Avenue", "Boulevard", "Bridge", "Building", "College", "Hall", "Hospital", "Hotel", "Lane", "Museum", "Road", "School",
		"Square", "Stadium", "Station", "Street", "Tower", "Towers", "University", "AG", "CF", "Co", "Corp", "FC", "GmbH", "Inc", "Ltd", "SC":
		return true
	}
	return false
}

// joinsBehind reports whether a capitalised word behind a surname makes a longer name of both: Trump Tower. What
// belongs to the person does not: the Trump Administration.
func joinsBehind(word string) bool {
	if word == "" || !startsUpper(word) || plainUpper(word) || allUpper(word) && len(word) > 1 {
		return false
	}
	switch word {
	case "Administration", "Government", "Doctrine", "Cabinet", "White", "And", "Says", "Said":
		return false
	}
	return true
}

// smallWords cannot be what "the Moon …" belongs to.
var smallWords = []string{"and", "as", "at", "by", "for", "from", "had", "has", "in", "is", "of", "on", "or", "rises", "rose", "that", "to", "was", "which", "with", "would"}

var germanArticles = []string{"der", "die", "das", "dem", "den", "des", "ein", "eine", "einem", "einen", "einer", "im", "am", "zum", "vom"}
