package article

import (
	"slices"
	"testing"
)

// under is a line with an article above it and nothing below, over one with an article below it.
func under(text string) *line { return amid(text, 400, 0) }
func over(text string) *line  { return amid(text, 0, 400) }

func amid(text string, before, after int) *line {
	b := newBlock(1, 1, text)
	l := newLine(&b, 0)
	l.before, l.after, l.run = before, after, before
	return l
}

// reasonOf is the reason of the rule that takes a line, "" when none does.
func reasonOf(l *line) string {
	if r := matching(l); r != nil {
		return r.reason
	}
	return ""
}

// checkRule asks all line rules for lines that one of them must take, and for lines that it must leave.
func checkRule(t *testing.T, reason string, take, leave []string) {
	t.Helper()
	for _, text := range take {
		if got := reasonOf(under(text)); got != reason {
			t.Errorf("%q is taken as %q, want %q", text, got, reason)
		}
	}
	for _, text := range leave {
		if got := reasonOf(under(text)); got == reason {
			t.Errorf("%q is taken as %q", text, got)
		}
	}
}

func TestLineRulesAreListedOnce(t *testing.T) {
	t.Parallel()
	var seen []string
	for _, r := range lineRules {
		if r.reason == "" || r.match == nil || r.cost < 0 || slices.Contains(seen, r.reason) {
			t.Errorf("the rule %q", r.reason)
		}
		seen = append(seen, r.reason)
	}
	for _, r := range blockRules {
		if r.name == "" || r.take == nil || slices.Contains(seen, r.name) {
			t.Errorf("the rule %q", r.name)
		}
		seen = append(seen, r.name)
	}
}

// What people say in articles no rule takes, wherever it stands.
func TestNoRuleTakesProse(t *testing.T) {
	t.Parallel()
	for _, text := range []string{
		"The harbour board voted on Monday to reopen the island ferry after a winter of repairs to the pier.",
		"\"We waited long enough,\" she said.",
		"\"No,\" he said.", "Why now?", "Nobody knew.", "A: Because the pier was closed.",
		"She had read it on WhatsApp, she said, on the evening of the vote.",
		"He follows the minister on Twitter and reads every word, he told the court.",
		"The newspaper's newsletter was the first to report the vote, according to the board.",
		"They said that cookies were sold on board at three crowns a piece.",
		"The photo shows the minister on the pier, shaking hands with the captain.",
		"Subscribers to the ferry's season ticket will get their money back by the end of May.",
		"More than forty islanders came to the meeting, and most of them spoke.",
		"Comments by the minister that the pier was safe had angered the islanders.",
		"Copyright law was not mentioned once in the debate, which lasted until midnight.",
		"The image of the burning pier was on every front page the next morning.",
		"Read together, the two reports leave no doubt that the planks were rotten.",
		"Watch officers had reported the crack twice before the storm, the inquiry found.",
		"Related parties must now hand over their letters to the court within ten days.",
		"Correction officers at the island's jail were not told of the ferry's return.",
		"Home to 340 people, the island has had no bridge since the war.",
		"Support for the bridge has fallen to a third, a survey found.",
		"Follow-up talks are planned for the spring, both sides said on Friday.",
		"By clicking his fingers the magician had made the ferry vanish, a child told the crew.",
		"The author of the report is the former harbour master, who left in June.",
		"Listen to the engines, the captain told the boy, and you will know the weather.",
		"Sources close to the board said that the vote had been closer than it looked.",
		"Source code of the ticket machines was found on a server in the harbour office.",
		"Image problems have dogged the ferry since the spring, its owners admit.",
		"Tags on the suitcases showed that they had come by the last boat.",
		"Topics such as fares and timetables were left to the next meeting.",
		"At 10:42 the first boat left the new pier with forty people on board.",
		"위원회는 사진 두 장을 공개하며 부두가 안전하다고 밝혔다.", "그는 구독자가 늘었다고 말했다.",
		"Der Vorstand teilte mit, dass die Fähre am Montag wieder fahren werde.", "Anzeige wurde gegen zwei Männer erstattet, wie die Polizei mitteilte.",
	} {
		for _, l := range []*line{over(text), amid(text, 400, 400), under(text)} {
			if got := reasonOf(l); got != "" {
				t.Errorf("%q is taken as %q", text, got)
			}
		}
	}
}
