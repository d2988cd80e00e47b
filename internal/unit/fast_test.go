package unit

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/vippslint/vippslint/internal/relevant"
)

// A unit that is answered without being parsed may hold a file that is not Go.
func TestUnitsOfOthersAreNotParsed(t *testing.T) {
	const notGo = "this is no Go"
	const cached = "mod/example.com/other@v1.2.3/p"
	for _, test := range []struct {
		name    string
		dir     string
		text    string
		change  func(unit map[string]any)
		skipped bool
	}{
		{"facts only, in the module cache", cached, notGo, nil, true},
		{"findings asked for", cached, notGo, func(u map[string]any) { u["VetxOnly"] = false }, false},
		{"no export data", cached, notGo, func(u map[string]any) { delete(u, "PackageFile") }, false},
		{"with a token", cached, notGo + " api.vipps.no", nil, false},
		{"replaced by a local folder", "other/p", notGo, func(u map[string]any) { u["ModuleVersion"] = "v0.0.0" }, false},
		{"main module", "shop/p", notGo, func(u map[string]any) { u["ModuleVersion"] = "" }, false},
		{"vendored", "shop/vendor/example.com/other/p", notGo, nil, true},
		{"made by cgo", "build/b001", notGo, func(u map[string]any) { u["Dir"] = "/home/kari/go/pkg/" + cached }, true},
		{"no folder given", cached, notGo, func(u map[string]any) { delete(u, "Dir") }, true},
		{"own folder called vendor", "shop/vendor/p", notGo, func(u map[string]any) { u["ModuleVersion"] = "" }, false},
	} {
		t.Run(test.name, func(t *testing.T) {
			file := filepath.Join(test.dir, "p.go")
			dir := write(t, map[string]string{file: test.text})
			facts := filepath.Join(dir, "facts")
			unit := map[string]any{
				"ID": "example.com/other/p", "ImportPath": "example.com/other/p", "Compiler": "gc",
				"Dir": filepath.Join(dir, test.dir), "GoFiles": []string{filepath.Join(dir, file)},
				"ModulePath": "example.com/other", "ModuleVersion": "v1.2.3",
				"ImportMap": map[string]string{}, "PackageFile": map[string]string{},
				"VetxOnly": true, "VetxOutput": facts,
			}
			if test.change != nil {
				test.change(unit)
			}
			data, err := json.Marshal(unit)
			if err != nil {
				t.Fatal(err)
			}
			cfg := filepath.Join(dir, "unit.cfg")
			if err := os.WriteFile(cfg, data, 0o644); err != nil {
				t.Fatal(err)
			}
			got := tool(t, cfg)
			if test.skipped {
				info, err := os.Stat(facts)
				if got.code != 0 || err != nil || info.Size() != 0 {
					t.Errorf("exit %d, facts %v %v, want 0 and an empty file\n%s", got.code, info, err, got.err)
				}
			} else if got.code == 0 || !strings.Contains(got.err, "p.go:1:1") {
				t.Errorf("exit %d, want the file to be parsed:\n%s", got.code, got.err)
			}
		})
	}
}

// What only tests import gives nobody facts, and what neither holds a token nor
// imports what does has no findings.
func TestUnitsOfTestsAreNotParsed(t *testing.T) {
	const notGo = "this is no Go"
	for _, test := range []struct {
		name    string
		file    string
		text    string
		facts   string // of what it imports
		only    bool   // asked for facts only
		skipped bool
	}{
		{"tests of a helper", "p_test.go", notGo, "*evidence.World", false, true},
		{"no tests", "p.go", notGo, "*evidence.World", false, false},
		{"with a token", "p_test.go", notGo + " api.vipps.no", "*evidence.World", false, false},
		{"above a related package", "p_test.go", notGo, "*evidence.World *relevant.Below", false, false},
		{"made for the tests of another", "p.go", notGo + " api.vipps.no", "*relevant.Variant *relevant.Below", true, true},
		{"asked for findings above a package with tests", "p.go", notGo, "*relevant.Variant", false, false},
		{"asked for facts above packages without", "p.go", notGo, "*relevant.Below", true, false},
	} {
		t.Run(test.name, func(t *testing.T) {
			dir := write(t, map[string]string{test.file: test.text, "below": test.facts})
			facts := filepath.Join(dir, "facts")
			data, err := json.Marshal(map[string]any{
				"ID": "example.com/shop/p", "ImportPath": "example.com/shop/p", "Compiler": "gc",
				"Dir": dir, "GoFiles": []string{filepath.Join(dir, test.file)}, "ModulePath": "example.com/shop",
				"ImportMap": map[string]string{}, "PackageFile": map[string]string{},
				"PackageVetx": map[string]string{"example.com/shop/q": filepath.Join(dir, "below")},
				"VetxOnly":    test.only, "VetxOutput": facts,
			})
			if err != nil {
				t.Fatal(err)
			}
			cfg := filepath.Join(dir, "unit.cfg")
			if err := os.WriteFile(cfg, data, 0o644); err != nil {
				t.Fatal(err)
			}
			got := tool(t, cfg)
			if (got.code == 0) != test.skipped {
				t.Errorf("exit %d, want it skipped: %t\n%s", got.code, test.skipped, got.err)
			}
			if out, _ := os.ReadFile(facts); test.skipped && !relevant.FactsTellVariant(out) {
				t.Errorf("its facts %q do not say that it is made for tests", out)
			}
		})
	}
}
