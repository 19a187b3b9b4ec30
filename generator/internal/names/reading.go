package names

import (
	"slices"
	"strings"
	"sync"
)

// isCapital reports whether a place is a seat of government, by its name or a variant: cities after which newspapers
// call a government. City states are not among them, nor are countries, which are their governments under one name.
func isCapital(e *Entry) bool {
	list := capitals()
	is := func(name string) bool {
		_, ok := slices.BinarySearch(list, strings.ToLower(name))
		return ok
	}
	return is(e.Name) || is(e.Korean) || slices.ContainsFunc(e.Variants, is)
}

var capitals = sync.OnceValue(func() []string {
	list := strings.Split(capitalNames, "|")
	slices.Sort(list)
	return list
})

const capitalNames = "abu dhabi|abuja|accra|addis ababa|algiers|algier|amman|amsterdam|ankara|antananarivo|ashgabat|asmara|astana|asunción|" +
	"asuncion|athens|athen|baghdad|bagdad|baku|bamako|bangkok|bangui|beijing|peking|beirut|belgrade|belgrad|berlin|bern|berne|bishkek|" +
	"bogotá|bogota|brasilia|brasília|bratislava|brazzaville|brussels|brüssel|bucharest|bukarest|budapest|buenos aires|cairo|kairo|canberra|" +
	"caracas|chisinau|colombo|conakry|copenhagen|kopenhagen|dakar|damascus|damaskus|delhi|dhaka|doha|dublin|dushanbe|freetown|gaborone|" +
	"hanoi|harare|havana|havanna|helsinki|islamabad|jakarta|jerusalem|juba|kabul|kampala|kathmandu|khartoum|khartum|kigali|kingston|" +
	"kinshasa|kyiv|kiev|kiew|la paz|libreville|lilongwe|lima|lisbon|lissabon|ljubljana|lomé|london|luanda|lusaka|madrid|malabo|managua|manama|" +
	"manila|maputo|minsk|mogadishu|mogadischu|monrovia|montevideo|moscow|moskau|muscat|maskat|nairobi|naypyidaw|new delhi|neu-delhi|niamey|" +
	"nicosia|nikosia|nouakchott|nur-sultan|oslo|ottawa|ouagadougou|paris|phnom penh|podgorica|port-au-prince|prague|prag|pretoria|pristina|" +
	"pyongyang|p'yŏngyang|pjöngjang|quito|rabat|reykjavik|reykjavík|riga|riyadh|riad|rome|rom|sanaa|san josé|san salvador|santiago|santo domingo|" +
	"sarajevo|sarajewo|seoul|skopje|sofia|stockholm|taipei|taipeh|tallinn|tashkent|taschkent|tbilisi|tiflis|tegucigalpa|tehran|teheran|thimphu|tirana|" +
	"tokyo|tokio|tripoli|tripolis|tunis|ulaanbaatar|ulan bator|vienna|wien|vientiane|vilnius|warsaw|warschau|washington|washington, d.c.|washington dc|" +
	"washington, dc|wellington|windhoek|yangon|yaoundé|yerevan|eriwan|zagreb|" +
	"서울|평양|베이징|북경|도쿄|동경|워싱턴|모스크바|런던|파리|베를린|하노이|로마|마드리드|빈|자카르타|마닐라|방콕|뉴델리|테헤란|키이우"

// government reports whether the name of a capital stands for the government there. It does unless something near it
// speaks of a place.
func (f *finder) government(h *hit) bool {
	s := f.text[h.para]
	rest := s[h.end:]
	if hasHangul(s[h.start:h.end]) {
		for _, p := range [...]string{"은", "는", "이", "가", "측", "과", "와"} {
			if r, ok := strings.CutPrefix(rest, p); ok && !isWord(firstRune(r)) {
				return true
			}
		}
		return false
	}
	if cityBehind(rest) || f.leads(h) {
		return false
	}
	words := before(s, h.start)
	last := words[0]
	switch last {
	case "in", "near", "outside", "inside", "around", "across", "throughout", "via", "visit", "visited", "visiting", "visits", "left", "leave", "leaving",
		"reached", "reach", "entered", "downtown", "central", "greater", "north", "south", "east", "west", "northern", "southern", "eastern",
		"western", "at", "capital", "city", "nahe", "über", "bei", "hauptstadt", "stadt", "um", "into", "within", "beyond":
		return false
	case "of":
		return !slices.Contains(cityWords, words[1])
	case "nach":
		return false
	case "aus":
		return false
	case "to", "for", "from", "toward", "towards", "through", "by":
		return !f.journey(words[1:])
	case "and", "und", "or", "oder":
		return f.pair(h, words)
	case "between", "zwischen":
		return !f.journey(words[1:]) && !distance(words[1])
	}
	return true
}

// leads reports whether a capitalised word follows that is no entry's, so that both make a longer name: the Seoul Games.
func (f *finder) leads(h *hit) bool {
	s := f.text[h.para]
	word, at := wordAfter(s, h.end)
	return word != "" && startsUpper(word) && !plainUpper(word) && !allUpper(word) && !f.known(h, at) && !f.german() && !headline(s)
}

// pair reads the second of two places like the first, where that is a capital too; else as a government unless a
// journey leads there.
func (f *finder) pair(h *hit, words [8]string) bool {
	for i := range f.hits {
		b := &f.hits[i]
		if b.para == h.para && b.end < h.start && h.start-b.end <= 5 && b.claims != none {
			e := &f.g.entries[f.g.tree.claim[b.claims].entry]
			if e.capital {
				return f.government(b)
			}
		}
	}
	return !f.journey(words[1:])
}

// journey reports whether somebody or something moves, as far as a few words before a place tell.
func (f *finder) journey(words []string) bool {
	for _, w := range words {
		if w == "" {
			return false
		}
		if slices.Contains(journeys, w) {
			return true
		}
	}
	return false
}

func distance(word string) bool {
	switch word {
	case "km", "kilometres", "kilometers", "miles", "road", "railway", "line", "train", "trains", "flight", "flights", "route", "distance", "border", "highway", "strecke", "kilometer":
		return true
	}
	return false
}

var journeys = []string{
	"arrived", "arrive", "arriving", "came", "depart", "departed", "departing", "drive", "drove", "flew", "flight", "flights", "flown", "fly", "flying", "go",
	"going", "gone", "head", "headed", "heading", "journey", "km", "kilometers", "kilometres", "miles", "move", "moved", "return", "returned",
	"returning", "ride", "road", "route", "sail", "sailed", "tour", "train", "trains", "travel", "traveled", "traveling", "travelled",
	"travelling", "travels", "trip", "trips", "visit", "visits", "walked", "way", "went", "reise", "reiste", "flog", "fuhr", "bus", "buses", "live", "broadcast",
	"kehrte", "hours", "minutes",
}

var cityWords = []string{"city", "streets", "outskirts", "suburb", "suburbs", "centre", "center", "capital", "residents", "people", "north", "south",
	"east", "west", "heart", "mayor", "university", "port", "district", "part", "skyline", "map", "stadt", "out", "outside", "northwest", "northeast", "southwest", "southeast"}

// cityBehind reports whether the words behind a capital's name speak of the city.
func cityBehind(rest string) bool {
	for _, p := range [...]string{"-based", ", the capital", ", South Korea", ", North Korea", ", D.C.", " time"} {
		if strings.HasPrefix(rest, p) {
			return true
		}
	}
	word, _ := wordAfter(rest, 0)
	switch strings.ToLower(word) {
	case "streets", "residents", "airport", "suburb", "suburbs", "hotel", "university", "station", "subway", "stadium", "city", "metropolitan", "national",
		"district", "apartment", "neighbourhood", "neighborhood", "skyline", "street", "square", "summit", "office", "bureau", "flughafen", "post", "times", "olympics":
		return true
	}
	return false
}

// before gives up to eight words before i, the nearest first, in small letters, "" from the beginning of the sentence
// on.
func before(s string, i int) (words [8]string) {
	for n := 0; n < len(words) && i > 0; {
		r := lastRune(s[:i])
		if isWord(r) {
			start := max(wordStart(s, i), i-24)
			words[n] = strings.ToLower(s[start:i])
			if n++; start == 0 || isWord(lastRune(s[:start])) {
				break
			}
			i = start
			continue
		}
		if r == '.' || r == '!' || r == '?' || r == 0 || r == ';' || n == 0 && r == ',' {
			break
		}
		i -= len(string(r))
	}
	return words
}
