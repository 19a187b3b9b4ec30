package article

import "strings"

// agency finds the canonical name of a news agency in one form of its credit.
func agency(s string) (name string, known bool) {
	if len(s) > 60 {
		return "", false
	}
	s = strings.ToLower(strings.Trim(s, " ()[]{}.,;:|/*–—-_\u00a0"))
	s = strings.TrimPrefix(strings.TrimPrefix(s, "the "), "die ")
	if name = agencyName(s); name == "" {
		name = agencyName(strings.TrimSuffix(strings.TrimSuffix(s, " news agency"), " news"))
	}
	return name, name != ""
}

// agencyName gives the name for a form in lower case, "" for what is no agency.
func agencyName(s string) string {
	switch s {
	case "reuters", "thomson reuters", "reuters.com", "로이터", "로이터통신", "рейтер", "路透社", "路透":
		return "Reuters"
	case "ap", "associated press", "ap news", "apnews.com", "美联社":
		return "AP"
	case "afp", "agence france-presse", "agence france presse", "afp.com", "法新社":
		return "AFP"
	case "dpa", "deutsche presse-agentur", "dpa-afx", "dpa international", "german press agency":
		return "dpa"
	case "yonhap", "yna", "yonhap news agency", "yonhapnews", "연합뉴스", "聯合ニュース", "韩联社":
		return "Yonhap"
	case "newsis", "뉴시스":
		return "Newsis"
	case "news1", "뉴스1":
		return "News1"
	case "kcna", "korean central news agency", "조선중앙통신", "朝中社":
		return "KCNA"
	case "xinhua", "xinhuanet", "新华社", "新华网", "新華社":
		return "Xinhua"
	case "china news service", "中新社":
		return "China News Service"
	case "kyodo", "kyodo news", "共同", "共同通信", "共同社":
		return "Kyodo"
	case "jiji", "jiji press", "時事", "時事通信":
		return "Jiji Press"
	case "tass", "itar-tass", "itar tass", "тасс":
		return "TASS"
	case "sputnik":
		return "Sputnik"
	case "ria novosti", "ria", "риа новости":
		return "RIA Novosti"
	case "interfax", "интерфакс":
		return "Interfax"
	case "ukrinform":
		return "Ukrinform"
	case "apa", "austria presse agentur":
		return "APA"
	case "sda", "keystone-sda", "sda-ats", "ats":
		return "Keystone-SDA"
	case "epd":
		return "epd"
	case "kna":
		return "KNA"
	case "efe", "agencia efe":
		return "EFE"
	case "europa press":
		return "Europa Press"
	case "ansa":
		return "ANSA"
	case "belga":
		return "Belga"
	case "anp":
		return "ANP"
	case "ritzau":
		return "Ritzau"
	case "ntb":
		return "NTB"
	case "lusa":
		return "Lusa"
	case "pa", "pa media", "press association":
		return "PA"
	case "upi", "united press international":
		return "UPI"
	case "bloomberg", "bloomberg news":
		return "Bloomberg"
	case "canadian press":
		return "The Canadian Press"
	case "aap", "australian associated press":
		return "AAP"
	}
	return southernAgency(s)
}

// southernAgency knows the agencies of Asia, Africa and Latin America.
func southernAgency(s string) string {
	switch s {
	case "pti", "press trust of india":
		return "PTI"
	case "ani", "asian news international":
		return "ANI"
	case "ians":
		return "IANS"
	case "uni":
		return "UNI"
	case "app", "associated press of pakistan":
		return "APP"
	case "bss":
		return "BSS"
	case "unb":
		return "UNB"
	case "anadolu", "anadolu agency", "aa", "anadolu ajansı":
		return "Anadolu"
	case "bernama":
		return "Bernama"
	case "antara":
		return "Antara"
	case "vna":
		return "VNA"
	case "cna", "central news agency", "中央社":
		return "CNA"
	case "irna":
		return "IRNA"
	case "sana":
		return "SANA"
	case "wam":
		return "WAM"
	case "spa", "saudi press agency":
		return "SPA"
	case "kuna":
		return "KUNA"
	case "mena":
		return "MENA"
	case "nan":
		return "NAN"
	case "notimex":
		return "Notimex"
	case "telam", "télam":
		return "Télam"
	}
	return ""
}

// agencyCredit reads one or several agencies that share a credit: "AFP", "dpa/AFP", "AP, Reuters".
func agencyCredit(s string) (name string, known bool) {
	if name, known = agency(s); known {
		return name, true
	}
	if hangul(s) { // "공감언론 뉴시스통신사"
		last := s[strings.LastIndexByte(s, ' ')+1:]
		if name, known = agency(strings.TrimSuffix(strings.TrimSuffix(last, "사"), "통신")); known && len(s) < 60 {
			return name, true
		}
	}
	if wire(strings.TrimSpace(s)) {
		return strings.TrimSpace(s), true
	}
	if len(s) > 60 || !strings.ContainsAny(s, "/,&-+") {
		return "", false
	}
	var list []string
	for part := range strings.FieldsFuncSeq(s, func(r rune) bool { return strings.ContainsRune("/,&-+", r) }) {
		name, known := agency(part)
		if !known {
			return "", false
		}
		list = append(list, name)
	}
	return strings.Join(list, ", "), len(list) > 0
}
