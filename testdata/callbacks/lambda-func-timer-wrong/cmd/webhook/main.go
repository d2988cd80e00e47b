// Command webhook is a lambda behind an HTTP API.
package main

import (
	"github.com/aws/aws-lambda-go/lambda"

	"postkort.example/sky/internal/receive"
)

func main() {
	lambda.Start(receive.Webhook) // want:vippscallback/no-polling
}
