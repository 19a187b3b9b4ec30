package lint

import (
	"strings"

	"briefbook/generator/internal/book"
	"briefbook/generator/internal/edtf"
	"briefbook/generator/internal/when"
)

const plannedHint = "write what is planned, or mark the event as having happened and cite who says so"

// plannedEvent looks at the item of a planned event, and remembers its day.
func (c *check) plannedEvent(text string, b *book.Block) {
	if c.words.language != "en" {
		return
	}
	if day, ok := single(b.Date); ok {
		if c.plans == nil {
			c.plans = map[edtf.Day]bool{}
		}
		c.plans[day] = true
	}
	for s := range sentences(text) {
		if start, end := past(s.text); start < end {
			c.report(finding{PlannedPast, s.at + start, s.at + end, "the event is planned and told in the past tense", plannedHint})
			return
		}
	}
}

// plannedOnPage looks for sentences that tell of a planned event of the page, by its day, as if it had happened.
func (c *check) plannedOnPage() {
	for _, e := range c.Text.Events { // a day on which something did happen is no plan's alone
		if day, ok := single(e.Date); ok && e.State != book.Planned {
			delete(c.plans, day)
		}
	}
	if len(c.plans) == 0 {
		return
	}
	for i := range c.Prose.Blocks {
		b := &c.Prose.Blocks[i]
		if b.Cited || b.Heading || !b.Date.IsZero() || !strings.ContainsAny(b.Text, "0123456789") {
			continue
		}
		c.inWork = i
		for s := range sentences(own(b)) {
			if !strings.ContainsAny(s.text, "0123456789") {
				continue
			}
			if start, end := past(s.text); start < end && c.tellsPlan(s.text) {
				c.report(finding{PlannedPast, s.at + start, s.at + end, "the day is that of a planned event, told in the past tense", plannedHint})
			}
		}
	}
}

// tellsPlan reports whether a sentence names the day of a plan.
func (c *check) tellsPlan(text string) bool {
	for _, e := range when.Find(text, edtf.Date{}, c.words.language) {
		if day, ok := single(e.When); ok && c.plans[day] {
			return true
		}
	}
	return false
}

// past finds the verb that tells of what happened in the main clause of a sentence. A sentence that also speaks of a
// plan, a report or a doubt has none.
func past(text string) (start, end int) {
	list := terms(text)
	for i, t := range list {
		if open(t, list, i) {
			return 0, 0
		}
	}
	from := 0
	if len(list) > 0 && subordinates(list[0]) {
		for from < len(list) && list[from].word != "," {
			from++
		}
	}
	for i := from; i < len(list); i++ {
		t := list[i]
		if i > from && subordinates(t) {
			break
		}
		if t.capital() && i > from {
			continue
		}
		if happened(list, i) {
			return t.start, t.end
		}
	}
	return 0, 0
}

// open reports whether a word leaves open whether something happened.
func open(t term, list []term, i int) bool {
	word := strings.ToLower(t.word)
	switch word {
	case "will", "would", "shall", "should", "could", "may", "might", "can", "whether", "if", "not", "never", "no", "neither", "due", "ahead",
		"likely", "unlikely", "probably", "possible", "perhaps", "off", "say", "says", "said", "told", "wrote", "according", "writes", "hopes",
		"hoped", "wants", "wanted", "upcoming", "forthcoming", "prospective", "agenda", "calendar", "invitation", "advance":
		return true
	case "set":
		return i+1 < len(list) && list[i+1].is("for", "to", "down", "out")
	case "to": // "is to meet", "was to be held"
		return i > 0 && list[i-1].is("is", "are", "was", "were", "be", "meant", "supposed")
	}
	for _, stem := range [...]string{"plan", "schedul", "expect", "intend", "propos", "agree", "announc", "invit", "cancel", "postpon", "shelv",
		"prepar", "promis", "pledg", "pencil", "fix", "appoint", "foresee", "envisag", "offer", "suggest", "report", "date"} {
		if strings.HasPrefix(word, stem) {
			return true
		}
	}
	return false
}

func subordinates(t term) bool {
	return t.is("since", "after", "before", "when", "while", "which", "who", "whose", "that", "as", "where", "because", "although", "though",
		"once", "until")
}

// happened reports whether term i is a verb in the past tense.
func happened(list []term, i int) bool {
	by := i+1 < len(list) && list[i+1].is("by")
	switch strings.ToLower(list[i].word) {
	case "was", "were", "met", "took", "began", "went", "came", "flew", "spoke", "saw", "gave", "sent", "rose", "fell", "broke", "became", "won",
		"drew", "arose", "withdrew", "left", "brought", "got", "ran", "sat", "stood", "shook", "drove", "voted", "convened":
		return true
	case "held", "led", "signed", "attended", "visited", "opened", "reopened", "hosted", "launched", "tested", "fired", "received", "concluded",
		"completed", "closed", "ended", "started", "inaugurated", "destroyed", "exchanged":
		return !by // "talks led by the minister"
	case "arrived", "travelled", "traveled", "returned", "resumed", "happened", "occurred", "gathered", "marched", "crossed", "talked", "failed",
		"succeeded", "lasted", "followed", "collapsed", "produced":
		return !by
	case "had":
		return i+1 < len(list)
	}
	return false
}
