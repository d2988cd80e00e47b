package vippsamount_test

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/vippslint/vippslint/internal/trial"
)

// otherAmounts are the roundings that give something else than the price in øre
// on purpose.
var otherAmounts = map[string]bool{
	"with VAT": true, "rounded, then a share": true, "Round to kroner": true, "Floor to kroner": true, "Ceil to kroner": true,
	"Round to tens of øre": true, "sum of rounded": true, "difference of rounded": true, "multiple of rounded": true,
	"Round and integer arithmetic": true, "money type of the shop's own": true,
}

// TestRoundingsAreWhatTheyAreTakenFor runs the roundings of the grammar over every
// price from 0.00 to 2,000.00 kr. Those that are taken for right give every øre,
// and those that are taken for cut lose one somewhere.
func TestRoundingsAreWhatTheyAreTakenFor(t *testing.T) {
	d := &draft{files: make(map[string]string)}
	var calls, text strings.Builder
	want := make(map[string]state)
	for _, r := range roundings {
		if otherAmounts[r.name] || r.state == loose || r.state == whole {
			continue
		}
		want[r.name] = r.state
		d.expr, d.body = "price", ""
		d.setType("float64", "")
		d.round(r)
		fmt.Fprintf(&calls, "try(%q, round%d)\n", r.name, d.n)
		fmt.Fprintf(&text, "func round%d(price float64, ore *int64) error {\n%s\n*ore = int64(%s)\nreturn nil\n}\n\n", d.n, d.body, d.expr)
	}
	d.files["main.go"] = trial.File("main", `func main() {
		log.SetOutput(new(strings.Builder))
	`+calls.String()+`}

	func try(name string, round func(float64, *int64) error) {
		wrong := 0
		for ore := int64(0); ore <= 200000; ore++ {
			var got int64
			if err := round(float64(ore)/100, &got); err != nil || got != ore {
				wrong++
			}
		}
		fmt.Printf("%s: %d\n", name, wrong)
	}

	`+d.decls+text.String())
	dir := t.TempDir()
	d.files["go.mod"] = "module truth.example\n\ngo 1.25\n"
	for name, text := range d.files {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(strings.ReplaceAll(text, `"@/`, `"truth.example/`)), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	cmd := exec.Command("go", "run", ".")
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), "GOFLAGS=", "GOWORK=off")
	out, err := cmd.CombinedOutput()
	if err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	for line := range strings.Lines(string(out)) {
		name, count, _ := strings.Cut(strings.TrimSpace(line), ": ")
		if taken, ok := want[name]; !ok || (taken == exact) != (count == "0") {
			t.Errorf("%q is wrong for %s prices", name, count)
		}
		delete(want, name)
	}
	if len(want) > 0 {
		t.Errorf("not tried: %v", want)
	}
}
