package article

// takeForm sets aside a form or a banner whose lines stand without blank lines between them. It is found by the
// line that asks for an address or for consent; the lines around it ("Get the morning letter", "Subscribe",
// "Agree") mean nothing by themselves.
func takeForm(p *page, at *line) int {
	reason := ""
	switch {
	case formField(at.bare):
		reason = "newsletter_form"
	case cookieNotice(at):
		reason = "cookie_notice"
	default:
		return at.i
	}
	for j := at.i - 1; j >= max(0, at.i-3) && p.adjoining(j); j-- {
		b := &p.blocks[j]
		if b.role == undecided && b.words <= 8 && !b.stop {
			b.setAside(reason, 1)
			continue
		}
		if b.role != gone || b.reason != reason {
			break
		}
		b.cost = 1
	}
	end := at.i
	for {
		p.blocks[end].setAside(reason, 1)
		end++
		if end == len(p.blocks) || !p.adjoining(end-1) || p.blocks[end].role != undecided {
			return end
		}
		if l := newLine(&p.blocks[end], end); !formField(l.bare) && !submit(l.bare) && !newsletter(l) && !cookieNotice(l) {
			return end
		}
	}
}

// formField recognises the place where an address is to be written.
func formField(bare string) bool {
	switch bare {
	case "your email", "your e-mail", "your email address", "your e-mail address", "enter your email", "enter your e-mail",
		"enter your email address", "enter your e-mail address", "email address", "e-mail address",
		"email address required", "ihre e-mail-adresse", "e-mail-adresse", "e-mail-adresse eingeben", "이메일 주소", "이메일 입력",
		"이메일을 입력하세요":
		return true
	}
	return false
}

// submit recognises the button of a form or a banner.
func submit(bare string) bool {
	switch bare {
	case "sign up", "subscribe", "submit", "send", "join", "join now", "register", "go", "ok", "okay", "agree", "i agree",
		"disagree", "accept", "accept all", "accept cookies", "accept all cookies", "i accept", "reject", "reject all",
		"decline", "more options", "manage options", "manage preferences", "manage cookies", "manage settings", "settings",
		"cookie settings", "got it", "no thanks", "not now", "learn more", "find out more", "more information", "close",
		"save settings", "allow all", "allow", "deny", "subscribe now", "sign me up", "privacy policy", "cookie policy":
		return true
	case "abonnieren", "anmelden", "absenden", "registrieren", "akzeptieren", "alle akzeptieren", "alles akzeptieren",
		"zustimmen", "einverstanden", "ablehnen", "alle ablehnen", "einstellungen", "mehr erfahren", "mehr optionen",
		"speichern", "구독", "구독하기", "구독 신청", "동의", "동의함", "확인", "닫기", "신청":
		return true
	}
	return false
}
