package makers

import (
	"go/token"
	"go/types"
	"testing"
)

func TestMakes(t *testing.T) {
	for _, c := range []struct {
		path, name string
		want       bool
	}{
		{"github.com/google/uuid", "NewString", true},
		{"github.com/google/uuid", "NewSHA1", false}, // of a name: the same each time
		{"github.com/gofrs/uuid/v5", "NewV7", true},
		{"math/rand/v2", "IntN", true},
		{"time", "Now", true},
		{"time", "Unix", false},
		{"example.com/shop/uuid", "NewString", false},
	} {
		f := types.NewFunc(token.NoPos, types.NewPackage(c.path, "p"), c.name, types.NewSignatureType(nil, nil, nil, nil, nil, false))
		if got := Makes(f); got != c.want {
			t.Errorf("Makes(%s.%s) = %t, want %t", c.path, c.name, got, c.want)
		}
	}
	if Makes(nil) {
		t.Error("no function makes something")
	}
}

func TestWithoutVersion(t *testing.T) {
	for path, want := range map[string]string{
		"github.com/gofrs/uuid/v5": "github.com/gofrs/uuid",
		"math/rand/v2":             "math/rand",
		"example.com/vipps":        "example.com/vipps",
		"example.com/v":            "example.com/v",
	} {
		if got := WithoutVersion(path); got != want {
			t.Errorf("WithoutVersion(%s) = %s, want %s", path, got, want)
		}
	}
}
