// Package limitations has what is known and not found.
package limitations

import (
	"net/http"
	"os"
)

// One of two ways is closed; which is taken is not known.
func Either(id string, old bool) (*http.Response, error) {
	path := "/recurring/v3/agreements/"
	if old {
		path = "/recurring/v2/agreements/"
	}
	return http.Get("https://api.vipps.no" + path + id)
}

// The path comes from a setting.
func Configured() (*http.Response, error) {
	return http.Get("https://api.vipps.no" + os.Getenv("PATH_OF_STATUS"))
}
