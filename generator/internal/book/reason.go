package book

import "strings"

// reasons are the codes of receipts in plain words, what is most often set aside first.
var reasons = [...]struct{ code, words string }{
	{"short_line", "a line too short for a sentence"},
	{"outside_text", "sentences apart from the article"},
	{"site_line", "words of the web site’s own"},
	{"ui_residue", "words of the web site’s own"},
	{"related_links", "links to other articles"},
	{"related_content_heading", "links to other articles"},
	{"related_content_tail", "links to other articles"},
	{"read_more", "a link to another article"},
	{"navigation", "the site’s navigation"},
	{"breadcrumb", "the site’s navigation"},
	{"tags_line", "the article’s subjects"},
	{"section_line", "the section of the site"},
	{"label_line", "a label"},
	{"separator", "a line between parts"},
	{"share_bar", "buttons for sharing"},
	{"follow_appeal", "a request to follow the publisher"},
	{"comment_count", "the number of comments"},
	{"comments", "comments of readers"},
	{"caption", "the caption of a picture"},
	{"advertisement", "an advertisement"},
	{"app_promo", "an advertisement for an app"},
	{"cookie_notice", "a notice about cookies"},
	{"newsletter_form", "an offer of a newsletter"},
	{"newsletter_box", "an offer of a newsletter"},
	{"subscription_appeal", "a request to subscribe or donate"},
	{"subscription_offer", "an offer of a subscription"},
	{"subscription_features", "what a subscription offers"},
	{"donation_appeal", "a request to donate"},
	{"reader_appeal", "a request to readers"},
	{"paywall_notice", "a paywall"},
	{"price_table", "a table of prices"},
	{"audio_player", "a player for sound or film"},
	{"reading_time", "a reading time"},
	{"length_line", "the length of the text"},
	{"byline", "the byline"},
	{"agency_byline", "the byline, with the agency"},
	{"byline_timestamp_line", "the byline, with a time"},
	{"author_note", "a note on the author"},
	{"author_bio", "a note on the author"},
	{"agency_line", "the agency’s name"},
	{"agency_date_line", "the agency and the date"},
	{"publisher_line", "the publisher’s name or address"},
	{"publisher_date_line", "the publisher and the date"},
	{"source_line", "where the text was taken from"},
	{"site_name", "the name of the site"},
	{"timestamp", "a time of publication"},
	{"timestamp_line", "a time of publication"},
	{"entry_time", "the time of an entry"},
	{"age_line", "how long ago it appeared"},
	{"dateline", "the dateline: where the report was filed"},
	{"kicker", "a line above the title"},
	{"standfirst", "the summary under the title"},
	{"before_title", "what stands before the title"},
	{"after_text", "what stands behind the article"},
	{"title_suffix", "the site’s name behind the title"},
	{"duplicate_title", "the title, printed twice"},
	{"duplicate_lead", "the opening paragraph, printed twice"},
	{"subheading", "a heading within the page"},
	{"credit_line", "who reported and edited"},
	{"editors_note", "a note of the publisher’s editors"},
	{"publisher_disclaimer", "a disclaimer of the publisher’s"},
	{"copyright_line", "a line about copyright"},
	{"page_title", "the title of the web page"},
	{"page_aside", "a box beside the article"},
	{"page_footer", "the foot of the web page"},
	{"form", "a form"},
	{"error_page", "an error the site reported"},
	{"invisible_characters", "characters that cannot be seen"},
	{"scraper_date_prefix", "a date put in front by a scraper"},
	{"stock_ticker", "a share price"},
	{"front_matter", "particulars in front of the text"},
	{"mail_header", "the head of a message"},
	{"mail_note", "a note around a message"},
	{"mail_signature", "the signature of a message"},
	{"override", "set aside by hand"},
}

// Why puts the reason of a receipt into plain words: "a request to subscribe or donate". A code that has none here
// is printed with blanks for its underscores.
func (r Receipt) Why() string {
	for _, known := range reasons {
		if known.code == r.Reason {
			return known.words
		}
	}
	return strings.ReplaceAll(r.Reason, "_", " ")
}

// Reasons counts receipts by why they were set aside: the words of each reason with the number of its blocks,
// in the order in which they first occur.
func Reasons(list []Receipt) (words []string, blocks []int) {
	at := map[string]int{}
	for _, r := range list {
		why := r.Why()
		i, ok := at[why]
		if !ok {
			i = len(words)
			at[why] = i
			words, blocks = append(words, why), append(blocks, 0)
		}
		blocks[i]++
	}
	return words, blocks
}
