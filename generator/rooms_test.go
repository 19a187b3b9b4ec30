package generator_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// rooms is the map of the house: what each room may import, of ours and of others' (besides the standard
// library). It says the same as doc.go and DESIGN's table.
var rooms = map[string]struct{ ours, theirs string }{
	"cmd/briefbook":                  {"generator", "github.com/spf13/cobra github.com/spf13/pflag golang.org/x/term"},
	"generator":                      {"diag book intake article when capture shingle accession markdown memo outline evidence names gate lint coverage changes export edtf site print sink watch preview layouts", ""},
	"layouts":                        {"", ""},
	"generator/internal/diag":        {"", ""},
	"generator/internal/edtf":        {"", ""},
	"generator/internal/memo":        {"diag", ""},
	"generator/internal/book":        {"diag edtf", ""},
	"generator/internal/intake":      {"book diag edtf", "go.yaml.in/yaml/v4 golang.org/x/text"},
	"generator/internal/article":     {"book diag edtf", "golang.org/x/net/html golang.org/x/text codeberg.org/readeck/go-readability/v2 github.com/go-shiori/dom"},
	"generator/internal/when":        {"edtf", ""},
	"generator/internal/capture":     {"pdf", "golang.org/x/text"},
	"generator/internal/pdf":         {"", "golang.org/x/text"},
	"generator/internal/shingle":     {"", "golang.org/x/text"},
	"generator/internal/accession":   {"book diag edtf", "golang.org/x/text"},
	"generator/internal/highlight":   {"", "github.com/alecthomas/chroma/v2"},
	"generator/internal/markdown":    {"book diag edtf highlight", "github.com/yuin/goldmark github.com/microcosm-cc/bluemonday golang.org/x/text golang.org/x/net/html"},
	"generator/internal/outline":     {"book diag edtf memo", "golang.org/x/text"},
	"generator/internal/evidence":    {"book diag", "golang.org/x/text"},
	"generator/internal/gate":        {"book", "golang.org/x/text golang.org/x/net/html"},
	"generator/internal/names":       {"book", "golang.org/x/text golang.org/x/net/html"},
	"generator/internal/lint":        {"book diag edtf when", ""},
	"generator/internal/coverage":    {"book shingle", ""},
	"generator/internal/changes":     {"book edtf", "golang.org/x/text"},
	"generator/internal/export":      {"book edtf", "golang.org/x/text"},
	"generator/internal/figure":      {"book edtf", ""},
	"generator/internal/tie":         {"", ""},
	"generator/internal/site":        {"book edtf export figure layouts tie", "golang.org/x/text"},
	"generator/internal/print":       {"book edtf export figure layouts tie", "golang.org/x/text"},
	"generator/internal/sink":        {"book diag", "golang.org/x/sys golang.org/x/text"},
	"generator/internal/watch":       {"", "github.com/fsnotify/fsnotify golang.org/x/sys"},
	"generator/internal/preview":     {"diag", "golang.org/x/net/html"},
	"generator/internal/browsertest": {"", "github.com/chromedp"},
}

// keepers are the rooms that may start goroutines.
var keepers = []string{"generator", "generator/internal/watch", "generator/internal/preview"}

func TestRooms(t *testing.T) {
	t.Parallel()
	short := map[string]string{}
	for room := range rooms {
		short[path.Base(room)] = "briefbook/" + room
	}
	seen := map[string]bool{}
	files := token.NewFileSet()
	err := filepath.WalkDir("..", func(name string, e fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		rel := filepath.ToSlash(strings.TrimPrefix(name, ".."+string(filepath.Separator)))
		if e.IsDir() {
			if base := e.Name(); name != ".." && (strings.HasPrefix(base, ".") || base == "testdata" || base == "node_modules" || base == "public" || base == "content") {
				return fs.SkipDir
			}
			return nil
		}
		if !strings.HasSuffix(rel, ".go") || strings.HasSuffix(rel, "_test.go") {
			return nil
		}
		room := path.Dir(rel)
		rule, ok := rooms[room]
		if !ok {
			t.Errorf("%s is in no room of the map", rel)
			return nil
		}
		seen[room] = true
		f, err := parser.ParseFile(files, name, nil, 0)
		if err != nil {
			return err
		}
		for _, spec := range f.Imports {
			target, _ := strconv.Unquote(spec.Path.Value)
			first, _, _ := strings.Cut(target, "/")
			switch {
			case first == "briefbook":
				if !slices.ContainsFunc(strings.Fields(rule.ours), func(w string) bool { return short[w] == target }) {
					t.Errorf("%s: %s may not import %s", rel, room, target)
				}
			case strings.Contains(first, "."):
				if !slices.ContainsFunc(strings.Fields(rule.theirs), func(w string) bool {
					return target == w || strings.HasPrefix(target, w+"/")
				}) {
					t.Errorf("%s: %s may not import %s", rel, room, target)
				}
			}
		}
		ast.Inspect(f, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.GoStmt:
				if !slices.Contains(keepers, room) {
					t.Errorf("%s: %s may not start goroutines", files.Position(n.Pos()), room)
				}
			case *ast.FuncDecl:
				if n.Name.Name == "init" && n.Recv == nil {
					t.Errorf("%s: no init functions", files.Position(n.Pos()))
				}
			}
			return true
		})
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	for room := range rooms {
		if !seen[room] {
			t.Errorf("the map has a room %s without a file", room)
		}
	}
}
