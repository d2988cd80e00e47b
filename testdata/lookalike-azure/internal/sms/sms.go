// Package sms tells skippers when their berth is free.
package sms

import (
	"context"
	"fmt"
	"net/http"
	"strings"
)

// Duty is the telephone of the harbour master.
const Duty = "0047 480 59 528"

// Send sends a text. Nobody waits for the answer.
func Send(ctx context.Context, endpoint, token, to, text string) {
	body := fmt.Sprintf(`{"from":"+4759440000","smsRecipients":[{"to":"%s"}],"message":"%s"}`, to, text)
	req, _ := http.NewRequestWithContext(ctx, http.MethodPost, endpoint+"/sms?api-version=2021-03-07", strings.NewReader(body))
	req.Header.Set("Authorization", "Bearer "+token)
	resp, _ := http.DefaultClient.Do(req)
	if resp != nil {
		resp.Body.Close()
	}
}
