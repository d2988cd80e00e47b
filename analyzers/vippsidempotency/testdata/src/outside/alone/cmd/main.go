// Command cmd is a program of it, which says nothing more.
package main

import (
	"net/http"

	"outside/alone"
)

func main() {
	c := &alone.Client{HTTP: http.DefaultClient}
	c.Create(nil)
	alone.Create(http.DefaultClient, nil)
	alone.Keyed(http.DefaultClient, "order-0001", nil)
}
