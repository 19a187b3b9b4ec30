package when

import "testing"

// German.
func TestGerman(t *testing.T) {
	t.Parallel()
	check(t, "de", "2014-02-13", []row{
		{"Am Dienstag trafen sich die Räte.", "Dienstag DATE 2014-02-11"},
		{"Am 12. Februar 2014 schloss die Werft, am 14. Januar war sie noch offen.", "12. Februar 2014 DATE 2014-02-12 | 14. Januar DATE 2014-01-14"},
		{"Im April begann das Projekt.", "April DATE 2013-04"},
		{"Vergangene Woche regnete es, nächste Woche wird es schneien.", "Vergangene Woche DATE 2014-W06 | nächste Woche DATE 2014-W08"},
		{"Letztes Jahr war es trocken, in diesem Jahr nicht.", "Letztes Jahr DATE 2013 | diesem Jahr DATE 2014"},
		{"Heute, gestern und morgen.", "Heute DATE 2014-02-13 | gestern DATE 2014-02-12 | morgen DATE 2014-02-14"},
		{"Gestern Abend brannte es.", "Gestern Abend TIME 2014-02-12TEV"},
		{"Vor drei Jahren zog er fort, vor zwei Wochen kam er zurück.", "Vor drei Jahren DATE 2011 | vor zwei Wochen DATE 2014-W05"},
		{"Seit 1953 steht die Mühle leer.", "1953 DATE 1953"},
		{"In den 1990er Jahren und in den 80er-Jahren.", "1990er Jahren DATE 199X | 80er-Jahren DATE 198X"},
		{"Der Rat soll am Freitag tagen.", "Freitag DATE 2014-02-14"},
		{"Am Dienstagabend kam er zusammen.", "Dienstagabend TIME 2014-02-11TEV"},
		{"Ende dieses Jahres wird gewählt.", "Ende dieses Jahres DATE 2014"},
		{"Die Urkunde vom 12.02.1914 ist verschollen.", "12.02.1914 DATE 1914-02-12"},
		{"Im 19. Jahrhundert stand hier ein Turm.", "19. Jahrhundert DATE 18XX"},
		{"Um 15.30 Uhr am Montag fiel der Strom aus.", "15.30 Uhr am Montag TIME 2014-02-10T15:30"},
		{"Im ersten Quartal 2013 sank der Umsatz.", "ersten Quartal 2013 DATE 2013-Q1"},
		{"Im Sommer 2012 war der Fluss trocken.", "Sommer 2012 DATE 2012-SU"},
		{"Die Fähre fährt täglich, gewartet wird sie alle zwei Jahre.", "täglich SET P1D | alle zwei Jahre SET P2Y"},
		{"Die Tagung dauert vom 3. bis 5. Juni.", "3. bis 5. Juni DURATION 2014-06-03/2014-06-05"},
		{"Von 1950 bis 1953 war der Hafen gesperrt.", "1950 bis 1953 DURATION 1950/1953"},
		{"Anfang Mai soll die Brücke öffnen.", "Anfang Mai DATE 2014-05"},
		{"Im vergangenen April war sie zu.", "vergangenen April DATE 2013-04"},
		{"Er zahlte 1.000 Kronen und wartete sieben Tage.", "sieben Tage DURATION P7D"},
		{"Guten Morgen, am Morgen war es still.", ""},
	})
}
