package article

import (
	"slices"
	"strings"
	"testing"
)

// Invented sentences of four languages, three paragraphs each.
var prose4 = map[string][3]string{
	"en": {"The harbour board voted on Monday to reopen the island ferry, after a winter of repairs to the old pier.", "Tickets stay at the old price, and islanders will travel free of charge on the first three days.", "The crossing takes forty minutes, and the last boat leaves before the lighthouse is lit."},
	"de": {"Der Hafenrat hat am Montag beschlossen, die Fähre zur Insel nach einem Winter voller Reparaturen wieder fahren zu lassen.", "Die Fahrkarten kosten so viel wie bisher, und die Insulaner fahren in den ersten drei Tagen umsonst.", "Die Überfahrt dauert vierzig Minuten, und das letzte Boot legt ab, bevor der Leuchtturm brennt."},
	"fr": {"Le conseil du port a voté lundi la reprise du bac vers l'île, après tout un hiver de réparations sur le vieux quai.", "Les billets restent au même prix, et les habitants de l'île voyageront gratuitement pendant les trois premiers jours.", "La traversée dure quarante minutes, et le dernier bateau part avant que le phare ne s'allume."},
	"ko": {"항만위원회는 월요일 회의를 열고 겨우내 낡은 부두를 고친 끝에 섬으로 가는 여객선을 다음 달부터 다시 운항하기로 했다고 밝혔다.", "뱃삯은 예전과 같으며 섬 주민은 첫 사흘 동안 돈을 내지 않고 배를 탈 수 있다고 위원회는 덧붙여 설명했다.", "건너는 데에는 사십 분이 걸리고 마지막 배는 등대에 불이 켜지기 전에 부두를 떠난다고 한다."},
}

func prosePage(lang, head, before, after string) string {
	p := prose4[lang]
	return `<html lang="` + lang + `"><head>` + head + `</head><body>` + before + `<div class="txt"><p>` + p[0] + `</p><p>` + p[1] + `</p><p>` + p[2] + `</p></div>` + after + `</body></html>`
}

func TestPagesWithoutAnArticle(t *testing.T) {
	t.Parallel()
	for name, page := range map[string]string{
		"a subscription FAQ":      `<title>Subscription FAQ - The Pier Post</title><h1>Frequently asked questions</h1><h2>How do I subscribe?</h2><p>Choose a plan and create an account with your e-mail address; digital access begins at once and the paper comes from the next week.</p><h2>Can I cancel?</h2><p>You can cancel your subscription at any time from your account page, and you keep access until the end of the month you paid for.</p><h2>Where is my paper?</h2><p>Call our customer service before ten in the morning and we will send another copy with the next round.</p>`,
		"questions in German":     `<title>Ihr Abo</title><h1>Fragen rund ums Abo</h1><h3>Wie kündige ich mein Abo?</h3><p>Sie können Ihr Abo jederzeit zum Monatsende in Ihrem Konto kündigen, eine Begründung brauchen Sie nicht anzugeben.</p><h3>Wann kommt die Zeitung?</h3><p>Die Zustellung erfolgt bis sechs Uhr früh, im Zweifel hilft Ihnen der Leserservice gern am Telefon weiter.</p><h3>Gibt es ein E-Paper?</h3><p>Ja, das E-Paper ist im Abo enthalten und steht ab dem Vorabend in Ihrem Konto zum Herunterladen bereit.</p>`,
		"a removed article":       `<meta property="og:type" content="article"><title>Old pier - The Pier Post</title><h1>Old pier</h1><p>This article has been removed at the request of those concerned. We are sorry for the inconvenience, and invite you to read our latest news on the front page.</p>`,
		"a removed article, ko":   `<title>남항일보</title><div><p>삭제되었거나 존재하지 않는 기사입니다. 이용에 불편을 드려 죄송합니다.</p><a href="/">홈으로</a></div>`,
		"a removed article, fr":   `<title>Article indisponible | La Voix du Quai</title><h1>Oups</h1><p>Cet article n'est plus disponible. Il a peut-être été déplacé, ou bien la rédaction l'a retiré depuis.</p>`,
		"a blocked page":          `<title>451: Unavailable due to legal reasons</title><h1>451: Unavailable due to legal reasons</h1><p>We recognise you are attempting to access this website from a country belonging to the European Economic Area, including the EU, which enforces the GDPR, and therefore access cannot be granted at this time.</p>`,
		"a captcha":               `<title>Just a moment...</title><h1>pierpost.example</h1><p>Please confirm you are human by completing the action below. This may take a few seconds.</p><p>pierpost.example needs to review the security of your connection before proceeding. Ray ID: 7f00aa</p>`,
		"a consent window":        `<title>The Pier Post</title><div class="box"><h2>We value your privacy</h2><p>We and our partners store and access information on your device, such as cookies, and process personal data for advertisements and measurement.</p><p>You may click to accept all or to manage your preferences; your choices will apply to this website only and you can change them at any time.</p></div>`,
		"a consent window, de":    `<title>Hafenkurier</title><div><h1>Willkommen</h1><p>Wir und unsere Partner benötigen Ihre Einwilligung, um Informationen auf Ihrem Gerät zu speichern und abzurufen und Anzeigen zu messen.</p><p>Wenn Sie zustimmen, können Sie Ihre Auswahl jederzeit in der Datenschutzerklärung widerrufen oder ändern.</p></div>`,
		"a login, ko":             `<title>로그인 - 남항일보</title><h2>로그인</h2><p>로그인하시면 더 많은 기사를 읽을 수 있습니다. 비밀번호를 잊으셨다면 아래에서 찾으십시오.</p>`,
		"search results":          `<title>Search results for "ferry" - The Pier Post</title><h1>Search</h1><div class="r"><h3><a href="/1">Ferry to reopen</a></h3><p>The board voted on Monday to reopen the island ferry after a long winter of repairs and…</p></div><div class="r"><h3><a href="/2">Ferry closed</a></h3><p>The ferry was closed on Friday because of the storm that came in from the west and…</p></div>`,
		"a tag archive":           `<title>Harbour - The Pier Post</title><main><h1>Harbour</h1><article class="post"><h2><a href="/1">Ferry to reopen</a></h2><p>The board voted on Monday to reopen the island ferry after a long winter of repairs.</p></article><article class="post"><h2><a href="/2">Crane sold</a></h2><p>The last crane of the northern quay has been sold to a museum in the capital for a small sum.</p></article><article class="post"><h2><a href="/3">Gulls counted</a></h2><p>Pupils have counted the gulls of the harbour and found that there are more than anyone thought.</p></article></main>`,
		"an index of the e-paper": `<title>E-Paper 4 March 2019 | The Pier Post</title><h1>Today's edition</h1><ul><li><a href="/1">Page 1</a><li><a href="/2">Page 2</a><li><a href="/3">Page 3</a></ul><p>Choose a page to read the paper as it was printed, or download it as a whole.</p>`,
		"a video":                 `<meta property="og:type" content="video.other"><title>The ferry leaves the pier - The Pier Post</title><h1>The ferry leaves the pier</h1><video src=x></video><p>Watch the first ferry of the year leave the pier on Monday morning, to the applause of a small crowd.</p>`,
		"a gallery":               `<title>In pictures: the ferry comes home | The Pier Post</title><h1>In pictures: the ferry comes home</h1><p>1/3 The ferry passes the lighthouse on its way home from the yard, seen from the northern quay.</p><p>2/3 A child waves at the captain, who is her grandfather, as she has done every spring.</p>`,
	} {
		o := Clean([]byte("<html><body>"+page+"</body></html>"), "x.html", Lines{})
		if len(o.Paragraphs) > 0 || o.Title.Text != "" || !slices.Contains(o.Flags, FlagNoText) {
			t.Errorf("%s: title %q, flags %v, %d paragraphs: %.100q", name, o.Title.Text, o.Flags, len(o.Paragraphs), o.Paragraphs)
		}
	}
}

func TestArticlesThatLookLikeNone(t *testing.T) {
	t.Parallel()
	en := prose4["en"]
	for name, page := range map[string]string{
		"about captchas":            `<title>Are you a robot? The tests get harder</title><h1>Are you a robot? The tests get harder</h1><p>By Mara Lindqvist</p><p>Whoever wants to buy a ferry ticket must now prove that he is no machine, and many fail at the task.</p><p>` + en[0] + `</p><p>` + en[1] + `</p>`,
		"an explainer of questions": `<title>The ferry: what you should know</title><h1>The ferry: what you should know</h1><h2>When does it sail?</h2><p>` + en[0] + `</p><h2>What does it cost?</h2><p>` + en[1] + `</p><h2>Who pays for it?</h2><p>The harbour board pays for the repairs, and the county for the two boats and their crews.</p>`,
		"a short brief":             `<title>Ferry sails again - The Pier Post</title><h1>Ferry sails again</h1><p>4 March 2019</p><p>` + en[0] + `</p>`,
		"sections that repeat":      `<title>Three walks on the island</title><h1>Three walks on the island</h1><section class="s"><h2>The beach</h2><p>` + en[0] + `</p></section><section class="s"><h2>The hill</h2><p>` + en[1] + `</p></section><section class="s"><h2>The pier</h2><p>The pier was built a hundred years ago, and has been rebuilt in every decade since.</p></section>`,
		"with a wall behind it":     `<title>Ferry sails again - The Pier Post</title><h1>Ferry sails again</h1><p>` + en[0] + `</p><p>` + en[1] + `</p><div class="paywall-box"><h3>Keep reading</h3><p>Sign in to your account or choose a subscription.</p></div>`,
	} {
		if o := Clean([]byte("<html><body>"+page+"</body></html>"), "x.html", Lines{}); len(o.Paragraphs) == 0 || o.Title.Text == "" {
			t.Errorf("%s: title %q, %d paragraphs, flags %v", name, o.Title.Text, len(o.Paragraphs), o.Flags)
		}
	}
}

func TestWhatAPageOnlyShows(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		page                           string
		title, publisher, byline, date string
	}{
		"a byline and a day, en": {prosePage("en", `<title>Ferry to sail again in April - The Pier Post</title>`, `<div class="top"><a href="/"><img src=l alt="The Pier Post"></a></div><h1>Ferry to sail again in April</h1><div class="m"><span>By Mara Lindqvist</span> <span>7th February 2024</span></div>`, `<p>© 2024 The Pier Post</p>`),
			"Ferry to sail again in April", "The Pier Post", "Mara Lindqvist", "2024-02-07"},
		"de": {prosePage("de", `<title>Fähre fährt im April wieder | Hafenkurier</title>`, `<header><a href="/">Hafenkurier</a></header><h1>Fähre fährt im April wieder</h1><p class="info">Montag, 4. März 2019, 10:12 Uhr</p><p class="info">Von Tjark Behrends</p>`, `<footer>© 2019 Hafenkurier</footer>`),
			"Fähre fährt im April wieder", "Hafenkurier", "Tjark Behrends", "2019-03-04"},
		"fr": {prosePage("fr", `<title>Le bac repart en avril — La Voix du Quai</title>`, `<div id="logo">La Voix du Quai</div><h1>Le bac repart en avril</h1><div class="sig">Par Apolline Vasseur</div><div>Publié le 9 novembre 2022 à 17h05</div>`, `<p>© La Voix du Quai</p>`),
			"Le bac repart en avril", "La Voix du Quai", "Apolline Vasseur", "2022-11-09"},
		"ko": {prosePage("ko", `<title>여객선 다음 달 다시 뜬다 - 남항일보</title>`, `<h1 class="logo"><a href="/">남항일보</a></h1><h3 class="tit">여객선 다음 달 다시 뜬다</h3><ul><li>임소희 기자</li><li>입력 2019.03.04 (10:12)</li></ul>`, `<p>Copyright ⓒ 남항일보. 무단전재 및 재배포 금지</p>`),
			"여객선 다음 달 다시 뜬다", "남항일보", "임소희", "2019-03-04"},
		"a reporter, photographer too": {prosePage("ko", `<title>여객선 다음 달 다시 뜬다</title>`, `<h1>여객선 다음 달 다시 뜬다</h1><p>글·사진 임소희 기자</p><p>2019-03-04 10:12</p>`, ``),
			"여객선 다음 달 다시 뜬다", "", "임소희", "2019-03-04"},
		"a name beside the day": {prosePage("en", `<title>Ferry to sail again in April</title>`, `<h1>Ferry to sail again in April</h1><div class="by">Mara Lindqvist, 1 March 2007</div>`, ``),
			"Ferry to sail again in April", "", "Mara Lindqvist", "2007-03-01"},
		"the day of today over it": {prosePage("en", `<title>Ferry to sail again in April</title>`, `<div>Tuesday, January 9, 2024</div><h1>Ferry to sail again in April</h1><div>Reporter Mara Lindqvist</div><div>March 1, 2007</div>`, `<div class="latest"><a href="/9">Crane sold to a museum in the capital</a> May 5, 2011</div>`),
			"Ferry to sail again in April", "", "Mara Lindqvist", "2007-03-01"},
		"the name of the tool": {prosePage("en", `<title>Ferry to sail again in April - The Pier Post</title><meta name="generator" content="Quaymaker 4.1"><meta property="og:site_name" content="Quaymaker">`, `<a href="/">The Pier Post</a><h1>Ferry to sail again in April</h1>`, `<p>Powered by Quaymaker</p>`),
			"Ferry to sail again in April", "The Pier Post", "", ""},
		"a host for a name": {prosePage("en", `<title>Ferry to sail again in April</title><meta property="og:site_name" content="pierpost.example"><link rel=canonical href="https://pierpost.example/ferry">`, `<a href="/"><img alt="The Pier Post" src=l></a><h1>Ferry to sail again in April</h1>`, `<p>© The Pier Post</p>`),
			"Ferry to sail again in April", "The Pier Post", "", ""},
		"half a title": {prosePage("en", `<title>Ferry to sail again: what the Harbour Report says</title>`, `<h1>Ferry to sail again: what the Harbour Report says</h1>`, ``),
			"Ferry to sail again: what the Harbour Report says", "", "", ""},
		"the city of an edition": {prosePage("en", `<title>Ferry to sail again in April</title><meta property="og:site_name" content="The Pier Post (Port Samra)">`, `<h1>Ferry to sail again in April</h1>`, ``),
			"Ferry to sail again in April", "The Pier Post", "", ""},
		"labels are nobody": {prosePage("ko", `<title>여객선 다음 달 다시 뜬다</title><meta name="author" content="기자명"><script type="application/ld+json">{"@type":"NewsArticle","headline":"여객선 다음 달 다시 뜬다","author":[{"@type":"Person","name":"사진"},{"@type":"Person","name":"임소희 기자"}]}</script>`, `<h1>여객선 다음 달 다시 뜬다</h1>`, ``),
			"여객선 다음 달 다시 뜬다", "", "임소희", ""},
		"the day of the crawl": {prosePage("en", `<title>Ferry to sail again in April</title><meta property="article:published_time" content="2024-05-05T10:00:00Z">`, `<h1>Ferry to sail again in April</h1><p>March 1, 2019</p>`, ``),
			"Ferry to sail again in April", "", "", ""},
		"a page without a title": {prosePage("en", `<title>The Pier Post</title><meta property="og:title" content="The Pier Post">`, `<a href="/">The Pier Post</a>`, `<p>© The Pier Post</p>`),
			"", "The Pier Post", "", ""},
		"words for sharing": {prosePage("en", `<title>Ferry to sail again in April</title>`, `<h2>Share this story</h2><h2>Ferry to sail again in April</h2>`, ``),
			"Ferry to sail again in April", "", "", ""},
		"a box for the name": {prosePage("en", `<title>Ferry to sail again in April</title>`, `<h1>Ferry to sail again in April</h1><div class="article-header__author"><img src=x alt=m><span>Mara Lindqvist</span></div><div class="article-header__date">Mon, 4 Mar 2019</div>`, ``),
			"Ferry to sail again in April", "", "Mara Lindqvist", "2019-03-04"},
		"a writer and when it was released": {prosePage("ko", `<title>여객선 다음 달 다시 뜬다</title>`, `<h1>여객선 다음 달 다시 뜬다</h1><div class="writer">임소희</div><div class="date">승인 2019.03.04 10:12</div>`, ``),
			"여객선 다음 달 다시 뜬다", "", "임소희", "2019-03-04"},
		"a button beside the name": {prosePage("en", `<title>Ferry to sail again in April</title>`, `<h1>Ferry to sail again in April</h1><p class="byline">Mara Lindqvist Follow</p>`, ``),
			"Ferry to sail again in April", "", "Mara Lindqvist", ""},
		"a signature": {prosePage("fr", `<title>Le bac repart en avril</title>`, `<h1>Le bac repart en avril</h1>`, `<p class="signature">Apolline Vasseur</p>`),
			"Le bac repart en avril", "", "Apolline Vasseur", ""},
		"a list of other articles with days": {prosePage("en", `<title>Ferry to sail again in April</title>`, `<h1>Ferry to sail again in April</h1><ul><li><a href=1>Crane</a> 3 May 2011<li><a href=2>Gulls</a> 4 May 2011</ul>`, ``),
			"Ferry to sail again in April", "", "", ""},
		"only a line of rights": {prosePage("en", `<title>Ferry to sail again in April</title>`, `<h1>Ferry to sail again in April</h1>`, `<footer>© 2019 The Pier Post. All rights reserved.</footer>`),
			"Ferry to sail again in April", "The Pier Post", "", ""},
		"words over the headline": {prosePage("de", `<title>Fähre fährt im April wieder</title>`, `<h1><span>Nordholm</span> <span>Fähre fährt im April wieder</span></h1>`, ``),
			"Fähre fährt im April wieder", "", "", ""},
	} {
		o := Clean([]byte(c.page), "x.html", Lines{})
		if by := strings.Join(o.Byline.List, "; "); o.Title.Text != c.title || o.Publisher.Text != c.publisher || by != c.byline || o.Date.Text != c.date {
			t.Errorf("%s: title %q, publisher %q, byline %q, date %q %v", name, o.Title.Text, o.Publisher.Text, by, o.Date.Text, o.DateFlags)
		}
		if len(o.Paragraphs) != 3 || len(o.Headings) > 0 {
			t.Errorf("%s: %d paragraphs, headings %v: %.60q", name, len(o.Paragraphs), o.Headings, o.Paragraphs)
		}
	}
}

func TestWhatStandsUnderAText(t *testing.T) {
	t.Parallel()
	for name, after := range map[string]string{
		"a heading over nothing":  `<h3>Most read</h3><a href="/1">The crane that was sold to a museum</a>`,
		"the programme":           `<p>Dieses Thema im Programm: Hafenfunk Eins, 4. März 2019, 16.10 Uhr</p>`,
		"a print note":            `<p>A version of this article appears in print on March 4, 2019, with the headline: The Ferry.</p><p>Order Reprints</p>`,
		"the initials of a desk":  `<p>bur-tgk/pdh/mlr</p>`,
		"counters":                `<p>Views: 412</p><p>조회수 1,204</p>`,
		"about us":                `<h4>About us</h4><p>The Pier Post has been printed on the northern quay since the year the lighthouse was built.</p>`,
		"a newsletter":            `<h3>Sign up for our newsletter</h3><p>The harbour in your mailbox every morning before the first boat.</p>`,
		"a wall":                  `<div class="paywall-gate"><h2>Keep reading with a Pier Post subscription</h2><ul><li>Cancel anytime</li><li>Read offline</li></ul></div>`,
		"a pull quote":            `<blockquote>islanders will travel free of charge</blockquote>`,
		"a wall, fr":              `<p>Cet article est réservé aux abonnés.</p><p>Il vous reste 60 % de cet article à lire.</p>`,
		"a wall, ko":              `<p>이 기사는 구독자 전용입니다.</p><p>로그인하면 계속 읽을 수 있습니다.</p>`,
		"an imprint":              `<h4>Impressum</h4><p>Herausgeber: Hafenkurier Verlag GmbH, Am Kai 1, 26000 Nordholm.</p>`,
		"whose opinions":          `<p>The opinions are the author's own and do not reflect those of the Pier Post.</p>`,
		"a box of another author": `<h3>Über den Autor</h3><p>Tjark Behrends schreibt seit zwanzig Jahren über Fähren und was sonst noch schwimmt.</p>`,
	} {
		page := `<html><body><h1>Ferry to sail again in April</h1><div class="txt"><p>` + first + `</p><p>` + second + `</p><p>` + third + `</p>` + after + `</div></body></html>`
		if o := Clean([]byte(page), "x.html", Lines{}); len(o.Paragraphs) != 3 || len(o.Headings) > 0 {
			t.Errorf("%s: headings %v, paragraphs %.60q", name, o.Headings, o.Paragraphs)
		}
	}
}

func TestAddressOfAnArticle(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct{ head, after, want string }{
		"JSON-LD":                {`<script type="application/ld+json">{"@type":"NewsArticle","headline":"Ferry","url":"https://pier.example/ferry-1"}</script>`, "", "https://pier.example/ferry-1"},
		"a link to the original": {"", `<p><a href="https://pier.example/ferry-1">Original article</a></p>`, "https://pier.example/ferry-1"},
		"a view for printing":    {`<link rel=canonical href="https://pier.example/print/ferry-1">`, `<a href="https://pier.example/ferry-1">Back to article</a>`, "https://pier.example/ferry-1"},
		"only for printing":      {`<link rel=canonical href="https://pier.example/print/ferry-1">`, "", ""},
		"a link to anything":     {"", `<p><a href="https://pier.example/ferry-1">Ferry</a></p>`, ""},
	} {
		if o := Clean([]byte(prosePage("en", c.head, "<h1>Ferry to sail again</h1>", c.after)), "x.html", Lines{}); o.URL.Text != c.want {
			t.Errorf("%s: %q, want %q", name, o.URL.Text, c.want)
		}
	}
}
