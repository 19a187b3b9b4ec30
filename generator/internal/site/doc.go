// Package site is the book as a web site: every page but the print page, lists, feed and site map, and the
// assets. It decides which pages there are, what each shows and where its links lead; how a page looks is the
// business of the layouts. It refuses to parse, to sort what outline has sorted, and to know a file system.
//
// [Files] lists the files of an edition. Each is made by a function that asks the [book.Library] for what the
// page shows, fills a view (a plain struct named for the page: [Home], [Chapter], [Source], [Note], [Entry],
// [Register], [Names], [NameIndex], [Chronology], [Gathering], [Quotations], [Bibliography], [Coverage], [WhatChanged],
// [Missing]) and hands it to a layout:
//
//	lib.Page(id) → Source{Opening, Facts, Digest, Text, Cited …} → "source.html" → sources/<id>.html
//
// A page asks for the least: links need a [book.Head]; only the page itself, the front page (bottom lines) and
// lists that say who someone is ask for a [book.Page].
//
// Every address is relative to the page and ends in .html, so that one set of files works at a domain's root,
// below it, and from a disk. The exceptions say so: the canonical link, the site map and, with a base URL,
// the feed are absolute, and 404.html links to the path of the base URL.
//
// No page grows with the book. The registers of sources and notes are split by chapter from 200 entries on, and
// into pages of 200; lists of names by letter beyond 400; the chronology by chapter beyond 500 events; lists
// inside a page are cut, with a link to where the rest is.
//
// # What changed
//
// When an edition is on record, what-changed.html tells what this one says otherwise: what is of substance first, by
// page in reading order, wording folded at the end, in pages of 150. Title page and foot lead there. Without an edition
// on record there is neither page nor link.
//
// # Names
//
// Each section of a page's own text is given once to Linked, key points of a section together; the text of a source never.
// An entry's page tells where it is mentioned, sources by tab and paragraph; index-of-names.html is split by letter
// beyond 400 lines; lists of people end with a table of who is named in the sources of which chapter. A paragraph is
// linked where the naming gives its anchor.
//
// # Citing
//
// bibliography.html cites every source by tab in two styles, from 100 sources on split by chapter and into pages of
// 100; bibliography.json, .bib and .ris are the same for reference managers, whole. A source's page says how to cite
// it, and its head tells Zotero and search engines of the article that it is about, not of itself. The forms are
// those of the export room.
//
// # Anchors
//
// On a source's page ¶4 is #p4: in the full text where the edition shows it, else in the list of statements
// that cite it, so that a citation leads somewhere in every edition. Ids given by this room begin with "at-",
// "letter-" or "figure-"; where bodies of several pages stand on one, their ids get the page's id in front.
//
// The note with the id "summary" gives the front page its bottom line and key points. A source without a chapter
// is listed as unfiled; a note without one is on the whole book, and the front page lists it.
//
// In chapters and notes the first citation of a source in a section is followed by span.side: who reported,
// and when. Wide screens show it in the margin.
//
// # Quotations
//
// Behind every quotation stands what came of checking it (its seal): in the line a tick, or words where the reader must
// know, under a block quote a line with the day. A seal leads to the words on the page of the source where the edition
// shows the text (#w-3f2a9c10, all parts of the quotation tinted), else to what that page says of the quotation
// (#at-quoted-8c1d02ff). There and in quotations.html, the register by source, each quotation has its verdict, where it
// stands, and the publisher's page with a text fragment. A quotation that nobody has checked is marked "unchecked", in
// every edition.
//
// # A captured text
//
// The internal edition tells on a source's page what it knows of the capture: what to look at, what each date in the
// text comes to (on hover, in the margin of a wide screen and, for everybody, in a table), what was set aside and
// why, and where the untouched original is. The public edition has none of this, in full texts neither.
package site
