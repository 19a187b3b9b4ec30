package main

import (
	"errors"
	"slices"

	"github.com/spf13/cobra"

	"briefbook/generator"
)

// bookFlags are the flags of verbs that read a book.
type bookFlags struct {
	content, originals, out, baseURL string
	edition                          edition
}

// add gives cmd the flags that every such verb has.
func (b *bookFlags) add(cmd *cobra.Command, standard generator.Edition) {
	b.edition = edition(standard)
	f := cmd.Flags()
	f.SortFlags = false
	f.StringVar(&b.content, "content", "content", "the `DIR` of the book")
	f.Var(&b.edition, "edition", "public (rights respected) or internal (everything, marked)")
	f.StringVar(&b.originals, "originals", "", "the `DIR` of captured texts (default content/originals)")
	must(cmd.MarkFlagDirname("content"))
	must(cmd.MarkFlagDirname("originals"))
	must(cmd.RegisterFlagCompletionFunc("edition", cobra.FixedCompletions(editions, cobra.ShellCompDirectiveNoFileComp)))
}

// addAddress adds --base-url.
func (b *bookFlags) addAddress(cmd *cobra.Command) {
	cmd.Flags().StringVar(&b.baseURL, "base-url", "", "the `URL` the book is published under (default base_url of book.yaml)")
}

// addOut adds --out.
func (b *bookFlags) addOut(cmd *cobra.Command) {
	cmd.Flags().StringVar(&b.out, "out", "", "the output `DIR` (default public, or .internal for the internal edition)")
	must(cmd.MarkFlagDirname("out"))
}

// options decides: a flag, else the default. What book.yaml says comes between, in the generator.
func (b *bookFlags) options(e env) generator.Options {
	if b.out == "" {
		b.out = "public"
		if b.edition == edition(generator.Internal) {
			b.out = ".internal"
		}
	}
	return generator.Options{
		Content:   e.path(b.content),
		Out:       e.path(b.out),
		Originals: e.path(b.originals),
		Edition:   generator.Edition(b.edition),
		BaseURL:   b.baseURL,
		Cache:     e.cache(),
	}
}

var editions = []string{string(generator.Public), string(generator.Internal)}

// An edition is the value of --edition.
type edition generator.Edition

func (e *edition) String() string { return string(*e) }

// Type is the word that stands for the value in a help text.
func (e *edition) Type() string { return "NAME" }

// Set implements pflag.Value.
func (e *edition) Set(s string) error {
	if !slices.Contains(editions, s) {
		return errors.New("an edition is public or internal")
	}
	*e = edition(s)
	return nil
}
