package unitssa

import "go/types"

// endings are functions that never come back, by package path and name; a
// method is written Type.Name. Code behind a call of them is not reached.
var endings = map[string]map[string]bool{
	"os":      {"Exit": true},
	"syscall": {"Exit": true},
	"runtime": {"Goexit": true},
	"log": {
		"Fatal": true, "Fatalf": true, "Fatalln": true, "Panic": true, "Panicf": true, "Panicln": true,
		"Logger.Fatal": true, "Logger.Fatalf": true, "Logger.Fatalln": true,
		"Logger.Panic": true, "Logger.Panicf": true, "Logger.Panicln": true,
	},
	"testing": {
		"common.FailNow": true, "common.Fatal": true, "common.Fatalf": true,
		"common.Skip": true, "common.Skipf": true, "common.SkipNow": true,
		"TB.FailNow": true, "TB.Fatal": true, "TB.Fatalf": true,
		"TB.Skip": true, "TB.Skipf": true, "TB.SkipNow": true,
	},
	"go.uber.org/zap": {
		"Logger.Fatal": true, "Logger.Panic": true,
		"SugaredLogger.Fatal": true, "SugaredLogger.Fatalf": true, "SugaredLogger.Fatalw": true, "SugaredLogger.Fatalln": true,
		"SugaredLogger.Panic": true, "SugaredLogger.Panicf": true, "SugaredLogger.Panicw": true, "SugaredLogger.Panicln": true,
	},
	"github.com/sirupsen/logrus": {
		"Exit": true, "Fatal": true, "Fatalf": true, "Fatalln": true, "Panic": true, "Panicf": true, "Panicln": true,
		"Logger.Exit": true, "Logger.Fatal": true, "Logger.Fatalf": true, "Logger.Fatalln": true,
		"Logger.Panic": true, "Logger.Panicf": true, "Logger.Panicln": true,
		"Entry.Fatal": true, "Entry.Fatalf": true, "Entry.Fatalln": true,
		"Entry.Panic": true, "Entry.Panicf": true, "Entry.Panicln": true,
	},
}

// noReturn reports whether fn is known never to return.
func noReturn(fn *types.Func) bool {
	if fn == nil || fn.Pkg() == nil {
		return false
	}
	names, ok := endings[fn.Pkg().Path()]
	if !ok {
		return false
	}
	name := fn.Name()
	if recv := fn.Signature().Recv(); recv != nil {
		t := types.Unalias(recv.Type())
		if p, ok := t.(*types.Pointer); ok {
			t = types.Unalias(p.Elem())
		}
		named, ok := t.(*types.Named)
		if !ok {
			return false
		}
		name = named.Obj().Name() + "." + name
	}
	return names[name]
}
