package generator_test

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"briefbook/generator"
)

// touches are the changes that a preview must follow.
var touches = []touch{
	{
		name: "an article goes that is cited and quoted and has replaced another", edition: generator.Internal,
		change: map[string]string{"content/articles/envoys.md": ""},
		gone:   []string{"sources/envoys.html"},
		loses: [][2]string{
			{"chapters/talks.html", `href="../sources/envoys.html`}, {"notes/says.html", "seal holds\" href=\"../sources/envoys.html"}, {"sources.html", "Envoys meet at the old bridge"},
			{"sources/early.html", "Tab 2: Envoys meet"}, {"people/ada.html", "../sources/envoys.html#p2"}, {"index-of-names.html", "sources/envoys.html#p2"},
			{"quotations.html", "the first such meeting"}, {"bibliography.html", "Envoys Meet at the Old Bridge"}, {"bibliography.json", "envoys"}, {"chronology.html", "sources/envoys.html"},
			{"differences.html", "sources/envoys.html"}, {"coverage.html", "sources/envoys.html"}, {"print.html", "Envoys meet at the old bridge"}, {"index.html", "sources/envoys.html"},
		},
		says: []string{"talks.md:8:10: error: ", "[unknown-source]", "early.md:6:16: "},
	},
	{
		name: "an article goes from the public edition", edition: generator.Public,
		change: map[string]string{"content/articles/post.md": ""},
		gone:   []string{"sources/post.html"},
		loses:  [][2]string{{"quotations.html", "nobody had expected it"}, {"sources.html", "A quiet talk"}, {"sources/envoys.html", "../sources/post.html"}, {"bibliography.ris", "A quiet talk"}},
		says:   []string{"[unknown-source]"},
	},
	{
		name: "an entry has another name", edition: generator.Internal,
		change: with("content/people/ada.md", "name: Ada Vale", "name: Edda Vale", "sort: Vale, Ada", "sort: Vale, Edda"),
		shows:  [][2]string{{"people/ada.html", "<h1>Edda Vale"}, {"people.html", "Edda Vale"}, {"index-of-names.html", "Vale, Edda"}, {"notes/says.html", ">Edda Vale</a>"}, {"print.html", "Edda Vale"}},
		loses:  [][2]string{{"sources/envoys.html", "../people/ada.html"}, {"people/ada.html", "../sources/late.html#p1"}, {"index-of-names.html", "sources/late.html#p1"}},
	},
	{
		name: "an entry has another variant", edition: generator.Public,
		change: with("content/people/ada.md", "variants: [Captain Vale]", "variants: [the clerk, A clerk]"),
		shows:  [][2]string{{"people/ada.html", "A clerk"}, {"index-of-names.html", "A clerk"}},
		loses:  [][2]string{{"people/ada.html", "<i>written</i> “Captain Vale”"}, {"index-of-names.html", "Captain Vale"}},
	},
	{
		name: "an entry's file has another name", edition: generator.Internal,
		change: map[string]string{"content/people/ada.md": "", "content/people/vale.md": proven["content/people/ada.md"]},
		gone:   []string{"people/ada.html"},
		shows:  [][2]string{{"people/vale.html", "../sources/late.html#p1"}, {"people.html", "people/vale.html"}, {"index-of-names.html", "people/vale.html"}, {"sources/envoys.html", "../people/vale.html"}},
		says:   []string{"says.md:5:76: error: "},
	},
	{
		name: "a paragraph of an original is another", edition: generator.Internal,
		change: with("content/originals/envoys.txt", "asked the other side for a written answer", "begged the other side for a signed paper"),
		shows: [][2]string{
			{"notes/says.html", `class="seal fails"`}, {"sources/envoys.html", "begged the other side for a signed paper"}, {"quotations.html", "<b>not found in the source</b>"},
			{"originals/envoys.txt", "begged the other side"},
		},
		loses: [][2]string{{"sources/envoys.html", "asked the other side for a written answer</span>"}},
		says:  []string{"[original-changed]", "says.md:5:101: error: the quotation is not in envoys [quote-not-found]", "hint: ¶2 has "},
	},
	{
		name: "a paragraph of an original goes", edition: generator.Internal,
		change: with("content/originals/envoys.txt", "Envoys of the two towns met at the old bridge on Wednesday, the first such meeting in many years.\n\n", ""),
		shows:  [][2]string{{"people/ada.html", "../sources/envoys.html#p1"}, {"index-of-names.html", "sources/envoys.html#p1\">¶1</a></span>; "}, {"sources/envoys.html", "2 paragraphs"}},
		loses:  [][2]string{{"people/ada.html", "../sources/envoys.html#p2"}, {"coverage.html", `<td>¶3</td><td class="right">3</td>`}},
		says:   []string{"[quote-wrong-paragraph]", "[quote-not-found]"},
	},
	{
		name: "an original names somebody else", edition: generator.Public,
		change: with("content/originals/envoys.txt", "Ada Vale spoke", "A clerk spoke"),
		loses:  [][2]string{{"people/ada.html", `<a href="../sources/envoys.html">¶2</a>`}, {"index-of-names.html", `<a href="sources/envoys.html">¶2</a>`}},
	},
	{
		name: "an original comes", edition: generator.Public,
		before: map[string]string{"content/originals/post.txt": ""},
		change: map[string]string{"content/originals/post.txt": postText},
		shows:  [][2]string{{"notes/says.html", "word for word in tab 3, ¶2"}, {"quotations.html", "3 quotations, all found"}},
		hushes: []string{"[quote-unverified]", "[gate-idle]"},
	},
	{
		name: "a text may be published", edition: generator.Public,
		change: with("content/articles/envoys.md", "rights: digest", "rights: full"),
		shows: [][2]string{{"sources/envoys.html", "asked the other side for a written answer</span>"}, {"notes/says.html", `href="../sources/envoys.html#w-`}, {"quotations.html", `href="sources/envoys.html#w-`},
			{"people/ada.html", "../sources/envoys.html#p2"}, {"index-of-names.html", "sources/envoys.html#p2"}},
		hushes: []string{"words of envoys; without a licence 15 % are the most [quote-cap]"},
	},
	{
		name: "a source is withdrawn", edition: generator.Internal,
		change: with("content/articles/post.md", "original:", "status: withdrawn\noriginal:"),
		shows: [][2]string{{"chapters/talks.html", `data-fate="withdrawn"`}, {"notes/says.html", `data-fate="withdrawn"`}, {"differences.html", `data-fate="withdrawn"`}, {"chronology.html", `data-fate="withdrawn"`},
			{"coverage.html", `data-fate="withdrawn"`}, {"sources/post.html", "The publisher has withdrawn this source"}},
		says: []string{"post is withdrawn: the statement rests on"},
	},
	{
		name: "a term explains what was not spelt out", edition: generator.Public,
		change: map[string]string{"content/terms/lob.md": "---\nname: Liaison office of the bridge\nvariants: [LOB]\n---\nA hut.\n"},
		shows:  [][2]string{{"glossary.html", "Liaison office of the bridge"}, {"notes/says.html", `href="../terms/lob.html"`}, {"index-of-names.html", "terms/lob.html"}, {"terms/lob.html", "../notes/says.html"}},
		hushes: []string{"LOB is not spelt out"},
	},
	{
		name: "an event that two pages tell", edition: generator.Public,
		change: with("content/notes/says.md", "(id: meeting): The envoys meet", "(id: encounter): The envoys shook hands"),
		shows:  [][2]string{{"chronology.html", "The envoys shook hands"}, {"notes/says.html", "The envoys shook hands"}, {"print.html", "The envoys shook hands"}},
	},
	{
		name: "what was planned is not settled any more", edition: generator.Public,
		change: with("content/notes/says.md", "- 2014-03-04 (id: answer): The answer comes [@late]\n", ""),
		loses:  [][2]string{{"chronology.html", "The answer comes"}, {"sources/late.html", "../notes/says.html"}},
	},
	{
		name: "a difference is of another kind and source", edition: generator.Public,
		change: with("content/chapters/talks.md", "conflict: What came of it", "silence: What nobody tells", "silence [@envoys ¶2; @post ¶1]", "silence [@envoys ¶2; @late]"),
		shows:  [][2]string{{"differences.html", `id="at-silence"`}, {"sources/late.html", "What nobody tells"}, {"sources/envoys.html", "What nobody tells"}},
		loses:  [][2]string{{"sources/post.html", "What came of it"}, {"differences.html", `id="at-conflict"`}},
	},
	{
		name: "an entry is not finished", edition: generator.Public,
		change: with("content/people/ada.md", "name:", "draft: true\nname:"),
		gone:   []string{"people/ada.html"},
		loses:  [][2]string{{"notes/says.html", "people/ada.html"}, {"sources/envoys.html", "people/ada.html"}, {"index-of-names.html", "people/ada.html"}},
	},
}

// lockTouches are changes of quotes.lock where the originals are not at hand.
func lockTouches(t *testing.T) []touch {
	t.Helper()
	dir := t.TempDir()
	shelve(t, dir, proven)
	g, err := generator.New(generator.Options{Content: filepath.Join(dir, "content")})
	if err != nil {
		t.Fatal(err)
	}
	if _, _, err := g.Check(context.Background(), nil); err != nil {
		t.Fatal(err)
	}
	if _, err := g.Lock("2026-11-01"); err != nil {
		t.Fatal(err)
	}
	text, err := os.ReadFile(filepath.Join(dir, "content", "quotes.lock"))
	if err != nil {
		t.Fatal(err)
	}
	const name = "content/quotes.lock"
	lock := string(text)
	lines := strings.SplitAfter(lock, "\n")
	bare := map[string]string{"content/originals/envoys.txt": "", "content/originals/post.txt": "", name: lock}
	return []touch{
		{
			name: "another day in quotes.lock", edition: generator.Public, before: bare,
			change: map[string]string{name: strings.ReplaceAll(lock, "2026-11-01", "2026-11-05")},
			shows:  [][2]string{{"notes/says.html", "checked 5 November 2026"}, {"quotations.html", "Checked 5 November 2026"}},
			loses:  [][2]string{{"notes/says.html", "checked 1 November 2026"}},
		},
		{
			name: "a line goes from quotes.lock", edition: generator.Public, before: bare,
			change: map[string]string{name: strings.Join(lines[:len(lines)-2], "")},
			loses:  [][2]string{{"notes/says.html", "word for word in tab 3, ¶2"}},
			says:   []string{"says.md:7:57: warning: the quotation is not verified here"},
		},
		{
			name: "quotes.lock goes", edition: generator.Internal, before: bare,
			change: map[string]string{name: ""},
			loses:  [][2]string{{"notes/says.html", `class="seal holds"`}},
			says:   []string{"[quote-unverified]"},
		},
		{
			name: "the text of a source is another than that of the lock", edition: generator.Public, before: bare,
			change: with("content/articles/envoys.md", hash(envoysText), hash(postText)),
			loses:  [][2]string{{"notes/says.html", "word for word in tab 2, ¶1"}},
			says:   []string{"the original of envoys is not at hand, and quotes.lock does not know these words"},
		},
	}
}

// editionTouches are changes of the editions on record, and of the book since.
func editionTouches(t *testing.T) []touch {
	t.Helper()
	dir := t.TempDir()
	shelve(t, dir, proven)
	done, err := record(t, filepath.Join(dir, "content"), generator.RecordOptions{Name: "First edition"})
	if err != nil {
		t.Fatal(err)
	}
	text, err := os.ReadFile(done.File)
	if err != nil {
		t.Fatal(err)
	}
	const name = "content/editions/first-edition.txt"
	first := string(text)
	on := map[string]string{name: first}
	return []touch{
		{
			name: "an edition comes on record", edition: generator.Internal,
			change: map[string]string{name: strings.Replace(first, "They met", "They never met", 1)},
			shows:  [][2]string{{"what-changed.html", "<del>never</del>"}, {"index.html", "what-changed.html"}},
		},
		{
			name: "a record cannot be read", edition: generator.Public, before: on,
			change: map[string]string{name: "<<<<<<< ours\n"},
			gone:   []string{"what-changed.html"},
			says:   []string{"[bad-edition]"},
		},
		{
			name: "a source goes since the edition on record", edition: generator.Public, before: on,
			change: map[string]string{"content/articles/late.md": ""},
			shows:  [][2]string{{"what-changed.html", "The answer"}},
		},
		{
			name: "a source is superseded since the edition on record", edition: generator.Public, before: on,
			change: with("content/articles/post.md", "original:", "status: superseded\nsuperseded_by: late\noriginal:"),
			shows:  [][2]string{{"what-changed.html", "A quiet talk at the crossing"}, {"sources/post.html", "Read instead"}},
		},
		{
			name: "a page goes since the edition on record", edition: generator.Internal, before: on,
			change: map[string]string{"content/notes/says.md": ""},
			gone:   []string{"notes/says.html"},
			shows:  [][2]string{{"what-changed.html", "Says"}},
			loses:  [][2]string{{"chronology.html", "The answer comes"}, {"people/ada.html", "../notes/says.html"}, {"sources/post.html", "../notes/says.html"}, {"coverage.html", "notes/says.html"}},
		},
	}
}
