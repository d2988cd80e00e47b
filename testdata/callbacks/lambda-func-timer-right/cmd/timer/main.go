// Command timer is a lambda that runs every minute.
package main

import (
	"context"
	"net/http"
	"os"
	"time"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"

	"postkort.example/sky/internal/epayment"
	"postkort.example/sky/internal/table"
)

func main() {
	api := epayment.API{
		HTTP: &http.Client{Timeout: 10 * time.Second}, Base: os.Getenv("EPAYMENT_URL"), Token: os.Getenv("EPAYMENT_TOKEN"), Key: os.Getenv("EPAYMENT_KEY"),
	}
	lambda.Start(func(ctx context.Context, _ events.EventBridgeEvent) error {
		for _, ref := range table.Query("OPEN") {
			p, err := api.Get(ctx, ref)
			if err != nil {
				return err
			}
			switch p.State {
			case epayment.Authorized:
				err = table.Update(ctx, ref, "PRINT")
			case epayment.Aborted, epayment.Expired, epayment.Terminated:
				err = table.Update(ctx, ref, "DROP")
			}
			if err != nil {
				return err
			}
		}
		return nil
	})
}
