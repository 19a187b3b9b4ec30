package article

import "testing"

func TestCookieNotice(t *testing.T) {
	t.Parallel()
	checkRule(t, "cookie_notice", []string{
		"We use cookies to improve your visit.", "This website uses cookies", "Accept all", "We value your privacy",
		"We and our 842 partners store and/or access information on a device, such as cookies, and process personal data.",
		"By continuing to use this site you agree to our use of cookies.", "Wir verwenden Cookies",
		"Diese Website verwendet Cookies, um Ihnen mehr zu bieten.", "Alle akzeptieren", "Cookie settings",
	}, []string{
		"Cookies are baked on board every morning, the cook said.", "By continuing to build, the board broke the law.",
	})
}
