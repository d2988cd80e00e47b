// Two lambdas, one of which looks at the token.
package main

import (
	"context"
	"crypto/subtle"
	"encoding/json"
	"os"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
)

type callback struct {
	MSN     string `json:"merchantSerialNumber"`
	OrderID string `json:"orderId"`
	Info    struct {
		Status string `json:"status"`
	} `json:"transactionInfo"`
}

var orders = map[string]string{}

func act(cb callback) { orders[cb.OrderID] = cb.Info.Status }

func open(ctx context.Context, req events.APIGatewayProxyRequest) (events.APIGatewayProxyResponse, error) {
	var cb callback
	if err := json.Unmarshal([]byte(req.Body), &cb); err != nil {
		return events.APIGatewayProxyResponse{StatusCode: 400}, nil
	}
	act(cb) // want `nothing checks who sent it`
	return events.APIGatewayProxyResponse{StatusCode: 200}, nil
}

func closed(ctx context.Context, req events.APIGatewayProxyRequest) (events.APIGatewayProxyResponse, error) {
	if subtle.ConstantTimeCompare([]byte(req.Headers["Authorization"]), []byte(os.Getenv("TOKEN"))) != 1 {
		return events.APIGatewayProxyResponse{StatusCode: 401}, nil
	}
	var cb callback
	if err := json.Unmarshal([]byte(req.Body), &cb); err != nil {
		return events.APIGatewayProxyResponse{StatusCode: 400}, nil
	}
	act(cb)
	return events.APIGatewayProxyResponse{StatusCode: 200}, nil
}

func weak(ctx context.Context, req events.APIGatewayProxyRequest) (events.APIGatewayProxyResponse, error) {
	if req.Headers["Authorization"] != os.Getenv("TOKEN") { // want `token of a callback is not compared`
		return events.APIGatewayProxyResponse{StatusCode: 401}, nil
	}
	var cb callback
	if err := json.Unmarshal([]byte(req.Body), &cb); err != nil {
		return events.APIGatewayProxyResponse{StatusCode: 400}, nil
	}
	act(cb)
	return events.APIGatewayProxyResponse{StatusCode: 200}, nil
}

func main() {
	lambda.Start(weak)
	if os.Getenv("OPEN") != "" {
		lambda.Start(open)
		return
	}
	lambda.Start(closed)
}
