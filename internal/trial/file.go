package trial

import (
	"fmt"
	"go/format"
	"regexp"
	"slices"
	"strings"
)

// Packages of the standard library that File imports where they are named.
var packages = []string{
	"bytes", "context", "crypto/hmac", "crypto/rand", "crypto/sha256", "database/sql", "encoding/base64", "encoding/hex", "encoding/json",
	"errors", "flag", "fmt", "io", "log", "log/slog", "math", "math/big", "net/http", "net/http/httputil", "net/url", "os",
	"strconv", "strings", "sync", "sync/atomic", "testing", "time",
}

var packageUse = regexp.MustCompile(`\b([a-z][a-z0-9]*)\.[A-Z]`)

// The other packages of a program are far1, far2 and so on.
var farPackage = regexp.MustCompile(`\b(far\d+)\.`)

// File makes a file of declarations, with the imports that they need: packages of
// the standard library, and far1, far2 and so on of the same program. It panics
// where the declarations are no Go.
func File(pkg, decls string) string {
	used := make(map[string]bool)
	for _, m := range packageUse.FindAllStringSubmatch(decls, -1) {
		used[m[1]] = true
	}
	var list []string
	for _, path := range packages {
		if used[path[strings.LastIndex(path, "/")+1:]] {
			list = append(list, fmt.Sprintf("%q", path))
		}
	}
	for _, m := range farPackage.FindAllStringSubmatch(decls, -1) {
		list = append(list, fmt.Sprintf("%q", "@/"+m[1]))
	}
	slices.Sort(list)
	text := "package " + pkg + "\n\nimport (\n" + strings.Join(slices.Compact(list), "\n") + "\n)\n\n" + decls
	formatted, err := format.Source([]byte(text))
	if err != nil {
		panic(fmt.Sprintf("%v in\n%s", err, text))
	}
	return string(formatted)
}
