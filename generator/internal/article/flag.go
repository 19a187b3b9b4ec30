package article

import (
	"unicode"

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
	FlagAmbiguousDay      = "ambiguous_day_month" // a numeric date may be read with day or month first
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
	}{{o.Publisher, FlagPublisherConflict}, {o.Agency, FlagAgencyConflict}} {
		if v.value.Text == "" && v.value.Basis != "" {
			p.flag(v.flag)
		}
	}
}

// speak tells the language, where no page has told it, by the words of the text.
func (p *page) speak() {
	var kept []*block
	for i := range p.blocks {
		if p.blocks[i].role == body {
			kept = append(kept, &p.blocks[i])
		}
	}
	if len(kept) == 0 {
		for i := range p.blocks {
			kept = append(kept, &p.blocks[i])
		}
	}
	if p.language == "" {
		p.language = languageOf(kept)
	}
}

// forbidden are the characters that HTML and XML do not allow.
func forbidden(r rune) bool {
	return unicode.IsControl(r) && r != '\t' && r != '\n' && r != '\r' || r == 0xfffe || r == 0xffff
}
