package article

import (
	"fmt"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

const (
	first  = "The harbour board voted on Monday to reopen the island ferry, after a winter of repairs to the pier."
	second = "Tickets stay at the old price, and islanders will travel free of charge on the first three days."
	third  = "The crossing will run twice a day from the first week of April, weather and tide permitting, the board said."
)

// outline writes what was made of a page: paragraphs and headings by their first words, receipts with reasons.
func outline(text string) string {
	p := &page{}
	p.clean([]byte(text), "x.html")
	var b strings.Builder
	for i := range p.blocks {
		q := &p.blocks[i]
		words := strings.Fields(q.text)
		switch start := strings.Join(words[:min(3, len(words))], " "); q.role {
		case body:
			fmt.Fprintf(&b, "¶ %s\n", start)
		case crosshead:
			fmt.Fprintf(&b, "§ %s\n", start)
		case headline:
			fmt.Fprintf(&b, "t %s\n", start)
		default:
			fmt.Fprintf(&b, "- %s %s\n", q.reason, start)
		}
	}
	return b.String()
}

var takenApart = []struct{ name, in, want string }{
	{"a plain article", "<article><h1>Ferry to reopen</h1><p>" + first + "<p>" + second + "</article>",
		"t Ferry to reopen\n¶ The harbour board\n¶ Tickets stay at\n"},
	{"paragraphs made with line breaks", "<h1>Ferry to reopen</h1><div>" + first + "<br><br>" + second + "<br/> <br/>" + third + "</div>",
		"t Ferry to reopen\n¶ The harbour board\n¶ Tickets stay at\n¶ The crossing will\n"},
	{"lines broken by hand", "<h1>Ferry to reopen</h1><div>The harbour board voted on Monday evening to reopen the<br>island ferry after a winter of repairs to the pier and<br>to the two boats.</div>",
		"t Ferry to reopen\n¶ The harbour board\n"},
	{"text in elements without paragraphs", "<h1>Ferry to reopen</h1><div><div>" + first + "</div><div>" + second + "</div></div>",
		"t Ferry to reopen\n¶ The harbour board\n¶ Tickets stay at\n"},
	{"lists and quotations", "<article><h1>Ferry to reopen</h1><p>" + first + "<ul><li>two boats a day<li>no dogs</ul><blockquote>We waited long enough.</blockquote><p>" + second + "</article>",
		"t Ferry to reopen\n¶ The harbour board\n¶ two boats a\n¶ no dogs\n¶ We waited long\n¶ Tickets stay at\n"},
	{"headings, marked and by their looks", "<article><h1>Ferry to reopen</h1><p>" + first + "<h2>Old price</h2><p>" + second + "<p><b>New times</b></p><p>" + third + "</article>",
		"t Ferry to reopen\n¶ The harbour board\n§ Old price\n¶ Tickets stay at\n§ New times\n¶ The crossing will\n"},
	{"a table of data, a row a line", "<article><h1>Ferry to reopen</h1><p>" + first + "<table><tr><th>Boat<th>Seats<tr><td>Heron<td>40</table><p>" + second + "</article>",
		"t Ferry to reopen\n¶ The harbour board\n¶ Boat Seats\n¶ Heron 40\n¶ Tickets stay at\n"},
	{"a table for the layout", "<table><tr><td><a href=x>Home</a><br><a href=y>Boats</a><td><h1>Ferry to reopen</h1><p>" + first + "<p>" + second + "</table>",
		"- outside_text Home\n- outside_text Boats\nt Ferry to reopen\n¶ The harbour board\n¶ Tickets stay at\n"},
	{"captions", "<article><h1>Ferry to reopen</h1><figure><img src=x><figcaption>The new pier, seen from the water.</figcaption></figure><p>" + first +
		"<div class=wp-caption><img src=x><p class=wp-caption-text>The old pier in the storm of last November.</p></div><p>" + second + "</article>",
		"t Ferry to reopen\n- caption The new pier,\n¶ The harbour board\n- caption The old pier\n¶ Tickets stay at\n"},
	{"what nobody sees", "<article><h1>Ferry to reopen</h1><p>" + first + "<p style='color:red; Display : none'>A secret paragraph, which is long enough to be one of the article.</p><p>Tickets <span hidden>fifty</span>stay at the old price, and islanders travel free on three days.</p><svg><title>Icon</title></svg></article>",
		"t Ferry to reopen\n¶ The harbour board\n- hidden A secret paragraph,\n- hidden fifty\n¶ Tickets stay at\n- hidden Icon\n"},
	{"boxes that a class name tells", "<article><h1>Ferry to reopen</h1><div class=share-tools><a href=x>Send</a></div><p>" + first +
		"<div class='newsletter signupBox'><p>Our letter from the harbour comes every morning before the first boat.</p></div><p>" + second +
		"<div class=author-bio><p>Mara Lindqvist has written about boats for as long as anybody can remember.</p></div><ul class=post-tags><li>Boats<li>Piers</ul></article>",
		"t Ferry to reopen\n- share_bar Send\n¶ The harbour board\n- newsletter_box Our letter from\n¶ Tickets stay at\n- author_bio Mara Lindqvist has\n- tags Boats\n- tags Piers\n"},
	{"a class name around the whole article says nothing", "<div class='related has-newsletter'><h1>Ferry to reopen</h1><p>" + first + "<p>" + second + "</div>",
		"t Ferry to reopen\n¶ The harbour board\n¶ Tickets stay at\n"},
	{"links to other articles", "<article><h1>Ferry to reopen</h1><p>" + first + "<p>Read more: <a href=x>The bridge that nobody wants</a></p><p>" + second +
		"<h3>Related</h3><ul><li><a href=1>A pier for the north</a><li><a href=2>A boat for the south</a></ul></article>",
		"t Ferry to reopen\n¶ The harbour board\n- related_links Read more: The\n¶ Tickets stay at\n- related_links Related\n- related_links A pier for\n- related_links A boat for\n"},
	{"links within sentences stay", "<article><h1>Ferry to reopen</h1><p>" + first + "<p>" + second + "<ul><li>The <a href=1>timetable of the boats</a>, which changes in May<li>the tide tables</ul></article>",
		"t Ferry to reopen\n¶ The harbour board\n¶ Tickets stay at\n¶ The timetable of\n¶ the tide tables\n"},
	{"the summary under the title", "<article><h1>Ferry to reopen</h1><h2>Islanders have waited since the storm of last November for a way to the mainland</h2><p>" + first + "<p>" + second + "</article>",
		"t Ferry to reopen\n- standfirst Islanders have waited\n¶ The harbour board\n¶ Tickets stay at\n"},
	{"what comes after the body", "<h1>Ferry to reopen</h1><div class=article-body><p>" + first + "<p>" + second + "<p>" + third + "</div><p>The Ferry Press is printed on the island.</p>",
		"t Ferry to reopen\n¶ The harbour board\n¶ Tickets stay at\n¶ The crossing will\n- after_text The Ferry Press\n"},
	{"sources at the end", "<article><h1>Ferry to reopen</h1><p>" + first + "<p>" + second + "<h2>References</h2><ol><li>Minutes of the harbour board, March.</ol></article>",
		"t Ferry to reopen\n¶ The harbour board\n¶ Tickets stay at\n- references References\n- references Minutes of the\n"},
	{"asides of a page", "<header><nav><a href=/>Home</a></nav></header><main><h1>Ferry to reopen</h1><p>" + first + "<p>" + second + "</main><aside><p>" + third + "</p></aside><div role=dialog><p>We would like to set cookies on this machine of yours.</p></div><footer>Imprint</footer>",
		"- navigation Home\nt Ferry to reopen\n¶ The harbour board\n¶ Tickets stay at\n- page_aside The crossing will\n- dialog We would like\n- page_footer Imprint\n"},
	{"a form around everything", "<form><h1>Ferry to reopen</h1><p>" + first + "<p>" + second + "</p><button>Go</button></form>",
		"t Ferry to reopen\n¶ The harbour board\n¶ Tickets stay at\n- form Go\n"},
	{"the sign beside a heading", "<article><h1>Ferry to reopen<a class=headerlink href=#x>¶</a></h1><p>" + first + "<p>" + second + "</article>",
		"- permalink ¶\nt Ferry to reopen\n¶ The harbour board\n¶ Tickets stay at\n"},
	{"nothing at all", "<nav><a href=/>Home</a></nav>", "- navigation Home\n"},
}

func TestPagesAreTakenApart(t *testing.T) {
	t.Parallel()
	for _, c := range takenApart {
		if got := outline(c.in); got != c.want {
			t.Errorf("%s: got\n%s\nwant\n%s", c.name, got, c.want)
		}
		accounted(t, seen(c.in), Clean([]byte(c.in), "x.html", Lines{}))
	}
}

// A page of many short texts by many people: no single one is the main text.
func TestAForumIsReadWhole(t *testing.T) {
	t.Parallel()
	var b strings.Builder
	b.WriteString("<html><body><div class=head><a href=/>Boats board</a></div><div class=posts>")
	for i := range 12 {
		fmt.Fprintf(&b, "<div class=post><div class=who>sailor%d</div><div class=text>This is what sailor number %d has to say about the ferry and its pier, all of it.</div></div>", i, i)
	}
	b.WriteString("</div></body></html>")
	o := Clean([]byte(b.String()), "x.html", Lines{})
	said := 0
	for _, text := range o.Paragraphs {
		if strings.HasPrefix(text, "This is what sailor") {
			said++
		}
	}
	if said != 12 {
		t.Errorf("%d of 12 posts are text: %q", said, o.Paragraphs)
	}
}

func TestWhatAPageTellsMachinesIsAWitness(t *testing.T) {
	t.Parallel()
	long := strings.Repeat("Nobody on the island could remember a winter as long as this one was. ", 4)
	page := `<script type="application/ld+json">{"@type":"NewsArticle","headline":"Ferry to reopen","articleBody":"` + first + " " + second + " " + third + `"}</script>` +
		"<h1>Ferry to reopen</h1><div class=sponsored-x><p>" + first + "</p></div><div class=sponsored-x><p>" + second + "</p></div><div class=sponsored-x><p>" + third +
		"</p></div><div><p>" + long + "</p><p>" + long + "</p><p>" + long + "</p></div>"
	l := layOut(page)
	for i := range l.pieces { // as if the library had found the wrong place
		if q := &l.pieces[i]; q.level == 0 {
			q.chosen = 0
			if strings.HasPrefix(q.text, "Nobody") {
				q.chosen = q.letters
			}
		}
	}
	l.main()
	l.witness()
	for _, q := range l.left() {
		if strings.HasPrefix(q.text, "The harbour board") {
			return
		}
	}
	t.Error("the paragraphs that JSON-LD repeats were not taken back")
}

func TestHints(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ class, want string }{
		{"wp-caption-text", "caption"}, {"InlineImage-imageEmbedCaption", "caption"}, {"has-caption", ""}, {"no-sidebar", ""},
		{"shareBar", "share_bar"}, {"share_count", "share_bar"}, {"sharepoint", ""}, {"jp-relatedposts", "related_links"}, {"c-newsletter", "newsletter_box"},
		{"author-bio", "author_bio"}, {"author", ""}, {"post-meta", "byline"}, {"entry-content", ""}, {"sr-only", "hidden"}, {"biology", ""},
		{"tag", ""}, {"tags", "tags"}, {"post tag-news", ""}, {"advertisement", "advertisement"}, {"adventure", ""}, {"", ""},
	} {
		n := &html.Node{Type: html.ElementNode, Data: "div", Attr: []html.Attribute{{Key: "class", Val: c.class}}}
		if got := hintOf(n); got != c.want {
			t.Errorf("class %q says %q, want %q", c.class, got, c.want)
		}
	}
}
