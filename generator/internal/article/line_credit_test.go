package article

import "testing"

func TestCreditLine(t *testing.T) {
	t.Parallel()
	checkRule(t, "credit_line", []string{
		"(Reporting by Ida Brandt; Editing by Jon Meer)", "Reporting by Ida Brandt in North Harbour, editing by Jon Meer",
		"Additional reporting by Ida Brandt", "Editing by Jon Meer", "(With inputs from agencies)", "ENDS", "-ENDS-",
		"(END)", "-0-", "###", "-30-", "(끝)", "<끝>", "Quelle: dpa", "QUELLE: dpa/AFP", "Source: Ferry Press", "(dpa/AFP)",
		"(Reuters)", "출처: 항만청", "Mit Material von dpa",
	}, []string{
		"Reporting by fax was given up years ago", "The end", "Ends of rope lay about the pier",
		"Source: the river rises above the village of Upper Fenwick", "0",
	})
}
