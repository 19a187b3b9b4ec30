package main

import (
	"fmt"
	"os"
	"runtime"
	"runtime/pprof"
)

// profile begins the profiles that were asked for. stop ends and writes them.
func (p *program) profile() (stop func() error, err error) {
	var cpu *os.File
	if p.cpuProfile != "" {
		if cpu, err = os.Create(p.path(p.cpuProfile)); err != nil {
			return nil, fmt.Errorf("write the profile: %w", err)
		}
		if err := pprof.StartCPUProfile(cpu); err != nil {
			return nil, fmt.Errorf("begin the profile: %w", err)
		}
	}
	return func() error {
		if cpu != nil {
			pprof.StopCPUProfile()
			if err := cpu.Close(); err != nil {
				return fmt.Errorf("write the profile: %w", err)
			}
		}
		if p.memProfile == "" {
			return nil
		}
		f, err := os.Create(p.path(p.memProfile))
		if err != nil {
			return fmt.Errorf("write the profile: %w", err)
		}
		defer f.Close()
		runtime.GC() // so that what is still held is told from what has gone
		if err := pprof.Lookup("allocs").WriteTo(f, 0); err != nil {
			return fmt.Errorf("write the profile: %w", err)
		}
		return nil
	}, nil
}
