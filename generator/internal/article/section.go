package article

import "strings"

// sectionWord reports words that name a part of a newspaper and nothing else beside a date.
func sectionWord(s string) bool {
	switch s {
	case "world", "news", "politics", "business", "economy", "sport", "sports", "opinion", "analysis", "culture", "technology", "tech",
		"science", "health", "national", "international", "nation", "local", "regional", "lifestyle", "transport", "region", "countryside", "courts", "crime", "energy", "housing", "people", "entertainment", "travel", "education",
		"environment", "climate", "markets", "money", "finance", "features", "feature", "editorial", "comment", "commentary", "features:",
		"exclusive", "explainer", "interview", "diplomacy", "defense", "defence", "security", "military", "society", "arts", "weather",
		"homepage", "frontpage", "headlines", "archive", "archives", "blog", "blogs", "live", "asia-pacific", "uk", "us", "usa", "eu",
		"politik", "wirtschaft", "kultur", "wissen", "gesellschaft", "ausland", "panorama", "meinung", "kommentar", "feuilleton",
		"lokales", "regionales", "welt", "nachrichten", "wissenschaft", "technik", "reise", "startseite", "international:",
		"monde", "économie", "société", "mundo", "política", "economía", "sociedad", "cultura", "deportes",
		"정치", "경제", "사회", "국제", "문화", "스포츠", "북한", "통일", "외교", "국방", "안보", "연예", "오피니언", "사설", "칼럼", "종합", "속보", "단독", "전국", "지역", "세계":
		return true
	}
	return false
}

// section reports whether s is the name of a part of the newspaper: "World news", "[정치]", "Home > Asia > Korea",
// "Politik/Ausland".
func section(s string) bool {
	trimmed := strings.Trim(s, " []()<>「」【】|›»:")
	if trimmed == "" || len(s) > 80 {
		return false
	}
	if crumbs(trimmed) {
		return true
	}
	known := 0
	list := strings.FieldsFunc(strings.ToLower(trimmed), func(r rune) bool { return strings.ContainsRune(" /|,·&•", r) })
	for _, word := range list {
		switch {
		case sectionWord(word):
			known++
		case word == "and", word == "und", word == "the", word == "north", word == "south", word == "korea", word == "asia", word == "pacific",
			word == "europe", word == "africa", word == "middle", word == "east", word == "america", word == "americas":
		default:
			return false
		}
	}
	return known > 0 && len(list) <= 5
}

// crumbs recognises where a page says it stands: "Home > World > Asia". It begins at home or has two marks.
func crumbs(s string) bool {
	for _, mark := range []string{" > ", " › ", " » ", " / ", " → ", " ▸ "} {
		if n := strings.Count(s, mark); n > 0 {
			first, _, _ := strings.Cut(strings.ToLower(s), mark)
			if first == "home" || first == "homepage" || first == "startseite" || first == "news" || first == "홈" || n >= 2 && words(s) <= 8 {
				return true
			}
		}
	}
	return false
}

// sectionLine recognises the name of a section above a title, or beside a byline.
func sectionLine(_ *page, h headLine) string {
	if h.words > 8 || h.stop || h.behind || !section(h.text) {
		return ""
	}
	return "section_line"
}
