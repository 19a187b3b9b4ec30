// Package sink is the only writer of the output folder. It promises that a reader of that folder sees a whole
// book: after a kill -9, a full disk or any other failure the folder holds the last complete book or the new
// one, never a mixture, and the next build repairs whatever was left behind.
//
// A build opens the folder, puts every file of the book, and commits:
//
//	s, err := sink.Open("public", sink.Options{Edition: book.Public})
//	if err != nil {
//		return err
//	}
//	defer s.Discard() // does nothing after a Commit
//	if err := s.Put("people/moon-jae-in.html", page); err != nil {
//		return err
//	}
//	report, err := s.Commit()
//
// # How a book is published
//
// [Sink.Put] compares a file with what the output has. Equal bytes are left alone; what differs is written to
// a work folder beside the output (".public.briefbook-work" for "public", on the same file system). A Commit
// that finds nothing to write and nothing to delete does not touch the output at all. Otherwise the rest of
// the output is hard-linked into the work folder, so that inodes, times and modes of unchanged files stay,
// the manifest is added, and the two folders change places in a single step (renameat2 on Linux, renamex_np on
// macOS). Then the old tree is taken apart: what appeared there in the meantime is moved over, the rest is
// removed. Where links are refused files are copied. Where no such step exists, two renames take its place;
// a kill between them leaves the last book in the work folder and the next Open puts it back.
//
// As the folder itself is exchanged, a shell that stands in it keeps the old one: stand beside it.
//
// Three cases are done file by file instead, by renames into the output, pages last: a change of one single
// file, which is one step by itself; [Options.InPlace]; and an output that cannot be exchanged (it is a mount
// point, nothing can be made beside it, the caller stands in it, or the file system says no). Only the last
// two can be interrupted half way. A manifest marked incomplete is written first and the final one last, so
// that the next build knows every file that may be there, and repairs.
//
// A power cut is not a kill: nothing is flushed to the disk by force, as that costs more than the build. The
// next build compares every byte and repairs what the disk lost.
//
// # What belongs to the book
//
// The manifest, ".briefbook.json", names every file of the book with size and SHA-256, in order and without
// time or machine, so that equal books have equal manifests; [Sink.Sum] is its hash. Only what a manifest
// names is ever deleted. Everything else is foreign and survives with its mode and times: CNAME, .git, a
// folder of someone's own, a foreign file in one of our folders.
//
// When a path of the book is taken by a foreign file, then
//
//   - equal bytes are adopted: the file is the book's from now on;
//   - anything else is refused with [ErrForeign], naming the file; nothing is lost and nothing is published;
//   - an empty folder gives way.
//
// Two folders without a usable manifest are still known to hold a book, and there the new book's files
// replace regular files of the same path (what it does not write stays): a folder whose manifest is damaged,
// and a folder without a manifest whose index.html contains [Options.Mark], such as a copy made without dot
// files. A clone that has the manifest is simply a book.
//
// A folder that holds one edition refuses the other with [ErrEdition], in it and in any folder below. Where the
// edition cannot be told although there is a book, only the public edition is let in.
//
// # What is refused
//
// Paths are relative, slash-separated, clean, UTF-8, and safe on every system a book is handed over on: no
// name that Windows reserves, no two paths that differ only in case or composition of letters, no path twice,
// no file that is also a folder, nothing under .git, and not our own names. Such a path is [ErrPath]. A
// symlink is never followed inside the output; the output itself may be one to a folder.
//
// # Two builds at once
//
// Open takes a lock in the work folder that the kernel releases when the process ends. A second build waits
// for [Options.Wait] and then gets [ErrBusy]. Under the lock Open clears what a dead build left; it deletes
// only work folders, known by their name and by the lock file inside.
package sink
