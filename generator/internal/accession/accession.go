// Package accession takes new sources into a book: it proposes an id, writes the card and keeps the untouched
// original. It never overwrites.
package accession
