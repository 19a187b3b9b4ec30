package article

import "briefbook/generator/internal/edtf"

// datetime reports whether a value may stand in HTML's datetime attribute: a year, month, day or week, with a time
// of day behind a day. (HTML knows durations as well, but counts them in seconds: seven years are none.)
func datetime(value string) bool {
	date, clock, timed := value, "", false
	for i := range len(value) {
		if value[i] == 'T' {
			date, clock, timed = value[:i], value[i+1:], true
			break
		}
	}
	if len(date) == len("2018-W06") && date[4:6] == "-W" {
		week := figures(date[6:])
		return !timed && figures(date[:4]) > 0 && week >= 1 && week <= weeksOf(figures(date[:4]))
	}
	d, err := edtf.Parse(date)
	if err != nil || d.HTML() != date {
		return false
	}
	return !timed || len(date) == len("2018-02-06") && clockTime(clock)
}

// clockTime recognises "06:07" and "06:07:30", with "Z" or "+09:00" behind them or not.
func clockTime(s string) bool {
	if n := len(s); n > 0 && s[n-1] == 'Z' {
		s = s[:n-1]
	} else if n > 6 && (s[n-6] == '+' || s[n-6] == '-') {
		if !hoursAndMinutes(s[n-5:]) {
			return false
		}
		s = s[:n-6]
	}
	if len(s) == len("06:07:30") && s[5] == ':' && s[6] <= '5' && figures(s[6:]) >= 0 {
		s = s[:5]
	}
	return hoursAndMinutes(s)
}

// hoursAndMinutes recognises "23:59".
func hoursAndMinutes(s string) bool {
	if len(s) != 5 || s[2] != ':' {
		return false
	}
	hours, rest := figures(s[:2]), figures(s[3:])
	return hours >= 0 && hours < 24 && rest >= 0 && rest < 60
}

// figures is the value of a text of digits, -1 for any other.
func figures(s string) int {
	n := 0
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return -1
		}
		n = 10*n + int(s[i]-'0')
	}
	return n
}

// weeksOf is the number of weeks in a year of ISO 8601: 53 where it begins or ends on a Thursday.
func weeksOf(year int) int {
	dec31 := func(y int) int { return (y + y/4 - y/100 + y/400) % 7 } // day of the week, 0 is Sunday
	if dec31(year) == 4 || dec31(year-1) == 3 {
		return 53
	}
	return 52
}
