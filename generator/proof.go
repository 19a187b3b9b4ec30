package generator

import "briefbook/generator/internal/book"

// Quotations implements [book.Library].
func (l library) Quotations(book.ID) []book.Checked { return nil }

// QuotedFrom implements [book.Library].
func (l library) QuotedFrom(book.ID) []book.Checked { return nil }

// Chronology implements [book.Library].
func (l library) Chronology() (list []book.Joined) {
	for _, d := range l.Events("") {
		list = append(list, book.Joined{Dated: d})
	}
	return list
}

// DifferAt implements [book.Library].
func (l library) DifferAt(book.ID) []book.Said { return nil }

// NamedAt implements [book.Library].
func (l library) NamedAt(book.ID) []book.Naming { return nil }

// Linked implements [book.Library].
func (l library) Linked(_ book.ID, html string, _ func(book.Head) string) string { return html }

// Coverage implements [book.Library].
func (l library) Coverage() *book.Coverage { return &book.Coverage{} }

// Changes implements [book.Library].
func (l library) Changes() *book.Changes { return &book.Changes{} }
