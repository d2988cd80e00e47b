//go:build ignore

// Command script is no program of the module.
package main

import (
	"context"
	"log"

	"mainsapart/client"
)

func main() { log.Print(client.Read(context.Background(), "ordre-1")) }
