// Package billing talks to Vipps, to Swish and to the bookkeeper by itself.
package billing

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"net/http"
	"strings"
)

type swishReq struct {
	CallbackURL string  `json:"callbackUrl"`
	Amount      float64 `json:"amount"`
	Currency    string  `json:"currency"`
	Payee       string  `json:"payeeAlias"`
}

type invoice struct {
	Ref    string  `json:"ref"`
	Amount float64 `json:"amount"`
}

type ecomBody struct {
	MerchantInfo struct {
		MSN            string `json:"merchantSerialNumber"`
		CallbackPrefix string `json:"callbackPrefix"`
		FallBack       string `json:"fallBack"`
		Static         []struct {
			Cost float64 `json:"shippingCost"`
			ID   string  `json:"shippingMethodId"`
		} `json:"staticShippingDetails,omitempty"`
	} `json:"merchantInfo"`
	CustomerInfo struct {
		Mobile string `json:"mobileNumber"`
	} `json:"customerInfo"`
	Transaction struct {
		OrderID string  `json:"orderId"`
		Amount  float64 `json:"amount"` // want:vippsamount/float-field
		Text    string  `json:"transactionText"`
	} `json:"transaction"`
}

func post(url string, body any) error {
	b := new(bytes.Buffer)
	if err := json.NewEncoder(b).Encode(body); err != nil {
		return err
	}
	resp, err := http.Post(url, "application/json", b)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if resp.StatusCode >= 300 {
		return errors.New(resp.Status)
	}
	return nil
}

func Swish(f float64) error {
	return post("https://cpc.getswish.net/swish-cpcapi/api/v1/paymentrequests", swishReq{Amount: f, Currency: "SEK"})
}

func Invoice(f float64) error { return post("https://books.example/api", invoice{"r", f}) }

func Ecom(order string, f float64) error {
	var e ecomBody
	e.Transaction.OrderID = order
	e.Transaction.Amount = f * 100
	e.MerchantInfo.MSN = "123456"
	return post("https://api.vipps.no/ecomm/v2/payments", e)
}

func EcomMap(order string, f float64) error {
	return post("https://apitest.vipps.no/ecomm/v2/payments/"+order+"/capture", map[string]any{ // want:vippsidempotency/missing
		"merchantInfo": map[string]string{"merchantSerialNumber": "123456"},
		"transaction":  map[string]any{"amount": f * 100, "transactionText": "socks"}, // want:vippsamount/float-value
	})
}

func EcomMapOK(order string, f float64) error {
	return post("https://apitest.vipps.no/ecomm/v2/payments/"+order+"/capture", map[string]any{ // want:vippsidempotency/missing
		"merchantInfo": map[string]string{"merchantSerialNumber": "123456"},
		"transaction":  map[string]any{"amount": math.Round(f * 100), "transactionText": "socks"},
	})
}

func EcomFull(order string) error {
	return post("https://apitest.vipps.no/ecomm/v2/payments/"+order+"/capture", map[string]any{ // want:vippsidempotency/missing
		"merchantInfo": map[string]string{"merchantSerialNumber": "123456"},
		"transaction":  map[string]any{"amount": 0, "transactionText": "socks"},
	})
}

type Charge struct {
	Amount      int    `json:"amount"`
	Currency    string `json:"currency"`
	Description string `json:"description"`
	Due         string `json:"due"`
	RetryDays   int    `json:"retryDays"`
	Type        string `json:"transactionType"`
	OrderID     string `json:"orderId"`
}

type plan struct{ Monthly float64 }

func (p plan) charge() Charge {
	return Charge{int(p.Monthly * 100), "NOK", "abo", "2026-12-01", 3, "DIRECT_CAPTURE", "o1"} // want:vippsamount/truncated
}

func (p plan) chargeOK() Charge {
	return Charge{int(math.Round(p.Monthly * 100)), "NOK", "abo", "2026-12-01", 3, "DIRECT_CAPTURE", "o1"}
}

func Recur(agreement string, p plan) error {
	return post("https://api.vipps.no/recurring/v3/agreements/"+agreement+"/charges", p.charge()) // want:vippsidempotency/missing
}

func RecurOK(agreement string, p plan) error {
	return post("https://api.vipps.no/recurring/v3/agreements/"+agreement+"/charges", p.chargeOK()) // want:vippsidempotency/missing
}

func Concat(f float64) error {
	body := `{"transaction":{"amount":{"currency":"NOK","value":` + fmt.Sprint(f*100) + `},"reference":"r1","paymentDescription": "Kaffe"}}` // want:vippsamount/float-text
	resp, err := http.Post("https://api.vipps.no/checkout/v3/session", "application/json", strings.NewReader(body))
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if resp.StatusCode != 200 {
		return errors.New(resp.Status)
	}
	return nil
}

func Builder(f float64) error {
	var b strings.Builder
	b.WriteString(`{"modificationAmount":{"currency":"NOK","value":`)
	fmt.Fprintf(&b, "%.1f", f*100) // want:vippsamount/float-text
	b.WriteString(`}}`)
	resp, err := http.Post("https://api.vipps.no/epayment/v1/payments/r1/refund", "application/json", strings.NewReader(b.String())) // want:vippsidempotency/missing
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if resp.StatusCode != 200 {
		return errors.New(resp.Status)
	}
	return nil
}

func Shown(f float64) string { return fmt.Sprintf(`{"modificationAmount":{"value":%v}}`, f*100) }

type answer struct {
	Aggregate struct {
		Captured struct {
			Value float64 `json:"value"`
		} `json:"capturedAmount"`
	} `json:"aggregate"`
	Amount struct {
		Value    float64 `json:"value"`
		Currency string  `json:"currency"`
	} `json:"amount"`
	Reference string `json:"reference"`
	State     string `json:"state"`
}

func Get(ref string) (float64, error) {
	resp, err := http.Get("https://api.vipps.no/epayment/v1/payments/" + ref)
	if err != nil {
		return 0, err
	}
	defer resp.Body.Close()
	if resp.StatusCode != 200 {
		return 0, errors.New(resp.Status)
	}
	var a answer
	if err := json.NewDecoder(resp.Body).Decode(&a); err != nil {
		return 0, err
	}
	return a.Amount.Value / 100, nil
}
