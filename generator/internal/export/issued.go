package export

import (
	"strconv"

	"briefbook/generator/internal/edtf"
)

// issued is a date as CSL holds it.
type issued struct {
	Parts   [][]int `json:"date-parts,omitempty"` // one date, or both ends of an interval
	Season  int     `json:"season,omitempty"`     // 1 spring … 4 winter
	Circa   bool    `json:"circa,omitempty"`
	Literal string  `json:"literal,omitempty"` // what CSL has no parts for, in words
}

// issuedOf is nil for an unknown date.
func issuedOf(d edtf.Date) *issued {
	if d.IsZero() {
		return nil
	}
	v := &issued{Circa: d.Approximate() || d.Uncertain()}
	ends := []edtf.Date{d}
	if d.IsInterval() {
		ends = []edtf.Date{d.Start(), d.End()}
	}
	for _, end := range ends {
		parts, season := partsOf(end)
		if parts == nil || season > 0 && len(ends) > 1 {
			return &issued{Literal: d.Text("en")}
		}
		v.Parts, v.Season = append(v.Parts, parts), season
	}
	return v
}

// partsOf are year, month and day as far as the date has them; nil where CSL has no form for it.
func partsOf(d edtf.Date) (parts []int, season int) {
	first := d.First()
	year, month := int(first.Year), int(first.Month)
	if d.IsZero() || year < 1 || year > 9999 {
		return nil, 0
	}
	switch d.Precision() {
	case edtf.PrecisionDay:
		return []int{year, month, int(first.Day)}, 0
	case edtf.PrecisionMonth:
		return []int{year, month}, 0
	case edtf.PrecisionSeason:
		return []int{year}, month / 3
	case edtf.PrecisionYear:
		return []int{year}, 0
	}
	return nil, 0
}

// year is the date as author–date wants it behind the author: "2018", "2018–2019", "[2018?]", "n.d.".
func (v *issued) year() string {
	if v == nil {
		return "n.d."
	}
	if v.Literal != "" {
		return v.Literal
	}
	text := strconv.Itoa(v.Parts[0][0])
	if len(v.Parts) > 1 && v.Parts[1][0] != v.Parts[0][0] {
		text += "–" + strconv.Itoa(v.Parts[1][0])
	}
	return v.doubted(text)
}

// text is the date in full: "June 1, 2018", "June 28–July 2, 2018", "Spring 2018", "[June 2018?]", "n.d.".
func (v *issued) text() string {
	switch {
	case v == nil:
		return "n.d."
	case v.Literal != "":
		return v.Literal
	case v.Season > 0:
		return v.doubted([...]string{"Spring", "Summer", "Autumn", "Winter"}[v.Season-1] + " " + strconv.Itoa(v.Parts[0][0]))
	}
	a := v.Parts[0]
	text := american(a)
	if len(v.Parts) > 1 {
		b := v.Parts[1]
		switch {
		case a[0] != b[0] || len(a) != len(b) || len(a) == 1:
			text += "–" + american(b)
		case len(a) == 2:
			text = monthName(a[1]) + "–" + american(b)
		case a[1] != b[1]:
			text = monthName(a[1]) + " " + strconv.Itoa(a[2]) + "–" + american(b)
		default:
			text = monthName(a[1]) + " " + strconv.Itoa(a[2]) + "–" + strconv.Itoa(b[2]) + ", " + strconv.Itoa(b[0])
		}
	}
	return v.doubted(text)
}

func (v *issued) doubted(text string) string {
	if v.Circa {
		return "[" + text + "?]"
	}
	return text
}

// american is a date in the order of American English.
func american(parts []int) string {
	switch year := strconv.Itoa(parts[0]); len(parts) {
	case 1:
		return year
	case 2:
		return monthName(parts[1]) + " " + year
	default:
		return monthName(parts[1]) + " " + strconv.Itoa(parts[2]) + ", " + year
	}
}

func monthName(m int) string {
	return [...]string{"January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
		"November", "December"}[m-1]
}
