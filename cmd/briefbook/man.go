package main

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/spf13/cobra"
	"github.com/spf13/cobra/doc"
)

// man writes a manual page for every verb. It is for those who package briefbook, and hidden.
func (p *program) man(root *cobra.Command) *cobra.Command {
	return &cobra.Command{
		Use:    "man DIR",
		Short:  "write the manual pages",
		Hidden: true,
		Args:   oneFolder,
		RunE: p.verb(func(_ context.Context, args []string) error {
			dir := p.path(args[0])
			if err := os.MkdirAll(dir, 0o755); err != nil {
				return fmt.Errorf("make the folder: %w", err)
			}
			root.DisableAutoGenTag = true
			for _, cmd := range append([]*cobra.Command{root}, root.Commands()...) {
				if !cmd.IsAvailableCommand() && cmd != root {
					continue
				}
				if err := writePage(dir, cmd); err != nil {
					return err
				}
			}
			return nil
		}),
	}
}

func writePage(dir string, cmd *cobra.Command) error {
	name := strings.ReplaceAll(cmd.CommandPath(), " ", "-")
	var page bytes.Buffer
	never := time.Time{}
	header := &doc.GenManHeader{Title: strings.ToUpper(name), Section: "1", Source: "briefbook", Date: &never}
	if err := doc.GenMan(cmd, header, &page); err != nil {
		return fmt.Errorf("make the manual page of %s: %w", name, err)
	}
	// A page says no date: the same briefbook writes the same pages.
	text := bytes.Replace(page.Bytes(), []byte(`"`+never.Format("Jan 2006")+`"`), []byte(`""`), 1)
	if err := os.WriteFile(filepath.Join(dir, name+".1"), text, 0o644); err != nil {
		return fmt.Errorf("write the manual page of %s: %w", name, err)
	}
	return nil
}
