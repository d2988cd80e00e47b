// Package signert lets through requests that Vipps has signed.
package signert

import (
	"bytes"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"io"
	"net/http"
	"strings"

	"github.com/labstack/echo/v4"
)

// Middleware checks signatures with a secret.
func Middleware(secret string) echo.MiddlewareFunc {
	return func(next echo.HandlerFunc) echo.HandlerFunc {
		return func(c echo.Context) error {
			r := c.Request()
			body, err := io.ReadAll(r.Body)
			if err != nil {
				return echo.NewHTTPError(http.StatusBadRequest)
			}
			r.Body = io.NopCloser(bytes.NewReader(body))

			sum := sha256.Sum256(body)
			text := strings.Join([]string{
				"POST",
				r.URL.RequestURI(),
				r.Header.Get("x-ms-date") + ";" + r.Host + ";" + base64.StdEncoding.EncodeToString(sum[:]),
			}, "\n")
			mac := hmac.New(sha256.New, []byte(secret))
			mac.Write([]byte(text))
			want := "HMAC-SHA256 SignedHeaders=x-ms-date;host;x-ms-content-sha256&Signature=" + base64.StdEncoding.EncodeToString(mac.Sum(nil))
			if !hmac.Equal([]byte(want), []byte(r.Header.Get("Authorization"))) {
				return echo.NewHTTPError(http.StatusUnauthorized)
			}
			return next(c)
		}
	}
}
