package vippsapi

import "slices"

// A Failure is a status code with which Vipps says that it did not do what was
// asked. No operation has one of them among its codes of success.
type Failure struct {
	Code   int
	Cause  Cause
	Source string
}

// A Cause says why Vipps did not do what was asked.
type Cause int

// The causes.
const (
	Refused Cause = iota // the request is wrong or nobody may make it: always a failure
	Down                 // Vipps could not: always a failure, and the outcome is open
	State                // what is there already does not fit, or it is too early: a program may expect it
)

var failures = []Failure{
	{400, Refused, "specifications of all APIs that list errors"},
	{401, Refused, "specifications of access token, Checkout, PSP, QR and Order Management"},
	{403, State, "specifications of ePayment, Recurring and Checkout; a sales unit may lack a feature"},
	{404, State, "specifications of ePayment, Recurring, Checkout and QR: no such payment"},
	{409, State, "specifications of ePayment, Recurring and Checkout: done before, or no longer possible"},
	{422, State, "guide to errors"},
	{423, State, "guide to errors: locked, try again"},
	{429, State, "guide to errors: too many requests, slow down"},
	{500, Down, "specifications of access token, Checkout, PSP and QR"},
	{502, Down, "specification of Checkout"},
	{503, Down, "specification of PSP"},
}

// Failures returns the codes that are documented as failures, ascending. The
// slice is shared: read only.
func Failures() []Failure { return failures }

// Succeeds says whether a code is among those that mean success for an
// operation.
func (o *Operation) Succeeds(code int) bool { return slices.Contains(o.Success, code) }
