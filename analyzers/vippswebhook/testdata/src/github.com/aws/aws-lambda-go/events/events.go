package events

type APIGatewayProxyRequest struct {
	Headers map[string]string
	Body    string
}
type APIGatewayProxyResponse struct{ StatusCode int }
