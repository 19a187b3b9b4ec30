package article

import "strings"

// newsletter recognises appeals to have letters sent.
func newsletter(l *line) bool {
	switch {
	case l.words > 60, priced(l.lower):
		return false
	case beginsAny(l.lower, []string{
		"sign up for ", "sign up to ", "sign up here", "sign up now", "sign up today", "subscribe to our ",
		"subscribe to the ", "subscribe to my ", "get our ", "join our ", "register for our ", "signup for ",
		"want more stories like this", "melden sie sich ", "abonnieren sie unser", "jetzt newsletter",
		"jetzt unseren newsletter",
	}):
		return l.words <= long || containsAny(l.lower, letters)
	case l.words <= 30 && beginsAny(l.lower, mailed):
		return true
	case l.stop && l.words >= enough:
		if strings.Contains(l.lower, "newsletter") && !strings.ContainsAny(l.head, "\"“„") && containsAny(l.lower, []string{"sign up here", "sign up now", "sign up today", "subscribe here", "subscribe now", "hier anmelden", "hier abonnieren", "jetzt anmelden", "jetzt abonnieren", "구독 신청", "구독하세요"}) {
			return true
		}
		return containsAny(l.lower, letters) && l.words <= 2*long
	}
	return containsAny(l.lower, []string{"newsletter", "뉴스레터"}) && l.words <= 12 || containsAny(l.lower, letters)
}

var letters = []string{
	"sign up for our", "sign up to our", "subscribe to our", "newsletters here", "problem subscribing you",
	"through your letterbox", "can send me the", "to your inbox", "in your inbox", "your email address",
	"your e-mail address", "by signing up", "by subscribing", "sign up for free", "unsubscribe at any time",
	"jederzeit wieder abmelden", "jederzeit abmelden", "jederzeit abbestellen", "언제든지 구독을 해지", "언제든 구독을 취소", "unsubscribe anytime", "unsubscribe any time", "thank you for signing up", "thanks for signing up",
	"thank you for subscribing", "thanks for subscribing", "check your inbox", "click here to subscribe",
	"receive our newsletter", "our daily newsletter", "our free newsletter", "our weekly newsletter", "our newsletter",
	"newsletter abonnieren", "newsletter anmelden", "newsletter bestellen", "kostenlosen newsletter", "ihr postfach",
	"in ihrem postfach", "ihre e-mail-adresse", "뉴스레터 구독", "뉴스레터를 구독",
}

// mailed is how a letter begins to say why it came.
var mailed = []string{"did someone forward", "was this email forwarded", "was this forwarded to you", "you received this email because", "you are receiving this email", "you're receiving this email",
	"sie erhalten diese e-mail", "sie erhalten diesen newsletter"}
