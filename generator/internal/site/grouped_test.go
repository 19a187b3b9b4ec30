package site

import (
	"fmt"
	"strings"
	"testing"
)

func TestMentionsAreGroupedByPage(t *testing.T) {
	t.Parallel()
	c := Cited{Mentions: []Mention{
		{Href: "one.html#c1", On: "One", Section: "Key points", Context: "a"},
		{Href: "one.html#c2", On: "One", Section: "Key points", Context: "b"},
		{Href: "one.html#c3", On: "One", Section: "After", Context: "c"},
		{Href: "two.html#c1", On: "One", Section: "After", Context: "d"}, // another page of that title
		{Href: "three.html", On: "Three", Context: "e"},
	}}
	var got []string
	for _, p := range c.Pages() {
		line := p.On.Href + " " + p.On.Text + ":"
		for _, m := range p.Mentions {
			line += fmt.Sprintf(" %s%s", m.Section, "/"+m.Context)
		}
		got = append(got, line)
	}
	want := "one.html One: Key points/a /b After/c | two.html One: After/d | three.html Three: /e"
	if s := strings.Join(got, " | "); s != want {
		t.Errorf("got  %s\nwant %s", s, want)
	}
	if c.Mentions[1].Section == "" {
		t.Error("the mentions themselves were changed")
	}
}
