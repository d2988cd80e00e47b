package vippsresponse

import (
	"go/ast"
	"go/token"
	"go/types"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/vippslint/vippslint/internal/code"
	"github.com/vippslint/vippslint/internal/rule"
)

// A site is the statement that a call makes up, in a function that can return
// an error from there.
type site struct {
	pass  *analysis.Pass
	call  *ast.CallExpr
	stmt  ast.Stmt // *ast.ExprStmt or *ast.AssignStmt
	list  []ast.Stmt
	index int // of stmt in list
	end   token.Pos
	fn    ast.Node // *ast.FuncDecl or *ast.FuncLit
	depth int      // blocks around stmt
}

// siteOf gives the site of a call. It is false where the call is a part of
// something larger, and where it is not plain that the function should return:
// in a loop, which may want to go on; on the way of another error, which would
// be lost; before a lock is given back; in a function whose results nobody can
// take, or without an error as its last.
func siteOf(pass *analysis.Pass, call *ast.CallExpr) (site, bool) {
	s := site{pass: pass, call: call}
	if call == nil || !s.find(rule.PathTo(pass, call.Pos(), call.End())) {
		return s, false
	}
	return s, s.returnsError() && !s.unlocks() && !hasGoto(body(s.fn))
}

// find walks from the call to the function around it.
func (s *site) find(path []ast.Node) bool {
	var below ast.Node // the node walked before
	elsewhere := false // something on the way makes a return doubtful
	for i, node := range path {
		switch node := node.(type) {
		case *ast.ExprStmt:
			if s.stmt == nil && ast.Unparen(node.X) == s.call {
				s.stmt = node
			}
		case *ast.AssignStmt:
			if s.stmt == nil && len(node.Rhs) == 1 && ast.Unparen(node.Rhs[0]) == s.call {
				s.stmt = node
			}
		case *ast.BlockStmt:
			s.enter(node.List, node.Rbrace)
			s.depth++
			elsewhere = elsewhere || s.fn == nil && i+1 < len(path) && !isFunc(path[i+1]) && returnsOther(s.pass, node.List)
		case *ast.CaseClause:
			s.enter(node.Body, node.End())
			elsewhere = elsewhere || s.fn == nil && returnsOther(s.pass, node.Body)
		case *ast.CommClause:
			s.enter(node.Body, node.End())
			elsewhere = elsewhere || s.fn == nil && returnsOther(s.pass, node.Body)
		case *ast.ForStmt, *ast.RangeStmt, *ast.LabeledStmt:
			elsewhere = elsewhere || s.fn == nil
		case *ast.IfStmt:
			elsewhere = elsewhere || s.fn == nil && onErrorWay(s.pass, node, below)
		case *ast.FuncDecl:
			if s.fn == nil {
				s.fn = node
			}
		case *ast.FuncLit:
			if s.fn == nil {
				s.fn = node
				elsewhere = elsewhere || dropsResults(node, path[i+1:])
			}
		}
		below = node
	}
	return s.stmt != nil && s.list != nil && s.fn != nil && !elsewhere
}

// enter notes the list that the statement stands in, when it is the first on
// the way out.
func (s *site) enter(list []ast.Stmt, end token.Pos) {
	if s.stmt == nil || s.list != nil {
		return
	}
	for i, stmt := range list {
		if stmt == s.stmt {
			s.list, s.index, s.end = list, i, end
		}
	}
}

func isFunc(node ast.Node) bool { return body(node) != nil }

// body is the body of a function declaration or literal.
func body(node ast.Node) *ast.BlockStmt {
	switch node := node.(type) {
	case *ast.FuncDecl:
		return node.Body
	case *ast.FuncLit:
		return node.Body
	}
	return nil
}

// dropsResults says whether a function literal is called by go or defer.
func dropsResults(lit *ast.FuncLit, around []ast.Node) bool {
	for i, node := range around {
		switch node := node.(type) {
		case *ast.ParenExpr:
			continue
		case *ast.CallExpr:
			if ast.Unparen(node.Fun) != lit || i+1 == len(around) {
				return false
			}
			switch around[i+1].(type) {
			case *ast.GoStmt, *ast.DeferStmt, *ast.ExprStmt:
				return true
			}
		}
		return false
	}
	return false
}

// onErrorWay says whether a branch is taken because of another error: behind
// "err != nil", the else of "err == nil", or a function that was asked.
func onErrorWay(pass *analysis.Pass, branch *ast.IfStmt, below ast.Node) bool {
	found := false
	ast.Inspect(branch.Cond, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.BinaryExpr:
			if code.IsErrorInterface(pass.TypesInfo.TypeOf(n.X)) || code.IsErrorInterface(pass.TypesInfo.TypeOf(n.Y)) {
				found = found || n.Op == token.NEQ && below == branch.Body || n.Op == token.EQL && below == branch.Else
			}
		case *ast.CallExpr:
			for _, arg := range n.Args {
				found = found || code.IsErrorInterface(pass.TypesInfo.TypeOf(arg))
			}
		}
		return !found
	})
	return found && below != branch.Cond && below != branch.Init
}

// returnsOther says whether a list of statements ends in the return of an error
// that may be another.
func returnsOther(pass *analysis.Pass, list []ast.Stmt) bool {
	if len(list) == 0 {
		return false
	}
	ret, ok := list[len(list)-1].(*ast.ReturnStmt)
	if !ok || len(ret.Results) == 0 {
		return false
	}
	last := ret.Results[len(ret.Results)-1]
	return !pass.TypesInfo.Types[last].IsNil() && code.IsErrorInterface(pass.TypesInfo.TypeOf(last))
}

// signature is that of the function around the site.
func (s *site) signature() (*types.Signature, *ast.FuncType) {
	switch fn := s.fn.(type) {
	case *ast.FuncDecl:
		if obj, ok := s.pass.TypesInfo.Defs[fn.Name].(*types.Func); ok {
			return obj.Signature(), fn.Type
		}
	case *ast.FuncLit:
		if sig, ok := s.pass.TypesInfo.TypeOf(fn).(*types.Signature); ok {
			return sig, fn.Type
		}
	}
	return nil, nil
}

// returnsError says whether the last result of the function is an error, and
// the only one.
func (s *site) returnsError() bool {
	sig, _ := s.signature()
	return sig != nil && onlyError(sig.Results()) == sig.Results().Len()-1 && sig.Results().Len() > 0
}

// onlyError is the index of the only error among results, -1 where there is
// none or several.
func onlyError(results *types.Tuple) int {
	index := -1
	for i := range results.Len() {
		if code.IsErrorInterface(results.At(i).Type()) {
			if index >= 0 {
				return -1
			}
			index = i
		}
	}
	return index
}

// unlocks says whether a lock is given back further down: a return before it
// would keep it.
func (s *site) unlocks() bool {
	for _, stmt := range s.list[s.index+1:] {
		e, ok := stmt.(*ast.ExprStmt)
		if !ok {
			continue
		}
		if call, ok := e.X.(*ast.CallExpr); ok {
			if sel, ok := call.Fun.(*ast.SelectorExpr); ok {
				switch sel.Sel.Name {
				case "Unlock", "RUnlock", "Done", "Release":
					return true
				}
			}
		}
	}
	return false
}

// hasGoto says whether a function jumps: a jump must not pass a declaration.
func hasGoto(body *ast.BlockStmt) bool {
	found := false
	ast.Inspect(body, func(n ast.Node) bool {
		if branch, ok := n.(*ast.BranchStmt); ok {
			found = found || branch.Tok == token.GOTO
		}
		return !found
	})
	return found
}

// indent is the white space in front of the statement, as gofmt has it.
func (s *site) indent() string { return strings.Repeat("\t", s.depth) }

// behind is where something can be added on a line of its own behind statement
// i of the list: behind the comment that ends its line.
func (s *site) behind(i int) token.Pos {
	end, limit := s.list[i].End(), s.end
	if i+1 < len(s.list) {
		limit = s.list[i+1].Pos()
	}
	file := s.pass.Fset.File(end)
	for _, f := range s.pass.Files {
		if f.FileStart > end || end >= f.FileEnd {
			continue
		}
		for _, group := range f.Comments {
			for _, c := range group.List {
				if c.Pos() >= end && c.End() <= limit && file.Line(c.Pos()) == file.Line(end) {
					end = c.End()
				}
			}
		}
	}
	return end
}
