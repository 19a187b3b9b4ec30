package main

import (
	"testing"

	"github.com/spf13/cobra"
)

func TestManPage(t *testing.T) {
	t.Parallel()
	root := &cobra.Command{Use: "quay", Short: "look after boats"}
	sail := &cobra.Command{
		Use: "sail [flags] BOAT", Short: "take a boat out",
		Long:    "sail takes a boat out.\n\n.hidden files and \\n are read as they are.\nEnvironment:\n  QUAY  the quay\n\n'quoted' ends it.",
		Example: "  quay sail --to sea\n  .x",
		Run:     func(*cobra.Command, []string) {},
	}
	flags := sail.Flags()
	flags.SortFlags = false
	flags.StringP("to", "t", "the-sea", "sail to `PLACE`")
	flags.Bool("fast", false, "-fast-")
	flags.Int("secret", 7, "not told")
	if err := flags.MarkHidden("secret"); err != nil {
		t.Fatal(err)
	}
	root.AddCommand(sail, &cobra.Command{Use: "sink", Hidden: true, Run: func(*cobra.Command, []string) {}})
	if got, want := manPage(sail), `.TH "QUAY-SAIL" "1" "" "quay" ""
.SH NAME
quay\-sail \- take a boat out
.SH SYNOPSIS
\fBquay sail\fP [flags] BOAT
.SH DESCRIPTION
sail takes a boat out.
.PP
\&.hidden files and \en are read as they are.
Environment:
.nf
  QUAY  the quay
.fi
.PP
\&'quoted' ends it.
.SH OPTIONS
.TP
\fB\-t\fP, \fB\-\-to\fP \fIPLACE\fP
sail to PLACE (default the\-sea)
.TP
\fB\-\-fast\fP
\-fast\-
.TP
\fB\-h\fP, \fB\-\-help\fP
help for sail
.SH EXAMPLES
.nf
  quay sail \-\-to sea
  .x
.fi
.SH SEE ALSO
\fBquay\fP(1)
`; got != want {
		t.Errorf("%s", got)
	}
	if got, want := manPage(root), `.TH "QUAY" "1" "" "quay" ""
.SH NAME
quay \- look after boats
.SH SYNOPSIS
\fBquay\fP [flags]
.SH DESCRIPTION
look after boats
.SH OPTIONS
.TP
\fB\-h\fP, \fB\-\-help\fP
help for quay
.SH SEE ALSO
\fBquay\-sail\fP(1)
`; got != want {
		t.Errorf("%s", got)
	}
}
