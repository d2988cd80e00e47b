package vippsapi

import (
	"strings"
	"sync"
)

// Hole stands in a text for a part whose value is not known: any text, of any
// length, slashes included.
const Hole = "\x00"

// Strength says how far a piece of evidence goes.
type Strength int

// The strengths of evidence.
const (
	None   Strength = iota
	Weak            // counts only together with strong evidence
	Strong          // decides by itself
)

// Operations returns the table: the operations of each family together, within
// a family by path. The slice and what it points to are shared: read only.
func Operations() []*Operation { return table().ops }

// OperationByID returns the operation with an ID, or nil.
func OperationByID(id string) *Operation { return table().byID[id] }

// Inbounds returns the bodies that Vipps sends to merchants, in the order of
// the table. The slice and what it points to are shared: read only.
func Inbounds() []*Inbound { return table().inbounds }

// InboundByID returns the inbound body with an ID, or nil.
func InboundByID(id string) *Inbound {
	for _, in := range Inbounds() {
		if in.ID == id {
			return in
		}
	}
	return nil
}

// Field returns the field of the request body at a JSON path, or nil.
func (o *Operation) Field(path string) *Field { return fieldAt(o.Fields, path) }

// CurrencyBeside returns the field of the request that tells the currency of
// the amount f, which stands in the same object, or nil where there is none.
func (o *Operation) CurrencyBeside(f *Field) *Field {
	return o.Field(f.Path[:strings.LastIndexByte(f.Path, '.')+1] + "currency")
}

// callbackFields are those that say where Vipps tells of the payment or session
// that a request starts. The callback of dynamic shipping tells of none.
var callbackFields = []string{"merchantInfo.callbackPrefix", "merchantInfo.callbackUrl"}

// CallbackField returns the field of the request that says where Vipps tells of
// the state of what it starts, or nil where there is none.
func (o *Operation) CallbackField() *Field {
	for _, path := range callbackFields {
		if f := o.Field(path); f != nil {
			return f
		}
	}
	return nil
}

// Field returns the field of the body at a JSON path, or nil.
func (in *Inbound) Field(path string) *Field { return fieldAt(in.Fields, path) }

func fieldAt(fields []Field, path string) *Field {
	for i := range fields {
		if fields[i].Path == path {
			return &fields[i]
		}
	}
	return nil
}

// ReadBackOf returns the operation by which the state of a payment, agreement
// or session of a family is best read back, or nil where there is none.
func ReadBackOf(f Family) *Operation {
	for _, r := range readBacks {
		if r.family == f {
			return OperationByID(r.id)
		}
	}
	return nil
}

type apiTable struct {
	ops       []*Operation
	byID      map[string]*Operation
	inbounds  []*Inbound
	templates []template // of ops, in the same order
}

// table joins what the specifications say with what is known beside them. It is
// made at the first question, so that a program that links it and never asks
// pays nothing.
var table = sync.OnceValue(func() *apiTable {
	t := &apiTable{byID: map[string]*Operation{}}
	add := func(list []Operation) {
		for i := range list {
			op := list[i] // a copy: the table itself stays as generated
			override(&op)
			t.ops = append(t.ops, &op)
			t.byID[op.ID] = &op
			t.templates = append(t.templates, split(op.Path))
		}
	}
	add(specOperations)
	add(extraOperations)
	for i := range specInbounds {
		in := specInbounds[i]
		overrideInbound(&in)
		t.inbounds = append(t.inbounds, &in)
	}
	for i := range extraInbounds {
		t.inbounds = append(t.inbounds, &extraInbounds[i])
	}
	return t
})
