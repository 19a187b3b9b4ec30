package article

import (
	"strings"
	"testing"
)

// Files without an article have no paragraphs and no title.
func TestTextsWithoutAnArticle(t *testing.T) {
	t.Parallel()
	for name, lines := range map[string][]string{
		"results": {"Search results for \"ferry\"", "Ferry to reopen at last", "12 Feb 2019 - The board voted on Monday after a long winter and ...",
			"Fares to stay the same", "3 Feb 2019 - ... will not cost more this summer, the board has said in ...", "Storm tears planks", "8 Nov 2018 - Forty metres of the pier were lost in the ..."},
		"teasers": {"Latest", "Ferry sails at last", "The board voted on Monday after a long…", "Fares stay low", "Tickets will not cost more this summer…",
			"Planks torn away", "Forty metres of the pier were lost in the night…"},
		"front page": {"Storm closes port", "Waves of nine metres were seen on Sunday.", "Lighthouse sold to baker", "He paid eleven crowns and a cake for it.", "Council elects new mayor",
			"She won by a single vote after a recount.", "Fish market moves out", "Traders complain about the rent in the hall.", "Ferry to reopen soon", "The board voted on Monday after a winter."},
		"topic": {"Topic: Ferries", "Ferry to reopen at last", "4 March 2019", "The board voted on Monday after a long winter to let the boats sail.", "Fares to stay the same", "2 March 2019",
			"Tickets will not cost more this summer, the board has said in writing.", "Storm tears planks", "11 November 2018", "Forty metres of the pier were lost in the night, and a boat turned back."},
		"sign in":  {"Sign in", "Email address", "Password", "Remember me", "Don't have an account? Register now to read five articles a month and to keep the ones you like."},
		"offers":   {"Choose your plan", "Digital", "$4 a month", "Read every article on all of your devices and get our puzzles every day.", "Cancel any time. Prices include tax. Terms apply to all of our offers."},
		"region":   {"Sorry, this content is not available in your region", "For any issues, write to help@ferry.example or call us during opening hours."},
		"session":  {"You have been logged out", "Your session has expired. Please sign in again to continue where you left off."},
		"consent":  {"Wir schützen Ihre Privatsphäre", "Mit Ihrer Zustimmung nutzen wir und unsere Partner Cookies, um Werbung zu zeigen und Zugriffe zu messen.", "Sie können Ihre Einwilligung jederzeit in der Datenschutzerklärung widerrufen."},
		"consent2": {"Before you continue", "We and our partners use your data for personalised advertising, and you may withdraw your consent at any time.", "See the privacy policy about your choices."},
		"letters":  {"Newsletter", "Melden Sie sich für unseren Newsletter an und erhalten Sie jeden Morgen Nachrichten in Ihr Postfach.", "Sie können sich jederzeit wieder abmelden."},
		"로그인":      {"로그인", "아이디", "비밀번호", "로그인 상태 유지", "회원가입을 하시면 더 많은 기사를 보실 수 있으며 스크랩 기능을 이용하실 수 있습니다."},
	} {
		o := Clean([]byte(strings.Join(lines, "\n")+"\n"), "x.txt", Lines{})
		if len(o.Paragraphs) > 0 || o.Title.Text != "" {
			t.Errorf("%s: title %q, paragraphs %q", name, o.Title.Text, o.Paragraphs)
		}
	}
}

// What looks a little like it and is an article.
func TestArticlesThatAreNoTeasers(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		paragraphs int
		lines      []string
	}{
		"headings": {5, []string{"Ferry to reopen at last", "By Mara Lindqvist", "The board voted on Monday after a long winter to let the boats sail.", "What it costs", "Tickets will not cost more this summer, the board has said.",
			"Who pays for it", "The islanders will pay nothing at all on the first three days.", "When it sails", "The first boat leaves at eight in the morning on Monday, and the last one comes back at ten in the evening.", "What happens next", "The board will meet again when the tide allows it, and the captain will bring his thermos and his goat along."}},
		"ellipses": {4, []string{"Ferry to reopen at last", "", "He stood on the pier for a long time and waited…", "", "Nobody came, and nobody had said that anybody would come that evening.", "", "The boat had sailed at eight, with forty people and a goat on board.", "",
			"He would write to the board, he said, and the board would not answer."}},
		"consent in the news": {2, []string{"Court rules on cookies", "By Mara Lindqvist", "", "The court ruled on Monday that sites must ask for consent before they set cookies and tell readers of their partners.", "",
			"Users may withdraw their consent at any time, the judges wrote, and a privacy policy of forty pages does not help."}},
	} {
		o := Clean([]byte(strings.Join(c.lines, "\n")+"\n"), "x.txt", Lines{})
		if len(o.Paragraphs) != c.paragraphs {
			t.Errorf("%s: %d paragraphs, want %d: %q", name, len(o.Paragraphs), c.paragraphs, o.Paragraphs)
		}
	}
}
