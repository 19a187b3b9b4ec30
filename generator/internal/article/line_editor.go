package article

import "strings"

// editorsNote recognises what the editors say of the text: notes and corrections. It is set aside as all that is
// not the article, under a reason of its own, for a reader may want it.
func editorsNote(l *line) bool {
	if l.words > 150 {
		return false
	}
	open := strings.TrimLeft(l.lower, "([*_ -–—")
	if beginsAny(open, []string{
		"editor's note", "editors' note", "editors note", "editor's comment", "note to readers", "ed note", "ed. note",
		"correction:", "corrections:", "correction -", "correction –", "clarification:", "clarifications:",
		"correction and clarification", "corrects ", "anmerkung der redaktion", "hinweis der redaktion", "anm. d. red",
		"anm. der red", "hinweis:", "korrektur:", "korrekturhinweis", "richtigstellung", "transparenzhinweis", "편집자주",
		"편집자 주", "정정합니다", "정정 보도", "정정보도", "바로잡습니다",
	}) {
		return !strings.HasPrefix(open, "corrects ") || strings.HasPrefix(l.lower, "(")
	}
	if !beginsAny(open, []string{"this article", "this story", "this report", "this piece", "this post", "this page",
		"this version", "the headline", "an earlier version", "a previous version", "a version of this ", "a shorter version of this ", "eine version dieses ", "eine kürzere fassung ", "an earlier headline",
		"dieser artikel wurde", "dieser text wurde", "in einer früheren version", "in einer früheren fassung", "이 기사는"}) {
		return false
	}
	return containsAny(l.lower, []string{
		"was corrected", "been corrected", "was updated", "been updated", "was amended", "been amended", "was revised",
		"been revised", "was edited", "to correct", "to clarify", "to reflect", "incorrectly", "misstated", "misspelled",
		"misidentified", "wrongly", "earlier version of this", "previous version of this", "appears in print", "appeared in print", "ran in the print", "print edition", "was first published", "gedruckten ausgabe", "druckausgabe", "aktualisiert", "korrigiert",
		"ergänzt", "hieß es", "stand", "수정되었", "수정됐", "업데이트",
	})
}
