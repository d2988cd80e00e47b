// Package limitations loses errors where it is not found, each with the reason.
package limitations

import (
	"errors"
	"net/http"
	"strings"
)

type client struct{}

func (client) capture(ref string) error {
	resp, err := http.Post("https://api.vipps.no/epayment/v1/payments/"+ref+"/capture", "application/json", strings.NewReader("{}"))
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusOK {
		return errors.New(resp.Status)
	}
	return nil
}

// MethodValue calls what is a value at the call.
func MethodValue(c client, ref string) {
	capture := c.capture
	capture(ref)
}
