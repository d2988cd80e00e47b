// Package floatfield has bodies with amounts of float types.
package floatfield

import (
	"bytes"
	"encoding/json"
	"errors"
	"net/http"
)

type money struct {
	Currency string  `json:"currency"`
	Value    float64 `json:"value"` // want `amount field is a float \(19.99\*100 is sent as 1998.9999999999998\); make it an int64 of whole øre: Value float64, which is modificationAmount.value of POST /epayment/v1/payments/\{reference\}/(capture|refund)`
}

type capture struct {
	ModificationAmount money `json:"modificationAmount"`
}

// Kroner is a float with a name.
type Kroner float32

type refund struct {
	MerchantInfo struct {
		MerchantSerialNumber string `json:"merchantSerialNumber"`
	} `json:"merchantInfo"`
	Transaction struct {
		Amount          *Kroner `json:"amount"` // want `amount field is a float.*Amount \*floatfield.Kroner`
		TransactionText string  `json:"transactionText"`
	} `json:"transaction"`
}

// Ore writes its own JSON, so its kind says nothing.
type Ore float64

func (o Ore) MarshalJSON() ([]byte, error) { return json.Marshal(int64(o + 0.5)) }

type charge struct {
	Amount          Ore    `json:"amount"`
	Description     string `json:"description"`
	Due             string `json:"due"`
	OrderID         string `json:"orderId"`
	RetryDays       int    `json:"retryDays"`
	TransactionType string `json:"transactionType"`
	Type            string `json:"type"`
}

// answer comes in: how it is read is the shop's business.
type answer struct {
	Reference string `json:"reference"`
	Amount    struct {
		Currency string  `json:"currency"`
		Value    float64 `json:"value"`
	} `json:"amount"`
}

// invoice has the name and goes elsewhere.
type invoice struct {
	Amount float64 `json:"amount"`
	Text   string  `json:"text"`
}

func post(url string, body, out any) error {
	raw, err := json.Marshal(body)
	if err != nil {
		return err
	}
	req, err := http.NewRequest("POST", url, bytes.NewReader(raw))
	if err != nil {
		return err
	}
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if resp.StatusCode/100 != 2 {
		return errors.New(resp.Status)
	}
	return json.NewDecoder(resp.Body).Decode(out)
}

func Capture(ref string, kroner float64) (float64, error) {
	var out answer
	body := capture{money{"NOK", kroner * 100}}
	err := post("https://api.vipps.no/epayment/v1/payments/"+ref+"/capture", body, &out)
	return out.Amount.Value / 100, err
}

func Refund(order string, kroner Kroner) error {
	var body refund
	body.MerchantInfo.MerchantSerialNumber = "123456"
	body.Transaction.Amount = &kroner
	body.Transaction.TransactionText = "Money back"
	return post("https://api.vipps.no/ecomm/v2/payments/"+order+"/refund", &body, new(answer))
}

func Charge(agreement string, ore float64) error {
	body := charge{Amount: Ore(ore), Description: "A month", OrderID: "month-0001", RetryDays: 5}
	return post("https://api.vipps.no/recurring/v3/agreements/"+agreement+"/charges", body, new(answer))
}

func Book(kroner float64) error {
	return post("https://books.example/invoices", invoice{kroner, "An order"}, new(answer))
}
