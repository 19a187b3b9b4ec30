package when

import (
	"strings"
	"sync"
)

// english is the grammar of English.
var english = sync.OnceValue(newEnglish)

func newEnglish() *grammar {
	l := lexicon{entries: make(map[string]entry, 700), past: looksPast}
	l.punctuation()
	l.englishNames()
	l.englishNumbers()
	l.englishCues()
	var rules []rule
	for _, family := range [][]rule{calendarRules(), clockRules(), quarterRules(), monthRules(), weekdayRules(), seasonRules(),
		decadeRules(), relativeRules(), setRules(), durationRules(), vagueRules()} {
		rules = append(rules, family...)
	}
	return compile(l, rules)
}

// englishNames adds the names of months, days, units and parts.
func (l lexicon) englishNames() {
	l.set(month, 1, "january february march april may june july august september october november december")
	l.set(month|abbreviated, 1, "jan feb mar apr -may- jun jul aug sep oct nov dec")
	l.all(month|abbreviated, 9, "sept")
	l.set(weekday, 0, "sunday monday tuesday wednesday thursday friday saturday")
	l.set(weekday|abbreviated, 0, "sun mon tue wed thu fri sat")
	l.all(weekday|abbreviated, 2, "tues")
	l.all(weekday|abbreviated, 4, "thur thurs")
	l.capital(month|weekday, "march may mar jan dec jun sun mon wed fri sat oct sep apr aug feb nov jul")
	l.cue(link, "may march august april june")
	l.set(unit, int(seconds), "second minute hour day week month quarter year decade century weekend night fortnight")
	l.set(units, int(seconds), "seconds minutes hours days weeks months quarters years decades centuries weekends nights fortnights")
	l.set(season, 0, "spring summer fall winter")
	l.all(season, 2, "autumn")
	l.set(part, morning, "morning noon afternoon evening night")
	l.all(relative, 0, "today")
	l.all(relative, -1, "yesterday")
	l.all(relative, 1, "tomorrow")
	l.all(relative, tonight, "tonight")
	l.all(side, -1, "last previous past")
	l.all(side, 0, "this current")
	l.all(side, 1, "next coming following upcoming")
	l.all(edge, 0, "early late mid earlier later")
	l.all(some, 0, "several few many some numerous countless various recent")
	l.all(about, 0, "about around nearly almost roughly approximately over exactly only just barely some")
	l.set(holiday, christmas, "christmas thanksgiving easter halloween valentine")
	l.all(frequent, int(days), "daily nightly")
	l.all(frequent, int(weeks), "weekly")
	l.all(frequent, int(months), "monthly")
	l.all(frequent, int(years), "yearly annually")
	l.cue(abbreviated, "mr mrs ms dr gen sen rep gov sgt lt col st no corp inc co ltd vs prof rev hon u.s jr sr bros messrs adm capt cmdr maj pres p pp")
}

// englishNumbers adds the words for numbers.
func (l lexicon) englishNumbers() {
	l.set(numeral, 0, "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen")
	for i, ten := range strings.Fields("twenty thirty forty fifty sixty seventy eighty ninety") {
		l.all(numeral, 10*(i+2), ten)
	}
	l.all(numeral, 100, "hundred")
	l.all(numeral, 1000, "thousand")
	l.all(numeral, 12, "dozen")
	l.set(ordinal, 1, "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth")
	e := l.entries["second"] // the ordinal, not the unit
	e.class, e.value = ordinal, 2
	l.entries["second"] = e
}

// englishCues adds the words that tell the tense, and the prepositions before dates.
func (l lexicon) englishCues() {
	l.cue(futureCue, `will shall ll plan plans planned planning schedule scheduled due slated expected expect expects expecting
		upcoming forthcoming intend intends intended proposed going tomorrow next deadline payable expire expires begins starts
		opens effective reconvenes set would should hopes aims`)
	l.cue(pastCue, `was were had did been ago since met held won lost fell rose began took made came went got gave left led sent kept
		saw found struck became broke brought built bought caught chose drew drove fought flew forgot froze grew hid knew laid lent
		paid ran sang sank sold shot slept spoke spent stood stole swore taught thought threw wrote felt beat overthrew underwent
		withdrew rode hung hit cut shut quit`)
	l.cue(reporting, "said told says reported announced reporters according confirmed added acknowledged declined warned")
	for _, w := range strings.Fields("said told says reported announced according confirmed added") {
		e := l.entries[w]
		e.class &^= pastCue
		l.entries[w] = e
	}
	l.cue(namely, "in of since by until till from during for before after through on between last next this late early mid throughout")
}

// looksPast reports whether an unknown word has the form of a verb in the past.
func looksPast(w string) bool {
	if len(w) < 4 || len(w) > 20 || !strings.HasSuffix(w, "ed") {
		return false
	}
	switch w {
	case "need", "indeed", "speed", "exceed", "proceed", "succeed", "breed", "bleed", "feed", "seed", "hundred", "united", "United", "unprecedented", "limited", "Limited", "sacred", "armed", "supposed", "combined":
		return false
	}
	return w[0] >= 'a' && !strings.HasPrefix(w, "un")
}
