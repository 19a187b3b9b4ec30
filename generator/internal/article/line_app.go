package article

// appPromo recognises praise of a publisher's app, and what an app says that kept the text.
func appPromo(l *line) bool {
	if l.words <= 16 && l.before > 0 && l.after == 0 && beginsAny(l.lower, []string{"clipped from ", "clipped with ", "saved from ", "saved with ", "exported from ",
		"highlighted with ", "annotated with ", "zur leseliste hinzugefügt", "gespeichert mit "}) {
		return true
	}
	return l.words <= 30 && containsAny(l.lower, []string{
		"download our app", "download the app", "download our free app", "get the app", "get our app", "get our free app",
		"open in app", "open in the app", "view in app", "on the app store", "in the app store", "on google play",
		"from google play", "google play store", "available for ios", "our mobile app", "news app for", "in der app öffnen",
		"app herunterladen", "app laden", "im app store", "앱 다운로드", "앱다운로드", "앱에서 보기", "앱으로 보기",
	})
}
