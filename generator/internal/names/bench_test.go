package names

import (
	"fmt"
	"strings"
	"testing"

	"briefbook/generator/internal/book"
)

// crowd makes entries of all kinds whose names have words in common, as those of a real region have.
func crowd(n int) []Entry {
	family := []string{"Kim", "Park", "Choi", "Lee", "Jung", "Kang", "Yoon", "Seo", "Han", "Ahn"}
	one := []string{"Jong", "Myung", "Seong", "Hyun", "Dong", "Young", "Chang", "Kyung", "Sang", "Tae"}
	two := []string{"min", "soo", "hwan", "cheol", "ok", "ho", "jin", "hee", "woo", "il"}
	list := make([]Entry, n)
	for i := range list {
		e := Entry{ID: book.ID(fmt.Sprint("e", i))}
		switch i % 5 {
		case 0, 1:
			e.Kind, e.Name = book.Person, fmt.Sprintf("%s %s-%s", family[i/5%10], one[i/50%10], two[i/500%10])
			e.Korean = "김정" + string(rune('가'+i))
		case 2:
			e.Kind, e.Name = book.Organisation, fmt.Sprintf("Harbour Board of District %d", i)
		case 3:
			e.Kind, e.Name = book.Place, fmt.Sprintf("Port%c%c Bay", 'a'+i/26%26, 'a'+i%26)
		case 4:
			e.Kind, e.Name, e.Variants = book.Term, fmt.Sprintf("Tariff class %d", i), []string{fmt.Sprintf("class %d tariff", i)}
		}
		list[i] = e
	}
	return list
}

var prose = strings.Repeat("The harbour board met on Tuesday to hear what the pilots had to say about the hours, and Kim Jong-min, who had come from Portaf Bay, "+
	"spoke for most of the morning about class 44 tariff rules that nobody had asked for. In the end nothing was agreed. ", 40)

func BenchmarkNew(b *testing.B) {
	list := crowd(5000)
	b.ReportAllocs()
	for b.Loop() {
		New(list)
	}
}

func BenchmarkFind(b *testing.B) {
	g, text := New(crowd(5000)), strings.Split(prose, "\n")
	b.SetBytes(int64(len(prose)))
	b.ReportAllocs()
	for b.Loop() {
		g.Find(text)
	}
}

func BenchmarkFindHangul(b *testing.B) {
	g := New(crowd(5000))
	text := []string{strings.Repeat("항만 위원회는 화요일에 모여 도선사들의 말을 들었고, 김정강은 아침 내내 요금에 대하여 말하였다. ", 100)}
	b.SetBytes(int64(len(text[0])))
	for b.Loop() {
		g.Find(text)
	}
}
