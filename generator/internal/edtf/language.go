package edtf

// tongue is how a language writes dates. Phrases have one "%" where the date goes.
type tongue struct {
	months, short      [12]string
	seasons            [4]string // spring first
	dot                string    // after the number of a day
	decade, before     string    // the first year of a decade, and a year before year 1
	about, aboutShort  string
	uncertain          string
	by, since          string // open ends
	until, from        string // unknown ends
	untilShort, fromSh string
	hangul             bool // year first, each number with its unit
}

// tongueOf finds the forms for a BCP 47 tag by its primary language; English stands in for others.
func tongueOf(language string) *tongue {
	if len(language) < 2 || len(language) > 2 && language[2] != '-' && language[2] != '_' {
		return &english
	}
	switch [2]byte{language[0] | 0x20, language[1] | 0x20} {
	case [2]byte{'d', 'e'}:
		return &german
	case [2]byte{'k', 'o'}:
		return &korean
	}
	return &english
}

var english = tongue{
	months: [12]string{"January", "February", "March", "April", "May", "June", "July", "August", "September",
		"October", "November", "December"},
	short:   [12]string{"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"},
	seasons: [4]string{"spring", "summer", "autumn", "winter"},
	decade:  "%s", before: "% BC",
	about: "about %", aboutShort: "c. %", uncertain: "% (uncertain)",
	by: "by %", since: "since %",
	until: "until % (start unknown)", from: "from % (end unknown)",
	untilShort: "until %", fromSh: "from %",
}

var german = tongue{
	months: [12]string{"Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September",
		"Oktober", "November", "Dezember"},
	short: [12]string{"Jan.", "Feb.", "März", "Apr.", "Mai", "Juni", "Juli", "Aug.", "Sept.", "Okt.", "Nov.",
		"Dez."},
	seasons: [4]string{"Frühling", "Sommer", "Herbst", "Winter"},
	dot:     ".",
	decade:  "%er-Jahre", before: "% v. Chr.",
	about: "etwa %", aboutShort: "ca. %", uncertain: "% (unsicher)",
	by: "bis %", since: "seit %",
	until: "bis % (Beginn unbekannt)", from: "ab % (Ende unbekannt)",
	untilShort: "bis %", fromSh: "ab %",
}

var korean = tongue{
	seasons: [4]string{"봄", "여름", "가을", "겨울"},
	decade:  "%년대", before: "기원전 %년",
	about: "%경", aboutShort: "%경", uncertain: "% (불확실)",
	by: "%까지", since: "%부터",
	until: "%까지 (시작 미상)", from: "%부터 (종료 미상)",
	untilShort: "%까지", fromSh: "%부터",
	hangul: true,
}
