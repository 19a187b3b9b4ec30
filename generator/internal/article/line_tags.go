package article

import "strings"

// tagsLine recognises what an article is filed under.
func tagsLine(l *line) bool {
	if l.words > 40 || l.stop && l.words > enough {
		return false
	}
	if beginsAny(l.lower, []string{
		"tags:", "tags :", "tag:", "topics:", "topic:", "tagged:", "tagged in", "tagged with", "tagged as", "filed under",
		"filed in", "posted in ", "posted under", "keywords:", "key words:", "category:", "categories:", "labels:",
		"in this story:", "in this article:", "more about:", "explore more on", "schlagworte:", "schlagwörter:",
		"schlagwort:", "stichworte:", "stichwörter:", "themen:", "thema:", "rubrik:", "kategorie:", "kategorien:",
		"mehr zu:", "태그:", "태그 ", "#태그", "키워드:", "키워드 ", "タグ",
	}) {
		return true
	}
	if beginsAny(l.lower, []string{"tags ", "topics ", "tagged "}) && !l.stop && l.words <= enough {
		return true
	}
	switch l.bare {
	case "tags", "topics", "keywords", "schlagworte", "schlagwörter", "stichworte", "themen", "태그", "키워드", "related tags",
		"hashtags":
		return true
	}
	return hashtags(l.head)
}

// hashtags reports whether s is nothing but hashtags.
func hashtags(s string) bool {
	n := 0
	for word := range strings.FieldsSeq(s) {
		word = strings.Trim(word, ",;|·")
		if word == "" {
			continue
		}
		if !strings.HasPrefix(word, "#") || len(word) < 2 || numeral(word[1:]) || strings.Trim(word, "#") == "" {
			return false
		}
		n++
	}
	return n > 0
}
