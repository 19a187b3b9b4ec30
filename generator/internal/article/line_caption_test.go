package article

import "testing"

func TestCaption(t *testing.T) {
	t.Parallel()
	checkRule(t, "caption", []string{
		"(Photo: Ida Brandt)", "Photo: Ida Brandt / Ferry Press", "File photo. Ida Brandt/Agency",
		"FILE PHOTO: The old pier in spring", "Image: Ferry Press", "Image", "Photograph by Ida Brandt",
		"Islanders queue on the pier on Monday. (Photo by Ida Brandt)",
		"Islanders queue on the pier on Monday. Credit: Ida Brandt",
		"The pier before the storm. Credit...Ida Brandt for The Morning Ferry",
		"The pier before the storm (Photograph: Ida Brandt/Ferry Press)",
		"Islanders queue on the pier. (AP Photo/Ida Brandt, File)", "The new pier. Getty Images",
		"In this Jan. 12, 2006, file photo, the old pier is seen at low tide.", "Foto: dpa", "Bild: Ida Brandt",
		"Symbolbild", "Die neue Fähre im Hafen. Foto: Ida Brandt/dpa", "[사진=연합뉴스]", "부두 전경 [사진=항만청 제공]", "사진=항만청",
		"▲ 사진제공=항만청",
	}, []string{
		"Image problems of a ferry",
		"The photo: what it shows, and what it hides, is a matter of dispute between the two sides since the storm.",
		"He gave her the credit: without her nothing would have been built on the island at all, and nobody would have come.",
		"Photo finish in the boat race", "Picture this",
	})
}
