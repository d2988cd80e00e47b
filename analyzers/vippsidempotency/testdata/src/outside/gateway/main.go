// Command gateway has its client from a package that sets the key.
package main

import (
	"github.com/acme/gateway"

	"outside/vipps"
)

func main() {
	c := vipps.New(gateway.Client())
	c.Capture("order-0001", nil)
}
