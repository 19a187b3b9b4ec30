package changes

import (
	"strings"
)

// respelt reports whether two words in small letters are one word, spelt otherwise by one letter: a letter doubled
// or not, two letters in the wrong order, a customary other spelling, and in long words a letter too few or a wrong
// vowel. The first two letters and the last one are never misspelt: they make other words (unable, agrees). Pairs
// of words that both exist are none (county, country).
func respelt(a, b string) bool { return misspelt(a, b) && !existing(a, b) }

// misspelt reports whether two words differ as a word and its misspelling do.
func misspelt(a, b string) bool {
	if len(a) > len(b) || len(a) == len(b) && a > b {
		a, b = b, a
	}
	if len(a) < shortest || len(b)-len(a) > 1 || !latin(a) || !latin(b) {
		return false
	}
	if variant(a, b) {
		return true
	}
	from, to, end := 0, len(a), len(b) // a[from:to] became b[from:end]
	for from < to && a[from] == b[from] {
		from++
	}
	for to > from && end > from && a[to-1] == b[end-1] {
		to, end = to-1, end-1
	}
	if from < 2 || to == len(a) {
		return false
	}
	switch x, y := a[from:to], b[from:end]; {
	case len(x) == 0 && len(y) == 1: // a letter too few
		return y[0] == b[from-1] || y[0] == b[end] || len(b) >= long
	case len(x) == 1 && len(y) == 1:
		return vowel(x[0]) && vowel(y[0]) && len(b) >= long
	case len(x) == 2 && len(y) == 2:
		return x[0] == y[1] && x[1] == y[0]
	}
	return false
}

const (
	shortest = 5 // letters a word must have
	long     = 8 // and from how many on few words differ by one letter
)

func latin(s string) bool { return strings.Trim(s, "abcdefghijklmnopqrstuvwxyz") == "" }

func vowel(c byte) bool { return strings.IndexByte("aeiou", c) >= 0 }

// variants are endings and stems that are spelt in two ways.
var variants = [...][2]string{
	{"ise", "ize"}, {"isa", "iza"}, {"isi", "izi"}, {"yse", "yze"}, {"ysi", "yzi"}, {"re", "er"}, {"res", "ers"}, {"ence", "ense"}, {"or", "our"}, {"ors", "ours"},
	{"ored", "oured"}, {"oring", "ouring"}, {"orable", "ourable"}, {"dgment", "dgement"}, {"dgments", "dgements"}, {"logs", "logues"},
}

// variant reports whether two words differ by one of them alone: in "organise" it stands within three letters of
// the end, in "colour" at the end.
func variant(a, b string) bool {
	for _, v := range variants {
		for _, p := range [2][2]string{{v[0], v[1]}, {v[1], v[0]}} {
			i := strings.LastIndex(a, p[0])
			if i >= 3 && strings.HasPrefix(b, a[:i]) && b[i:] == p[1]+a[i+len(p[0]):] && (p[0][0] == 'i' || p[0][0] == 'y' || i+len(p[0]) == len(a)) {
				return true
			}
		}
	}
	return false
}

// existing reports whether both words exist.
func existing(a, b string) bool {
	return strings.Contains(pairs, " "+a+"/"+b+" ") || strings.Contains(pairs, " "+b+"/"+a+" ")
}

// pairs are words that differ as a word and its misspelling do, and both exist.
const pairs = " " +
	"bared/barred baring/barring bating/batting batted/bated below/bellow biding/bidding biting/bitting " +
	"borders/boarders caned/canned canon/cannon canons/cannons carton/cartoon casual/causal casually/causally " +
	"chose/choose complaint/compliant complement/compliment complementary/complimentary complements/compliments " +
	"coral/corral creation/cremation defected/deflected defection/deflection deprecate/depreciate desert/dessert " +
	"deserts/desserts diner/dinner diners/dinners dining/dinning expanded/expended expanding/expending filed/filled " +
	"filing/filling griped/gripped hoped/hopped hoping/hopping immanent/imminent infection/inflection " +
	"ingenious/ingenuous interment/internment interments/internments later/latter loping/lopping loses/looses " +
	"losing/loosing maned/manned marital/martial mating/matting mediation/medication mediation/meditation " +
	"minutes/minuets moped/mopped moping/mopping morality/mortality pined/pinned pining/pinning planed/planned " +
	"planing/planning poled/polled poling/polling premised/promised preposition/proposition prescribed/proscribed " +
	"proscribe/prescribe raped/rapped rated/ratted reaction/redaction riper/ripper robed/robbed salon/saloon " +
	"scared/scarred scaring/scarring shining/shinning signed/singed signing/singing sniped/snipped sniping/snipping " +
	"split/spilt stared/starred staring/starring stationary/stationery statues/statutes striped/stripped " +
	"super/supper taped/tapped taping/tapping through/thorough tiled/tilled tiling/tilling toping/topping " +
	"trail/trial trailed/trialed trails/trials uniformed/uninformed united/untied unites/unties waging/wagging " +
	"wining/winning "
