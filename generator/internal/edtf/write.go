package edtf

// String is the date in canonical EDTF, "" for an unknown date. Parse reads it back to an equal date.
func (d Date) String() string {
	if d.IsZero() {
		return ""
	}
	var room [48]byte
	b := d.start.append(room[:0])
	if d.IsInterval() {
		b = d.end.append(append(b, '/'))
	}
	if d.clock.form != 0 {
		b = d.clock.append(append(b, 'T'))
	}
	return string(b)
}

// MarshalText gives the canonical form.
func (d Date) MarshalText() ([]byte, error) { return []byte(d.String()), nil }

// UnmarshalText reads what MarshalText gives; the empty text is the unknown date.
func (d *Date) UnmarshalText(text []byte) (err error) {
	if len(text) == 0 {
		*d = Date{}
		return nil
	}
	*d, err = Parse(string(text))
	return err
}

// HTML is a value valid in the datetime attribute of <time>: "2014-02-12", "2020-06", "2007", with the time
// of day when there is one. It is "" for what HTML has no form for: intervals, seasons, decades, years
// before 1, and anything qualified.
func (d Date) HTML() string {
	p := d.start
	if d.IsInterval() || p.doubt != 0 || p.year < 1 {
		return ""
	}
	switch p.form {
	case anyDay:
		p.form = month
	case anyMonth, anyDate:
		p.form = year
	}
	var room [48]byte
	b := room[:0]
	if p.year > 9999 {
		b = digits(b, p.year, 5)
		return string(b)
	}
	switch p.form {
	case day, month, year:
		b = p.append(b)
	}
	if c := d.clock; c.form != 0 {
		if c.form&clockHours != 0 {
			c.form ^= clockHours | clockMinutes
		}
		b = c.append(append(b, 'T'))
	}
	return string(b)
}

func (p point) append(b []byte) []byte {
	y := p.year
	switch {
	case p.form == unknownEnd:
		return b
	case p.form == openEnd:
		return append(b, ".."...)
	case y > 9999 || y < -9999:
		b = append(b, 'Y')
	}
	if y < 0 {
		b, y = append(b, '-'), -y
	}
	b = digits(b, y, 4)
	switch p.form {
	case decade:
		b[len(b)-1] = 'X'
	case century:
		b = append(b[:len(b)-2], "XX"...)
	case anyMonth:
		b = append(b, "-XX"...)
	case anyDate:
		b = append(b, "-XX-XX"...)
	case day, month, season, anyDay:
		b = digits(append(b, '-'), int32(p.month), 2)
	}
	switch p.form {
	case day:
		b = digits(append(b, '-'), int32(p.day), 2)
	case anyDay:
		b = append(b, "-XX"...)
	}
	switch p.doubt {
	case uncertain:
		b = append(b, '?')
	case approximate:
		b = append(b, '~')
	case uncertain | approximate:
		b = append(b, '%')
	}
	return b
}

func (c clock) append(b []byte) []byte {
	b = digits(b, int32(c.hour), 2)
	b = digits(append(b, ':'), int32(c.minute), 2)
	if c.form&clockSeconds != 0 {
		b = digits(append(b, ':'), int32(c.second), 2)
	}
	if c.form&clockUTC != 0 {
		return append(b, 'Z')
	}
	if c.form&(clockHours|clockMinutes) == 0 {
		return b
	}
	offset := int32(c.offset)
	if offset < 0 {
		b, offset = append(b, '-'), -offset
	} else {
		b = append(b, '+')
	}
	b = digits(b, offset/60, 2)
	if c.form&clockMinutes != 0 {
		b = digits(append(b, ':'), offset%60, 2)
	}
	return b
}

// digits appends n with at least width digits.
func digits(b []byte, n int32, width int) []byte {
	var room [12]byte
	i := len(room)
	for n > 0 || width > 0 {
		i--
		room[i] = byte('0' + n%10)
		n /= 10
		width--
	}
	return append(b, room[i:]...)
}
