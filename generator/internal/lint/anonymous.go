package lint

import "fmt"

// anonymous looks for a statement of people who are not named, in a sentence that does not say so: the reader must
// know whether the source or the book leaves out the name.
func (c *check) anonymous(s sentence) {
	list := terms(s.text)
	for i, t := range list {
		if !c.someone(list, i) || !speaks(list, i) {
			continue
		}
		if said(list) || introduced(list, i) {
			return
		}
		c.report(finding{Anonymous, s.at + t.start, s.at + t.end, fmt.Sprintf("the sentence does not say that %q is not named", t.word),
			"name the speaker, or say that the source does not: \"an unnamed official\""})
		return
	}
}

// someone reports whether term i means people whose names could be told. The sources of this book are none: "the
// sources say" is about articles.
func (c *check) someone(list []term, i int) bool {
	t := list[i]
	switch {
	case t.is("official"): // not "official media"
		return i+1 == len(list) || !follows(list[i+1])
	case t.is("officials", "diplomat", "diplomats", "aide", "aides", "insider", "insiders"):
		return true
	case t.is("familiar"):
		return i > 0 && list[i-1].is("people", "person", "persons", "someone", "those")
	case t.is("source", "sources"):
		if i+2 < len(list) && list[i+1].is("close", "familiar") {
			return true
		}
		if i+1 < len(list) && list[i+1].is("said", "told", "added", "claimed") && (i == 0 || counts(list[i-1])) {
			return true
		}
		if t.is("sources") && i > 1 && list[i-1].is("to") && list[i-2].is("according") { // not "according to the sources"
			return true
		}
		return i > 0 && qualifies(list[i-1])
	}
	return false
}

// follows reports whether a word makes "official" an adjective: "official media", "official data show".
func follows(t term) bool {
	return t.is("media", "data", "figures", "statement", "statements", "news", "agency", "account", "accounts", "text", "version", "line",
		"record", "records", "name", "visit", "talks", "broadcaster", "paper", "newspaper", "report", "reports", "sources", "results", "position",
		"channels", "channel", "website", "site", "documents", "document", "language", "spokesman", "spokeswoman", "spokesperson")
}

// counts reports whether a word before "source" makes it one of some that nobody has met: "two sources said". Those of
// the book are "the source" and "the sources".
func counts(t term) bool {
	return t.is("a", "one", "another", "two", "three", "four", "five", "six", "several", "some", "many", "other")
}

// qualifies reports whether a word before "source" makes it a person.
func qualifies(t term) bool {
	return t.is("government", "diplomatic", "military", "intelligence", "official", "informed", "senior", "ministry", "security", "defence",
		"defense", "police", "party", "presidential", "anonymous", "unnamed", "reliable", "well-placed", "local", "high-level", "western")
}

// speaks reports whether the people of term i say something: a verb of speech behind them in their clause, or
// "according to" before them.
func speaks(list []term, i int) bool {
	for k := i + 1; k < len(list) && k <= i+9; k++ {
		if list[k].is("who", ";", ":", "—", "–", "(", "source", "sources", "report", "reports", "paper", "text", "book", "article") {
			break // somebody else speaks
		}
		if list[k].is("said", "says", "say", "told", "tells", "tell", "claimed", "claims", "claim", "added", "adds", "add", "confirmed", "confirms",
			"confirm", "denied", "denies", "deny", "warned", "warns", "warn", "suggested", "disclosed", "revealed", "stressed", "insisted",
			"explained", "noted", "believe", "believes", "believed") {
			return !passive(list, k)
		}
	}
	for k := i - 1; k > 0 && k >= i-8; k-- {
		if list[k].is("to") && list[k-1].is("according") {
			return true
		}
		if list[k].is("by", "from") && list[k-1].is("told", "quoted", "cited") {
			return true
		}
		if list[k].is("quotes", "quoting", "cites", "citing") {
			return true
		}
		if list[k].is(",", ";") {
			break
		}
	}
	return false
}

// passive reports whether the verb of term k is done to its subject: "were told".
func passive(list []term, k int) bool {
	return list[k-1].is("was", "were", "been", "being", "is", "are", "be") && list[k].is("told", "warned", "added", "denied", "confirmed")
}

// said reports whether the sentence says that somebody is not named.
func said(list []term) bool {
	for i, t := range list {
		if t.is("unnamed", "anonymous", "anonymously", "anonymity", "unidentified", "nameless", "undisclosed", "unattributed") {
			return true
		}
		if t.is("named", "identified", "name", "names", "naming", "identify", "identity", "identifying") {
			for k := max(0, i-5); k < i; k++ {
				if list[k].is("not", "without", "no", "neither", "none", "nor", "withheld", "declined") {
					return true
				}
			}
		}
	}
	return false
}

// introduced reports whether a name stands beside the people of term i: "an official, Suh Hoon,", "official Suh
// Hoon", "Suh Hoon, a senior official".
func introduced(list []term, i int) bool {
	k := i + 1
	for k < len(list) && list[k].is(",", "—", "–", "(", "of", "in", "at", "the", "named", "called", "including", "among", "such", "as", "them") {
		k++
	}
	if k > i+1 && !list[i+1].is("of", "in", "at") || k == i+1 {
		if pair(list, k) {
			return true
		}
	}
	for k = i - 1; k >= 0 && k > i-9; k-- {
		if list[k].is(",", "—", "–") {
			return k > 1 && pair(list, k-2) || k > 0 && list[k-1].word == "\uFFFC"
		}
	}
	return false
}

// pair reports whether a name of two words begins at term k, or a link that is a name.
func pair(list []term, k int) bool {
	if k >= 0 && k < len(list) && list[k].word == "\uFFFC" {
		return true
	}
	return k >= 0 && k+1 < len(list) && list[k].capital() && list[k+1].capital()
}
