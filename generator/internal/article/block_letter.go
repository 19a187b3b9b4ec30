package article

import "strings"

// takeLetter sets aside a letter to readers from its salutation to the last line that asks for something. It
// ends where the second paragraph without an appeal stands.
func takeLetter(p *page, at *line) int {
	if !salutation(at.bare) {
		return at.i
	}
	last, strangers := at.i, 0
	for j := at.i + 1; j < len(p.blocks) && strangers < 2; j++ {
		b := &p.blocks[j]
		if b.role != undecided {
			continue
		}
		switch {
		case containsAny(strings.ToLower(beginning(b.text, 1000)), appeals):
			last, strangers = j, 0
		case b.sentence():
			strangers++
		}
	}
	return p.dropRun(at.i, last+1, "subscription_appeal")
}

func salutation(bare string) bool {
	switch bare {
	case "dear reader", "dear readers", "dear subscriber", "dear subscribers", "dear friend", "dear friends", "dear member", "dear members",
		"dear supporter", "dear supporters", "dear visitor", "dear visitors", "liebe leserin, lieber leser", "liebe leser", "liebe freunde",
		"liebe leserinnen und leser", "sehr geehrte leserinnen und leser", "liebe leserinnen, liebe leser", "chère lectrice, cher lecteur",
		"chers lecteurs", "chers lecteurs, chères lectrices", "독자 여러분", "존경하는 독자 여러분":
		return true
	}
	return false
}

var appeals = []string{
	"subscri", "reader", "thank you", "a month", "per month", "upgrade", "donat", "support us", "support our", "sign up",
	"show me later", "show it again", "partner", "paywall", "member", "help us", "leserin", "abonn", "vielen dank",
	"im monat", "unterstütz", "can spare", "contribut", "our journalis", "our pages open", "후원", "구독",
}
