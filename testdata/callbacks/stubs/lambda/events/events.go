// Package events has as much of the events of AWS as the programs here use.
package events

import (
	"encoding/json"
	"time"
)

// An APIGatewayV2HTTPRequest is a request to an HTTP API.
type APIGatewayV2HTTPRequest struct {
	RawPath         string                         `json:"rawPath"`
	RawQueryString  string                         `json:"rawQueryString"`
	Headers         map[string]string              `json:"headers"`
	PathParameters  map[string]string              `json:"pathParameters,omitempty"`
	RequestContext  APIGatewayV2HTTPRequestContext `json:"requestContext"`
	Body            string                         `json:"body,omitempty"`
	IsBase64Encoded bool                           `json:"isBase64Encoded"`
}

// An APIGatewayV2HTTPRequestContext says where a request came in.
type APIGatewayV2HTTPRequestContext struct {
	RouteKey   string `json:"routeKey"`
	DomainName string `json:"domainName"`
}

// An APIGatewayV2HTTPResponse is the answer to one.
type APIGatewayV2HTTPResponse struct {
	StatusCode int               `json:"statusCode"`
	Headers    map[string]string `json:"headers"`
	Body       string            `json:"body"`
}

// An EventBridgeEvent comes from a timer.
type EventBridgeEvent struct {
	DetailType string          `json:"detail-type"`
	Time       time.Time       `json:"time"`
	Detail     json.RawMessage `json:"detail"`
}
