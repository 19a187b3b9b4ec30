package article

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"briefbook/generator/internal/book"
)

// The flags: what a person should look at.
const (
	FlagNoTitle           = "no_title"
	FlagNoDate            = "no_date"
	FlagNoPublisher       = "no_publisher" // neither publisher nor agency is known
	FlagNoText            = "no_text"      // there is nothing to read
	FlagNoProse           = "no_prose"     // no line looks like a paragraph, so all were kept
	FlagProseSetAside     = "prose_set_aside"
	FlagDateConflict      = "date_conflict"
	FlagPublisherConflict = "publisher_conflict"
	FlagAgencyConflict    = "agency_conflict"
	FlagWeekdayMismatch   = "weekday_mismatch"
	FlagSyndicated        = "syndicated"
	FlagDuplicateLead     = "duplicate_lead"
	FlagTruncated         = "truncated_sentence"
	FlagUnbalancedQuote   = "unbalanced_quote"
	FlagMojibake          = "mojibake" // U+FFFD, or UTF-8 read as Windows-1252 before it was captured
	FlagControls          = "control_characters"
	FlagInvalidUTF8       = "invalid_utf8"
	FlagUTF16             = "utf_16"
	FlagWindows1252       = "windows_1252"
	FlagCharset           = "other_charset"
	FlagOverrideIgnored   = "override_ignored" // its SHA-256 is not this text's
)

// flagUnknown flags what the text does not state and what it states in two ways.
func (p *page) flagUnknown(o *book.Original) {
	if o.Title.Text == "" {
		p.flag(FlagNoTitle)
	}
	if o.Date.Text == "" {
		p.flag(FlagNoDate)
	}
	if o.Publisher.Text == "" && o.Agency.Text == "" {
		p.flag(FlagNoPublisher)
	}
	if len(o.Paragraphs) == 0 {
		p.flag(FlagNoText)
	}
	for _, v := range []struct {
		value book.Value
		flag  string
	}{{o.Date, FlagDateConflict}, {o.Publisher, FlagPublisherConflict}, {o.Agency, FlagAgencyConflict}} {
		if v.value.Text == "" && v.value.Basis != "" {
			p.flag(v.flag)
		}
	}
}

// check flags damage in the paragraphs: it is shown, never repaired.
func (p *page) check() {
	var kept []*block
	for i := range p.blocks {
		if p.blocks[i].role == body {
			kept = append(kept, &p.blocks[i])
		}
	}
	for i, b := range kept {
		next := ""
		if i+1 < len(kept) {
			next = kept[i+1].text
		}
		if damaged(b.text) {
			p.flag(FlagMojibake)
		}
		if strings.ContainsFunc(b.text, forbidden) {
			p.flag(FlagControls)
		}
		if !b.stop && b.words >= long {
			p.flag(FlagTruncated)
		}
		if unbalanced(b.text, next) {
			p.flag(FlagUnbalancedQuote)
		}
	}
	if p.language == "" {
		p.language = languageOf(kept)
	}
}

// damaged finds replacement characters and the marks of UTF-8 taken for Windows-1252: "â€™", "Ã©".
func damaged(s string) bool {
	return strings.ContainsRune(s, utf8.RuneError) || strings.Contains(s, "â€") || strings.Contains(s, "Ã©") ||
		strings.Contains(s, "Ã¼") || strings.Contains(s, "Â ")
}

// forbidden are the characters that HTML and XML do not allow.
func forbidden(r rune) bool {
	return unicode.IsControl(r) && r != '\t' && r != '\n' && r != '\r' || r == 0xfffe || r == 0xffff
}

// unbalanced reports a double quotation mark without its partner. A quotation that runs on into the next
// paragraph is opened there again and not closed here.
func unbalanced(s, next string) bool {
	depth, low := strings.Count(s, `"`)%2, false
	for _, r := range s {
		switch {
		case r == '„':
			depth, low = depth+1, true
		case r == '“' && !low:
			depth++
		case r == '“', r == '”':
			if low = false; depth == 0 {
				return true
			}
			depth--
		}
	}
	goesOn := strings.HasPrefix(next, `"`) || strings.HasPrefix(next, "“") || strings.HasPrefix(next, "„")
	return depth > 1 || depth == 1 && !goesOn
}
