package export

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Name is an author: a family and a given name, or a name that is not taken apart.
type Name struct {
	Family, Given string
	Literal       string
}

// Full is the name in the order in which it is spoken.
func (n Name) Full() string {
	if n.Literal != "" {
		return n.Literal
	}
	return n.Given + " " + n.Family
}

// Inverted is the name as a list files it.
func (n Name) Inverted() string {
	if n.Literal != "" {
		return n.Literal
	}
	return n.Family + ", " + n.Given
}

// Short is the name in a reference to it.
func (n Name) Short() string {
	if n.Literal != "" {
		return n.Literal
	}
	return n.Family
}

// named takes a printed byline apart where it is plain which part is the family name: a given name that is common
// in English bylines, or an initial, then perhaps a middle initial, then one word. All else stays as it is printed:
// names with the family first, of one word, of three, with particles or titles, in capitals, and those of desks.
func named(byline string) Name {
	whole := Name{Literal: byline}
	words := strings.Split(byline, " ")
	if len(words) != 2 && len(words) != 3 {
		return whole
	}
	first, last := words[0], words[len(words)-1]
	if !initial(first) && !given(first) || len(words) == 3 && !initial(words[1]) {
		return whole
	}
	if !familyName(last) || ofDesk(last) {
		return whole
	}
	return Name{Given: strings.Join(words[:len(words)-1], " "), Family: last}
}

// initial reports whether a word is "J." or "J.-P.".
func initial(word string) bool {
	for part := range strings.SplitSeq(word, "-") {
		r, n := utf8.DecodeRuneInString(part)
		if !unicode.IsUpper(r) || part[n:] != "." {
			return false
		}
	}
	return true
}

// familyName reports whether a word looks like one printed in upper and lower case.
func familyName(word string) bool {
	letters, lower := 0, 0
	for i, r := range word {
		switch {
		case i == 0 && !unicode.IsUpper(r), i > 0 && !unicode.IsLetter(r) && r != '-' && r != '\'' && r != '’':
			return false
		case !unicode.In(r, unicode.Latin) && unicode.IsLetter(r):
			return false
		case unicode.IsLetter(r):
			letters++
		}
		if unicode.IsLower(r) {
			lower++
		}
	}
	return letters > 1 && lower > 0
}

// ofDesk reports whether a word ends the name of an office rather than of a person.
func ofDesk(word string) bool {
	switch strings.ToLower(word) {
	case "agency", "agencies", "bureau", "chronicle", "correspondent", "correspondents", "courier", "desk", "editor",
		"editors", "gazette", "herald", "journal", "jr", "jr.", "ledger", "mail", "media", "monitor", "network", "news", "newspaper",
		"newsroom", "observer", "post", "press", "radio", "record", "reporter", "reporters", "review", "service",
		"sr", "staff", "star", "sun", "team", "telegraph", "times", "tribune", "wire", "writer", "writers":
		return true
	}
	return false
}

// given reports whether a word is a given name common in English bylines and no family name of the languages that
// put the family first.
func given(word string) bool {
	_, found := slices.BinarySearch(givenNames[:], word)
	return found
}

// givenNames is sorted.
var givenNames = [...]string{
	"Aaron", "Adam", "Adrian", "Agnes", "Alan", "Albert", "Alex", "Alexander", "Alexandra", "Alice", "Alison",
	"Amanda", "Amy", "Andrea", "Andrew", "Angela", "Anita", "Ann", "Anna", "Anne", "Anthony", "Arthur", "Barbara",
	"Ben", "Benjamin", "Beth", "Bill", "Bob", "Brian", "Bruce", "Carla", "Carol", "Caroline", "Catherine", "Charles",
	"Charlotte", "Chris", "Christian", "Christina", "Christine", "Christopher", "Claire", "Clara", "Colin", "Craig",
	"Daniel", "David", "Deborah", "Dennis", "Diana", "Diane", "Donald", "Dorothy", "Douglas", "Edith", "Edward",
	"Elena", "Elizabeth", "Ellen", "Emily", "Emma", "Eric", "Erica", "Erik", "Eva", "Fiona", "Frances", "Francis",
	"Frank", "Fred", "Frederick", "Gareth", "Gary", "Geoffrey", "George", "Gerald", "Gordon", "Graham", "Greg",
	"Gregory", "Hannah", "Harold", "Harry", "Heather", "Helen", "Henry", "Howard", "Hugh", "Ian", "Irene", "Isabel",
	"Jack", "Jacob", "James", "Jane", "Janet", "Jason", "Jennifer", "Jeremy", "Jessica", "Jim", "Joan", "Joe",
	"John", "Jonathan", "Joseph", "Josh", "Joshua", "Joyce", "Judith", "Julia", "Julian", "Julie", "Justin", "Karen",
	"Kate", "Katharine", "Katherine", "Kathleen", "Keith", "Kelly", "Kenneth", "Kevin", "Laura", "Lawrence", "Leonard",
	"Leslie", "Linda", "Lisa", "Louise", "Lucy", "Margaret", "Maria", "Marie", "Mark", "Martha", "Martin", "Mary",
	"Matthew", "Megan", "Melissa", "Michael", "Michelle", "Mike", "Monica", "Nancy", "Natalie", "Neil", "Nicholas",
	"Nicole", "Nigel", "Nora", "Oliver", "Olivia", "Pamela", "Patricia", "Patrick", "Paul", "Paula", "Peter", "Philip",
	"Rachel", "Ralph", "Raymond", "Rebecca", "Richard", "Robert", "Roger", "Ronald", "Rosemary", "Russell", "Ruth",
	"Samuel", "Sandra", "Sara", "Sarah", "Scott", "Sean", "Sharon", "Simon", "Sophia", "Sophie", "Stephanie", "Stephen",
	"Steven", "Stuart", "Susan", "Sylvia", "Teresa", "Theodore", "Theresa", "Thomas", "Timothy", "Tom", "Tony",
	"Valerie", "Vanessa", "Victor", "Victoria", "Vincent", "Virginia", "Walter", "Wendy", "William", "Zoe",
}
