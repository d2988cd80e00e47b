package flow

import (
	"strings"

	"github.com/vippslint/vippslint/internal/code"
	"golang.org/x/tools/go/ssa"
)

// fills reports whether a call of a function without a body here writes to what
// its argument i points to, from outside the program: a decoder, a scan of a
// database row, the binding of a web framework. They are known by their names,
// since every library has its own.
func fills(common *ssa.CallCommon, i int) bool {
	name := code.CalleeName(common)
	if common.IsInvoke() {
		name = common.Method.Name()
	}
	for _, prefix := range []string{"Unmarshal", "Decode", "Scan", "Sscan", "Fscan", "Bind", "ShouldBind", "Parse", "Read"} {
		if strings.HasPrefix(name, prefix) {
			return i > 0 || common.IsInvoke() || common.Signature().Recv() == nil
		}
	}
	switch name {
	case "Get", "Select", "First", "Find", "Take", "Last": // sqlx, gorm
		return i > 0
	}
	return false
}
