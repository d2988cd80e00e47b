// Package urls has addresses that nobody can go to.
package urls

import (
	"bytes"
	"encoding/json"
	"errors"
	"net/http"
	"os"
)

type info struct {
	CallbackPrefix       string `json:"callbackPrefix"`
	ConsentRemovalPrefix string `json:"consentRemovalPrefix,omitempty"`
	FallBack             string `json:"fallBack"`
}

type payment struct {
	MerchantInfo info `json:"merchantInfo"`
}

type hook struct {
	URL    string   `json:"url"`
	Events []string `json:"events"`
}

func send(method, path string, body any) error {
	raw, err := json.Marshal(body)
	if err != nil {
		return err
	}
	req, err := http.NewRequest(method, "https://api.vipps.no"+path, bytes.NewReader(raw))
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

func Pay(host, id string) error {
	return errors.Join(
		send("POST", "/ecomm/v2/payments", payment{info{CallbackPrefix: "https://shop.example/vipps", FallBack: "https://shop.example/" + id}}),
		send("POST", "/ecomm/v2/payments", payment{info{CallbackPrefix: "https://shop.example/vipps", FallBack: "shop://done"}}),
		send("POST", "/ecomm/v2/payments", payment{info{CallbackPrefix: "http://shop.example/vipps"}}),                                    // want `merchantInfo.callbackPrefix is "http://shop.example/vipps", and POST /ecomm/v2/payments takes an https address; write "https://shop.example/vipps"`
		send("POST", "/ecomm/v2/payments", payment{info{CallbackPrefix: "http://" + host}}),                                               // want `merchantInfo.callbackPrefix is "http://…"`
		send("POST", "/ecomm/v2/payments", payment{info{CallbackPrefix: "https://shop.example/v2/payments"}}),                             // want `takes a prefix, to which Vipps appends /v2/payments itself`
		send("POST", "/ecomm/v2/payments", payment{info{CallbackPrefix: "https://shop.example", FallBack: "http://localhost:3000/done"}}), // want `merchantInfo.fallBack is "http://localhost:3000/done".*takes an https address`
		send("POST", "/ecomm/v2/payments", payment{info{FallBack: "https://127.0.0.1/done"}}),                                             // want `takes an address that can be reached from outside`
		send("POST", "/ecomm/v2/payments", payment{info{ConsentRemovalPrefix: "https://" + host + "/v2/consents"}}),                       // want `Vipps appends /v2/consents itself`
	)
}

func Configured() error {
	base := "http://localhost:3000"
	if v := os.Getenv("BASE"); v != "" {
		base = v
	}
	return send("POST", "/ecomm/v2/payments", payment{info{CallbackPrefix: base + "/vipps"}})
}

func Register() error {
	return errors.Join(
		send("POST", "/webhooks/v1/webhooks", hook{URL: "https://shop.example/hook"}),
		send("POST", "/webhooks/v1/webhooks", hook{URL: "http://shop.example/hook"}), // want `url is "http://shop.example/hook", and POST /webhooks/v1/webhooks takes an https address`
	)
}

// InTest is for a developer's own machine.
func InTest() (*http.Response, error) {
	raw, err := json.Marshal(hook{URL: "http://localhost/hook"})
	if err != nil {
		return nil, err
	}
	return http.Post("https://apitest.vipps.no/webhooks/v1/webhooks", "application/json", bytes.NewReader(raw))
}
