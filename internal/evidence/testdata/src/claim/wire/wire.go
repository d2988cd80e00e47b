// Package wire makes clients; it does not see who calls.
package wire

import (
	"claim/domain"
	"claim/vipps"
)

// Payer gives what takes money.
func Payer() domain.Payer { return &vipps.Client{Base: "https://api.vipps.no"} }
