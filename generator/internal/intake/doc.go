// Package intake brings the content folder in: which files there are, what each is, and what its front matter
// says. It decides nothing about the book's order and does not read Markdown.
//
// [Walk] finds the files and gives each page its id; [ReadMeta] decodes the front matter of one page and says
// where the body begins; [ReadInfo] decodes book.yaml. A [Disk] is the file system all of them read from: it
// shows the content, originals and layouts folders as one and never leaves them.
//
// Pandoc's own keys in a chapter or a note ("bibliography", "toc") are passed over: they mean nothing here. Other
// unknown keys, bad dates, two files with one id, links that lead out of the folder: all are diagnostics, and
// what is sound is kept. YAML is read as nodes and never expanded, so that aliases cannot multiply.
package intake
