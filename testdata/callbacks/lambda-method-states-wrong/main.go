// Trekk charges members of a training centre and hears what became of it.
package main

import (
	"log"
	"net/http"
	"os"

	"github.com/aws/aws-lambda-go/lambda"

	"treningssenter.example/trekk/charges"
	"treningssenter.example/trekk/webhook"
)

func main() {
	book := &charges.Book{HTTP: http.DefaultClient, Token: os.Getenv("VIPPS_TOKEN"), Key: os.Getenv("VIPPS_KEY")}
	hook := webhook.Hook{Secret: os.Getenv("VIPPS_SECRET"), Settled: book.Settle}
	switch os.Getenv("ROLE") {
	case "webhook":
		lambda.Start(hook.Handle)
	case "nightly":
		lambda.Start(book.Nightly)
	default:
		log.Fatal("ROLE is not set")
	}
}
