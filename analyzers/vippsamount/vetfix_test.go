package vippsamount

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// TestVetFix has go vet -fix work on the topics with fixes as one module. Several
// findings of a file bring the same import, which it must add once.
func TestVetFix(t *testing.T) {
	if testing.Short() {
		t.Skip("builds the command and runs go vet")
	}
	dir := t.TempDir()
	tool := filepath.Join(dir, "vippslint")
	run := func(dir string, args ...string) {
		t.Helper()
		cmd := exec.Command("go", args...)
		cmd.Dir = dir
		cmd.Env = append(os.Environ(), "GOWORK=off")
		if out, err := cmd.CombinedOutput(); err != nil {
			t.Fatalf("go %s: %v\n%s", strings.Join(args, " "), err, out)
		}
	}
	run(".", "build", "-o", tool, "../../cmd/vippslint")
	module := filepath.Join(dir, "module")
	for _, topic := range fixed {
		if err := os.CopyFS(filepath.Join(module, topic), os.DirFS(filepath.Join("testdata", "src", topic))); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.WriteFile(filepath.Join(module, "go.mod"), []byte("module example.com/shop\n\ngo 1.25\n"), 0o666); err != nil {
		t.Fatal(err)
	}
	run(module, "vet", "-fix", "-vettool="+tool, "./...")
	run(module, "build", "-o", os.DevNull, "./...")
	files, err := filepath.Glob(filepath.Join(module, "*", "*.golden"))
	if err != nil || len(files) < len(fixed) {
		t.Fatalf("%d files to compare (%v)", len(files), err)
	}
	for _, golden := range files {
		want, err := os.ReadFile(golden)
		if err != nil {
			t.Fatal(err)
		}
		name := strings.TrimSuffix(golden, ".golden")
		got, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(got, want) {
			t.Errorf("%s is\n%s\nwant\n%s", filepath.Base(name), got, want)
		}
	}
}
