package when

import (
	"fmt"
	"strings"
	"sync"
)

// german is the grammar of German.
var german = sync.OnceValue(func() *grammar {
	l := lexicon{entries: make(map[string]entry, 500), past: looksPastGerman, numberDots: true}
	l.punctuation()
	l.germanNames()
	l.germanNumbers()
	l.germanCues()
	return compile(l, germanRules())
})

// germanRules read dates in German. What they share with English they read by the same functions.
func germanRules() []rule {
	return []rule{
		{"<year> - <small> - <small>", isoDay},
		{"[<weekday> [,]] [den|dem|der] <day> . <month> <year>", writtenDay},
		{"[<weekday> [,]] [den|dem|der] <day> . <month>", bareDay},
		{"[<weekday> [,]] [den|dem] <small> . <small> . <year>|<small>", numericDay},
		{"<day> . [und|bis|-|/] <day> . <month> [<year>]", dayRange},
		{"<day> . <month> <side> jahres", sideDay},
		{"[<edge>] <month> <year>", writtenMonth},
		{"[<edge>] <month> des jahres <year>", writtenMonth},
		{"[<edge>] <month> <side> jahres", sideYearMonth},
		{"[<edge>] <side> <month>", sideMonth},
		{"[<edge>] <month>", bareMonth},
		{"[<edge>] [jahr|jahre|jahres] <year>", bareYear},
		{"[<edge>] <side> jahres", sideUnitGerman},
		{"<weekday>", bareWeekday},
		{"<side> <weekday>", sideWeekdayGerman},
		{"<weekday> <side> woche", weekdayOfWeek},
		{"[<side>] <weekday> <part>", weekdayPart},
		{"[<side>] <compound>", weekdayCompound},
		{"<relative> [<part>]", relativeDay},
		{"[<side>] <unit>|<units>", sideUnitGerman},
		{"vor [etwa|rund|knapp|fast|mehr als|über] <count> <units>|<unit>", ago},
		{"vor <some> <units>", someAgo},
		{"<year>|<small> er [-] jahre|jahren", decadeGerman},
		{"<year> er", decadeGerman},
		{"<ordinal>|<day> . jahrhundert|jahrhunderts", centuryGerman},
		{"<year> - <year>|<small>", yearRange},
		{"<year> bis <year>", yearSpan},
		{"[<edge>] <season> <year>", seasonOf},
		{"<side> <season>", sideSeason},
		{"im <season>", bareSeason},
		{"im <season> <year>", seasonOf},
		{"<ordinal> quartal [<year>]", quarter},
		{"<ordinal> quartal <side> jahres", quarter},
		{"<small> . quartal [<year>]", quarterNumber},
		{"<small> :|. <small> uhr", clockGerman},
		{"<small> uhr", clockGerman},
		{"<small> [:|. <small>] uhr am <weekday>", clockGerman},
		{"<weekday> um <small> [:|. <small>] uhr", clockGerman},
		{"<count> <units>", counting},
		{"<side> <count> <units>", counting},
		{"<some> <units>", someUnits},
		{"<frequent>", frequently},
		{"jeden|jede|jedes <unit>", every},
		{"alle <count> <units>", every},
		{"pro <unit>", every},
		{"derzeit|zurzeit|jetzt|gegenwärtig|momentan|aktuell", vaguely("PRESENT_REF", unknown)},
		{"kürzlich|neulich|jüngst|unlängst", vaguely("PAST_REF", past)},
		{"demnächst|künftig", vaguely("FUTURE_REF", future)},
	}
}

// germanNames adds the names of months, days, units and parts.
func (l lexicon) germanNames() {
	l.set(month, 1, "januar februar märz april mai juni juli august september oktober november dezember")
	l.all(month, 1, "jänner")
	l.all(month, 2, "feber")
	l.set(weekday, 0, "sonntag montag dienstag mittwoch donnerstag freitag samstag")
	l.all(weekday, 6, "sonnabend")
	names := strings.Fields("sonntag montag dienstag mittwoch donnerstag freitag samstag")
	for p, suffixes := range map[int]string{morning: "morgen vormittag früh", noon: "mittag", afternoon: "nachmittag", evening: "abend", night: "nacht"} {
		for d, name := range names {
			for _, suffix := range strings.Fields(suffixes) {
				l.merge(name+suffix, entry{class: compound, value: d | p<<4})
			}
		}
	}
	l.set(unit, int(seconds), "sekunde minute stunde tag woche monat quartal jahr jahrzehnt jahrhundert wochenende nacht")
	for i, names := range []string{"sekunden", "minuten", "stunden", "tage tagen", "wochen", "monate monaten", "quartale quartalen",
		"jahre jahren", "jahrzehnte jahrzehnten", "jahrhunderte jahrhunderten", "wochenenden", "nächte nächten"} {
		l.all(units, i, names)
	}
	l.set(season, 0, "frühling sommer herbst winter")
	l.all(season, 0, "frühjahr")
	l.all(part, morning, "vormittag früh")
	l.all(part, afternoon, "nachmittag")
	l.all(part, evening, "abend")
	l.all(part, noon, "mittag")
	l.all(part, night, "nacht")
	l.all(relative, 0, "heute")
	l.all(relative, -1, "gestern")
	l.all(relative, 1, "morgen")
	l.cue(part, "morgen")
	l.all(relative, -2, "vorgestern")
	l.all(relative, 2, "übermorgen")
	l.all(side, -1, "vergangene vergangenen vergangener vergangenes letzte letzten letzter letztes vorige vorigen voriger voriges")
	l.all(side, 0, "diese diesen dieser dieses diesem laufenden")
	l.all(side, 1, "nächste nächsten nächster nächstes kommende kommenden kommender kommendes")
	l.all(edge, 0, "anfang mitte ende")
	l.all(some, 0, "einige einigen mehrere mehreren wenige wenigen viele vielen paar")
	l.all(frequent, int(days), "täglich täglichen tägliche")
	l.all(frequent, int(weeks), "wöchentlich wöchentliche wöchentlichen")
	l.all(frequent, int(months), "monatlich monatliche monatlichen")
	l.all(frequent, int(years), "jährlich jährliche jährlichen")
	l.cue(abbreviated, "dr prof hr fr nr st ca vgl str")
}

// germanNumbers adds the words for numbers.
func (l lexicon) germanNumbers() {
	l.set(numeral, 0, "null ein zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn")
	l.all(numeral, 1, "eine einen einem einer eines")
	for i, ten := range strings.Fields("zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig") {
		l.all(numeral, 10*(i+2), ten)
	}
	l.all(numeral, 100, "hundert")
	l.all(numeral, 1000, "tausend")
	for i, stem := range strings.Fields("erst zweit dritt viert fünft sechst siebt acht neunt zehnt elft zwölft") {
		l.all(ordinal, i+1, stem+"e "+stem+"en "+stem+"es "+stem+"er")
	}
}

// germanCues adds the words that tell the tense, and the prepositions before dates.
func (l lexicon) germanCues() {
	l.cue(futureCue, `wird werden soll sollen will wollen plant planen geplant geplante geplanten geplanter geplantes vorgesehen vorgesehene
		vorgesehenen angesetzt angesetzte angesetzten bevorstehende bevorstehenden bevor künftig beginnt startet`)
	l.cue(pastCue, `war waren hatte hatten wurde wurden hat haben traf trafen kam kamen fand fanden ging gingen gab gaben nahm nahmen sprach
		sprachen begann begannen seit vergangenen`)
	l.cue(reporting, "sagte sagten teilte teilten erklärte erklärten mitteilte berichtete berichteten meldete meldeten hieß")
	l.cue(namely, "im in am seit ab bis von vom zum für nach vor zwischen gegen um anfang mitte ende und des")
}

// looksPastGerman reports whether an unknown word has the form of a verb in the past: "endete", "getroffen".
func looksPastGerman(w string) bool {
	if len(w) < 5 || len(w) > 24 || w[0] < 'a' {
		return false
	}
	if strings.HasPrefix(w, "ge") && (strings.HasSuffix(w, "t") || strings.HasSuffix(w, "en")) {
		return !strings.HasPrefix(w, "gegen") && !strings.HasPrefix(w, "gemein")
	}
	return strings.HasSuffix(w, "ete") || strings.HasSuffix(w, "eten") || strings.HasSuffix(w, "rte") || strings.HasSuffix(w, "rten") ||
		strings.HasSuffix(w, "gte") || strings.HasSuffix(w, "lte") || strings.HasSuffix(w, "nte")
}

// numericDay reads "12.02.2014".
func numericDay(r *reader, m match) (reading, bool) {
	d, mm, y := r.tokens[m.at(small, 0)], r.tokens[m.at(small, 1)], r.tokens[m.end-1]
	if !mm.glued {
		return reading{}, false
	}
	n := y.value
	if y.class&year == 0 {
		if !y.glued || y.end-y.start != 2 {
			return reading{}, false
		}
		if n += 1900; n < 1950 {
			n += 100
		}
	}
	return r.writtenOut(n, mm.value, d.value)
}

// sideWeekdayGerman reads "vergangenen Dienstag".
func sideWeekdayGerman(r *reader, m match) (reading, bool) {
	return r.weekday(m, r.tokens[m.first].value)
}

// weekdayCompound reads "Dienstagabend".
func weekdayCompound(r *reader, m match) (reading, bool) {
	i := m.at(compound, 0)
	t := &r.tokens[i]
	packed, which := t.value, 0
	if k := m.at(side, 0); k >= 0 {
		which = r.tokens[k].value
	}
	t.value, t.class = packed&15, t.class|weekday
	m.taken[m.n], m.n = take{weekday, i}, m.n+1
	x, ok := r.weekday(m, which)
	t.value, t.class = packed, t.class&^weekday
	return x.during(partCode(packed >> 4)), ok && t.capital
}

// sideUnitGerman reads "vergangene Woche", "Ende dieses Jahres".
func sideUnitGerman(r *reader, m match) (reading, bool) {
	i := m.at(side, 0)
	if i < 0 || r.class(m.end-1)&units != 0 {
		return reading{}, false
	}
	u := years
	if m.has(unit) {
		u = span(r.tokens[m.end-1].value)
	}
	if u < days || u == nights {
		return reading{}, false
	}
	return r.period(m, u, r.tokens[i].value), true
}

// decadeGerman reads "1990er Jahren", "90er Jahre".
func decadeGerman(r *reader, m match) (reading, bool) {
	t := r.tokens[m.first]
	y := t.value
	if !r.tokens[m.first+1].glued || y%10 != 0 {
		return reading{}, false
	}
	if t.class&year != 0 {
		return reading{kind: Date, value: fmt.Sprintf("%03dX", y/10), certainty: Certain}, true
	}
	return reading{kind: Date, value: fmt.Sprintf("19%dX", y/10), certainty: Uncertain}, y >= 20
}

// centuryGerman reads "20. Jahrhundert".
func centuryGerman(r *reader, m match) (reading, bool) {
	n := r.tokens[m.first].value
	return reading{kind: Date, value: fmt.Sprintf("%02dXX", n-1), certainty: Certain}, n > 1 && n < 23
}

// yearSpan reads "1950 bis 1953".
func yearSpan(r *reader, m match) (reading, bool) {
	from, to := r.yearAt(m.first), r.yearAt(m.end-1)
	return reading{kind: Duration, value: yearValue(from) + "/" + yearValue(to), certainty: Certain}, from < to && from >= 1000
}

// quarterNumber reads "1. Quartal 2014".
func quarterNumber(r *reader, m match) (reading, bool) {
	m.taken[m.n], m.n = take{ordinal, m.first}, m.n+1
	return quarter(r, m)
}

// clockGerman reads "15.30 Uhr", "um 15 Uhr".
func clockGerman(r *reader, m match) (reading, bool) {
	h, mm := r.tokens[m.at(small, 0)].value, 0
	if i := m.at(small, 1); i >= 0 {
		mm = r.tokens[i].value
	}
	hour, ok := fmt.Sprintf("T%02d:%02d", h, mm), h < 25 && mm < 60
	if m.has(weekday) {
		x, found := r.weekday(m, 0)
		return x.at(hour, found && ok)
	}
	day, certainty, working := r.clockDay()
	return reading{kind: Time, value: day + hour, certainty: certainty, working: working}, ok
}
