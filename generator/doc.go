// Package generator turns a folder of source articles and hand-written notes into a briefing book: a linked
// static site in which every statement leads to a numbered paragraph of its source. This page is the map of the
// house; each room's own package comment is its specification.
//
// # Rooms
//
//	cmd/briefbook        arguments, exit status, what is printed
//	generator            this façade: New, Build, Check, Preview; it lists the steps and wires the rooms
//	  internal/diag      what is said to an author: file, line, column, excerpt, hint
//	  internal/edtf      dates with precision, as EDTF writes them
//	  internal/memo      the dependency core: what each step read and made
//	  internal/book      the nouns: plain values, no I/O
//	  internal/intake    the content folder: files, ids, front matter, book.yaml
//	  internal/pdf       the words of a PDF and where they stand
//	  internal/capture   documents: the text of a PDF or Word file
//	  internal/article   captured texts: what is the article, what is set aside and why
//	  internal/when      date expressions in running text
//	  internal/shingle   texts that share their words
//	  internal/accession new sources: ids, cards, originals kept
//	  internal/markdown  bodies of pages: HTML with holes, and the facts stated in them
//	  internal/lint      how a briefing is written: rules that its words break
//	  internal/evidence  quotations looked up in their sources; quotes.lock
//	  internal/names     mentions of people, organisations, places and terms
//	  internal/coverage  what statements rest on
//	  internal/gate      words of others that may not be published
//	  internal/changes   what differs between two states of a book
//	  internal/highlight code in fences
//	  internal/outline   filing, order, addresses, cross references
//	  internal/export    citations: records, exchange formats, two styles
//	  internal/figure    the chronology as SVG; the size of pictures
//	  internal/tie       blanks at which no line may break
//	  internal/site      output: the HTML site
//	  internal/print     output: the book on one page, for paper
//	  internal/sink      the only writer of the output folder
//	  internal/watch     says where to look again
//	  internal/preview   the book on the loopback interface, live
//	layouts              templates, stylesheets, scripts; a book may replace any
//
// A test holds the imports of every room to this map.
//
// # One way
//
//	content → intake → article | markdown → outline → outputs → sink → public
//
// Import goes before that, and into the content folder only:
//
//	files → capture → article → when → shingle → accession → content
//
// Beside the outputs stand three verbs that ask the same graph: export writes the sources in exchange formats, record
// puts what the book states on record in content/editions, and diff compares two states, which may be git revisions
// and editions on record.
//
// Each arrow of a build is a step, asked for through memo, which records what the step read: files, absent files,
// listings, other steps or parts of their values. A full build is an incremental build with an empty store;
// there is no second path. A later round compares only the files it is pointed at, climbs from those that
// differ and stops where a remade value is equal. A step is never told what changed.
//
// The steps by rank (a step asks only for those above it):
//
//	tree      the files of the content folder and their ids
//	info      book.yaml
//	read      one page: front matter, body, facts; depended on by parts
//	original  one captured text, cleaned
//	dated     its date expressions
//	outline   the order of the book, from front matter alone
//	folded    a source as quotations are looked up in it
//	held      all captured texts at hand
//	lock      quotes.lock
//	quotes    one page's quotations, checked
//	quoted    all quotations, by source
//	gazetteer the names of all entries
//	named     the names in one page and in its original
//	roll      who is named where
//	words     the words of one original that may not be published
//	guarded   those of all
//	card      the words of one page's card that may be published
//	titled    those of all
//	spilled   what one page has of them
//	refs      who cites, links and states what
//	coverage  what statements rest on
//	recorded  the edition on record
//	sequence  the pages of both
//	differing what differs on one page
//	share     on some of the pages
//	changed   on all, once what moved between pages is found
//	check     one page's links, citations and quotations
//	report    all checks
//	layouts   the parsed templates
//	assets    names of stylesheets, scripts, static files
//	files     the list of output files
//	file      one output file
//
// Outputs ask a book.Library; asking is depending. They see no paths and no Markdown.
//
// Proof is made on the way: a quotation is looked up in the paragraph it cites, then in its source, then in the others
// (evidence); where the original is not at hand quotes.lock speaks for the machine that had it. Every file of a public
// edition passes the gate while it is written; what carries a run of words of an original that only a digest is allowed
// of is not published, and neither is the rest of that build.
//
// A build puts all files into a folder beside the output and exchanges the two in one step, so a reader never
// sees half a book. What it read and made is remembered between processes as one record: if all of that is
// still the same, nothing is done. A preview keeps the graph in memory, makes a page when it is asked for, and
// after each save asks again for the pages that are open.
//
// An import stands beside the graph: an [Importer] finds files, examines several at a time, and takes the results
// one by one in the order of the files, so that ids and near copies do not depend on who was first. A file that
// cannot be imported fails alone. Original first, card last: what a crash leaves behind is no half-made source.
//
// # Who may do what
//
// Only cmd reads arguments and ends the process. Only diag formats positions. Only generator, watch and preview
// start goroutines. Only sink writes the output.
// Only accession writes into the content folder: cards and originals are put there and never overwritten; quotes.lock
// and the editions on record, which generator makes (Lock, Record), are replaced in one step. A build writes none of these. The same input gives the
// same bytes: no clock, no map order, no path of the machine gets into an output.
package generator
