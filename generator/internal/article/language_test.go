package article

import "testing"

func TestLanguageOf(t *testing.T) {
	t.Parallel()
	for want, in := range map[string]string{
		"en": "The harbour board voted to reopen the island ferry after a winter of repairs to the pier.",
		"de": "Die Hafenbehörde hat am Montag beschlossen, die Fähre zur Insel nach dem Winter wieder fahren zu lassen, und das für immer.",
		"fr": "Le conseil du port a voté lundi la reprise du bac de l'île après un hiver de travaux sur la jetée et sur les deux bateaux.",
		"es": "El consejo del puerto votó el lunes por la reapertura del barco a la isla, y los vecinos lo celebraron con una fiesta.",
		"it": "Il consiglio del porto ha votato per la ripresa del traghetto che porta alla isola, e gli abitanti della isola sono contenti.",
		"pt": "O conselho do porto votou na segunda-feira a reabertura do barco, e os moradores da ilha não pagam em abril nem em maio.",
		"nl": "Het bestuur van de haven heeft maandag besloten dat het veer naar het eiland weer vaart, en niet voor een dag maar voor een jaar.",
		"ko": "항만 위원회는 겨울 동안 부두를 수리한 뒤 섬 여객선의 운항을 다시 시작하기로 결정했다.",
		"ja": "港湾委員会は月曜日、冬の間に桟橋を修理した後、島への連絡船を再開することを決めた。",
		"zh": "港口委员会星期一决定，在冬季维修码头之后，岛屿渡轮将于四月恢复通航，票价保持不变。",
		"ru": "Совет порта решил в понедельник возобновить движение парома после зимнего ремонта пристани.",
		"uk": "Рада порту вирішила в понеділок відновити рух порома після зимового ремонту причалу її силами.",
		"ar": "قرر مجلس الميناء يوم الاثنين إعادة تشغيل العبارة بعد شتاء من الإصلاحات",
		"el": "Το συμβούλιο του λιμανιού αποφάσισε τη Δευτέρα να ξαναρχίσει το φέρι",
		"":   "Ferry 12 Ferry 14 Ferry 16 harbour pier boats 18 20 22",
	} {
		b := newBlock(1, 1, in)
		if got := languageOf([]*block{&b}); got != want {
			t.Errorf("%.30q: %q, want %q", in, got, want)
		}
	}
}
