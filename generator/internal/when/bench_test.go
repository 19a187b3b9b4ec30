package when

import (
	"strings"
	"testing"

	"briefbook/generator/internal/edtf"
)

// prose is made-up news with an expression in about every other sentence.
const prose = `The harbour board met on Tuesday and agreed to widen the eastern channel, its chair told reporters.
A first survey, finished in March 2016, had found more silt than the engineers expected. Work is scheduled to begin on 4 June and should last about three years,
the ministry said; two of the older piers were closed last week. Fishing crews complained that nobody had asked them. "We hear of it from the newspaper," said one of them.
The province had set aside 40 million crowns for the first half of 2015, most of which went unspent. `

func BenchmarkFind(b *testing.B) {
	published := edtf.MustParse("2017-05-18")
	for _, c := range []struct{ name, language, text string }{
		{"english", "en", strings.Repeat(prose, 500)},
		{"one-line", "en", strings.Repeat(strings.ReplaceAll(prose, ".", ","), 500)},
		{"german", "de", strings.Repeat("Der Hafenrat trat am Dienstag zusammen und beschloss, die Fahrrinne bis Ende 2019 zu vertiefen. Die Arbeiten sollen am 4. Juni beginnen. ", 1500)},
		{"korean", "ko", strings.Repeat("항만위원회는 지난 27일 회의를 열고 동쪽 수로를 넓히기로 했다. 공사는 오는 6월 4일 시작될 예정이며 약 3년간 이어진다고 위원장이 밝혔다. ", 1500)},
		{"digits", "en", strings.Repeat("2016 14 3, ", 30000)},
	} {
		b.Run(c.name, func(b *testing.B) {
			b.SetBytes(int64(len(c.text)))
			b.ReportAllocs()
			for b.Loop() {
				Find(c.text, published, c.language)
			}
		})
	}
}

func BenchmarkCompile(b *testing.B) {
	for b.Loop() {
		newEnglish()
	}
}
