package generator_test

import (
	"crypto/sha256"
	"fmt"
	"strings"
)

// The texts that the proven book is about.
const (
	envoysText = `Envoys meet at the old bridge

By Ida Brandt
12 February 2014

Envoys of the two towns met at the old bridge on Wednesday, the first such meeting in many years.

Ada Vale spoke for the harbour board and asked the other side for a written answer before the spring.

The ferry will not run before the end of the winter, the harbour board said in a short statement.
`
	postText = `A quiet talk at the crossing

By Ole Lind
13 February 2014

The envoys spoke for three hours behind closed doors and left without a word to those who had waited.

A clerk of the harbour board said later that nothing had been signed and that nobody had expected it.
`
)

// proven is a small book with something of everything that rests on something else: quotations, names, events that two
// pages tell, sources that differ and that replace each other.
var proven = map[string]string{
	"content/book.yaml": "title: The Crossing\nas_of: 2021-07\nedition: Second edition\n",
	"content/chapters/talks.md": `---
title: The talks
from: 2014
to: 2014
---
## Bottom line

They met [@envoys ¶1].

## Key points

1. They spoke for long [@envoys ¶2; @post ¶1].
2. An early word was wrong [@early ¶1].

## Chronology

- 2014-02-12 (id: meeting): Talks at the [[bridge]] [@envoys ¶1]
- 2014-03-01 (planned) (id: answer): A written answer [@envoys ¶2]

> [!DIFFERENCE] conflict: What came of it
> One tells of a question, the other of silence [@envoys ¶2; @post ¶1].

## Open questions

- Who asked first?
`,
	"content/notes/says.md": `---
title: Says
chapter: talks
---
One report has "the first such meeting in many years" [@envoys ¶1], and of [[ada]] it says that she "asked the other side for a written answer" [@envoys ¶2].

The LOB was told by Captain Vale, who is Ada Vale, that "nothing had been signed and that nobody had expected it" [@post ¶2].

- 2014-02-12 (id: meeting): The envoys meet [@post ¶1]
- 2014-03-04 (id: answer): The answer comes [@late]
`,
	"content/articles/envoys.md":   "---\ntitle: Envoys meet at the old bridge\npublisher: Herald\ndate: 2014-02-12\nlicence: own-work\nrights: digest\noriginal: envoys.txt\nsha256: " + hash(envoysText) + "\n---\nThe towns talked again, with Ada Vale for the board.\n",
	"content/articles/post.md":     "---\ntitle: A quiet talk at the crossing\npublisher: Post\ndate: 2014-02-13\noriginal: post.txt\nsha256: " + hash(postText) + "\n---\nNobody told what had been said.\n",
	"content/articles/early.md":    "---\ntitle: A first word\npublisher: Herald\ndate: 2014-02-11\nstatus: superseded\nsuperseded_by: envoys\n---\nSaid that nobody would come.\n",
	"content/articles/late.md":     "---\ntitle: The answer\npublisher: Herald\ndate: 2014-03-04\nrights: full\nlicence: own-work\n---\nThe answer came in spring, and Ada Vale read it.\n",
	"content/people/ada.md":        "---\nname: Ada Vale\nsort: Vale, Ada\nvariants: [Captain Vale]\nkorean: 김여울\nsee: [bridge]\n---\nSpeaks for the board.\n",
	"content/places/bridge.md":     "---\nname: The old bridge\nvariants: [old bridge]\n---\nA crossing.\n",
	"content/originals/envoys.txt": envoysText,
	"content/originals/post.txt":   postText,
}

func hash(text string) string { return fmt.Sprintf("%x", sha256.Sum256([]byte(text))) }

// with is the text of a file of the proven book with something else in it.
func with(name string, pairs ...string) map[string]string {
	return map[string]string{name: strings.NewReplacer(pairs...).Replace(proven[name])}
}
