// Package shop uses the client.
package shop

import (
	"errors"

	"crosspkg/pay"
)

func Orders(c *pay.Client, id string) error {
	return errors.Join(
		c.Pay(pay.Payment{Currency: "NOK", Reference: "order-0001", Flow: "QR"}, 34900),
		c.Pay(pay.Payment{Currency: "kr", Reference: "order-0001", Flow: "QR"}, 34900), // want `amount.currency is "kr"`
		c.Pay(pay.Payment{Currency: "NOK", Reference: "order_" + id}, 34900),           // want `reference is "order_…"`
		c.Create(pay.Create{Reference: "order-0001", UserFlow: "QR"}),
		c.Create(pay.Create{Reference: "order-0001", UserFlow: "APP"}),          // want `userFlow is "APP"`
		c.Create(pay.Create{Reference: "order-0001", UserFlow: "PUSH_MESSAGE"}), // want `userFlow PUSH_MESSAGE is not possible without customer`
		c.Send(&pay.Create{Reference: "order-0001", UserFlow: "web"}),
		c.Send(&pay.Create{Reference: "order", UserFlow: "QR"}), // Send may correct this too
		c.Simple("order-0001", ""),
		c.Simple("order #1", "QR"), // want `reference is "order #1"`
	)
}
