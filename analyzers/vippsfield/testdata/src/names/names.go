// Package names has names that the API does not know.
package names

import (
	"bytes"
	"encoding/json"
	"errors"
	"net/http"
)

type wrong struct {
	MerchantInfo struct {
		CallbackPrefix string `json:"callbackprefix"` // want `POST /ecomm/v2/payments has no field merchantInfo.callbackprefix; it is callbackPrefix`
		FallBack       string `json:"fallback"`       // want `POST /ecomm/v2/payments has no field merchantInfo.fallback; it is fallBack`
		MSN            string `json:"merchantSerialNumber"`
	} `json:"merchantInfo"`
	Transaction struct {
		OrderId string // want `has no field transaction.OrderId; it is orderId`
		Ammount int64  `json:"ammount"` // want `has no field transaction.ammount; it is amount`
	} `json:"transaction"`
}

type right struct {
	MerchantInfo struct {
		CallbackPrefix string `json:"callbackPrefix"`
		FallBack       string `json:"fallBack"`
		Fallback       string `json:"fallback"` // both are there
		MSN            string `json:"merchantSerialNumber"`
		Partner        string `json:"partner"`
	} `json:"merchantInfo"`
	Transaction struct {
		OrderID string `json:"orderId"`
		Amount  int64  `json:"amount"`
		Note    string `json:"orderIdOfTheShop"`
	} `json:"transaction"`
	Debug string `json:"-"`
}

// shared is of several APIs; here, what is of another is left out.
type shared struct {
	Reference  string            `json:"reference"`
	ReturnURI  string            `json:"returnUri,omitempty"`
	Metadata   map[string]string `json:"metadata"`
	References []string          `json:"refs"`
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

func Pay() error {
	return errors.Join(
		send("POST", "/ecomm/v2/payments", wrong{}),
		send("POST", "/ecomm/v2/payments", right{}),
		send("POST", "/epayment/v1/payments", shared{Reference: "order-0001", Metadata: map[string]string{"Reference": "x"}}),
		send("POST", "/epayment/v1/payments", map[string]any{
			"Reference": "order-0001", // want `POST /epayment/v1/payments has no field Reference; it is reference`
			"metadata":  map[string]any{"Amount": 1},
		}),
		send("POST", "/epayment/v1/payments", map[string]any{"reference": "order-0001", "source": "web"}),
	)
}
