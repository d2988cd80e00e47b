// Package lib makes texts for others.
package lib

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/url"
)

// Base is a constant of another package.
const Base = "https://api.example.no"

// A Client has fields.
type Client struct {
	URL string
	c   http.Client
}

// text Path 0: /v1/orders/{0}/capture
func Path(id string) string {
	_ = http.StatusOK
	return "/v1/orders/" + id + "/capture"
}

// text Both 0: /a/{0} | /b/{0}
func Both(id string, b bool, _ *http.Request) string {
	if b {
		return fmt.Sprintf("/b/%s", id)
	}
	return "/a/" + id
}

// text Join 0: {0.0}/{1}
func (c *Client) Join(path string) (string, error) {
	if path == "" {
		return "", io.EOF
	}
	return url.JoinPath(c.URL, path)
}

// text Body 0: {"id":{0}}
func Body(id int, _ *http.Request) io.Reader {
	return bytes.NewReader([]byte(fmt.Sprintf(`{"id":%d}`, id)))
}

// text Encode 0: {0}
func Encode(v any, _ *http.Request) ([]byte, error) { return json.Marshal(v) }

// text Deep 0: https://api.example.no/v1/orders/{0}/capture?n=1
func Deep(id string) string { return Base + Path(id) + "?n=1" }

// text Asked 0: {0.1.4}
func Asked(r *http.Request) string { return r.URL.Path }
