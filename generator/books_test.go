package generator_test

import (
	"bytes"
	"context"
	"fmt"
	"image"
	"image/png"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"briefbook/generator"
)

// The captured texts of the real book are not in its repository. Where this folder is at hand, the internal
// edition holds them.
const realOriginals = "../../shared/articles"

// volume is one edition of one book, built for a test.
type volume struct {
	name      string // "ferries internal"
	edition   generator.Edition
	dir       string // the output
	originals string // folder of captured texts, "" when there is none
	baseURL   string
	texts     bool // the text of at least one source is shown
	long      bool // a book of long lists and little else
}

func (v volume) internal() bool { return v.edition == generator.Internal }

// volumes builds both editions of the real book and of the one that is made up, and one with long lists.
func volumes(t *testing.T) []volume {
	t.Helper()
	originals := realOriginals
	if _, err := os.Stat(originals); err != nil {
		t.Logf("the captured texts of the real book are not at hand: its internal edition is built without them")
		originals = ""
	}
	const public, internal = generator.Public, generator.Internal
	made, long := layFerries(t), layNotices(t)
	invented := filepath.Join(made, "originals")
	return []volume{ // the one that takes longest first
		bind(t, volume{name: "ferries public", edition: public, originals: invented, texts: true}, filepath.Join(made, "content")),
		bind(t, volume{name: "ferries internal", edition: internal, originals: invented, texts: true}, filepath.Join(made, "content")),
		bind(t, volume{name: "real book public", edition: public, originals: originals}, "../content"),
		bind(t, volume{name: "real book internal", edition: internal, originals: originals, texts: originals != ""}, "../content"),
		bind(t, volume{name: "notices public", edition: public, texts: true, long: true}, filepath.Join(long, "content")),
		bind(t, volume{name: "notices internal", edition: internal, texts: true, long: true}, filepath.Join(long, "content")),
	}
}

// bind builds an edition into a new folder. The content must be sound but for warnings.
func bind(t *testing.T, v volume, content string) volume {
	t.Helper()
	v.dir = filepath.Join(t.TempDir(), "out")
	g, err := generator.New(generator.Options{Content: content, Originals: v.originals, Out: v.dir, Edition: v.edition, BaseURL: v.baseURL})
	if err != nil {
		t.Fatal(err)
	}
	_, diags, err := g.Build(context.Background(), nil)
	if err != nil {
		t.Fatalf("%s: %v", v.name, err)
	}
	for _, d := range diags {
		if d.Level == generator.Error && d.File != verdictsNote {
			var b strings.Builder
			_ = d.Print(&b)
			t.Errorf("%s: %s", v.name, b.String())
		}
	}
	return v
}

// shelve writes files below dir.
func shelve(t *testing.T, dir string, files map[string]string) {
	t.Helper()
	for name, text := range files {
		full := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(full), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(full, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// layFerries writes the made-up book: every sort of page and every markup.
func layFerries(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	files := maps.Clone(ferries)
	maps.Copy(files, proofs)
	files["content/chapters/2014-ferry.md"] = ferryChapter("The winter of the ferry", 2014)
	files["content/chapters/2015-bridge.md"] = ferryChapter("The bridge", 2015)
	var chart bytes.Buffer
	if err := png.Encode(&chart, image.NewGray(image.Rect(0, 0, 640, 240))); err != nil {
		t.Fatal(err)
	}
	files["content/static/charts/sound.png"] = chart.String()
	shelve(t, dir, files)
	layEarlier(t, filepath.Join(dir, "content"))
	return dir
}

// layEarlier puts an edition on record in which many a statement of the book, and the date of many an event, was another.
func layEarlier(t *testing.T, content string) {
	t.Helper()
	g, err := generator.New(generator.Options{Content: content})
	if err != nil {
		t.Fatal(err)
	}
	done, err := g.Record(context.Background(), generator.RecordOptions{Name: "Draft edition"})
	if err != nil {
		t.Fatal(err)
	}
	text, err := os.ReadFile(done.File)
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(strings.NewReplacer(" the ", " every ", "12 ", "13 ", "¶1", "¶2").Replace(string(text)), "\n")
	for i := len(lines) - 1; i > 8; i -= 7 {
		if strings.Contains(lines[i], "\tstatement\t") {
			lines[i] = ""
		}
	}
	lines = slices.Insert(lines, slices.Index(lines, "end"), "lost-note\tpage#note\tA lost note", "lost-note\tstatement\tIt is lost.")
	if err := os.WriteFile(done.File, []byte(strings.Join(lines, "\n")), 0o644); err != nil {
		t.Fatal(err)
	}
}

// layNotices writes a book whose lists are too long for one page: sources, names, events and questions.
func layNotices(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	files := map[string]string{
		"content/book.yaml":          "title: Notices of the Sound\n",
		"content/chapters/first.md":  "---\ntitle: The first year\nfrom: 2014\nto: 2014\n---\nA year.\n",
		"content/chapters/second.md": "---\ntitle: The second year\nfrom: 2015\nto: 2015\n---\nAnother.\n",
		"content/articles/plan.md":   "---\ntitle: A plan\ndate: 2030\n---\nUnfiled.\n",
	}
	for i := range 330 {
		files[fmt.Sprintf("content/articles/gazette-%03d.md", i)] = fmt.Sprintf("---\ntitle: Number %d of the shipping notices\npublisher: Gazette of the Sound\ndate: %d-%02d-%02d\n---\nGives the sailings of the week.\n",
			i, 2014+i/240, 1+i%12, 1+i%28)
	}
	for i := range 403 {
		name := fmt.Sprintf("%c%s Halvorsen", 'A'+i%26, strings.Repeat("e", 1+i/26))
		if i == 0 {
			name = "여울"
		}
		files[fmt.Sprintf("content/people/crew-%03d.md", i)] = "---\nname: " + name + "\n---\nOne of the crew.\n"
	}
	var log, questions strings.Builder
	for i := range 510 {
		fmt.Fprintf(&log, "- %d-%02d-%02d: Entry %d of the harbour log [@gazette-%03d ¶1]\n", 2014+i%2, 1+i%12, 1+i%28, i, i%330)
	}
	for i := range 105 {
		fmt.Fprintf(&questions, "- Who signed entry %d?\n", i)
	}
	files["content/notes/harbour-log.md"] = "---\ntitle: The harbour log\nchapter: second\n---\n" + log.String()
	maps.Copy(files, quotedNotices())
	files["content/notes/signatures.md"] = "---\ntitle: Signatures\n---\nNot filed under any chapter.\n\n## Open questions\n\n" + questions.String()
	shelve(t, dir, files)
	return dir
}

// ferryChapter is a chapter with all gathered sections, every remark and sixty events.
func ferryChapter(title string, year int) string {
	var b strings.Builder
	fmt.Fprintf(&b, "---\ntitle: %s\nfrom: %d\nto: %d\nstatus: Sailings resumed; the claim is open\n---\n", title, year, year)
	b.WriteString(ferryEssay)
	b.WriteString("\n## Chronology\n\n")
	for i := range 60 {
		date := fmt.Sprintf("%d-%02d-%02d", year, 1+i/5, 1+i*13%28)
		what := "Sailing to [[little-wend]]"
		switch i % 10 {
		case 3:
			date, what = fmt.Sprintf("%d-%02d", year, 1+i/5), "A month of fog, named in the log as 해무"
		case 5:
			date += " (planned)"
		case 6:
			date += " (derived: the day after the storm)"
		case 7:
			date += " (disputed)"
		case 8:
			date = fmt.Sprintf("%d-%02d-01/%d-%02d-20", year, 1+i/5, year, 1+i/5)
		case 9:
			date = fmt.Sprintf("%d-%02d~", year, 1+i/5)
		}
		fmt.Fprintf(&b, "- %s: %s, turn %d [@wend-log ¶%d]\n", date, what, i, 1+i%4)
	}
	return b.String()
}

const ferryEssay = `## Bottom line

The ferry between [[port-anser|Port Anser]] and [[little-wend]] stopped for a winter and came back [@wend-log ¶1; @quay-notice ¶1–2].

## Key points

1. The shaft was worn [@wend-log ¶2]; the notice says "nobody on the quay had been told in time" [@quay-notice ¶1].
2. [[ada-marsh|Captain Marsh]] spoke once [@courier ¶2], and the old timetable [@old-timetable] was replaced.
3. A draft cannot be reached: [[unfinished]] [@wend-log ¶1].

## What happened

A long word breaks: Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft, and so does
https://example.org/a/very/long/path/that/no/narrow/screen/can/hold/without/breaking/it/somewhere.html as text.
Korean stands in the line, 해상교통관제센터와 여객선터미널, without harm[^why].

[^why]: A footnote with a citation [@wend-log ¶3] and a [link](../notes/markup.md).

> nobody on the quay had been told in time, the porters said [@quay-notice ¶1]

- ` + "2014-03-03" + `: An event told in the text [@wend-log ¶1]

> [!JUDGEMENT] What the editors think
> The winter cost more than the shaft [@wend-log ¶2].

> [!QUESTION] What they do not know
> Who paid?

> [!DIFFERENCE] conflict: The day of the return
> The log says Monday, the notice Tuesday [@wend-log ¶1; @quay-notice ¶2].
>
> | Log | Notice |
> |---|---|
> | Monday [@wend-log ¶1] | Tuesday [@quay-notice ¶2] |

> [!DIFFERENCE] silence: The cost
> Neither gives it [@wend-log].

## What the sources are silent on

- The price of the shaft [@wend-log ¶2].

## Open questions

- Who paid for the shaft?
- Where did the cars wait?
`
