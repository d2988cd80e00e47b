// Package mergo stands for a library that fills structs.
package mergo

func Merge(dst, src any) error { return nil }
