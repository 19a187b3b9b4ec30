package edtf

import (
	"errors"
	"fmt"
	"strings"
)

// explain puts the written form before the reason, and finds the reason where the form cannot be read.
func explain(s string, err error) error {
	if errors.Is(err, errForm) {
		return fmt.Errorf("%q is not a date: %s", s, reason(s))
	}
	return fmt.Errorf("%q: %w", s, err)
}

// reason names the commonest slips.
func reason(s string) string {
	switch {
	case strings.ContainsAny(s, "[]{}"):
		return "sets of dates are not supported; write an interval, as in 2014-02-03/2014-02-09"
	case strings.ContainsAny(s, "?~%"):
		return "?, ~ and % stand once, at the end, and speak of the whole date, as in 2018-05~"
	case strings.ContainsAny(s, "xuX") && only(s, "0123456789-xuX"):
		return "unspecified digits are X at the end, as in 201X, 2004-XX or 2004-06-XX"
	case strings.TrimSpace(s) != s:
		return "it has blanks around it; write 2014-02-12"
	case strings.Contains(s, ".."):
		return "two dots stand alone before or after a slash, as in ../2014-02-12"
	case strings.ContainsAny(s, "–—‐−"):
		return "it has a dash that is no hyphen; write 2014-02-12, and an interval 2014-02-03/2014-02-09"
	case strings.Contains(s, "."):
		return "parts are joined with hyphens, the year first, as in 2014-02-12"
	case only(s, "0123456789"):
		if len(s) == 8 || len(s) == 6 {
			return "parts are joined with hyphens, as in 2014-02-12"
		}
		return "a year has four digits, as in 2014 or 0987; longer ones begin with Y"
	case only(s, "0123456789-"):
		return "the year has four digits and comes first, month and day have two, as in 2014-02-01"
	}
	return errForm.Error()
}

func only(s, set string) bool { return strings.Trim(s, set) == "" }
