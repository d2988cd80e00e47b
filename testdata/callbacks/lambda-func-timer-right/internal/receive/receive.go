// Package receive takes webhooks through API Gateway.
package receive

import (
	"context"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"net/http"
	"os"

	"github.com/aws/aws-lambda-go/events"

	"postkort.example/sky/internal/table"
)

type paymentEvent struct {
	MSN          string `json:"msn"`
	Reference    string `json:"reference"`
	PSPReference string `json:"pspReference"`
	Name         string `json:"name"`
	Success      bool   `json:"success"`
}

// Webhook is the handler.
func Webhook(ctx context.Context, req events.APIGatewayV2HTTPRequest) (events.APIGatewayV2HTTPResponse, error) {
	body := []byte(req.Body)
	if req.IsBase64Encoded {
		var err error
		if body, err = base64.StdEncoding.DecodeString(req.Body); err != nil {
			return answer(http.StatusBadRequest), nil
		}
	}
	if !genuine(req, body, os.Getenv("WEBHOOK_SECRET")) {
		return answer(http.StatusUnauthorized), nil
	}
	var e paymentEvent
	if err := json.Unmarshal(body, &e); err != nil {
		return answer(http.StatusBadRequest), nil
	}
	if e.Success && e.Name == "AUTHORIZED" {
		if err := table.Update(ctx, e.Reference, "PRINT"); err != nil {
			return answer(http.StatusInternalServerError), err
		}
	}
	return answer(http.StatusOK), nil
}

func answer(code int) events.APIGatewayV2HTTPResponse {
	return events.APIGatewayV2HTTPResponse{StatusCode: code}
}

func genuine(req events.APIGatewayV2HTTPRequest, body []byte, secret string) bool {
	path := req.RawPath
	if req.RawQueryString != "" {
		path += "?" + req.RawQueryString
	}
	digest := sha256.Sum256(body)
	text := "POST\n" + path + "\n" + req.Headers["x-ms-date"] + ";" + req.RequestContext.DomainName + ";" + base64.StdEncoding.EncodeToString(digest[:])
	mac := hmac.New(sha256.New, []byte(secret))
	mac.Write([]byte(text))
	want := "HMAC-SHA256 SignedHeaders=x-ms-date;host;x-ms-content-sha256&Signature=" + base64.StdEncoding.EncodeToString(mac.Sum(nil))
	return hmac.Equal([]byte(want), []byte(req.Headers["authorization"]))
}
