// Package limitations has wrong amounts that are not found, each with the
// reason.
package limitations

import (
	"bytes"
	"encoding/json"
	"errors"
	"net/http"
)

func send(path string, body any) error {
	raw, err := json.Marshal(body)
	if err != nil {
		return err
	}
	req, err := http.NewRequest("POST", "https://api.vipps.no"+path, bytes.NewReader(raw))
	if err != nil {
		return err
	}
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if resp.StatusCode >= 400 {
		return errors.New(resp.Status)
	}
	return nil
}

func capturePath(ref string) string { return "/epayment/v1/payments/" + ref + "/capture" }
