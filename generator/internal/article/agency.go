package article

import "strings"

// agency finds the canonical name of a news agency.
func agency(s string) (name string, known bool) {
	if len(s) > 60 {
		return "", false
	}
	s = strings.ToLower(strings.Trim(s, " ()[].,"))
	s = strings.TrimPrefix(s, "the ")
	name, known = agencies[s]
	return name, known
}

// agencies by the forms of their credit lines, in lower case.
var agencies = map[string]string{
	"reuters": "Reuters", "thomson reuters": "Reuters",
	"ap": "AP", "associated press": "AP",
	"afp": "AFP", "agence france-presse": "AFP", "agence france presse": "AFP",
	"sputnik": "Sputnik", "ria novosti": "RIA Novosti", "tass": "TASS", "itar-tass": "TASS", "interfax": "Interfax",
	"yonhap": "Yonhap", "yonhap news": "Yonhap", "yonhap news agency": "Yonhap", "연합뉴스": "Yonhap", "newsis": "Newsis", "뉴시스": "Newsis",
	"news1": "News1", "뉴스1": "News1",
	"kcna": "KCNA", "xinhua": "Xinhua", "kyodo": "Kyodo", "kyodo news": "Kyodo", "jiji": "Jiji Press", "jiji press": "Jiji Press",
	"dpa": "dpa", "apa": "APA", "sda": "Keystone-SDA", "keystone-sda": "Keystone-SDA", "efe": "EFE", "ansa": "ANSA", "pa": "PA", "pa media": "PA",
	"press association": "PA", "upi": "UPI", "bloomberg": "Bloomberg", "pti": "PTI", "press trust of india": "PTI",
	"ani": "ANI", "ians": "IANS", "anadolu": "Anadolu", "anadolu agency": "Anadolu", "bernama": "Bernama", "app": "APP",
}
