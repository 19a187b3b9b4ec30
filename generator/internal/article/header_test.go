package article

import "testing"

func TestTicker(t *testing.T) {
	t.Parallel()
	for in, want := range map[string]int{
		"QAY 31.05 Decreased By ▼ -0.95 (-2.97%)":            len("QAY 31.05 Decreased By ▼ -0.95 (-2.97%)"),
		"FRY 12.40 Increased By ▲ 0.35 (2.9%) Ferry reopens": len("FRY 12.40 Increased By ▲ 0.35 (2.9%)"),
		"UN 5 Increased pressure on the board (5%)":          0,
		"SEOUL 29 talks": 0,
		"":               0,
	} {
		if got := ticker(in); got != want {
			t.Errorf("%q: %d, want %d", in, got, want)
		}
	}
}

func TestDomain(t *testing.T) {
	t.Parallel()
	for in, want := range map[string]string{
		"FerryPoint.com": "FerryPoint", "www.FerryPoint.co.uk/": "FerryPoint", "ferrypoint.com": "ferrypoint.com", "(ferrypoint.example)": "ferrypoint.example",
		"The pier.": "", "Closed.": "", "3.50": "", "U.S.": "", "a..com": "", "pier.7": "", "Ferry.COM": "",
	} {
		if got, ok := domain(in); got != want || ok != (want != "") {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
}
