// Package top uses mid.
package top

import "answer/mid"

func use(ref string) {
	mid.Get(ref)                // want `GET /epayment/v1/payments/{reference} answer -1 -1 1`
	mid.Capture(ref)            // want `POST /epayment/v1/payments/{reference}/capture answer -1 -1 0`
	mid.Cancel(ref)             // want `POST /epayment/v1/payments/{reference}/cancel answer -1 0 -1`
	mid.NewClient().Refund(ref) // want `POST /epayment/v1/payments/{reference}/refund answer -1 -1 0`
}
