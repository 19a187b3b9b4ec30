package article

// A rule decides blocks that no earlier rule has decided, and keeps what they say of the text. A rule never
// changes a character: it gives a block, or a beginning of one, a role.
type rule struct {
	name  string // for tests and for whoever reads the list
	apply func(*page)
}

// rules in the order they are applied. A new rule is a file of its own and a line here.
var rules = []rule{
	{"override", (*page).override},
	{"heads", (*page).heads},
	{"wiremarks", (*page).wireMarks},
	{"rights", (*page).reserve},
	{"mail", (*page).mailHeads},
	{"labels", (*page).labels},
	{"addresses", (*page).addresses},
	{"notices", (*page).notices},
	{"announced", (*page).announcedNames},
	{"header", (*page).header},
	{"headline", (*page).headline},
	{"datelines", (*page).datelines},
	{"signoffs", (*page).signoffs},
	{"repeats", (*page).repeats},
	{"runningheads", (*page).runningHeads},
	{"teasers", (*page).teasers},
	{"pullquotes", (*page).pullQuotes},
	{"prose", (*page).prose},
	{"publishers", (*page).publishers},
	{"letterhead", (*page).letterhead},
	{"untitle", (*page).untitle},
	{"suffix", (*page).titleSuffix},
	{"stamps", (*page).settleStamps},
	{"language", (*page).speak},
}

// blockRules in the order they are asked, each block by block, before the line rules.
var blockRules = []blockRule{
	{"letter", takeLetter},
	{"mail", takeMail},
	{"form", takeForm},
	{"paywall", takeWall},
	{"comments", takeComments},
	{"related", takeRelated},
	{"author", takeAuthor},
}

// lineRules in the order they are asked: the first that knows a line takes it. A new rule is a file of its own
// and a line here.
var lineRules = []lineRule{
	{"publisher_disclaimer", 6, disclaimer},
	{"editors_note", 0, editorsNote},
	{"copyright_line", 12, copyrightLine},
	{"credit_line", 3, creditLine},
	{"cookie_notice", 12, cookieNotice},
	{"error_page", 5, errorPage},
	{"advertisement", 1, advertisement},
	{"caption", 1, caption},
	{"share_bar", 2, shareBar},
	{"follow_appeal", 4, followAppeal},
	{"comment_count", 6, commentCount},
	{"reading_time", 1, lasting},
	{"audio_player", 1, audioPlayer},
	{"entry_time", 0, entryTime},
	{"age_line", 6, age},
	{"page_number", 0, pageNumber},
	{"tags_line", 6, tagsLine},
	{"newsletter_form", 6, newsletter},
	{"subscription_offer", 6, subscriptionOffer},
	{"donation_appeal", 4, donationAppeal},
	{"app_promo", 3, appPromo},
	{"reader_appeal", 4, readerAppeal},
	{"author_note", 3, authorNote},
	{"read_more", 1, readMore},
	{"breadcrumb", 6, breadcrumb},
	{"navigation", 8, navigation},
}

// peelers of the first line, in order; each is in a file of its own.
var peelers = []peeler{
	{"scraper_date_prefix", scraperDate},
	{"stock_ticker", tickerPrefix},
	{"publisher_line", domainPrefix},
}

// headRules for the lines between title and text, in order; each is in a file of its own.
var headRules = []headRule{
	{"residue", residueLine},
	{"reading", readingLine},
	{"domain", domainLine},
	{"masthead", mastheadLine},
	{"section", sectionLine},
	{"agency", agencyLine},
	{"place", placeLine},
	{"stamp", stampLine},
	{"namedtwice", namedTwice},
	{"easternname", easternName},
	{"byline", byLine},
}
