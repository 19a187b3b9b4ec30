package article

import "testing"

// A newspaper's column is made whole; words that have a hyphen of their own keep it, and so do texts of other shapes.
func TestColumn(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ in, want string }{
		{"Ferry to reopen\n\nThe harbour board voted on Mon-\nday to reopen the island fer-\nry after a winter of repairs to\nthe pier, which a storm had bro-\nken in November.\n\nThe ferry will sail in April.\n",
			"The harbour board voted on Monday to reopen the island ferry after a winter of repairs to the pier, which a storm had broken in November."},
		{"Ferry to reopen\n\nThe harbour board voted on Monday to reopen the well-\n\nThe ferry will sail in April, the board of the harbour said.\n", "The ferry will sail in April, the board of the harbour said."},
	} {
		o := Clean([]byte(c.in), "x.txt", Lines{})
		if len(o.Paragraphs) == 0 || o.Paragraphs[0] != c.want {
			t.Errorf("%q: %q", c.in, o.Paragraphs)
		}
	}
	for _, lines := range [][]string{
		{"The well-", "known ferry", "", "sails"}, {"short-", "term", "long-", "term", "mid-", "term"}, {"", ""}, nil,
		{"a line that is a good deal longer than any of a column, up to here-", "and on", "a line that is a good deal longer than any of a column, up to here-", "and on", "a line that is a good deal longer than any of a column, up to here-", "and on"},
	} {
		if n := column(lines); n != 0 {
			t.Errorf("%q is a column of %d", lines, n)
		}
	}
}
