package vippsapi

import (
	"slices"
	"strings"
	"sync"
)

// A BodyMatch is an operation whose request a body can be.
type BodyMatch struct {
	Op       *Operation
	Strength Strength
	Reason   string // lower case, for people: the names that decided
}

// An InboundMatch is a body of Vipps' that a type can take.
type InboundMatch struct {
	Inbound  *Inbound
	Strength Strength
	Reason   string
}

// MatchBody returns the operations whose request a body with these names can
// be, best first. names are its JSON paths, inner nodes included ("amount",
// "amount.value", "orderLines[].name"), sorted. Names of the body's own do not
// matter, nor do optional ones that it lacks.
func MatchBody(names []string) []BodyMatch {
	var found []BodyMatch
	for i := range bodySignatures {
		s := &bodySignatures[i]
		if !s.fits(names, strings.Compare) {
			continue
		}
		for _, id := range s.ids {
			if !slices.ContainsFunc(found, func(m BodyMatch) bool { return m.Op.ID == id }) {
				found = append(found, BodyMatch{OperationByID(id), s.strength, s.reason()})
			}
		}
	}
	slices.SortStableFunc(found, func(a, b BodyMatch) int { return int(b.Strength) - int(a.Strength) })
	return found
}

// MatchInbound returns the bodies of Vipps' that a type with these JSON paths
// can take, best first. As in encoding/json, letter case does not matter.
func MatchInbound(names []string) []InboundMatch {
	folded := make([]string, len(names))
	for i, n := range names {
		folded[i] = strings.ToLower(n)
	}
	slices.Sort(folded)
	var found []InboundMatch
	for i := range inboundSignatures {
		s := &inboundSignatures[i]
		if !s.fits(folded, compareLower) {
			continue
		}
		for _, id := range s.ids {
			if !slices.ContainsFunc(found, func(m InboundMatch) bool { return m.Inbound.ID == id }) {
				found = append(found, InboundMatch{InboundByID(id), s.strength, s.reason()})
			}
		}
	}
	slices.SortStableFunc(found, func(a, b InboundMatch) int { return int(b.Strength) - int(a.Strength) })
	return found
}

// compareLower compares a name in lower case with one of a signature.
func compareLower(name, want string) int { return strings.Compare(name, strings.ToLower(want)) }

func (s *signature) fits(names []string, cmp func(name, want string) int) bool {
	has := func(want string) bool {
		_, ok := slices.BinarySearchFunc(names, want, cmp)
		return ok
	}
	for _, n := range s.all {
		if !has(n) {
			return false
		}
	}
	if slices.ContainsFunc(s.veto, has) {
		return false
	}
	some := 0
	for _, n := range s.some {
		if has(n) {
			some++
		}
	}
	return some >= s.need
}

func (s *signature) reason() string { return "the names " + strings.Join(s.all, ", ") }

// Tokens returns texts, in lower case, of which every strong evidence holds one
// in the source: the names of Vipps, beginnings of paths, headers, and one name
// of each strong signature. A path that is put together from shorter constants
// in a package that nowhere says vipps is the one thing they do not cover.
func Tokens() []string { return tokens() }

var tokens = sync.OnceValue(func() []string {
	list := []string{
		"vipps", "mobilepay", // hosts, headers, libraries, and what people call things
		strings.ToLower(merchantSerial),
		"epayment/v", "/epayment", "ecomm/v", "/ecomm/", "recurring/v", "/recurring", "checkout/v", "webhooks/v",
		"psp/v1", "psppayments", "merchant-redirect", "merchant-callback", "order-management", "accesstoken/get", "miami/v1", "access-management-1.0",
	}
	for _, sigs := range [][]signature{bodySignatures, inboundSignatures} {
		for i := range sigs {
			if sigs[i].strength == Strong {
				list = append(list, sigs[i].token)
			}
		}
	}
	slices.Sort(list)
	return slices.Compact(list)
})

// A tokenIndex finds tokens in one pass: almost no place of a file begins with
// the first two letters of one.
type tokenIndex struct {
	pairs [1 << 16 / 64]uint64 // bit a<<8|b: a token begins with the letters a, b
	first [256][]string        // tokens by their first letter
}

var index = sync.OnceValue(func() *tokenIndex {
	x := new(tokenIndex)
	for _, t := range Tokens() {
		pair := uint(t[0])<<8 | uint(t[1])
		x.pairs[pair/64] |= 1 << (pair % 64)
		x.first[t[0]] = append(x.first[t[0]], t)
	}
	return x
})

// HasToken says whether src, the text of a file, holds one of Tokens in any
// letter case.
func HasToken(src []byte) bool {
	x := index()
	if len(src) == 0 {
		return false
	}
	a := lower(src[0])
	for i := 1; i < len(src); i++ {
		b := lower(src[i])
		pair := uint(a)<<8 | uint(b)
		if x.pairs[pair/64]&(1<<(pair%64)) != 0 && x.at(src[i-1:], a) {
			return true
		}
		a = b
	}
	return false
}

func (x *tokenIndex) at(src []byte, first byte) bool {
next:
	for _, t := range x.first[first] {
		if len(t) > len(src) {
			continue
		}
		for i := range len(t) {
			if lower(src[i]) != t[i] {
				continue next
			}
		}
		return true
	}
	return false
}

func lower(b byte) byte {
	if 'A' <= b && b <= 'Z' {
		b += 'a' - 'A'
	}
	return b
}
