package when

import "fmt"

// koreanUnit is the unit that a word after a number stands for.
func (r *reader) koreanUnit(i int) span {
	switch r.text(i) {
	case "년":
		return years
	case "개월", "달":
		return months
	case "주":
		return weeks
	case "시간":
		return hours
	case "분":
		return minutes
	}
	return days
}

// koreanAgo reads "3년 전".
func koreanAgo(r *reader, m match) (reading, bool) {
	i := m.at(count, 0)
	n, u := r.tokens[i].count, r.koreanUnit(m.end-2)
	if u < days {
		x := r.lasting(m, "", u)
		x.tense = past
		return x, true
	}
	return r.away(m, r.anchor, u, -n), n > 0 && (r.tokens[i].class&year == 0 || !r.tokens[i].number)
}

// koreanDuration reads "10년간", "3개월", "열흘", "이틀 만에", "사흘 전".
func koreanDuration(r *reader, m match) (reading, bool) {
	i := m.at(count, 0)
	if i < 0 {
		n := r.tokens[m.first].value
		if r.is(m.end-1, "전") {
			return r.away(m, r.anchor, days, -n), true
		}
		return reading{kind: Duration, value: amount(fmt.Sprint(n), days), certainty: Certain, first: m.first, end: m.first + 1}, true
	}
	t := r.tokens[i]
	k := t.countEnd
	u := r.koreanUnit(k)
	long := m.end > k+1
	switch {
	case t.number && !r.tokens[k].glued, t.count == 0:
		return reading{}, false
	case t.number && t.class&year != 0:
		return reading{}, false
	case (u == days || u == minutes || r.is(k, "주")) && !long && t.number:
		return reading{}, false
	}
	return reading{kind: Duration, value: amount(r.numberAt(i), u), certainty: Certain, first: m.first, end: k + 1}, true
}

// koreanRange reads "1950~53년".
func koreanRange(r *reader, m match) (reading, bool) {
	x, ok := yearRange(r, match{first: m.first, end: m.end - 1})
	x.first, x.end = m.first, m.end-1
	return x, ok
}

// koreanDecade reads "1990년대", "90년대".
func koreanDecade(r *reader, m match) (reading, bool) {
	t := r.tokens[m.first]
	switch {
	case t.value%10 != 0 || !r.tokens[m.first+1].glued:
		return reading{}, false
	case t.class&year != 0:
		return reading{kind: Date, value: fmt.Sprintf("%03dX", t.value/10), certainty: Certain}, true
	}
	return reading{kind: Date, value: fmt.Sprintf("19%dX", t.value/10), certainty: Uncertain}, t.value >= 20
}

// koreanCentury reads "20세기".
func koreanCentury(r *reader, m match) (reading, bool) {
	n := r.tokens[m.first].value
	return reading{kind: Date, value: fmt.Sprintf("%02dXX", n-1), certainty: Certain}, n > 1 && n < 23
}

// koreanYear is the year that the words before a part of it name; 0 when nothing tells.
func (r *reader) koreanYear(m match) (y int, counted bool) {
	if i := m.at(year, 0); i >= 0 {
		return r.yearAt(i), false
	}
	if r.anchor.grain < byMonth {
		return 0, false
	}
	y = int(r.anchor.day.Year)
	if r.class(m.first)&side != 0 {
		y += r.tokens[m.first].value
	}
	return y, true
}

// koreanQuarter reads "올해 1분기", "2018년 3분기".
func koreanQuarter(r *reader, m match) (reading, bool) {
	q := r.tokens[m.at(small, 0)].value
	if q < 1 || q > 4 || !r.marked(m) {
		return reading{}, false
	}
	y, counted := r.koreanYear(m)
	switch {
	case y == 0:
		return r.unresolved(fmt.Sprintf("XXXX-Q%d", q)), true
	case counted:
		return r.counted(m, quarterValue(y, q)), true
	}
	return reading{kind: Date, value: quarterValue(y, q), certainty: Certain}, true
}

// koreanHalf reads "올해 하반기".
func koreanHalf(r *reader, m match) (reading, bool) {
	h := 1
	if r.is(m.end-1, "하반기") {
		h = 2
	}
	y, counted := r.koreanYear(m)
	switch {
	case y == 0:
		return r.unresolved(fmt.Sprintf("XXXX-H%d", h)), true
	case counted:
		return r.counted(m, fmt.Sprintf("%04d-H%d", y, h)), true
	}
	return reading{kind: Date, value: fmt.Sprintf("%04d-H%d", y, h), certainty: Certain}, true
}

// koreanSeason reads "지난 겨울", "올여름".
func koreanSeason(r *reader, m match) (reading, bool) {
	if r.anchor.grain < byYear {
		return r.unresolved("XXXX-" + r.seasonCode(m)), true
	}
	n := 0
	switch {
	case r.is(m.first, "지난"):
		n = -1
	case r.is(m.first, "다음"):
		n = 1
	}
	y := int(r.anchor.day.Year)
	s, now := r.tokens[m.at(season, 0)].value, (int(r.anchor.day.Month)+9)%12/3
	if n > 0 && s <= now || n < 0 && s >= now || n < 0 && r.anchor.day.Month < 3 && s == 3 {
		y += n
	}
	x := r.counted(m, fmt.Sprintf("%04d-%s", y, r.seasonCode(m)))
	x.tense = sign(n)
	return x, true
}

// koreanClock reads "오후 3시 30분".
func koreanClock(r *reader, m match) (reading, bool) {
	h, mm := r.tokens[m.at(small, 0)].value, 0
	if i := m.at(small, 1); i >= 0 {
		mm = r.tokens[i].value
	}
	switch {
	case r.is(m.first, "오후") && h < 12:
		h += 12
	case r.is(m.first, "오전") && h == 12:
		h = 0
	}
	day, certainty, working := r.clockDay()
	return reading{kind: Time, value: fmt.Sprintf("%sT%02d:%02d", day, h, mm), certainty: certainty, working: working}, h < 25 && mm < 60 && r.marked(m)
}
