// Package appconfig reads settings from Azure App Configuration, whose
// signature has the very headers that Vipps' webhooks have.
package appconfig

import (
	"context"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"net/http"
	"net/url"
	"time"
)

// Get reads one setting.
func Get(ctx context.Context, endpoint, credential string, secret []byte, key string) (string, error) {
	u, err := url.Parse(endpoint + "/kv/" + url.PathEscape(key) + "?api-version=1.0")
	if err != nil {
		return "", err
	}
	sum := sha256.Sum256(nil)
	hash := base64.StdEncoding.EncodeToString(sum[:])
	date := time.Now().UTC().Format(http.TimeFormat)
	mac := hmac.New(sha256.New, secret)
	mac.Write([]byte("GET\n" + u.RequestURI() + "\n" + date + ";" + u.Host + ";" + hash))
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, u.String(), nil)
	if err != nil {
		return "", err
	}
	req.Header.Set("x-ms-date", date)
	req.Header.Set("x-ms-content-sha256", hash)
	req.Header.Set("Authorization", "HMAC-SHA256 Credential="+credential+
		"&SignedHeaders=x-ms-date;host;x-ms-content-sha256&Signature="+base64.StdEncoding.EncodeToString(mac.Sum(nil)))
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return "", err
	}
	defer resp.Body.Close()
	var out struct {
		Value string `json:"value"`
	}
	if err := json.NewDecoder(resp.Body).Decode(&out); err != nil {
		return "", err
	}
	return out.Value, nil
}
