package code

import "go/types"

// IsNamed reports whether t, or what it points to, is the type name that the
// package with the path pkg declares.
func IsNamed(t types.Type, pkg, name string) bool {
	named, ok := types.Unalias(Deref(t)).(*types.Named)
	return ok && named.Obj().Name() == name && named.Obj().Pkg() != nil && named.Obj().Pkg().Path() == pkg
}

// IsHTTP reports whether t, or what it points to, is the type name of net/http.
func IsHTTP(t types.Type, name string) bool { return IsNamed(t, "net/http", name) }

// Deref is what t points to, a type that is declared as a pointer among them, or
// t where it is no pointer. What that is in turn is not dereferenced.
func Deref(t types.Type) types.Type {
	if t == nil {
		return nil
	}
	if p, ok := types.Unalias(t).Underlying().(*types.Pointer); ok {
		return p.Elem()
	}
	return t
}

// IsPointer reports whether t is written as a pointer: a declared type is none.
func IsPointer(t types.Type) bool {
	_, ok := types.Unalias(t).(*types.Pointer)
	return ok
}

// IsStruct reports whether t is a struct or points to one.
func IsStruct(t types.Type) bool {
	_, ok := Deref(t).Underlying().(*types.Struct)
	return ok
}

// IsTypeParam reports whether t is a type parameter.
func IsTypeParam(t types.Type) bool {
	_, ok := types.Unalias(t).(*types.TypeParam)
	return ok
}

// IsText reports whether values of type t hold a text: a string of any type or a
// pointer to one, or a *url.URL, which is one that was parsed.
func IsText(t types.Type) bool {
	if t == nil {
		return false
	}
	b, ok := Deref(t).Underlying().(*types.Basic)
	return ok && b.Info()&types.IsString != 0 || IsNamed(t, "net/url", "URL")
}

// FieldName is the name of field i of a struct or of what t points to.
func FieldName(t types.Type, i int) string {
	return Deref(t).Underlying().(*types.Struct).Field(i).Name()
}

var (
	errorType      = types.Universe.Lookup("error").Type()
	errorInterface = errorType.Underlying().(*types.Interface)
)

// IsError reports whether values of type t are errors: the interface, or a type
// of the merchant's own that implements it. Several results are none.
func IsError(t types.Type) bool {
	if _, ok := t.(*types.Tuple); ok || t == nil {
		return false
	}
	return types.Implements(t, errorInterface)
}

// IsErrorInterface reports whether t is the interface error and no other type.
func IsErrorInterface(t types.Type) bool { return t != nil && types.Identical(t, errorType) }
