// Package httpx holds what all our clients of web services share.
package httpx

import (
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"time"
)

// Check turns a refusal into an error.
func Check(resp *http.Response) error {
	if resp.StatusCode/100 == 2 {
		return nil
	}
	text, _ := io.ReadAll(io.LimitReader(resp.Body, 2048))
	return fmt.Errorf("%s %s: %s: %s", resp.Request.Method, resp.Request.URL.Path, resp.Status, text)
}

// A Logger is a transport that writes down every answer, and no more than that.
type Logger struct {
	Next http.RoundTripper
}

// RoundTrip sends the request.
func (l Logger) RoundTrip(r *http.Request) (*http.Response, error) {
	start := time.Now()
	resp, err := l.Next.RoundTrip(r)
	if err != nil {
		slog.Warn("request failed", "url", r.URL.Path, "error", err)
		return nil, err
	}
	slog.Info("request", "url", r.URL.Path, "status", resp.StatusCode, "took", time.Since(start))
	return resp, nil
}
