// Command mail sends mail.
package main

import "log"

func main() { log.Print("hello") }
