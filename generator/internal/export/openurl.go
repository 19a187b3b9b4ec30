package export

import (
	"fmt"
	"net/url"
	"strings"
)

// OpenURL is the record as a context object of OpenURL 1.0 (ANSI/NISO Z39.88-2004) in key/value form, which stands
// in the title of a span of class Z3988 (COinS) and is read by reference managers in browsers. A name that is not
// taken apart is given as that of a body, so that nobody else takes it apart either.
func (r Record) OpenURL() string {
	var b strings.Builder
	b.WriteString("ctx_ver=Z39.88-2004&rft_val_fmt=info%3Aofi%2Ffmt%3Akev%3Amtx%3Adc&rft.type=newspaperArticle")
	put := func(key, value string) {
		if value != "" {
			b.WriteString("&" + key + "=" + strings.ReplaceAll(url.QueryEscape(value), "+", "%20"))
		}
	}
	put("rft.title", r.Title)
	put("rft.source", r.Publisher)
	for _, n := range r.Authors {
		put("rft.aucorp", n.Literal)
		put("rft.aulast", n.Family)
		put("rft.aufirst", n.Given)
	}
	put("rft.date", r.Day())
	put("rft.identifier", r.URL)
	put("rft.language", r.Language)
	return b.String()
}

// Day is the date as "2018-06-01", "2018-06" or "2018", the first one of an interval; "" for what has no such form.
// That it is uncertain is not said.
func (r Record) Day() string {
	v := issuedOf(r.Issued)
	if v == nil || v.Literal != "" {
		return ""
	}
	text := fmt.Sprintf("%04d", v.Parts[0][0])
	for _, part := range v.Parts[0][1:] {
		text += fmt.Sprintf("-%02d", part)
	}
	return text
}
