package layouts

import (
	"errors"
	"fmt"
	"html/template"
	"io"
	"io/fs"
	"path"
	"regexp"
	"strconv"
	"strings"
	"sync"
	texttemplate "text/template"
)

// frame is the part that stands around every page with a "main".
const frame = "parts/frame.html"

// Set is a parsed set of layouts.
type Set struct{ pages map[string]*template.Template }

// Error is a mistake in a layout.
type Error struct {
	File string // slash-separated, relative to the folder of layouts: "parts/frame.html"
	Line int    // from 1; 0 when the file as a whole is meant
	Text string
}

// Error prints the mistake with its place: "layouts/chapter.html:12: unexpected {{end}}".
func (e *Error) Error() string {
	if e.Line == 0 {
		return fmt.Sprintf("layouts/%s: %s", e.File, e.Text)
	}
	return fmt.Sprintf("layouts/%s:%d: %s", e.File, e.Line, e.Text)
}

// Parse reads all layouts of a file system such as [Over] gives. A mistake in one of them is an [*Error].
func Parse(files fs.FS) (*Set, error) {
	kept := &keep{}
	shared := template.New("").Funcs(template.FuncMap{"count": count, "once": kept.once})
	parts, err := fs.Glob(files, "parts/*.html")
	if err != nil {
		return nil, fmt.Errorf("list layouts: %w", err)
	}
	for _, name := range parts {
		if err := add(shared, files, name); err != nil {
			return nil, err
		}
	}
	names, err := fs.Glob(files, "*.html")
	if err != nil {
		return nil, fmt.Errorf("list layouts: %w", err)
	}
	set := &Set{pages: make(map[string]*template.Template, len(names))}
	for _, name := range names {
		if set.pages[name], err = page(shared, files, name); err != nil {
			return nil, err
		}
	}
	kept.parts = shared // never cloned again, so that it may be executed
	return set, nil
}

// page parses one page over a copy of the shared parts.
func page(shared *template.Template, files fs.FS, name string) (*template.Template, error) {
	own, err := shared.Clone()
	if err != nil {
		return nil, fmt.Errorf("copy the parts for %s: %w", name, err)
	}
	if err := add(own, files, name); err != nil {
		return nil, err
	}
	entry := own.Lookup(name)
	if own.Lookup("main") != nil {
		if entry = own.Lookup(frame); entry == nil {
			return nil, &Error{File: frame, Text: name + ` defines "main", but there is no such file`}
		}
	}
	// Escaping is worked out at the first execution. Without data it ends early, but what is wrong with the
	// template as such comes out here and not in the middle of a book.
	var wrong *template.Error
	if err := entry.Execute(io.Discard, nil); errors.As(err, &wrong) {
		return nil, located(err, name)
	}
	return entry, nil
}

func add(t *template.Template, files fs.FS, name string) error {
	text, err := fs.ReadFile(files, name)
	if err != nil {
		return fmt.Errorf("read layout %s: %w", name, err)
	}
	if _, err := t.New(name).Parse(string(text)); err != nil {
		return located(err, name)
	}
	return nil
}

var place = regexp.MustCompile(`^(?:html/)?template: ?([^\s:]+\.html):(\d+)(?::\d+)?: (?s:(.*))$`)

// located finds the place in what a template package says.
func located(err error, name string) error {
	m := place.FindStringSubmatch(err.Error())
	if m == nil {
		return &Error{File: name, Text: strings.TrimPrefix(err.Error(), "template: ")}
	}
	line, _ := strconv.Atoi(m[2])
	return &Error{File: path.Clean(m[1]), Line: line, Text: m[3]}
}

// Execute writes the page a layout makes of data. The name is that of a file: "chapter.html".
func (s *Set) Execute(w io.Writer, name string, data any) error {
	t, ok := s.pages[name]
	if !ok {
		return &Error{File: name, Text: "no such layout"}
	}
	err := t.Execute(w, data)
	var wrong texttemplate.ExecError
	if errors.As(err, &wrong) {
		return located(err, name)
	}
	return err
}

// keep holds the parts that come out the same on many pages: {{once "foot" .Frame.Shell}} makes the part named
// "foot" when it is first asked for with an equal value, and remembers it. The value must be comparable, and a
// page cannot have a part of its own under that name.
type keep struct {
	parts *template.Template // nil while layouts are being parsed
	made  sync.Map           // partKey → template.HTML
}

type partKey struct {
	name string
	of   any
}

func (k *keep) once(name string, of any) (template.HTML, error) {
	if k.parts == nil {
		return "", nil
	}
	key := partKey{name, of}
	if part, ok := k.made.Load(key); ok {
		return part.(template.HTML), nil
	}
	var b strings.Builder
	if err := k.parts.ExecuteTemplate(&b, name, of); err != nil {
		return "", err
	}
	part := template.HTML(b.String())
	k.made.Store(key, part)
	return part, nil
}

// count puts a number before a noun: "1 source", "5 sources".
func count(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	digits := strconv.Itoa(n)
	for i := len(digits) - 3; i > 0; i -= 3 {
		digits = digits[:i] + "," + digits[i:]
	}
	return digits + " " + many
}
