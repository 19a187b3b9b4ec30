package when

import "testing"

// Numbers and words that are no dates.
func TestTraps(t *testing.T) {
	t.Parallel()
	check(t, "en", "2017-05-18", []row{
		{"Read example.org/2014/05/03 or mail may@2014.example for more.", ""},
		{"See pp. 1987–1990 and p. 1987, no. 1990.", ""},
		{"It was 2018-06 then, and 2010-11 before.", "2018-06 DATE 2018-06 | 2010-11 DURATION 2010/2011"},
		{"He has $48 and £1999, 2-1 on points, 3-2 after 90 minutes.", "90 minutes DURATION PT90M"},
		{"On Jan. 5, Mr. Hale of St. Ives left. Then came Feb. 7.", "Jan. 5 DATE 2017-01-05 | Feb. 7 DATE 2017-02-07"},
		{"Two-thirds of the 300 members voted.", ""},
		{"He may go. She will march. They spring up, fall down, and second the motion.", ""},
		{"The court ruled in Case 2011-445, reference 19/1998/B.", ""},
	})
}
