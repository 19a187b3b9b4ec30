package article

import (
	"strings"
	"sync"
)

// knownPlace reports whether s is a capital or another city from which news is sent, in English or German. Only
// where a place is not set in capitals does a dateline need one.
func knownPlace(s string) bool {
	_, known := gazetteer()[strings.ToLower(strings.Trim(s, " .,"))]
	return known
}

var gazetteer = sync.OnceValue(func() map[string]struct{} {
	out := map[string]struct{}{}
	for place := range strings.SplitSeq(strings.ReplaceAll(cities, "\n", ","), ",") {
		if place = strings.TrimSpace(place); place != "" {
			out[place] = struct{}{}
		}
	}
	return out
})

const cities = `
abidjan, abu dhabi, abuja, accra, addis ababa, addis abeba, aden, algiers, algier, almaty, amman, amsterdam, ankara, antananarivo,
ashgabat, asmara, astana, asunción, athens, athen, atlanta, auckland, austin, baghdad, bagdad, baku, bamako, bangalore, bengaluru,
bangkok, bangui, banjul, barcelona, basel, beijing, peking, beirut, belfast, belgrade, belgrad, berlin, bern, bishkek, bogota, bogotá,
bonn, boston, brasilia, brasília, bratislava, brazzaville, bremen, brisbane, brussels, brüssel, bucharest, bukarest, budapest,
buenos aires, busan, cairo, kairo, calgary, canberra, cape town, kapstadt, caracas, chennai, chicago, cologne, köln, colombo, conakry,
copenhagen, kopenhagen, dakar, dallas, damascus, damaskus, dar es salaam, davos, delhi, denver, detroit, dhaka, djibouti, doha,
dortmund, dresden, dubai, dublin, dushanbe, düsseldorf, edinburgh, erfurt, essen, frankfurt, frankfurt/main, freetown, gaborone,
gaza, gaza city, gdansk, geneva, genf, glasgow, guangzhou, guatemala city, hamburg, hangzhou, hannover, hanoi, harare, havana, havanna,
helsinki, ho chi minh city, hong kong, hongkong, honolulu, houston, hyderabad, incheon, islamabad, istanbul, jakarta, jena,
jerusalem, johannesburg, juba, kabul, kampala, karachi, kathmandu, kiel, kigali, kingston, kinshasa, kolkata, kuala lumpur,
kuwait city, kyiv, kiev, kiew, la paz, lagos, lahore, lausanne, leipzig, libreville, lilongwe, lima, lisbon, lissabon, ljubljana, london,
los angeles, luanda, lucknow, lusaka, luxembourg, luxemburg, lyon, macau, madrid, magdeburg, mainz, managua, manama, manchester, manila,
maputo, marseille, mecca, melbourne, mexico city, mexiko-stadt, miami, milan, mailand, minneapolis, minsk, mogadishu, mogadischu, monrovia,
montevideo, montreal, moscow, moskau, mumbai, munich, münchen, muscat, nairobi, nanjing, naypyitaw, new delhi, neu delhi, neu-delhi,
new york, niamey, nicosia, nikosia, nouakchott, nuremberg, nürnberg, odesa, odessa, osaka, oslo, ottawa, ouagadougou, panama city,
panmunjom, panmunjeom, paris, perth, philadelphia, phnom penh, phoenix, port-au-prince, potsdam, prague, prag, pretoria, pristina,
pyeongchang, pyongyang, pjöngjang, quito, rabat, ramallah, reykjavik, riga, rio de janeiro, riyadh, riad, rome, rom, rotterdam,
saarbrücken, san francisco, san jose, san josé, san salvador, sana'a, sanaa, santiago, santo domingo, sao paulo, são paulo, sarajevo,
schwerin, seattle, seoul, sejong, shanghai, shenzhen, singapore, singapur, skopje, sofia, stockholm, strasbourg, straßburg, stuttgart,
suva, sydney, taipei, taipeh, tallinn, tashkent, taschkent, tbilisi, tiflis, tegucigalpa, tehran, teheran, tel aviv, the hague,
den haag, tirana, tokyo, tokio, toronto, toulouse, tripoli, tripolis, tunis, turin, ulaanbaatar, ulan bator, united nations, valletta,
vancouver, vatican city, vatikanstadt, venice, vienna, wien, vientiane, vilnius, vladivostok, wladiwostok, warsaw, warschau, washington,
wellington, wiesbaden, windhoek, wuhan, yangon, yaounde, yerevan, zagreb, zurich, zürich,
서울, 평양, 부산, 인천, 대구, 대전, 광주, 울산, 세종, 수원, 제주, 도쿄, 베이징, 워싱턴, 뉴욕, 판문점, 개성, 모스크바, 런던, 파리, 베를린, 제네바, 하노이, 싱가포르,
홍콩, 상하이, 오사카, 로스앤젤레스, 유엔본부, 자카르타, 방콕, 춘천, 전주, 청주, 창원, 파주, 평창
`
