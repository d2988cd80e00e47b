package fate

import "golang.org/x/tools/go/ssa"

// Logs reports whether a call only writes what it is given to a log, or prints
// it.
func Logs(call ssa.CallInstruction) bool { return logs(call.Common()) }
