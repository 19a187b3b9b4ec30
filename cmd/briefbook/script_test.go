package main

import (
	"context"
	"flag"
	"os"
	"strconv"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"
)

var update = flag.Bool("update", false, "write the expected outputs of the scripts anew")

// TestScripts runs the verbs as testdata/script/*.txtar say, in this process. Besides testscript's own commands
// there are
//
//	briefbook ARGS…   runs a verb in the script's folder; with "!" it must not end with status 0
//	status N          the last verb ended with status N
func TestScripts(t *testing.T) {
	t.Parallel()
	testscript.Run(t, testscript.Params{
		Dir:                 "testdata/script",
		RequireExplicitExec: true,
		RequireUniqueNames:  true,
		UpdateScripts:       *update,
		Setup: func(e *testscript.Env) error {
			e.Setenv("BRIEFBOOK_CACHE", e.WorkDir+"/.cache")
			return nil
		},
		Cmds: map[string]func(ts *testscript.TestScript, neg bool, args []string){
			"briefbook": scriptBriefbook,
			"status":    scriptStatus,
		},
	})
}

func scriptBriefbook(ts *testscript.TestScript, neg bool, args []string) {
	status := run(context.Background(), env{
		Stdin: nil, Stdout: ts.Stdout(), Stderr: ts.Stderr(),
		Getenv: ts.Getenv, Now: time.Now, Dir: ts.MkAbs("."),
	}, args)
	ts.Setenv("status", strconv.Itoa(status))
	if neg == (status == statusOK) {
		ts.Fatalf("briefbook ended with status %d", status)
	}
}

func scriptStatus(ts *testscript.TestScript, _ bool, args []string) {
	if len(args) != 1 || args[0] != ts.Getenv("status") {
		ts.Fatalf("the last verb ended with status %s, want %v", ts.Getenv("status"), args)
	}
}

// asProgram, in the environment, makes the test binary behave as briefbook itself.
const asProgram = "BRIEFBOOK_TEST_AS_PROGRAM"

func TestMain(m *testing.M) {
	if os.Getenv(asProgram) == "1" {
		main()
	}
	os.Exit(m.Run())
}
