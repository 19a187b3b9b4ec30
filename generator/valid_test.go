package generator_test

import (
	"bufio"
	"bytes"
	"encoding/json"
	"hash/maphash"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// nodeModules is a folder with axe-core and html-validate in it, "" when there is none and none is required.
func nodeModules(t *testing.T) string {
	t.Helper()
	dir := os.Getenv("BRIEFBOOK_NODE_MODULES")
	missing := ""
	for _, name := range []string{"axe-core/axe.min.js", "html-validate/package.json"} {
		if _, err := os.Stat(filepath.Join(dir, filepath.FromSlash(name))); dir == "" || err != nil {
			missing = name
		}
	}
	if missing == "" {
		return dir
	}
	advice := "no " + missing + " in BRIEFBOOK_NODE_MODULES: run `npm install --prefix DIR axe-core html-validate` and set it to DIR/node_modules"
	if os.Getenv("BRIEFBOOK_REQUIRE_BROWSER") == "1" {
		t.Fatal(advice)
	}
	t.Log(advice)
	return ""
}

// validator reads file names and writes what is wrong, one JSON object a line.
const validator = `
const { HtmlValidate } = require(process.argv[1] + "/html-validate");
const validate = new HtmlValidate({
  root: true,
  extends: ["html-validate:recommended", "html-validate:document", "html-validate:a11y"],
  rules: {
    // A hash guards what comes from another host. All sheets and scripts lie beside the page.
    "require-sri": ["error", { target: "crossorigin" }],
    // HTML allows any id without white space; a page's own id may begin with a year.
    "valid-id": ["error", { relaxed: true }],
    // 70 characters is advice for search engines. A source is called what its publisher called it.
    "long-title": "off",
  },
});
for (const file of require("fs").readFileSync(0, "utf8").trim().split("\n")) {
  for (const result of validate.validateFileSync(file).results) {
    for (const m of result.messages) {
      console.log(JSON.stringify({ file, line: m.line, rule: m.ruleId, text: m.message, element: m.selector || "" }));
    }
  }
}`

// Every page of both editions of both books is valid HTML by html-validate's strictest presets. Of pages whose
// markup differs in nothing but words, and there are hundreds in the made-up book, one is looked at.
func TestHTMLIsValid(t *testing.T) {
	t.Parallel()
	modules := nodeModules(t)
	if modules == "" {
		t.Skip("there is nothing to judge HTML with")
	}
	node, err := exec.LookPath("node")
	if err != nil {
		t.Fatal("BRIEFBOOK_NODE_MODULES is set, and there is no node to run it")
	}
	seed := maphash.MakeSeed()
	seen := map[uint64]bool{}
	var files strings.Builder
	dirs := map[string]string{}
	asked, all := 0, 0
	for _, v := range volumes(t) {
		dirs[v.dir] = v.name
		s := open(t, v)
		for _, p := range s.sorted() {
			all++
			if sum := maphash.String(seed, skeleton(s.read(t, p.path))); !seen[sum] {
				seen[sum] = true
				asked++
				files.WriteString(filepath.Join(v.dir, filepath.FromSlash(p.path)) + "\n")
			}
		}
	}
	t.Logf("%d of %d pages are unlike in markup", asked, all)
	run := exec.Command(node, "-e", validator, modules)
	run.Stdin = strings.NewReader(files.String())
	var out, trouble bytes.Buffer
	run.Stdout, run.Stderr = &out, &trouble
	if err := run.Run(); err != nil {
		t.Fatalf("run html-validate: %v\n%s", err, trouble.String())
	}
	for lines := bufio.NewScanner(&out); lines.Scan(); {
		var m struct {
			File, Rule, Text, Element string
			Line                      int
		}
		if err := json.Unmarshal(lines.Bytes(), &m); err != nil {
			t.Fatalf("%s: %v", lines.Text(), err)
		}
		page := m.File
		for dir, name := range dirs {
			if rel, ok := strings.CutPrefix(m.File, dir+string(filepath.Separator)); ok {
				page = name + ": " + filepath.ToSlash(rel)
			}
		}
		t.Errorf("%s:%d: %s: %s (%s)", page, m.Line, m.Rule, m.Text, m.Element)
	}
}

var letters = regexp.MustCompile(`[\pL\pN]+([ ,.:;–-]*[\pL\pN]+)*`)

// free are attributes whose value is the author's.
var free = map[string]bool{"href": true, "id": true, "content": true, "datetime": true, "title": true, "aria-label": true}

// skeleton is a page's markup with all words alike. It is made of the tokens as written, mistakes and all.
func skeleton(page string) string {
	var b strings.Builder
	for z := html.NewTokenizer(strings.NewReader(page)); ; {
		switch z.Next() {
		case html.ErrorToken:
			return b.String()
		case html.TextToken:
			b.WriteString(letters.ReplaceAllString(strings.TrimSpace(string(z.Raw())), "w"))
		case html.StartTagToken, html.SelfClosingTagToken:
			raw := string(z.Raw())
			for _, a := range z.Token().Attr {
				if a.Val != "" && (free[a.Key] || strings.HasPrefix(a.Key, "data-")) {
					raw = strings.Replace(raw, `="`+html.EscapeString(a.Val)+`"`, `="w"`, 1)
				}
			}
			b.WriteString(raw)
		default:
			b.Write(z.Raw())
		}
	}
}
