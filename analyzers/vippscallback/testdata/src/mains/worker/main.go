// Command worker polls for the web server.
package main

import (
	"context"
	"log"

	"mains/client"
)

func main() { log.Print(client.Read(context.Background(), "ordre-1")) }
