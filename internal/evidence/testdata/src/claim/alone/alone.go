// Package alone makes the service, and somebody else calls its method.
package alone

import (
	"claim/checkout"
	"claim/vipps"
)

// Shipper is how the method is called.
type Shipper interface{ Ship(ref string) }

// New makes one.
func New() Shipper {
	return checkout.New(&vipps.Client{}) // want `claim Payer.Capture \(POST /epayment/v1/payments/{reference}/capture\) at checkout.go:19` `claim Service.Try`
}
