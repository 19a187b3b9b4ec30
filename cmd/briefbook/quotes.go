package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"

	"briefbook/generator"
)

// quotes writes every quotation with its verdict, those that hold in a line each; for programs one object a line.
func (p *printer) quotes(list []generator.Quote) error {
	if p.json {
		return each(p.w, list)
	}
	w := bufio.NewWriter(p.w)
	for _, q := range list {
		fmt.Fprintf(w, "%s:%d: %s: %s", q.File, q.Line, q.Verdict, q.Article)
		if q.Paragraph != "" {
			fmt.Fprintf(w, " ¶%s", q.Paragraph)
		}
		fmt.Fprintln(w)
		for _, line := range wrapped("“"+visible(q.Quote)+"”", columns-4) {
			fmt.Fprintf(w, "    %s\n", line)
		}
		if q.Nearest != "" {
			fmt.Fprintf(w, "    nearest: %s\n", visible(q.Nearest))
		}
	}
	fmt.Fprintf(w, "%s\n", count(len(list), "quotation"))
	if err := w.Flush(); err != nil {
		return fmt.Errorf("print the quotations: %w", err)
	}
	return nil
}

// each writes a list as one JSON object a line.
func each[T any](to io.Writer, list []T) error {
	w := bufio.NewWriter(to)
	encoder := json.NewEncoder(w)
	encoder.SetEscapeHTML(false)
	for _, item := range list {
		if err := encoder.Encode(item); err != nil {
			return fmt.Errorf("print the list: %w", err)
		}
	}
	if err := w.Flush(); err != nil {
		return fmt.Errorf("print the list: %w", err)
	}
	return nil
}
