package article

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// person reports whether s looks like the name of somebody: two to five words, each with a capital, initials and
// particles allowed, and none that names a section, an office, a newspaper or a part of the world.
func person(s string) bool {
	list := strings.Fields(s)
	if len(list) > 2 && honorific(list[0]) {
		list = list[1:]
	}
	if len(list) < 2 || len(list) > 5 || len(s) > 60 {
		return false
	}
	if _, known := agency(list[0]); known && list[0] == strings.ToUpper(list[0]) && list[1] != strings.ToUpper(list[1]) {
		return false // "EFE Madrid"
	}
	whole := 0 // words of more than an initial
	for i, word := range list {
		small := i > 0 && i < len(list)-1 && particle(word)
		first, _ := utf8.DecodeRuneInString(word)
		if !small && !unicode.IsUpper(first) && !(len(word) > 2 && (strings.HasPrefix(word, "d'") || strings.HasPrefix(word, "d’"))) {
			return false
		}
		if strings.ContainsFunc(word, func(r rune) bool {
			return !unicode.IsLetter(r) && !unicode.IsMark(r) && !strings.ContainsRune("'’‘`-‐.", r)
		}) {
			return false
		}
		bare := strings.ToLower(strings.TrimRight(word, "."))
		if strings.HasSuffix(word, ".") && utf8.RuneCountInString(word) > 5 || i < len(list)-1 && generation(bare) {
			return false
		}
		if camel(word) && !clan(bare) {
			return false // "AddThis"
		}
		if utf8.RuneCountInString(bare) > 1 && !small {
			whole++
			if noName(bare) || office(bare) || paperNoun(bare) || sectionWord(bare) {
				return false
			}
		}
	}
	last := list[len(list)-1]
	return whole > 0 && (utf8.RuneCountInString(strings.Trim(last, ".")) > 1)
}

// clan reports surnames with a capital within: "McDonald", "DeLuca", "O'Neil", "al-Sayed".
func clan(s string) bool {
	for _, head := range [...]string{"mc", "mac", "de", "le", "la", "di", "du", "da", "van", "von", "fitz", "o'", "o’", "d'", "d’", "st", "al", "el", "ben"} {
		if strings.HasPrefix(s, head) {
			return true
		}
	}
	return strings.ContainsAny(s, "-'’")
}

func honorific(s string) bool {
	switch strings.ToLower(strings.TrimRight(s, ".")) {
	case "dr", "prof", "sir", "dame", "rev", "mr", "mrs", "ms", "lt", "col", "gen":
		return true
	}
	return false
}

func generation(s string) bool { return s == "jr" || s == "sr" || s == "ii" || s == "iii" || s == "iv" }

func particle(s string) bool {
	switch strings.ToLower(s) {
	case "de", "van", "von", "der", "den", "al", "el", "bin", "ibn", "la", "le", "du", "di", "da", "del", "della", "dos", "das", "do",
		"e", "y", "ter", "ten", "zu", "zur", "vom", "af", "av", "st.", "of":
		return true
	}
	return false
}

// noName reports words that stand with a capital in titles and in the names of places and things.
func noName(s string) bool {
	switch s {
	case "the", "a", "and", "or", "but", "for", "from", "with", "to", "at", "as", "after", "before", "over", "under",
		"of", "by", "is", "are", "was", "not", "how", "why", "what", "when", "where", "who", "this", "that", "all", "more",
		"our", "your", "his", "her", "its", "their", "my", "new", "first", "last", "top",
		"north", "south", "east", "west", "northern", "southern", "eastern", "western", "central", "middle",
		"asia", "africa", "europe", "america", "americas", "pacific", "korea", "korean", "china", "chinese", "japan", "russia",
		"united", "states", "nations", "kingdom", "union", "republic", "islands", "island", "city", "county", "university", "institute",
		"read", "share", "follow", "sign", "log", "view", "watch", "listen", "download", "subscribe", "click", "show", "close", "skip",
		"home", "page", "menu", "search", "contact", "about", "privacy", "policy", "terms", "cookie", "cookies", "latest", "breaking",
		"count", "facebook", "twitter", "whatsapp", "featured", "stories", "content", "markdown", "articles", "article", "newsletter", "newsletters", "trending", "popular", "recommended", "subscriber", "subscribers",
		"premium", "advertisement", "gallery", "settings", "account", "ältere", "neuere", "ausgaben", "ausgabe", "artikel", "aktuelle", "alle", "mehr", "weitere", "kommentare",
		"getty", "images", "image", "photo", "photos", "picture", "pictures", "video", "file", "courtesy", "related", "comments", "tags",
		"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february",
		"july", "september", "october", "november", "december", "today", "yesterday", "tomorrow",
		"der", "die", "das", "und", "im", "am", "ein", "eine", "mit", "für", "nach", "aus", "bei", "zum", "zur",
		"president", "minister", "government", "ministry", "council", "committee", "party", "company", "inc", "ltd", "llc", "gmbh", "corp":
		return true
	}
	return false
}

// office reports nouns of those who write and of where they do: a part that ends with one is no name.
func office(s string) bool {
	switch s {
	case "correspondent", "correspondents", "reporter", "reporters", "editor", "editors", "writer", "writers", "journalist", "journalists",
		"columnist", "contributor", "contributors", "analyst", "producer", "freelance", "freelancer", "intern", "stringer", "author", "guest",
		"staff", "desk", "bureau", "team", "newsroom", "board", "editorial", "agency", "agencies", "service", "services", "wire", "wires",
		"admin", "administrator", "webmaster", "moderator", "redaktion", "redakteur", "redakteurin", "korrespondent", "korrespondentin",
		"reporterin", "autor", "autorin", "chief", "director", "professor", "fellow", "critic", "photographer", "rédaction", "redacción",
		"redazione", "agenturen", "chefredakteur", "department", "dept", "group", "media", "network", "special", "senior", "deputy":
		return true
	}
	return false
}

// paperNoun reports nouns of which the names of newspapers and magazines are made, and words that end with one.
func paperNoun(s string) bool {
	if exactNoun(s) {
		return true
	}
	if _, last, ok := strings.Cut(s, "-"); ok && exactNoun(last) { // "post-gazette"
		return true
	}
	for _, tail := range [...]string{"zeitung", "blatt", "anzeiger", "post", "news", "nachrichten", "kurier", "rundschau", "bote", "times", "echo", "spiegel", "kreisblatt",
		"신문", "일보", "매일", "신보", "투데이", "포스트", "타임즈", "뉴스", "방송", "타임스", "저널", "데일리", "新聞", "新報", "通信", "タイムズ", "日报", "日報", "新闻网"} {
		if len(s) > len(tail)+2 && strings.HasSuffix(s, tail) {
			return true
		}
	}
	return false
}

func exactNoun(s string) bool {
	switch s {
	case "times", "post", "herald", "news", "daily", "tribune", "journal", "gazette", "chronicle", "observer", "standard", "guardian",
		"mail", "press", "review", "packet", "courant", "clarion", "banner", "advocate", "spectator", "crier", "pioneer", "enterprise", "star", "sun", "voice", "citizen", "leader", "ledger", "record", "transcript", "intelligencer", "weekly", "telegraph", "courier", "examiner", "inquirer", "enquirer", "mirror", "register", "dispatch",
		"monitor", "bulletin", "bugle", "sentinel", "advertiser", "independent", "online", "magazine", "broadcasting", "radio", "television",
		"tv", "newspaper", "digest", "recorder", "reporter", "messenger", "argus", "echo", "express", "globe", "argonaut", "beacon",
		"today", "insider", "mercury", "pilot", "reformer", "freeman", "newswire", "report", "briefing", "wire",
		"zeitung", "tageblatt", "tagblatt", "nachrichten", "rundschau", "anzeiger", "kurier", "bote", "blatt", "abendblatt", "allgemeine",
		"morgenpost", "rundfunk", "merkur", "wochenblatt", "tageszeitung", "spiegel", "presse", "courrier", "dépêche", "voix", "figaro",
		"matin", "eco", "faro", "correo", "voz", "heraldo", "noticias", "mercurio", "prensa", "corriere", "gazzetta", "notizie", "correio", "folha", "notícias", "krant", "dagblad",
		"вестник", "известия", "новости", "газета", "правда", "время", "ведомости",
		"monthly", "quarterly", "despatch", "journaux", "gaceta", "diario", "giornale", "jornal", "periódico", "gazeta":
		return true
	}
	return false
}

// paper reports whether s looks like the name of a newspaper, a magazine or a station.
func paper(s string) bool {
	list := strings.Fields(s)
	if len(list) == 0 || len(list) > 7 || len(s) > 80 {
		return false
	}
	if last := list[len(list)-1]; nameAt(s) != s && !(len(list) <= 3 && last[0] >= 0x80 && exactNoun(last) && nameAt(list[0]) == list[0]) { // "Заозёрский вестник"
		return false
	}
	noun := false
	for _, word := range list {
		word = strings.ToLower(strings.Trim(word, ".,"))
		noun = noun || paperNoun(word)
		if word == "desk" || word == "staff" || word == "bureau" || word == "redaktion" || word == "agency" {
			return false
		}
	}
	return noun && (len(list) > 1 || hangul(s) || len(s) > 8)
}

// wire reports names of agencies that are not known by name.
func wire(s string) bool {
	lower := strings.ToLower(s)
	for _, tail := range []string{" news agency", " press agency", " newswire", " news wire", "presseagentur", "nachrichtenagentur", "통신"} {
		if strings.HasSuffix(lower, tail) && nameAt(s) == s && len(s) < 60 {
			return true
		}
	}
	return false
}

// nameAt is the name at the start of s: at most six words with capitals, small ones between them, the last
// without punctuation. Scripts without capitals give their first words up to a mark.
func nameAt(s string) string {
	end, rest := 0, s
	for range 6 {
		word, after := cutWord(rest)
		bare := strings.TrimRight(word, ".,;:!?")
		first, _ := utf8.DecodeRuneInString(bare)
		switch {
		case unicode.IsUpper(first), unicode.Is(unicode.Lo, first), end > 0 && bare == "&", unicode.IsDigit(first) && end > 0:
			end = len(s) - len(after) - len(word) + len(bare)
		case end == 0 || bare != "of" && bare != "and" && bare != "the" && bare != "für" && bare != "de" && bare != "la" && bare != "am" && bare != "di" && bare != "del" && bare != "du" && bare != "des" && bare != "der" && bare != "do" && bare != "da":
			return s[:end]
		}
		if bare != word {
			break
		}
		rest = after
	}
	return s[:end]
}

func hangul(s string) bool {
	for _, r := range s {
		if unicode.Is(unicode.Hangul, r) {
			return true
		}
	}
	return false
}

// spelled is a name as it is printed, but one in capitals throughout as it is usually written: "MARY-ANN O'NEIL"
// is Mary-Ann O'Neil, "JON VAN DER MEER" Jon van der Meer, "KIM MIN-JI" Kim Min-ji.
func spelled(s string) string {
	s = strings.Join(strings.Fields(s), " ")
	if s != strings.ToUpper(s) || s == strings.ToLower(s) {
		return s
	}
	list := strings.Fields(s)
	for i, word := range list {
		if i > 0 && i < len(list)-1 && particle(word) {
			list[i] = strings.ToLower(word)
			continue
		}
		if !strings.Contains(word, ".") && !(len(word) == 2 && len(list) > 2 && i < len(list)-1) && !generation(strings.ToLower(word)) {
			list[i] = capital(word, i > 0 && surname(list[0]))
		}
	}
	return strings.Join(list, " ")
}

// capital writes a word in small letters but for the first after its start, an apostrophe or a hyphen. In the
// given name of a Korean what follows the hyphen is small.
func capital(word string, korean bool) string {
	start := true
	return strings.Map(func(r rune) rune {
		was := start
		start = r == '\'' || r == '’' || r == '-' && !korean
		if was {
			return r
		}
		return unicode.ToLower(r)
	}, word)
}

// surname reports the commonest Korean family names, which stand first.
func surname(s string) bool {
	switch strings.ToLower(s) {
	case "kim", "lee", "park", "choi", "jung", "jeong", "chung", "kang", "cho", "yoon", "jang", "lim", "han", "oh", "seo", "shin", "kwon",
		"hwang", "ahn", "song", "moon", "bae", "ryu", "hong", "son", "noh", "ri", "pak", "jo", "yun", "chang":
		return true
	}
	return false
}
