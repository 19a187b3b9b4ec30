package article

import (
	"strings"
)

// publishers reads the publisher's name from its own notices, which were set aside: whoever asks for a
// subscription says for what. A name found elsewhere goes before.
func (p *page) publishers() {
	for i := range p.blocks {
		b := &p.blocks[i]
		if b.role != gone {
			continue
		}
		if b.reason == "publisher_disclaimer" && containsAny(strings.ToLower(b.text), []string{"not been edited",
			"was involved", "syndicated", "agency feed", "auto-generated"}) {
			p.flag(FlagSyndicated)
		}
		switch b.reason {
		case "publisher_disclaimer", "subscription_appeal", "paywall_notice", "subscription_features", "site_line", "short_line", "newsletter", "page_footer", "newsletter_form", "reader_appeal", "donation_appeal":
		default:
			continue
		}
		for _, cue := range cues {
			if name := cue.name(beginning(b.text, 1000)); name != "" && !platform(name) && !section(name) {
				p.appeals = append(p.appeals, found{name, at(strings.ReplaceAll(b.reason, "_", " "), b)})
			}
		}
	}
}

// cue is what stands before and after a publisher's name in a notice. Without words after, the name ends
// with its last capital.
type cue struct{ before, after string }

var cues = []cue{
	{"reading ", " than"},    // more people are reading The Morning Ferry than ever
	{"No ", " Journalist"},   // No Morning Ferry Journalist was involved
	{"No ", " journalist"},   //
	{"Access ", " across"},   // Access Morning Ferry across devices
	{"edited by ", " staff"}, // has not been edited by Morning Ferry staff
	{"for reading ", ""},     // thank you for reading The Morning Ferry
	{"subscription to ", ""}, // with a subscription to The Morning Ferry
	{"Subscribe to ", ""},    // Subscribe to The Morning Ferry
	{"subscribing to ", ""},  //
	{"Thanks for reading ", ""},
	{"Read more at ", ""},
	{"Home - ", ""},
	{"Home | ", ""},
	{"Support ", "'s journalism"},
	{"keep the ", " going"},
	{"keep ", " going"},
	{"by the ", " staff"}, // reworked by the Morning Ferry staff
	{"Get ", " in your inbox"},
	{"Get the ", " in your inbox"},
	{"opinions of ", " newspapers"},
}

func (c cue) name(s string) string {
	i := strings.Index(s, c.before)
	if i < 0 || i > 0 && s[i-1] != ' ' {
		return ""
	}
	s = s[i+len(c.before):]
	if c.after == "" {
		return nameAt(s)
	}
	end := strings.Index(s, c.after)
	if end < 0 || nameAt(s[:end]) != s[:end] {
		return ""
	}
	return s[:end]
}
