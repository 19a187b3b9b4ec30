package article

import "testing"

func TestReaderAppeal(t *testing.T) {
	t.Parallel()
	checkRule(t, "reader_appeal", []string{
		"Got a story? Call our newsdesk on 555 0114", "Share your pictures with us: pictures@ferry.example",
		"Do you have a tip? Write to us.", "Report an error", "Fehler gefunden? Schreiben Sie uns",
		"기사제보 및 보도자료", "제보는 카카오톡 ferry", "To read on, please turn off your ad blocker.",
	}, []string{
		"Got a boat", "Send your children to the island school, the mayor said",
	})
}
