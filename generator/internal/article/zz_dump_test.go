package article
import ("testing";"os";"path/filepath";"fmt";"strings")
func TestZZDump(t *testing.T){
 dir:=os.Getenv("DUMPDIR"); if dir=="" {t.Skip("x")}
 fs,_:=filepath.Glob(dir+"/*")
 for _,f:=range fs{ raw,_:=os.ReadFile(f); o:=Clean(raw,f,Lines{})
 fmt.Printf("== %s lang=%s flags=%v df=%v\n  T %q <%s>\n  P %q <%s>\n  A %q <%s>  B %q <%s>\n  D %q <%s>  U %q <%s>\n  L %q  URL %q R %q\n",filepath.Base(f),o.Language,o.Flags,o.DateFlags,o.Title.Text,o.Title.Basis,o.Publisher.Text,o.Publisher.Basis,o.Agency.Text,o.Agency.Basis,o.Byline.List,o.Byline.Basis,o.Date.Text,o.Date.Basis,o.Updated.Text,o.Updated.Basis,o.Dateline.Text,o.URL.Text,o.RightsHint)
 if len(o.Paragraphs)>0 {fmt.Printf("  ¶%d %.50q … %.40q\n",len(o.Paragraphs),o.Paragraphs[0],o.Paragraphs[len(o.Paragraphs)-1])}
 for _,r:=range o.Receipts{fmt.Printf("   - %s: %.60q\n",r.Reason,strings.ReplaceAll(r.Text,"\n","⏎"))}
 }}
