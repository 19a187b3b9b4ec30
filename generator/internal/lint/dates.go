package lint

import (
	"fmt"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"briefbook/generator/internal/book"
	"briefbook/generator/internal/edtf"
	"briefbook/generator/internal/when"
)

// dates looks at the date expressions of a sentence.
func (c *check) dates(s sentence, b *book.Block) {
	beside := 0 // where the day of the week ends that stands beside the date before
	for _, e := range when.Find(s.text, edtf.Date{}, c.words.language) {
		if end := c.dayBeside(s, e); end > 0 {
			beside = end
		}
		switch {
		case e.Start < beside:
		case e.Certainty == when.NeedsDate && strings.HasPrefix(e.Value, "XXXX-WXX-") && c.eventDay(s, e, b):
		case e.Certainty == when.NeedsDate && relative(s.text, e), within(e.Text), lasting(s.text, e), someAgo(e):
			c.report(finding{RelativeDate, s.at + e.Start, s.at + e.End,
				fmt.Sprintf("%q is counted from a day that a later reader does not know", e.Text), "write the date itself"})
		}
	}
}

// relative reports whether an expression that needs a date of publication is counted from it, and not from a date
// that the text has named, and is no date that lacks its year only.
func relative(text string, e when.Expression) bool {
	words := strings.ToLower(e.Text)
	first, _, _ := strings.Cut(words, " ")
	rest, ok := strings.CutPrefix(e.Value, "XXXX-")
	if ok && rest != "" && (rest[0] >= '0' && rest[0] <= '9' || strings.HasPrefix(rest, "XX-")) {
		return sided(first) || first == "tonight"
	}
	last := words[strings.LastIndexByte(words, ' ')+1:]
	switch first {
	case "the", "that", "same", "dem", "der", "das", "den", "am", "a", "one":
		if last != "ago" && !strings.Contains(words, "yesterday") && !strings.Contains(words, "tomorrow") {
			return false
		}
	}
	switch last {
	case "earlier", "later", "before", "after", "previously":
		return false
	}
	before, after := strings.TrimRight(text[max(0, e.Start-20):e.Start], " "), text[e.End:]
	if len(after) > 1 && after[0] == '-' && after[1] != ' ' { // "a year-long closure"
		return false
	}
	if strings.HasPrefix(rest, "WXX-") {
		return e.Text == strings.TrimSpace(e.Text) && bareDay(before, after)
	}
	if sided(first) && strings.HasPrefix(after, " of ") { // "the last day of the talks"
		return false
	}
	r, _ := utf8.DecodeRuneInString(e.Text)
	if r >= 'A' && r <= 'Z' { // a name: "USA Today", "This Week in Asia"
		next := strings.Fields(e.Text + " x")[1]
		return before == "" && (next == "x" || !(next[0] >= 'A' && next[0] <= 'Z'))
	}
	return true
}

// within reports whether an expression is a part of the month, or the year, of the publication: "earlier this month".
func within(text string) bool {
	first, rest, _ := strings.Cut(strings.ToLower(text), " ")
	return (first == "earlier" || first == "later") && strings.HasPrefix(rest, "this ")
}

// someAgo reports whether an expression counts back from the publication without saying how far: "a few days ago".
func someAgo(e when.Expression) bool {
	return e.Certainty == when.Vague && strings.HasSuffix(e.Text, " ago") && strings.Count(e.Text, " ") > 1
}

// lasting reports whether an expression is a length of time that ends, or begins, with the publication: "over the past two
// years". In "the last two days of the talks" it is theirs.
func lasting(text string, e when.Expression) bool {
	if !strings.HasPrefix(e.Value, "P") || strings.HasPrefix(e.Value, "PAST") {
		return false
	}
	from := max(0, e.Start-len(" throughout "))
	words := terms(text[from:e.End])
	i := len(words)
	for i > 0 && words[i-1].start >= e.Start-from {
		i--
	}
	first := i
	if first < len(words) && words[first].is("the") {
		first++
	}
	if i == 0 || first+2 >= len(words) || !words[first].is("last", "past", "coming") || !words[i-1].is("in", "over", "during", "for", "within", "throughout") {
		return false
	}
	after := strings.TrimLeft(text[e.End:], " ")
	for _, word := range [...]string{"of ", "before", "after", "to ", "until ", "up "} {
		if strings.HasPrefix(after, word) {
			return false
		}
	}
	return true
}

// sided reports whether a word before a month or a day says which of them is meant, as seen from the publication.
func sided(word string) bool {
	switch word {
	case "last", "next", "this", "letzten", "letzter", "nächsten", "nächster", "diesen", "diesem", "vergangenen", "kommenden", "지난", "이번", "다음", "오는":
		return true
	}
	return false
}

// bareDay reports whether the name of a day of the week between two texts stands for a date: not "the Tuesday
// before", "a Friday", "Sunday School".
func bareDay(before, after string) bool {
	switch strings.ToLower(before[strings.LastIndexAny(before, " (")+1:]) {
	case "black", "bloody", "cyber", "easter", "good", "holy", "maundy", "palm", "shrove", "super", // a day with a name
		"the", "a", "any", "every", "each", "that", "jeden", "ein", "einem", "der", "dem", "den":
		return false
	}
	after = strings.TrimLeft(after, " ")
	for _, word := range [...]string{"before", "after", "of ", "vor ", "nach ", "following", "prayers", "sermon", "mass", "service", "market",
		"edition", "paper", "school"} { // or what there is on that day of every week
		if strings.HasPrefix(after, word) {
			return false
		}
	}
	if rest, ok := strings.CutPrefix(after, "("); ok && rest != "" && rest[0] >= '0' && rest[0] <= '9' { // "Friday (27 July 2021)"
		return false
	}
	if day, rest, _ := strings.Cut(after, " "); isDay(day) && joinsDays(rest) { // "Monday 4 to Friday 8 March 2019"
		return false
	}
	r, _ := utf8.DecodeRuneInString(after)
	return r < 'A' || r > 'Z' || strings.HasPrefix(after, "AM") || strings.HasPrefix(after, "PM")
}

// isDay reports whether a word is the number of a day of the month.
func isDay(word string) bool {
	n, err := strconv.Atoi(word)
	return err == nil && n > 0 && n <= 31
}

// joinsDays reports whether a text goes on from one day of a month to the next.
func joinsDays(rest string) bool {
	for _, word := range [...]string{"to ", "and ", "or ", "until ", "bis ", "und ", "oder ", "– ", "— ", "- "} {
		if strings.HasPrefix(rest, word) {
			return true
		}
	}
	return false
}

// dayBeside compares a date with the day of the week beside it, and gives where that ends, 0 when there is none.
func (c *check) dayBeside(s sentence, e when.Expression) int {
	day, ok := single(e.When)
	if !ok {
		return 0
	}
	told, start, end := weekdayIn(s.text, e)
	if told < 0 {
		return 0
	}
	if told != day.Weekday() {
		c.report(finding{Weekday, s.at + start, s.at + end, fmt.Sprintf("%s was %s", day.Date().Text("en"), aDay(day.Weekday())),
			"see which of the two the source has"})
	}
	return end
}

// aDay is a day of the week with its article.
func aDay(d time.Weekday) string { return "a " + d.String() }

// single is the one day a date stands for.
func single(d edtf.Date) (edtf.Day, bool) {
	if d.IsZero() || d.OpenStart() || d.OpenEnd() || d.First() != d.Last() {
		return edtf.Day{}, false
	}
	return d.First(), true
}

// weekdayIn is the day of the week that an expression names, -1 for none, and where it stands. In Korean it follows
// the date, "27일 화요일" or "27일(화)"; in other languages it may follow in parentheses, "27 July 2021 (Tuesday)", or the date may.
func weekdayIn(text string, e when.Expression) (day time.Weekday, start, end int) {
	for _, t := range terms(e.Text) {
		if d := dayNamed(t.word); d >= 0 {
			return d, e.Start + t.start, e.Start + t.end
		}
	}
	from := max(0, e.Start-len(" Wednesday ("))
	if before, ok := strings.CutSuffix(text[from:e.Start], " ("); ok { // "Tuesday (27 July 2021)"
		at := strings.LastIndexByte(before, ' ') + 1
		if d := dayNamed(before[at:]); d >= 0 {
			return d, from + at, from + len(before)
		}
	}
	rest := text[e.End:]
	lead := len(rest) - len(strings.TrimLeft(rest, " (,"))
	word := rest[lead:min(len(rest), lead+len("Wednesday)"))]
	opened := strings.ContainsAny(rest[:lead], "(")
	if strings.HasPrefix(rest, ", a ") { // "27 July 2021, a Tuesday,"
		lead, opened = len(", a "), true
		word = rest[lead:min(len(rest), lead+len("Wednesday)"))]
	}
	for i, r := range word {
		if r == ' ' || r == ')' || r == ',' || r == '.' {
			word = word[:i]
			break
		}
	}
	d := dayNamed(word)
	if d < 0 {
		d = koreanDay(word, opened)
	}
	if d < 0 || !opened && lead > 1 {
		return -1, 0, 0
	}
	return d, e.End + lead, e.End + lead + len(word)
}

// dayNamed is the day of the week of an English or German name, -1 for any other word.
func dayNamed(word string) time.Weekday {
	switch strings.ToLower(word) {
	case "monday", "montag", "mon":
		return time.Monday
	case "tuesday", "dienstag", "tue", "tues":
		return time.Tuesday
	case "wednesday", "mittwoch", "wed":
		return time.Wednesday
	case "thursday", "donnerstag", "thu", "thurs":
		return time.Thursday
	case "friday", "freitag", "fri":
		return time.Friday
	case "saturday", "samstag", "sonnabend", "sat":
		return time.Saturday
	case "sunday", "sonntag", "sun":
		return time.Sunday
	}
	return -1
}

// koreanDay is the day of the week of "화요일", or of "화" in parentheses.
func koreanDay(word string, opened bool) time.Weekday {
	r, n := utf8.DecodeRuneInString(word)
	if !strings.HasPrefix(word[n:], "요일") && (!opened || n < len(word)) {
		return -1
	}
	for d, name := range "일월화수목금토" {
		if r == name {
			return time.Weekday(d / len("일"))
		}
	}
	return -1
}

// eventDay looks at a day of the week in the item of an event of one day, where it can only be the event's: at the
// beginning. True when nothing more is to be said of it.
func (c *check) eventDay(s sentence, e when.Expression, b *book.Block) bool {
	day, ok := single(b.Date)
	if !ok {
		return false
	}
	told, start, end := weekdayIn(s.text, e)
	if told == day.Weekday() {
		return true
	}
	if told < 0 || s.at > 0 || e.Start > len(" On ") {
		return false
	}
	switch strings.ToLower(strings.TrimSpace(s.text[:e.Start])) {
	case "", "on", "am":
	default:
		return false
	}
	c.report(finding{Weekday, s.at + start, s.at + end, fmt.Sprintf("the day of the event, %s, was %s", day.Date().Text("en"), aDay(day.Weekday())),
		"see which of the two the source has"})
	return true
}

// working looks at how the date of an event was derived: "the Tuesday before 29 July 2021" must come to a Tuesday.
func (c *check) working(b *book.Block) {
	day, ok := single(b.Date)
	if !ok || b.Working == "" {
		return
	}
	list := terms(b.Working)
	for i, t := range list {
		told := dayNamed(t.word)
		if told < 0 {
			continue
		}
		if i+1 < len(list) && list[i+1].word == "\"" || i+1 < len(list) && list[i+1].word == "”" {
			i++
		}
		if i+1 < len(list) && list[i+1].is("before", "after", "vor", "nach", "up") && told != day.Weekday() {
			c.report(finding{Weekday, 0, min(1, len(b.Text)), fmt.Sprintf("the date was derived from %s, and %s was %s", aDay(told),
				day.Date().Text("en"), aDay(day.Weekday())), "count again"})
		}
		return
	}
}
