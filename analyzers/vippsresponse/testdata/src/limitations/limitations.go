// Package limitations loses errors where it is not found, each with the reason.
package limitations

import (
	"fmt"
	"net/http"
	"strings"
)

func request(path string) (*http.Request, error) {
	return http.NewRequest(http.MethodPost, "https://api.vipps.no/epayment/v1/payments/"+path, strings.NewReader(`{"modificationAmount":{"currency":"NOK","value":1999}}`))
}

// capture looks at everything.
func capture(ref string) error {
	req, err := request(ref + "/capture")
	if err != nil {
		return err
	}
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusOK {
		return fmt.Errorf("capture %s: %s", ref, resp.Status)
	}
	return nil
}

type capturer interface{ Capture(ref string) error }

type vipps struct{}

func (vipps) Capture(ref string) error { return capture(ref) }

func newCapturer() capturer { return vipps{} }

// ThroughAnInterface calls a method of which only the implementation is known
// to ask Vipps.
func ThroughAnInterface(ref string) {
	newCapturer().Capture(ref)
}
