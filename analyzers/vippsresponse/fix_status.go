package vippsresponse

import (
	"fmt"
	"go/ast"
	"go/types"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/vippslint/vippslint/internal/evidence"
	"github.com/vippslint/vippslint/internal/imports"
)

// statusFix adds the check of a status behind that of the error, with the codes
// that mean success for the operation.
func statusFix(pass *analysis.Pass, call *ast.CallExpr, c *evidence.Call) []analysis.SuggestedFix {
	list := successes(c)
	s, ok := siteOf(pass, call)
	if !ok || list == nil {
		return nil
	}
	resp := s.response(c.Response)
	if resp == nil {
		return nil
	}
	after, ok := s.errorChecked()
	if !ok {
		return nil
	}
	if after+1 < len(s.list) && closesBody(pass, s.list[after+1], resp) {
		after++
	}
	pos := s.behind(after)
	printf, edits, ok := imports.Name(pass, pos, "fmt")
	if !ok {
		return nil
	}
	failure := s.failure(printf + `.Errorf("answer of Vipps: %s", ` + resp.Name() + ".Status)")
	if failure == "" {
		return nil
	}
	var conds []string
	for _, code := range list {
		conds = append(conds, resp.Name()+".StatusCode != "+s.codeName(code))
	}
	indent := s.indent()
	check := "\n" + indent + "if " + strings.Join(conds, " && ") + " {\n" + indent + "\t" + failure + "\n" + indent + "}"
	return []analysis.SuggestedFix{{
		Message:   "check the status: " + success(meant(c.Ops)),
		TextEdits: append(slices.Clone(edits), insert(pos, check)),
	}}
}

// successes lists the codes that mean success, nil where the operations that
// the call may be differ in them or none is known.
func successes(c *evidence.Call) []int {
	ops := meant(c.Ops)
	if len(ops) == 0 {
		return nil
	}
	for _, op := range ops {
		if !slices.Equal(op.Success, ops[0].Success) {
			return nil
		}
	}
	return ops[0].Success
}

// response gives the variable that result i of the call is assigned to, where
// it is a *http.Response.
func (s *site) response(i int) *types.Var {
	stmt, ok := s.stmt.(*ast.AssignStmt)
	if !ok || i >= len(stmt.Lhs) {
		return nil
	}
	id, ok := stmt.Lhs[i].(*ast.Ident)
	if !ok || isBlank(id) {
		return nil
	}
	v, _ := s.pass.TypesInfo.ObjectOf(id).(*types.Var)
	if v == nil || v.Type().String() != "*net/http.Response" {
		return nil
	}
	return v
}

// errorChecked gives the index of the statement behind the call that leaves the
// function where the error is not nil; the response is there behind it.
func (s *site) errorChecked() (int, bool) {
	i := s.index + 1
	if i >= len(s.list) {
		return 0, false
	}
	branch, ok := s.list[i].(*ast.IfStmt)
	if !ok || branch.Init != nil || branch.Else != nil || len(branch.Body.List) == 0 {
		return 0, false
	}
	if _, leaves := branch.Body.List[len(branch.Body.List)-1].(*ast.ReturnStmt); !leaves {
		return 0, false
	}
	return i, onErrorWay(s.pass, branch, branch.Body)
}

// closesBody says whether a statement defers the closing of a response's body.
func closesBody(pass *analysis.Pass, stmt ast.Stmt, resp *types.Var) bool {
	d, ok := stmt.(*ast.DeferStmt)
	if !ok {
		return false
	}
	closes := false
	ast.Inspect(d.Call, func(n ast.Node) bool {
		if id, ok := n.(*ast.Ident); ok && pass.TypesInfo.Uses[id] == resp {
			closes = true
		}
		return true
	})
	return closes
}

// Names of the codes of success in net/http.
var codeNames = map[int]string{
	200: "StatusOK",
	201: "StatusCreated",
	202: "StatusAccepted",
	204: "StatusNoContent",
	302: "StatusFound",
}

// codeName writes a code by its name where net/http is imported.
func (s *site) codeName(code int) string {
	http, edits, ok := imports.Name(s.pass, s.stmt.Pos(), "net/http")
	if name := codeNames[code]; ok && len(edits) == 0 && name != "" {
		return fmt.Sprintf("%s.%s", http, name)
	}
	return strconv.Itoa(code)
}
