package vippsresponse

import (
	"go/ast"
	"go/token"
	"go/types"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/vippslint/vippslint/internal/code"
	"github.com/vippslint/vippslint/internal/evidence"
)

// fixes gives the one right answer to a mistake at a call, where there is one.
func fixes(pass *analysis.Pass, c *evidence.Call, v verdict, all []verdict) []analysis.SuggestedFix {
	switch v.category {
	case errorDropped:
		return errorFix(pass, callAt(pass, c.Instr))
	case statusUnchecked:
		// Where the error is dropped too, there may be no response to look at.
		if c.Inside == nil && c.Response >= 0 && len(all) == 1 {
			return statusFix(pass, callAt(pass, c.Instr), c)
		}
	}
	return nil
}

// errorFix returns the error of a call that drops it, in a function that
// returns an error.
func errorFix(pass *analysis.Pass, call *ast.CallExpr) []analysis.SuggestedFix {
	s, ok := siteOf(pass, call)
	if !ok {
		return nil
	}
	var edits []analysis.TextEdit
	switch stmt := s.stmt.(type) {
	case *ast.ExprStmt:
		edits = s.tested(stmt.X.Pos(), stmt.X.Pos())
	case *ast.AssignStmt:
		if allBlank(stmt.Lhs) {
			edits = s.tested(stmt.Pos(), stmt.Rhs[0].Pos())
		} else {
			edits = s.named(stmt)
		}
	}
	if edits == nil {
		return nil
	}
	return []analysis.SuggestedFix{{Message: "return the error", TextEdits: edits}}
}

// tested makes the call the first part of an if statement, in place of what
// stands between pos and end.
func (s *site) tested(pos, end token.Pos) []analysis.TextEdit {
	results := s.pass.TypesInfo.TypeOf(s.call)
	names := []string{"err"}
	if tuple, ok := results.(*types.Tuple); ok {
		i := onlyError(tuple)
		if i < 0 {
			return nil
		}
		names = nil
		for range tuple.Len() {
			names = append(names, "_")
		}
		names[i] = "err"
	} else if !code.IsErrorInterface(results) {
		return nil
	}
	failure := s.failure("err")
	if failure == "" || s.builtin("nil") == "" || startsWithLiteral(s.call) {
		return nil
	}
	head := "; err != nil {"
	tail := "\n" + s.indent() + "\t" + failure + "\n" + s.indent() + "}"
	edits := []analysis.TextEdit{{Pos: pos, End: end, NewText: []byte("if " + strings.Join(names, ", ") + " := ")}}
	if behind := s.behind(s.index); behind != s.stmt.End() {
		return append(edits, insert(s.stmt.End(), head), insert(behind, tail))
	}
	return append(edits, insert(s.stmt.End(), head+tail))
}

// named gives the error of an assignment a name in place of the blank, and
// returns it.
func (s *site) named(stmt *ast.AssignStmt) []analysis.TextEdit {
	tuple, ok := s.pass.TypesInfo.TypeOf(s.call).(*types.Tuple)
	if !ok || tuple.Len() != len(stmt.Lhs) {
		return nil
	}
	i := onlyError(tuple)
	if i < 0 || !isBlank(stmt.Lhs[i]) || s.builtin("nil") == "" {
		return nil
	}
	name, declared := s.errorName(stmt.Tok == token.DEFINE)
	if name == "" {
		return nil
	}
	failure := s.failure(name)
	if failure == "" {
		return nil
	}
	indent := s.indent()
	var edits []analysis.TextEdit
	if !declared {
		// Two fixes of one function that are applied at once must not declare
		// the same variable.
		if s.builtin("error") == "" || s.dropsMore() {
			return nil
		}
		edits = append(edits, insert(stmt.Pos(), "var "+name+" error\n"+indent))
	}
	check := "\n" + indent + "if " + name + " != nil {\n" + indent + "\t" + failure + "\n" + indent + "}"
	return append(edits,
		analysis.TextEdit{Pos: stmt.Lhs[i].Pos(), End: stmt.Lhs[i].End(), NewText: []byte(name)},
		insert(s.behind(s.index), check))
}

// dropsMore says whether another assignment of the function drops an error.
func (s *site) dropsMore() bool {
	found := false
	ast.Inspect(body(s.fn), func(n ast.Node) bool {
		stmt, ok := n.(*ast.AssignStmt)
		if !ok || stmt == s.stmt || len(stmt.Rhs) != 1 {
			return !found
		}
		if tuple, ok := s.pass.TypesInfo.TypeOf(stmt.Rhs[0]).(*types.Tuple); ok {
			i := onlyError(tuple)
			found = found || i >= 0 && i < len(stmt.Lhs) && isBlank(stmt.Lhs[i])
		}
		return !found
	})
	return found
}

// Names for the error of an assignment, in the order in which they are tried.
var errorNames = []string{"err", "vippsErr"}

// errorName finds a name for the error of an assignment. declared says that the
// assignment declares it, or that a variable of that name can be assigned to.
func (s *site) errorName(define bool) (name string, declared bool) {
	for _, name := range errorNames {
		here := s.scope().Lookup(name)
		outer := s.lookup(name)
		switch {
		case here == nil && outer != nil && !define && s.assignable(outer):
			return name, true
		case here == nil && (outer == nil || !s.usedBehind(outer)):
			return name, define
		case here == nil:
		case here.Pos() < s.stmt.Pos():
			if s.assignable(here) {
				return name, true
			}
		case define && s.redeclarable(here) && (outer == nil || !s.usedBehind(outer)):
			return name, true
		}
	}
	return "", false
}

// assignable says whether obj is an error variable of the function that nobody
// waits for: what is in it is not read before it is assigned to again.
func (s *site) assignable(obj types.Object) bool {
	v, ok := obj.(*types.Var)
	if !ok || !code.IsErrorInterface(v.Type()) || v.Pos() < s.fn.Pos() || s.fn.End() <= v.Pos() {
		return false
	}
	next := s.firstUse(v)
	return next == nil || s.assigns(next)
}

// firstUse is the first place behind the statement that names obj.
func (s *site) firstUse(obj types.Object) *ast.Ident {
	var first *ast.Ident
	ast.Inspect(body(s.fn), func(n ast.Node) bool {
		id, ok := n.(*ast.Ident)
		if ok && id.Pos() > s.stmt.End() && s.pass.TypesInfo.Uses[id] == obj && (first == nil || id.Pos() < first.Pos()) {
			first = id
		}
		return true
	})
	if first == nil {
		return nil
	}
	return first
}

// usedBehind says whether obj is named behind the statement in its scope, where
// another variable of its name would hide it.
func (s *site) usedBehind(obj types.Object) bool {
	first := s.firstUse(obj)
	return first != nil && first.Pos() < s.scope().End()
}

// assigns says whether a name stands on the left of an assignment that does not
// read it.
func (s *site) assigns(id *ast.Ident) bool {
	found := false
	ast.Inspect(body(s.fn), func(n ast.Node) bool {
		stmt, ok := n.(*ast.AssignStmt)
		if !ok || stmt.Tok != token.ASSIGN && stmt.Tok != token.DEFINE {
			return true
		}
		for _, e := range stmt.Lhs {
			found = found || e == ast.Expr(id)
		}
		for _, e := range stmt.Rhs {
			ast.Inspect(e, func(n ast.Node) bool {
				if other, ok := n.(*ast.Ident); ok && other.Name == id.Name && found && stmt.Pos() <= id.Pos() && id.Pos() < stmt.End() {
					found = false
				}
				return true
			})
		}
		return true
	})
	return found
}

// redeclarable says whether a variable that is declared behind the statement is
// declared by an assignment that declares another as well, so that it may be
// there already.
func (s *site) redeclarable(obj types.Object) bool {
	if !code.IsErrorInterface(obj.Type()) {
		return false
	}
	found := false
	for _, other := range s.list[s.index+1:] {
		stmt, ok := other.(*ast.AssignStmt)
		if !ok || stmt.Tok != token.DEFINE || obj.Pos() < stmt.Pos() || stmt.End() <= obj.Pos() {
			continue
		}
		for _, e := range stmt.Lhs {
			if id, ok := e.(*ast.Ident); ok && id.Name != "_" && s.pass.TypesInfo.Defs[id] != nil && s.pass.TypesInfo.Defs[id] != obj {
				found = true
			}
		}
	}
	return found
}

// startsWithLiteral says whether a call begins with a composite literal, whose
// brace would be taken for that of the if statement.
func startsWithLiteral(call *ast.CallExpr) bool {
	var e ast.Expr = call
	for {
		switch x := e.(type) {
		case *ast.CallExpr:
			e = x.Fun
		case *ast.SelectorExpr:
			e = x.X
		case *ast.IndexExpr:
			e = x.X
		case *ast.IndexListExpr:
			e = x.X
		case *ast.SliceExpr:
			e = x.X
		case *ast.TypeAssertExpr:
			e = x.X
		case *ast.CompositeLit, *ast.FuncLit:
			return true
		default:
			return false
		}
	}
}

func allBlank(list []ast.Expr) bool {
	for _, e := range list {
		if !isBlank(e) {
			return false
		}
	}
	return true
}

func isBlank(e ast.Expr) bool {
	id, ok := e.(*ast.Ident)
	return ok && id.Name == "_"
}

func insert(pos token.Pos, text string) analysis.TextEdit {
	return analysis.TextEdit{Pos: pos, End: pos, NewText: []byte(text)}
}
