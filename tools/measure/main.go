// Measure times vippslint beside the go command on one module, each command in
// turn, round after round, and prints the medians as a Markdown table.
//
//	go build -o /tmp/vippslint ./cmd/vippslint
//	cd tools && go run ./measure -vippslint /tmp/vippslint -module github.com/gohugoio/hugo@v0.152.2
//
// The module is copied out of the module cache into a temporary folder, or it is
// a folder that -dir names. It is compiled before the first round, so that cold
// means: nothing of it was vetted before, and warm: nothing changed since it was.
package main

import (
	"flag"
	"fmt"
	"io"
	"log"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"syscall"
	"time"

	"github.com/vippslint/vippslint/tools/internal/fetch"
)

func main() {
	log.SetFlags(0)
	tool := flag.String("vippslint", "", "the `binary` to measure")
	module := flag.String("module", "github.com/gohugoio/hugo@v0.152.2", "the `module` to measure on, with its version")
	dir := flag.String("dir", "", "a `folder` that holds the module already")
	rounds := flag.Int("rounds", 5, "how often each command runs")
	flag.Parse()
	binary, err := filepath.Abs(*tool)
	if err != nil || *tool == "" {
		log.Fatal("measure: -vippslint names no binary; build one with go build ./cmd/vippslint")
	}
	temp, err := os.MkdirTemp("", "measure")
	if err != nil {
		log.Fatal(err)
	}
	defer os.RemoveAll(temp)
	if *dir == "" {
		*dir = filepath.Join(temp, "module")
		if err := fetch.Module(*module, *dir); err != nil {
			log.Fatalf("measure: %v", err)
		}
	}
	if out, err := command(*dir, "go", "build", "./...").CombinedOutput(); err != nil {
		log.Fatalf("measure: %s does not build: %s", *module, out)
	}
	command(*dir, "go", "vet", "./...").Run() // compiles what the tests need

	rows := []*row{
		{name: "`go list -deps -test -json ./...`", run: func(int) *exec.Cmd { return command(*dir, "go", "list", "-deps", "-test", "-json", "./...") }},
		{name: "`vippslint ./...`", run: func(int) *exec.Cmd { return command(*dir, binary, "./...") }},
		{name: "`vippslint -all ./...`", run: func(int) *exec.Cmd { return command(*dir, binary, "-all", "./...") }},
		{name: "`go vet ./...`, cold", run: func(i int) *exec.Cmd {
			// Another flag is another key of vet's cache.
			return command(*dir, "go", "vet", fmt.Sprintf("-printf.funcs=round%d%d", os.Getpid(), i), "./...")
		}},
		{name: "`go vet -vettool=vippslint ./...`, cold", run: func(i int) *exec.Cmd {
			return command(*dir, "go", "vet", "-vettool="+variant(binary, temp, i), "./...")
		}},
		{name: "`go vet ./...`, warm", run: func(i int) *exec.Cmd {
			return command(*dir, "go", "vet", fmt.Sprintf("-printf.funcs=round%d%d", os.Getpid(), i), "./...")
		}},
		{name: "`go vet -vettool=vippslint ./...`, warm", run: func(i int) *exec.Cmd {
			return command(*dir, "go", "vet", "-vettool="+variant(binary, temp, i), "./...")
		}},
	}
	for i := range *rounds {
		for _, r := range rows {
			r.measure(i)
		}
	}
	fmt.Printf("%s, %d rounds, medians\n\n", *module, *rounds)
	fmt.Println("| command | wall | processor | memory |")
	fmt.Println("|---|---|---|---|")
	for _, r := range rows {
		fmt.Printf("| %s | %.2f s | %.2f s | %.0f MB |\n", r.name, median(r.wall), median(r.cpu), median(r.memory))
	}
}

// A row is one command with its figures of each round.
type row struct {
	name              string
	run               func(round int) *exec.Cmd
	wall, cpu, memory []float64 // seconds, seconds, MB of the largest process
}

func (r *row) measure(round int) {
	cmd := r.run(round)
	cmd.Stdout, cmd.Stderr = io.Discard, io.Discard
	start := time.Now()
	cmd.Run() // findings are an exit status too
	r.wall = append(r.wall, time.Since(start).Seconds())
	r.cpu = append(r.cpu, (cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime()).Seconds())
	if usage, ok := cmd.ProcessState.SysUsage().(*syscall.Rusage); ok {
		r.memory = append(r.memory, float64(usage.Maxrss)/1024)
	}
}

func median(list []float64) float64 {
	slices.Sort(list)
	return list[len(list)/2]
}

func command(dir, name string, args ...string) *exec.Cmd {
	cmd := exec.Command(name, args...)
	cmd.Dir = dir
	return cmd
}

// variant is a copy of the binary that does the same and is another tool to
// go vet, whose cache goes by the hash of the executable.
func variant(binary, temp string, round int) string {
	path := filepath.Join(temp, fmt.Sprintf("vippslint%d", round))
	if _, err := os.Stat(path); err == nil {
		return path
	}
	content, err := os.ReadFile(binary)
	if err != nil {
		log.Fatal(err)
	}
	content = append(content, fmt.Sprintf("%d %d", os.Getpid(), round)...)
	if err := os.WriteFile(path, content, 0o755); err != nil {
		log.Fatal(err)
	}
	return path
}
