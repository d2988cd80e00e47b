// Package events stands in for the events of lambdas.
package events

type APIGatewayProxyRequest struct {
	Body    string            `json:"body"`
	Headers map[string]string `json:"headers"`
}

type APIGatewayProxyResponse struct {
	StatusCode int `json:"statusCode"`
}
