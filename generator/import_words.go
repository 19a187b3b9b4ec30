package generator

import (
	"fmt"
	"slices"
	"strings"
)

// Remark is something to tell the author about a source, in plain words.
type Remark struct {
	Code  string // a flag, or "near", "inferred"
	Short string // for a line that holds several: "no date"
	Long  string // a sentence without a full stop
}

// Questions are what the author must decide.
func (i *Imported) Questions() []Remark { return i.more.questions }

// Remarks are what the author may want to look at.
func (i *Imported) Remarks() []Remark { return i.more.remarks }

// mostNear is how many near copies of one text are named.
const mostNear = 3

// remark puts flags and near copies into words.
func (i *Imported) remark() {
	ask := func(code, short, format string, args ...any) {
		i.more.questions = append(i.more.questions, Remark{code, short, fmt.Sprintf(format, args...)})
	}
	for at, n := range i.Import.Near {
		if at == mostNear {
			more := len(i.Import.Near) - at
			ask("near", fmt.Sprintf("%d more such texts", more), "%d more texts share half of their words with it or more: --json lists them", more)
			break
		}
		if n.Kinship == "same" {
			ask("near", "the same text as "+n.ID,
				"%d %% of the shorter text runs word for word as in %s: the same text. Keep one of the two, or say which supersedes which",
				percent(n.Containment), n.ID)
		} else {
			ask("near", "a version of "+n.ID,
				"%d %% of the shorter text runs word for word as in %s: versions of one story. Read both before you cite either",
				percent(n.Containment), n.ID)
		}
	}
	if i.Date.Range != nil {
		between := strings.Join(i.Date.Range, " to ")
		ask("inferred", "date inferred, "+between, "no date is stated; its own sentences allow %s: look at them and narrow it down if you can", between)
	}
	flags := slices.Concat(i.Date.Flags, i.Flags)
	// What another flag says better is not said twice: a date that can be read in two ways is stated, and of what is no
	// article at all nothing need be decided but whether it is the right file.
	has := func(flag string) bool { return slices.Contains(flags, flag) }
	none := has("no_text")
	seen := map[string]bool{
		"no_prose": none, "no_title": none,
		"no_date":      none || i.Date.Range != nil || has("ambiguous_day_month") || has("date_conflict"),
		"no_publisher": none || has("publisher_conflict") || has("agency_conflict"),
	}
	for _, flag := range flags {
		if seen[flag] || flag == "inferred" {
			continue
		}
		seen[flag] = true
		r, decide := words(flag)
		if basis := i.basis(flag); basis != "" {
			r.Long += ": " + basis
		}
		if decide {
			i.more.questions = append(i.more.questions, r)
		} else {
			i.more.remarks = append(i.more.remarks, r)
		}
	}
}

func percent(share float64) int { return int(100*share + .5) }

// basis is why a value could not be agreed upon, for the flags that say so.
func (i *Imported) basis(flag string) string {
	v := Stated{}
	switch flag {
	case "date_conflict", "ambiguous_day_month":
		v = Stated{i.Date.Value, i.Date.Basis}
	case "publisher_conflict":
		v = i.Publisher
	case "agency_conflict":
		v = i.Agency
	}
	if v.Value != nil {
		return ""
	}
	return orEmpty(v.Basis)
}

// words puts a flag into plain words and tells whether the author must decide something about it. A flag that is
// not known here is told as it stands.
func words(flag string) (r Remark, decide bool) {
	say := func(short, long string) Remark { return Remark{flag, short, long} }
	switch flag {
	case "no_date":
		return say("no date", "no date is stated, and its sentences allow no range: find out when it appeared"), true
	case "ambiguous_day_month":
		return say("day or month first?", "the date can be read in two ways, day first or month first"), true
	case "date_conflict":
		return say("dates differ", "the text gives different dates"), true
	case "no_publisher":
		return say("no publisher", "neither publisher nor agency is stated: say who published it if you know"), true
	case "publisher_conflict":
		return say("publishers differ", "the text names different publishers"), true
	case "agency_conflict":
		return say("agencies differ", "the text credits different agencies"), true
	case "no_title":
		return say("no title", "no title is stated: lists show the beginning of your digest until you give it one"), true
	case "no_text":
		return say("no text", "nothing in it looks like an article, so everything was set aside: is it the right file?"), true
	case "no_prose":
		return say("no prose", "no line looks like a paragraph, so all were kept: see what of them is the text"), true
	case "override_ignored":
		return say("lines file ignored", "the .lines file beside it was made for another text (its sha256 differs): it was not followed and is left out"), true
	case "prose_set_aside":
		return say("prose set aside", "paragraphs that may belong to the text were set aside: see the list"), true
	case "weekday_mismatch":
		return say("weekday does not fit", "a weekday in it does not fit the date beside it"), false
	case "syndicated":
		return say("syndicated", "the publisher says that it did not write the text itself"), false
	case "duplicate_lead":
		return say("lead twice", "the first paragraph stood there twice; one was set aside"), false
	case "truncated_sentence":
		return say("sentence cut off", "a paragraph ends without the end of its sentence; it stands as captured"), false
	case "unbalanced_quote":
		return say("open quotation", "a quotation is opened and not closed, or closed and not opened; it stands as captured"), false
	case "mojibake":
		return say("damaged characters", "characters were damaged before the text was captured; they stand as captured"), false
	case "control_characters":
		return say("control characters", "it holds characters that no text should have; they stand as captured"), false
	case "invalid_utf8":
		return say("damaged bytes", "some bytes are in no encoding; each is shown as \uFFFD"), false
	case "utf_16":
		return say("UTF-16", "it was read as UTF-16"), false
	case "windows_1252":
		return say("Windows-1252", "it was read as Windows-1252"), false
	case "other_charset":
		return say("other encoding", "it was read in the encoding that it declares"), false
	}
	plain := strings.ReplaceAll(flag, "_", " ")
	return say(plain, plain), false
}
