package main

import (
	"cmp"
	"context"
	"fmt"
	"runtime"
	"runtime/debug"

	"github.com/spf13/cobra"
)

func (p *program) version() *cobra.Command {
	return &cobra.Command{
		Use:   "version",
		Short: "print which briefbook this is",
		Args:  noArguments,
		RunE: p.verb(func(context.Context, []string) error {
			info, ok := debug.ReadBuildInfo()
			if !ok {
				info = &debug.BuildInfo{}
			}
			_, err := fmt.Fprintf(p.Stdout, "briefbook %s %s %s/%s\n", release(info), runtime.Version(), runtime.GOOS, runtime.GOARCH)
			return err
		}),
	}
}

// release is the version of the module, which says the commit when there is no tag, or the commit alone, or
// "(devel)" when the program knows neither.
func release(info *debug.BuildInfo) string {
	version := cmp.Or(info.Main.Version, "(devel)")
	revision := setting(info, "vcs.revision")
	if version != "(devel)" || revision == "" {
		return version
	}
	if setting(info, "vcs.modified") == "true" {
		revision += "+dirty"
	}
	return revision
}

func setting(info *debug.BuildInfo, key string) string {
	for _, s := range info.Settings {
		if s.Key == key {
			return s.Value
		}
	}
	return ""
}
