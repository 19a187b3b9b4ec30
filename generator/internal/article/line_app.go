package article

// appPromo recognises praise of a publisher's app.
func appPromo(l *line) bool {
	return l.words <= 30 && containsAny(l.lower, []string{
		"download our app", "download the app", "download our free app", "get the app", "get our app", "get our free app",
		"open in app", "open in the app", "view in app", "on the app store", "in the app store", "on google play",
		"from google play", "google play store", "available for ios", "our mobile app", "news app for", "in der app öffnen",
		"app herunterladen", "app laden", "im app store", "앱 다운로드", "앱다운로드", "앱에서 보기", "앱으로 보기",
	})
}
