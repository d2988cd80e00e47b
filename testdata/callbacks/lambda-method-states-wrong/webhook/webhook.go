// Package webhook takes the events of charges.
package webhook

import (
	"context"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"fmt"

	"github.com/aws/aws-lambda-go/events"
)

// A Hook is the handler.
type Hook struct {
	Secret  string
	Settled func(ctx context.Context, charge string, paid bool) error
}

type event struct {
	AgreementID string `json:"agreementId"`
	ChargeID    string `json:"chargeId"`
	EventType   string `json:"eventType"`
	Occurred    string `json:"occurred"`
	Amount      int    `json:"amount"`
	Currency    string `json:"currency"`
}

// Handle is what the lambda runs.
func (h Hook) Handle(ctx context.Context, req events.APIGatewayV2HTTPRequest) (out events.APIGatewayV2HTTPResponse, err error) {
	if !hmac.Equal([]byte(h.sign(req)), []byte(req.Headers["authorization"])) {
		out.StatusCode = 401
		return out, nil
	}
	var e event
	if err := json.Unmarshal([]byte(req.Body), &e); err != nil {
		out.StatusCode = 400
		return out, nil
	}
	out.StatusCode = 200
	switch e.EventType {
	case "recurring.charge-captured.v1":
		err = h.Settled(ctx, e.ChargeID, true)
	case "recurring.charge-failed.v1":
		err = h.Settled(ctx, e.ChargeID, false)
	case "recurring.charge-cancelled.v1": // want:vippspolling/impossible-state
		err = h.Settled(ctx, e.ChargeID, false)
	}
	return out, err
}

func (h Hook) sign(req events.APIGatewayV2HTTPRequest) string {
	hash := sha256.Sum256([]byte(req.Body))
	mac := hmac.New(sha256.New, []byte(h.Secret))
	fmt.Fprintf(mac, "POST\n%s\n%s;%s;%s", req.RawPath, req.Headers["x-ms-date"], req.Headers["host"], base64.StdEncoding.EncodeToString(hash[:]))
	return "HMAC-SHA256 SignedHeaders=x-ms-date;host;x-ms-content-sha256&Signature=" + base64.StdEncoding.EncodeToString(mac.Sum(nil))
}
