// Package uuid stands for the library of that name.
package uuid

type UUID [16]byte

func New() UUID                         { return UUID{} }
func NewString() string                 { return "" }
func NewRandom() (UUID, error)          { return UUID{}, nil }
func Must(u UUID, err error) UUID       { return u }
func NewSHA1(space UUID, b []byte) UUID { return space }
func (u UUID) String() string           { return "" }
