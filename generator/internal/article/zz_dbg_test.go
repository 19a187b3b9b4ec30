package article

import (
	"os"
	"path/filepath"
	"testing"
)

func TestZZ(t *testing.T) {
	list, _ := filepath.Glob(os.Getenv("ZZ"))
	for _, f := range list {
		raw, _ := os.ReadFile(f)
		o := Clean(raw, f, Lines{})
		t.Logf("=== %s\nPUB %q AG %q BY %q DATE %q UPD %q PL %q URL %q FL %v %v\n%s", f, o.Publisher.Text, o.Agency.Text, o.Byline.List, o.Date.Text, o.Updated.Text, o.Dateline.Text, o.URL.Text, o.Flags, o.DateFlags, audit(o))
	}
}
