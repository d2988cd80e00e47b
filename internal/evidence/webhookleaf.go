package evidence

import (
	"go/types"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/vippslint/vippslint/internal/code"
	"github.com/vippslint/vippslint/internal/flow"
)

// A leafKind says what a text in the check of a request is made from.
type leafKind int

const (
	leafOther   leafKind = iota
	leafConst            // a constant
	leafHeader           // a header of the request, name
	leafMAC              // an HMAC
	leafHash             // a SHA-256
	leafHost             // the host that was called
	leafURI              // path and query
	leafQuery            // the query alone
	leafMethod           // the method
	leafEncoded          // the JSON of a Go value
)

// A ingredient is one thing that a text is made from, and how it was written since:
// "hex", "base64", "unhex", "unbase64".
type ingredient struct {
	kind leafKind
	name string
	call *ssa.Call // behind it, where there is one
	via  []string
}

func (l ingredient) was(how string) bool { return slices.Contains(l.via, how) }

// leaves traces v to what it is made from, through texts of texts and through
// the calls of the function in the package.
func (h *webhooks) leaves(v flow.Val) []ingredient {
	left := maxLeaves
	return h.leavesOf(v, nil, &left)
}

// maxLeaves bounds one trace.
const maxLeaves = 100

func (h *webhooks) leavesOf(v flow.Val, via []string, left *int) []ingredient {
	if *left--; *left < 0 {
		return []ingredient{{}}
	}
	origins := h.e.flow.Origins(v)
	if len(origins) == 0 {
		return []ingredient{{}}
	}
	var found []ingredient
	for _, o := range origins {
		found = append(found, h.leavesAt(o, via, left)...)
	}
	return found
}

func (h *webhooks) leavesAt(o flow.Origin, via []string, left *int) []ingredient {
	if names := fieldNames(o.Val); len(names) > 0 && code.IsHTTP(o.Val.V.Type(), "Request") {
		return []ingredient{requestLeaf(names, via)}
	}
	if name, ok := headerEntry(o.Val); ok {
		return []ingredient{{kind: leafHeader, name: name, via: via}}
	}
	switch x := o.Val.V.(type) {
	case *ssa.Const:
		text, _ := code.ConstText(x)
		return []ingredient{{kind: leafConst, name: text, via: via}}
	case *ssa.Call:
		return h.callLeaves(o, x, via, left)
	case *ssa.Convert:
		return h.leavesOf(o.Val.With(x.X), via, left)
	case *ssa.Slice:
		return h.leavesOf(o.Val.With(x.X), via, left)
	case *ssa.BinOp:
		return append(h.leavesOf(o.Val.With(x.X), via, left), h.leavesOf(o.Val.With(x.Y), via, left)...)
	case *ssa.Alloc:
		var found []ingredient
		for _, ref := range *x.Referrers() {
			if s, ok := ref.(*ssa.Store); ok && s.Addr == ssa.Value(x) {
				found = append(found, h.leavesOf(o.Val.With(s.Val), via, left)...)
			}
		}
		if len(found) > 0 {
			return found
		}
	case *ssa.Parameter:
		return h.paramLeaves(o.Val, x, via, left)
	}
	return []ingredient{{via: via}}
}

// paramLeaves are the leaves of what the callers in the package hand in.
func (h *webhooks) paramLeaves(v flow.Val, p *ssa.Parameter, via []string, left *int) []ingredient {
	i := v.Param(p.Parent())
	var found []ingredient
	for _, call := range h.e.flow.Callers(p.Parent()) {
		if arg, ok := code.Argument(call, i); ok && i >= 0 && !h.e.syntax.InTest(call.Pos()) {
			found = append(found, h.leavesOf(flow.At(arg, v.Path...).Before(call), via, left)...)
		}
	}
	if len(found) == 0 {
		return []ingredient{{via: via}}
	}
	return found
}

func (h *webhooks) callLeaves(o flow.Origin, call *ssa.Call, via []string, left *int) []ingredient {
	f := code.Callee(call)
	if name, known, ok := headerRead(call); ok && known {
		return []ingredient{{kind: leafHeader, name: name, call: call, via: via}}
	}
	args := call.Call.Args
	into := func(how string, args ...ssa.Value) []ingredient {
		if how != "" {
			via = append(via[:len(via):len(via)], how)
		}
		var found []ingredient
		for _, arg := range args {
			found = append(found, h.leavesOf(o.Val.With(arg).Before(call), via, left)...)
		}
		return found
	}
	switch {
	case f == nil || f.Pkg() == nil:
		return []ingredient{{via: via}}
	case code.IsFunc(f, "net/url", "URL", "RequestURI"):
		return []ingredient{{kind: leafURI, via: via}}
	case code.IsFunc(f, "crypto/sha256", "", "Sum256"):
		return []ingredient{{kind: leafHash, call: call, via: via}}
	case code.IsFunc(f, "encoding/json", "", "Marshal"):
		return []ingredient{{kind: leafEncoded, call: call, via: via}}
	case f.Name() == "Sum" && f.Pkg().Path() == "hash":
		return h.sumLeaves(o, call, via)
	case code.IsFunc(f, "encoding/hex", "", "EncodeToString"):
		return into("hex", args[0])
	case code.IsFunc(f, "encoding/hex", "", "DecodeString"):
		return into("unhex", args[0])
	case code.IsFunc(f, "encoding/base64", "Encoding", "EncodeToString"):
		return into("base64", args[1])
	case code.IsFunc(f, "encoding/base64", "Encoding", "DecodeString"):
		return into("unbase64", args[1])
	case code.IsFunc(f, "fmt", "", "Sprintf", "Sprint"):
		if slice, ok := args[len(args)-1].(*ssa.Slice); ok {
			if array, ok := slice.X.(*ssa.Alloc); ok {
				return into("", elements(array)...)
			}
		}
	case isStringFunc(f) && len(args) > 0 && f.Name() != "Join":
		return into("", args[0])
	}
	return []ingredient{{via: via}}
}

// sumLeaves tells an HMAC from a hash.
func (h *webhooks) sumLeaves(o flow.Origin, call *ssa.Call, via []string) []ingredient {
	for _, from := range h.e.flow.Origins(o.Val.With(call.Call.Value).Before(call)) {
		maker, ok := from.Val.V.(*ssa.Call)
		switch {
		case ok && code.IsFunc(code.Callee(maker), "crypto/hmac", "", "New"):
			return []ingredient{{kind: leafMAC, call: maker, via: via}}
		case ok && code.IsFunc(code.Callee(maker), "crypto/sha256", "", "New"):
			return []ingredient{{kind: leafHash, call: maker, via: via}}
		}
	}
	return []ingredient{{via: via}}
}

// requestLeaf is the part of a request with these field names.
func requestLeaf(names, via []string) ingredient {
	kinds := map[string]leafKind{"Host": leafHost, "RequestURI": leafURI, "Method": leafMethod, "URL.Path": leafURI, "URL.RawPath": leafURI, "URL.RawQuery": leafQuery}
	return ingredient{kind: kinds[strings.Join(names, ".")], via: via}
}

// headerEntry is the name of the header that v is, looked up in the map of
// headers of a request.
func headerEntry(v flow.Val) (name string, ok bool) {
	if !code.IsHTTP(v.V.Type(), "Request") && !isLambdaEvent(v.V.Type()) || len(v.Path) < 2 {
		return "", false
	}
	field := fieldNames(flow.At(v.V, v.Path[0]))
	if len(field) != 1 || !strings.HasSuffix(field[0], "Header") && !strings.HasSuffix(field[0], "Headers") {
		return "", false
	}
	name, err := strconv.Unquote(strings.TrimSuffix(strings.TrimPrefix(v.Path[1], "["), "]"))
	return name, err == nil
}

// fieldNames are the names of the fields on the path of v, nil where it is not
// one of fields.
func fieldNames(v flow.Val) []string {
	var names []string
	t := v.V.Type()
	for _, step := range v.Path {
		st, ok := code.Deref(t).Underlying().(*types.Struct)
		i, err := strconv.Atoi(strings.TrimPrefix(step, "."))
		if !ok || err != nil || i >= st.NumFields() {
			return nil
		}
		names = append(names, st.Field(i).Name())
		t = st.Field(i).Type()
	}
	return names
}
