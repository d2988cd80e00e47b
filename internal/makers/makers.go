// Package makers knows the functions of libraries that give another value each
// time they are called: identifiers, random values and times.
package makers

import (
	"go/types"
	"slices"
	"strings"
)

// table has the libraries that make identifiers, by their paths without a
// version, and the functions of them that make another one each time; none: all
// functions that belong to no type.
var table = map[string][]string{
	"github.com/google/uuid":         {"New", "NewString", "NewRandom", "NewUUID", "NewV6", "NewV7"},
	"github.com/gofrs/uuid":          {"NewV1", "NewV4", "NewV6", "NewV7"},
	"github.com/satori/go.uuid":      {"NewV1", "NewV4"},
	"github.com/hashicorp/go-uuid":   {"GenerateUUID"},
	"github.com/rs/xid":              {"New", "NewWithTime"},
	"github.com/segmentio/ksuid":     {"New", "NewRandom"},
	"github.com/oklog/ulid":          {"Make", "MustNew", "MustNewDefault", "New"},
	"github.com/matoous/go-nanoid":   {"New", "Must", "Generate", "MustGenerate", "Nanoid", "ID"},
	"github.com/lithammer/shortuuid": {"New"},
	"github.com/teris-io/shortid":    {"Generate", "MustGenerate"},
	"crypto/rand":                    {"Text", "Int", "Prime", "Read"},
	"math/rand":                      nil,
	"time":                           {"Now"},
}

// Of reports whether pkg makes identifiers, random values or times.
func Of(pkg *types.Package) bool {
	_, ok := table[WithoutVersion(pkg.Path())]
	return ok
}

// Makes reports whether f gives another value each time it is called.
func Makes(f *types.Func) bool {
	if f == nil || f.Pkg() == nil || f.Signature().Recv() != nil {
		return false
	}
	names, ok := table[WithoutVersion(f.Pkg().Path())]
	return ok && (names == nil || slices.Contains(names, f.Name()))
}

// WithoutVersion is an import path without a version at its end.
func WithoutVersion(path string) string {
	i := strings.LastIndex(path, "/v")
	if i < 0 || i+2 == len(path) || strings.Trim(path[i+2:], "0123456789") != "" {
		return path
	}
	return path[:i]
}
