package when

import (
	"fmt"
	"strings"
	"sync"

	"briefbook/generator/internal/edtf"
)

// korean is the grammar of Korean.
var korean = sync.OnceValue(func() *grammar {
	l := lexicon{entries: make(map[string]entry, 300), particles: map[string]bool{}, verbLast: true}
	l.punctuation()
	l.koreanNames()
	return compile(l, koreanRules())
})

// koreanRules read dates in Korean.
func koreanRules() []rule {
	return []rule{
		{"<year> - <small> - <small>", isoDay},
		{"<year> . <small> . <small>", isoDay},
		{"<year> 년 <small> 월 <small> 일", koreanDate},
		{"<year> 년 <small> 월", koreanDate},
		{"<year> 년", koreanDate},
		{"<small> 월 <small> 일", koreanDate},
		{"지난|오는|올|내년|올해|지난해|작년 <small> 월 <small> 일", koreanDate},
		{"<small> 월", koreanDate},
		{"지난|오는|올|내년|올해|지난해|작년 <small> 월", koreanDate},
		{"[지난|오는|다음|이번] <small> 일", koreanDayOfMonth},
		{"지난|이번|다음 달 <small> 일", koreanDayOfMonth},
		{"지난달|이달|내달|이번달|다음달 <small> 일", koreanDayOfMonth},
		{"<relative>", relativeDay},
		{"이날|당일", koreanThatDay},
		{"같은 날", koreanThatDay},
		{"<side> <unit>", koreanPeriod},
		{"<side>", koreanPeriod},
		{"<weekday>", koreanWeekday},
		{"<side> <unit> <weekday>", koreanWeekdayOfWeek},
		{"지난|오는|이번|다음 <weekday>", koreanWeekday},
		{"<count> 년|개월|주|일|시간 전", koreanAgo},
		{"<count> 년|개월|주|일|시간|분|달 [간|동안|만에|째|여]", koreanDuration},
		{"<units> [간|동안|만에|전]", koreanDuration},
		{"<year> - <year>|<small> [년]", yearRange},
		{"<year> ~ <year>|<small> 년", koreanRange},
		{"<year> 년대", koreanDecade},
		{"<small> 년대", koreanDecade},
		{"<small> 세기", koreanCentury},
		{"[<year> 년] <small> 분기", koreanQuarter},
		{"올해|작년|지난해|내년 <small> 분기", koreanQuarter},
		{"[<year> 년] 상반기|하반기", koreanHalf},
		{"올해|작년|지난해|내년 상반기|하반기", koreanHalf},
		{"<year> 년 <season>", seasonOf},
		{"올|지난|이번|다음 <season>", koreanSeason},
		{"오전|오후 <small> 시 [<small> 분]", koreanClock},
		{"<frequent>", frequently},
		{"현재|지금", vaguely("PRESENT_REF", unknown)},
		{"최근", vaguely("PAST_REF", past)},
		{"얼마 전", vaguely("PAST_REF", past)},
		{"조만간|향후", vaguely("FUTURE_REF", future)},
	}
}

// koreanNames adds the words.
func (l lexicon) koreanNames() {
	l.set(weekday, 0, "일요일 월요일 화요일 수요일 목요일 금요일 토요일")
	l.set(relative, -2, "그저께 어제 오늘 내일 모레")
	l.all(relative, -2, "그제")
	l.all(relative, 2, "내일모레")
	// side carries the unit with it: a year, a month, a week of its own
	l.all(side, -1, "작년 지난해 지난달 지난주 전년 지난")
	l.all(side, -2, "재작년")
	l.all(side, 0, "올해 금년 이달 이번 이번주 이번달")
	l.all(side, 1, "내년 내달 다음 다음달 다음주 오는")
	l.all(side, 2, "후년 내후년")
	l.all(unit, int(weeks), "주")
	l.all(unit, int(months), "달")
	l.all(unit, int(years), "해")
	l.all(unit, int(weekends), "주말")
	l.all(unit, int(quarters), "분기")
	l.set(units, 2, "이틀 사흘 나흘 닷새 엿새 이레 여드레 아흐레 열흘")
	l.all(units, 7, "일주일")
	l.all(units, 1, "하루")
	l.all(units, 15, "보름")
	l.set(season, 0, "봄 여름 가을 겨울")
	l.all(frequent, int(days), "매일")
	l.all(frequent, int(weeks), "매주")
	l.all(frequent, int(months), "매달 매월")
	l.all(frequent, int(years), "매년 해마다")
	for i, n := range strings.Fields("한 두 세 네 다섯 여섯 일곱 여덟 아홉 열") {
		l.all(numeral, i+1, n)
	}
	l.cue(futureCue, "예정 계획 방침 전망 앞두고 앞둔 열릴")
	for _, p := range strings.Fields(`은 는 이 가 을 를 의 에 에서 에는 에도 부터 까지 까지는 로 으로 도 만 와 과 이나 나 쯤 경 께 정도 이후 이전 이래 이던 에만 마다
		보다 인 이다 이며 이라고 이라며 이었다 였다 엔 에서는 부터는 밤 아침 새벽 저녁 초 중순 말 하순 중 당시 자 께서 된 으로는 에야 까지의 부터의 이라 임 이고 간의 동안의`) {
		l.particles[p] = true
	}
}

// koreanDate reads "2018년 4월 27일", "4월 27일", "2018년 4월", "지난 4월", "지난해 12월".
func koreanDate(r *reader, m match) (reading, bool) {
	y, mm, d := r.koreanParts(m)
	if !r.marked(m) || mm > 12 {
		return reading{}, false
	}
	if w := m.first; r.class(w)&side != 0 && r.tokens[w].word != 0 && !r.is(w, "지난", "오는") {
		if r.anchor.grain < byYear {
			return r.unresolved(noYear(mm, d)), true
		}
		y = int(r.anchor.day.Year) + r.tokens[w].value
		x := r.counted(m, fullValue(y, mm, d))
		x.tense = sign(r.tokens[w].value)
		return x, true
	}
	switch {
	case y > 0 && d > 0:
		return r.writtenOut(y, mm, d)
	case y > 0:
		return reading{kind: Date, value: fullValue(y, mm, d), certainty: Certain}, true
	}
	x, ok := r.koreanNearest(m, mm, d)
	if w := m.first; ok && r.class(w)&side != 0 {
		x.tense = sign(r.tokens[w].value)
	}
	return x, ok
}

// koreanNearest is a day or month named without a year. 지난 before it forces the past, 오는 the future.
func (r *reader) koreanNearest(m match, mm, d int) (reading, bool) {
	forced := unknown
	switch {
	case r.is(m.first, "지난"):
		forced = past
	case r.is(m.first, "오는"):
		forced = future
	}
	if forced == unknown || r.anchor.grain < byMonth {
		if d > 0 {
			return r.dayOfYear(m, mm, d)
		}
		if r.anchor.grain < byMonth {
			return r.unresolved(noYear(mm, 0)), mm > 0
		}
		y, where := r.nearestMonth(m, mm)
		x := reading{kind: Date, value: monthValue(y, mm), certainty: r.sure()}
		x.working = fmt.Sprintf("the %s %s %s", monthNames[mm-1], where, r.anchor.name)
		return x, true
	}
	now := r.anchor.day
	y := int(now.Year)
	later := mm > int(now.Month) || mm == int(now.Month) && d > int(now.Day)
	switch {
	case forced == past && later:
		y--
	case forced == future && !later && (mm != int(now.Month) || d > 0):
		y++
	}
	return r.counted(m, fullValue(y, mm, d)), true
}

// koreanParts is the year, month and day of a match, 0 for those it does not name.
func (r *reader) koreanParts(m match) (y, mm, d int) {
	if i := m.at(year, 0); i >= 0 {
		y = r.yearAt(i)
	}
	for k := 0; k < 2; k++ {
		i := m.at(small, k)
		switch {
		case i < 0:
		case r.is(i+1, "월"):
			mm = r.tokens[i].value
		case r.is(i+1, "일"):
			d = r.tokens[i].value
		}
	}
	return y, mm, d
}

// marked reports whether the mark of every number in a match is glued to it: "4월", not "4 월드컵".
func (r *reader) marked(m match) bool {
	for i := m.first + 1; i < m.end; i++ {
		if r.tokens[i-1].number && !r.tokens[i].glued {
			return false
		}
	}
	return true
}

// fullValue writes a year, or a month or day of it.
func fullValue(y, mm, d int) string {
	switch {
	case mm == 0:
		return yearValue(y)
	case d == 0:
		return monthValue(y, mm)
	}
	return fmt.Sprintf("%04d-%02d-%02d", y, mm, d)
}

// noYear writes a month or day of an unknown year.
func noYear(mm, d int) string { return "XXXX" + fullValue(0, mm, d)[4:] }

// koreanDayOfMonth reads "지난 27일", "27일", "다음 달 5일": the day of the month that is meant by the words before it, else the
// latest up to the publication.
func koreanDayOfMonth(r *reader, m match) (reading, bool) {
	i := m.at(small, 0)
	d := r.tokens[i].value
	if d < 1 || d > 31 || !r.marked(m) || r.is(m.end, "간", "동안", "만에", "만", "째", "전", "여", "후", "뒤", "내", "정도") {
		return reading{}, false
	}
	if r.anchor.grain < byMonth {
		x := r.unresolved(fmt.Sprintf("XXXX-XX-%02d", d))
		if m.first < i {
			x.tense = sign(r.tokens[m.first].value)
		}
		return x, true
	}
	y, mm, t := int(r.anchor.day.Year), int(r.anchor.day.Month), r.tenseOf(m.first, m.end)
	certainty := r.sure()
	switch {
	case r.is(i-1, "달", "지난달", "이달", "이번달", "다음달", "내달"):
		n := r.tokens[m.first].value
		y, mm = shiftMonth(y, mm, n)
		t = sign(n)
	case r.anchor.grain < byDay:
		return r.unresolved(fmt.Sprintf("XXXX-XX-%02d", d)), true
	default:
		if m.first < i {
			t = sign(r.tokens[m.first].value)
		}
		y, mm, certainty = r.nearestDayOfMonth(d, t, m.first < i)
	}
	x, ok := r.writtenOut(y, mm, d)
	x.certainty, x.tense = certainty, t
	x.working = r.words(m) + ", counted from " + r.anchor.name
	return x, ok
}

// nearestDayOfMonth is the month of a day that only its number names. Without a word that says which, a day far from
// the publication is uncertain.
func (r *reader) nearestDayOfMonth(d int, t tense, said bool) (y, mm int, c Certainty) {
	now := r.anchor.day
	y, mm, c = int(now.Year), int(now.Month), r.sure()
	distance := d - int(now.Day)
	switch {
	case t == future && distance < 0:
		y, mm = shiftMonth(y, mm, 1)
	case t != future && distance > 1: // a day ahead may be the other side of the date line
		y, mm = shiftMonth(y, mm, -1)
	case t != future && distance == 1 && said:
		y, mm = shiftMonth(y, mm, -1)
	}
	if day := (edtf.Day{Year: int32(y), Month: uint8(mm), Day: uint8(d)}); day.Valid() && !said {
		if off := day.Number() - now.Number(); off > 7 || off < -7 {
			c = Uncertain
		}
	}
	return y, mm, c
}

// koreanThatDay reads 이날: the day last named, else that of publication.
func koreanThatDay(r *reader, m match) (reading, bool) {
	if r.memory.grain == byDay && len(r.found) > 0 {
		return reading{kind: Date, value: dayValue(r.memory.day), certainty: Uncertain, working: "the day last named"}, true
	}
	x := r.period(m, days, 0)
	if x.certainty == Certain {
		x.certainty = Uncertain
	}
	return x, true
}

// koreanPeriod reads "지난달", "올해", "다음 주".
func koreanPeriod(r *reader, m match) (reading, bool) {
	n := r.tokens[m.first].value
	u := span(r.tokens[m.end-1].value)
	if m.end-m.first == 1 {
		word := r.text(m.first)
		switch {
		case strings.HasSuffix(word, "년") || strings.HasSuffix(word, "해"):
			u = years
		case strings.HasSuffix(word, "달"):
			u = months
		case strings.HasSuffix(word, "주"):
			u = weeks
		default: // 지난, 이번, 다음, 오는 alone
			return reading{}, false
		}
	} else if !r.is(m.first, "지난", "이번", "다음", "오는") {
		return reading{}, false
	}
	return r.period(m, u, n), true
}

// koreanWeekday reads "화요일", "지난 화요일".
func koreanWeekday(r *reader, m match) (reading, bool) {
	which := 0
	if m.end-m.first > 1 {
		which = r.tokens[m.first].value
	}
	return r.weekday(m, which)
}

// koreanWeekdayOfWeek reads "다음 주 월요일".
func koreanWeekdayOfWeek(r *reader, m match) (reading, bool) {
	if r.tokens[m.at(unit, 0)].value != int(weeks) {
		return reading{}, false
	}
	return weekdayOfWeek(r, m)
}
