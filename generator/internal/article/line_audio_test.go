package article

import "testing"

func TestAudioPlayer(t *testing.T) {
	t.Parallel()
	checkRule(t, "audio_player", []string{
		"Listen to this article", "Listen", "LISTEN TO ARTICLE", "Listen to this story (4 min)", "Artikel anhören",
		"Vorlesen", "기사 듣기",
	}, []string{
		"Listen to the engines, the captain said", "Listening to the board",
	})
}
