package evidence

import (
	"strconv"
	"strings"
	"time"

	"briefbook/generator/internal/book"
	"briefbook/generator/internal/diag"
)

// mostBad is how many bad lines are told one by one.
const mostBad = 20

// ReadLock reads quotes.lock. A line it cannot read is an error [lock-line], a conflict of a merge one
// [lock-conflict]; the lines that can be read count all the same. Comments, blank lines and repeats are passed over;
// of two lines for one quotation the one verified last counts.
func ReadLock(src *diag.Source) (*Lock, []diag.Diagnostic) {
	var entries []Entry
	var bad []diag.Diagnostic
	tell := func(start, end int, code, text, hint string) {
		if len(bad) < mostBad {
			bad = append(bad, diag.Errorf(src.Span(start, end), code, "%s", text).WithHint("%s", hint))
		} else if len(bad) == mostBad {
			bad = append(bad, diag.Errorf(src.Whole(), "lock-line", "more lines cannot be read").WithHint("write the file anew with briefbook check --lock"))
		}
	}
	for start := 0; start < len(src.Text); {
		end, next := len(src.Text), len(src.Text)
		if n := strings.IndexByte(src.Text[start:], '\n'); n >= 0 {
			end, next = start+n, start+n+1
		}
		line := strings.TrimSpace(strings.TrimPrefix(src.Text[start:end], "\ufeff"))
		switch e, why := parseEntry(line); {
		case line == "" || line[0] == '#':
		case strings.HasPrefix(line, "<<<<<<<"):
			tell(start, end, "lock-conflict", "a merge left a conflict here", "keep the lines of both sides and take out the marks, or write the file anew with briefbook check --lock")
		case strings.HasPrefix(line, "=======") || strings.HasPrefix(line, ">>>>>>>") || strings.HasPrefix(line, "|||||||"):
		case why != "":
			tell(start, end, "lock-line", why, "take the line out, or write the file anew with briefbook check --lock")
		default:
			entries = append(entries, e)
		}
		start = next
	}
	return newLock(entries), bad
}

// parseEntry reads a line; why is not empty when it cannot.
func parseEntry(line string) (e Entry, why string) {
	field := strings.Fields(line)
	if len(field) != 6 {
		return e, "not a line of six parts: source, paragraphs, hash, verdict, original, day"
	}
	source, ok := unescape(field[0])
	e = Entry{Source: book.ID(source), Paras: field[1], Hash: field[2], Verdict: book.Verdict(field[3]), Original: field[4], Day: field[5]}
	_, err := time.Parse(time.DateOnly, e.Day)
	switch {
	case !ok:
		return e, strconv.Quote(field[0]) + " is not the id of a source"
	case !paragraphs(e.Paras):
		return e, strconv.Quote(e.Paras) + " is not a list of paragraphs"
	case !hexadecimal(e.Hash, 32):
		return e, strconv.Quote(e.Hash) + " is not the hash of a quotation"
	case !stored(e.Verdict):
		return e, strconv.Quote(field[3]) + " is not a verdict that can stand here"
	case !hexadecimal(e.Original, 16):
		return e, strconv.Quote(e.Original) + " is not the hash of an original"
	case err != nil:
		return e, strconv.Quote(e.Day) + " is not a day"
	}
	return e, ""
}

// paragraphs reports whether s is written as parasKey writes.
func paragraphs(s string) bool {
	if s == "-" {
		return true
	}
	for part := range strings.SplitSeq(s, ",") {
		first, last, ranged := strings.Cut(part, "-")
		if !number(first) || ranged && !number(last) {
			return false
		}
	}
	return true
}

func number(s string) bool {
	n, err := strconv.Atoi(s)
	return err == nil && strconv.Itoa(n) == s
}

func hexadecimal(s string, size int) bool {
	return len(s) == size && !strings.ContainsFunc(s, func(r rune) bool { return !strings.ContainsRune("0123456789abcdef", r) })
}

// unescape reads an id that escape wrote.
func unescape(s string) (id string, ok bool) {
	var b []byte
	for i := 0; i < len(s); i++ {
		if s[i] != '%' {
			b = append(b, s[i])
			continue
		}
		if i+3 > len(s) {
			return "", false
		}
		c, err := strconv.ParseUint(s[i+1:i+3], 16, 8)
		if err != nil {
			return "", false
		}
		b, i = append(b, byte(c)), i+2
	}
	return string(b), len(b) > 0 && escape(string(b)) == s
}
