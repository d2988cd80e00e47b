package fix

import (
	"bytes"
	"encoding/json"
	"errors"
	"net/http"
)

type customer struct {
	PhoneNumber string `json:"phoneNumber"`
}

type create struct {
	Amount struct {
		Currency string `json:"currency"`
		Value    int64  `json:"value"`
	} `json:"amount"`
	Customer      customer `json:"customer"`
	PaymentMethod struct {
		Type string `json:"type"`
	} `json:"paymentMethod"`
	Reference string `json:"reference"`
	UserFlow  string `json:"userFlow"`
}

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

const kiosk = "+4790012345"

func start() error {
	return errors.Join(
		send("/epayment/v1/payments", create{Reference: "order-0001", Customer: customer{PhoneNumber: "+4790012345"}}),         // want "begins with"
		send("/epayment/v1/payments", create{Reference: "order-0002", Customer: customer{PhoneNumber: "47 900 12 345"}}),       // want "malformed"
		send("/epayment/v1/payments", create{Reference: "order-0003", Customer: customer{PhoneNumber: kiosk}}),                 // want "begins with"
		send("/epayment/v1/payments", create{Reference: "order-0004", Customer: customer{PhoneNumber: "90012345"}}),            // want "no country code"
		send("/ecomm/v2/payments", map[string]any{"customerInfo": map[string]any{"mobileNumber": "+47 900 12 345"}}),           // want "begins with"
		send("/epayment/v1/test/payments/order-0001/approve", json.RawMessage(`{"customer": {"phoneNumber": "+4790012345"}}`)), // want "begins with"
		send("/ecomm/v2/payments", json.RawMessage("{\"customerInfo\":{\"mobileNumber\":\"90012345\"},\"note\":\"+47 900 12 345\"}")),
	)
}
