package article

import "testing"

func TestCookieNotice(t *testing.T) {
	t.Parallel()
	checkRule(t, "cookie_notice", []string{
		"We use cookies to improve your visit.", "This website uses cookies", "Accept all", "We value your privacy",
		"We and our 842 partners store and/or access information on a device, such as cookies, and process personal data.",
		"By continuing to use this site you agree to our use of cookies.", "Wir verwenden Cookies",
		"Diese Website verwendet Cookies, um Ihnen mehr zu bieten.", "Alle akzeptieren", "Cookie settings",
		"Ihre Einwilligung ist freiwillig und kann jederzeit widerrufen werden.", "You may withdraw your consent or change your choices at any time in our privacy policy.",
	}, []string{
		"Cookies are baked on board every morning, the cook said.", "By continuing to build, the board broke the law.",
		"\"Your data is sold to advertisers,\" she told the committee.", "Users may withdraw their consent at any time, the court ruled.", "Ihre Zustimmung gab die Ministerin am Montag.",
	})
}
