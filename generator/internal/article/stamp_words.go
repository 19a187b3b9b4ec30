package article

import "time"

// month gives the number of a month's name or abbreviation. Names that languages share stand once.
func month(word string) (int, bool) {
	switch word {
	case "january", "jan", "januar", "jänner", "janvier", "janv", "enero", "ene", "gennaio", "gen", "janeiro", "januari", "января":
		return 1, true
	case "february", "feb", "februar", "feber", "février", "févr", "fév", "febrero", "febbraio", "fevereiro", "fev", "februari", "февраля":
		return 2, true
	case "march", "mar", "märz", "maerz", "mär", "mrz", "mars", "marzo", "março", "maart", "mrt", "марта":
		return 3, true
	case "april", "apr", "avril", "avr", "abril", "abr", "aprile", "апреля":
		return 4, true
	case "may", "mai", "mayo", "maggio", "mag", "maio", "mei", "мая":
		return 5, true
	case "june", "jun", "juni", "juin", "junio", "giugno", "giu", "junho", "июня":
		return 6, true
	case "july", "jul", "juli", "juillet", "juil", "julio", "luglio", "lug", "julho", "июля":
		return 7, true
	case "august", "aug", "août", "agosto", "ago", "augustus", "августа":
		return 8, true
	case "september", "sep", "sept", "septembre", "septiembre", "settembre", "set", "setembro", "сентября":
		return 9, true
	case "october", "oct", "oktober", "okt", "octobre", "octubre", "ottobre", "ott", "outubro", "out", "октября":
		return 10, true
	case "november", "nov", "novembre", "noviembre", "novembro", "ноября":
		return 11, true
	case "december", "dec", "dezember", "dez", "décembre", "déc", "diciembre", "dic", "dicembre", "dezembro", "декабря":
		return 12, true
	}
	return 0, false
}

// weekday reads the name of a weekday. German has abbreviations of two letters.
func weekday(word string) (time.Weekday, bool) {
	switch word {
	case "sunday", "sun", "sonntag", "so", "dimanche", "domingo", "일요일":
		return time.Sunday, true
	case "monday", "mon", "montag", "mo", "lundi", "lunes", "월요일":
		return time.Monday, true
	case "tuesday", "tue", "tues", "dienstag", "di", "mardi", "martes", "화요일":
		return time.Tuesday, true
	case "wednesday", "wed", "mittwoch", "mi", "mercredi", "miércoles", "수요일":
		return time.Wednesday, true
	case "thursday", "thu", "thur", "thurs", "donnerstag", "do", "jeudi", "jueves", "목요일":
		return time.Thursday, true
	case "friday", "fri", "freitag", "fr", "vendredi", "viernes", "금요일":
		return time.Friday, true
	case "saturday", "sat", "samstag", "sonnabend", "sa", "samedi", "sábado", "토요일":
		return time.Saturday, true
	}
	return 0, false
}

// weekdayMark reads the single character that stands for a weekday in brackets after a Korean date.
func weekdayMark(word string) (time.Weekday, bool) {
	switch word {
	case "일":
		return time.Sunday, true
	case "월":
		return time.Monday, true
	case "화":
		return time.Tuesday, true
	case "수":
		return time.Wednesday, true
	case "목":
		return time.Thursday, true
	case "금":
		return time.Friday, true
	case "토":
		return time.Saturday, true
	}
	return 0, false
}

func ordinal(s string) bool {
	switch s {
	case "st", "nd", "rd", "th", "er", "º":
		return true
	}
	return false
}

// telling is what a word beside a date says of it.
type telling uint8

const (
	tellNothing   telling = iota
	tellFiller            // "at", "GMT", "Uhr"
	tellPublished         // when the text appeared
	tellUpdated           // when it was changed
	tellElsewhere         // when somebody looked at it
)

// tellingOf reads a word in lower case beside a date.
func tellingOf(word string) telling {
	switch word {
	case "published", "publishing", "posted", "created", "issued", "released", "uploaded", "filed", "written", "date",
		"veröffentlicht", "erschienen", "erstellt", "publiziert", "datum", "publié", "publicado", "pubblicato", "gepubliceerd",
		"입력", "등록", "게재", "발행", "기사입력", "입력일", "등록일", "입력시간", "기사등록", "송고", "송고시간", "작성", "작성일", "승인":
		return tellPublished
	case "updated", "update", "modified", "revised", "edited", "amended", "changed", "corrected",
		"aktualisiert", "aktualisierung", "geändert", "stand", "actualisé", "mis", "modifié", "actualizado", "aggiornato", "atualizado",
		"수정", "수정일", "최종수정", "업데이트", "기사수정", "최종업데이트":
		return tellUpdated
	case "accessed", "retrieved", "added", "clipped", "imported", "visited", "captured", "crawled", "fetched", "downloaded", "archived", "printed", "saved", "abgerufen", "loaded":
		return tellElsewhere
	case "am", "pm", "a.m", "p.m", "at", "on", "by", "first", "last", "time", "hrs", "hours", "local", "gmt", "utc", "bst", "cet", "cest",
		"mez", "mesz", "est", "edt", "et", "cst", "cdt", "ct", "mst", "mdt", "pst", "pdt", "pt", "ist", "kst", "jst", "hkt", "sgt", "pkt",
		"aest", "aedt", "msk", "eat", "wib", "z", "uhr", "um", "vom", "den", "zuletzt", "st", "nd", "rd", "th", "le", "à", "el", "il", "h",
		"original", "originally", "online", "print", "article", "story", "this", "was", "and", "the", "of", "dated", "jour", "on:",
		"오전", "오후", "최초", "기사", "최종", "시간":
		return tellFiller
	}
	return tellNothing
}
