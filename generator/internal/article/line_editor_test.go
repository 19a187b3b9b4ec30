package article

import "testing"

func TestEditorsNote(t *testing.T) {
	t.Parallel()
	checkRule(t, "editors_note", []string{
		"Editor's note: This story was first printed in the spring.", "Editor’s Note: Names were changed.",
		"[Editor's note: Names were changed.]", "(Editor's note: names were changed)",
		"Correction: The pier is 40 metres long.", "CORRECTION: The pier is 40 metres long.",
		"Clarification: The vote was open.", "This article was corrected on 4 March 2019.",
		"This article was amended on 4 March 2019 to say that the pier is 40 metres long.", "This story has been updated.",
		"An earlier version of this article misstated the length of the pier.",
		"Anmerkung der Redaktion: Die Namen wurden geändert.", "Dieser Artikel wurde am 4. März aktualisiert.",
		"Korrektur: Die Brücke ist 40 Meter lang.", "[편집자주] 이름은 가명이다.",
		"(This story corrects the length of the pier; it was incorrectly given.)",
	}, []string{
		"This article of the treaty was never applied, the court found.", "This story begins with a storm.",
		"The editor's note to the board was read aloud.", "Correction officers were late",
	})
}
