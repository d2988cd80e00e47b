// Package outofrange sends constants, some of which no payment can be.
package outofrange

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"strings"
)

const host = "https://api.vipps.no"

type Amount struct {
	Currency string `json:"currency"`
	Value    int64  `json:"value"`
}

type Option struct {
	ID     string `json:"id"`
	Amount Amount `json:"amount"`
}

type Create struct {
	Amount        Amount `json:"amount"`
	PaymentMethod struct {
		Type string `json:"type"`
	} `json:"paymentMethod"`
	Reference string `json:"reference"`
	UserFlow  string `json:"userFlow"`
	Receipt   struct {
		BottomLine struct {
			Currency  string `json:"currency"`
			TipAmount int64  `json:"tipAmount"`
		} `json:"bottomLine"`
	} `json:"receipt"`
	Shipping struct {
		FixedOptions []struct {
			Options []Option `json:"options"`
		} `json:"fixedOptions"`
	} `json:"shipping"`
}

func post(path string, body any) error {
	raw, err := json.Marshal(body)
	if err != nil {
		return err
	}
	return send(path, bytes.NewReader(raw))
}

func send(path string, body *bytes.Reader) error {
	req, err := http.NewRequest(http.MethodPost, host+path, body)
	if err != nil {
		return err
	}
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if resp.StatusCode >= 300 {
		return errors.New(resp.Status)
	}
	return nil
}

func start(amount Amount) error {
	return post("/epayment/v1/payments", Create{Amount: amount, Reference: "order-0001", UserFlow: "WEB_REDIRECT"})
}

func Kroner() error {
	return post("/epayment/v1/payments", Create{
		Amount: Amount{Currency: "NOK", Value: 50}, // want `amount 50 is below the minimum of 100 øre for NOK \(the payment is refused\); amounts are in øre, 50 kr is 5000: amount.value of POST /epayment/v1/payments`
	})
}

func Ore() error {
	return post("/epayment/v1/payments", Create{Amount: Amount{Currency: "NOK", Value: 5000}})
}

func OneKrone() error {
	return post("/epayment/v1/payments", Create{Amount: Amount{Currency: "NOK", Value: 100}})
}

const price = 99

func ByHelper() error {
	return start(Amount{Currency: "NOK", Value: price}) // want `amount 99 is below the minimum of 100 øre for NOK`
}

func ByHelperRight() error {
	return start(Amount{Currency: "NOK", Value: price * 100})
}

// Danish amounts may be as small as one øre.
func Danish() error { return start(Amount{Currency: "DKK", Value: 50}) }

func DanishNothing() error {
	return start(Amount{Currency: "DKK", Value: 0}) // want `amount 0 is below the minimum of 1 øre for DKK \(the payment is refused\); send at least 1`
}

// InCurrency may be in one that takes 50 of its minor units.
func InCurrency(currency string) error { return start(Amount{Currency: currency, Value: 50}) }

func Negative(currency string) error {
	return start(Amount{Currency: currency, Value: -1999}) // want `amount -1999 is below the minimum of 1 øre or cent for any currency`
}

func TooMuch() error {
	return start(Amount{Currency: "NOK", Value: 70_000_000}) // want `amount 70000000 is above the maximum of 65000000 øre`
}

func TheMost() error { return start(Amount{Currency: "NOK", Value: 65_000_000}) }

// Unset has no amount: somebody may fill it in later, on a way that is not seen.
func Unset() error { return start(Amount{Currency: "NOK"}) }

// OneOfTwo is right for members.
func OneOfTwo(member bool) error {
	ore := int64(50)
	if member {
		ore = 4900
	}
	return start(Amount{Currency: "NOK", Value: ore})
}

func BothOfTwo(member bool) error {
	ore := int64(50)
	if member {
		ore = 49
	}
	return start(Amount{Currency: "NOK", Value: ore}) // want `amount (49|50) is below the minimum`
}

// Given comes from the caller, which may pass more than 50.
func Given(ore int64) error { return start(Amount{Currency: "NOK", Value: ore}) }

func Map() error {
	return post("/epayment/v1/payments", map[string]any{
		"amount":        map[string]any{"currency": "NOK", "value": 50}, // want `amount 50 is below the minimum of 100 øre for NOK`
		"paymentMethod": map[string]any{"type": "WALLET"},
		"reference":     "order-0001",
		"userFlow":      "WEB_REDIRECT",
	})
}

func MapRight() error {
	return post("/epayment/v1/payments", map[string]any{
		"amount":        map[string]any{"currency": "NOK", "value": 5000},
		"paymentMethod": map[string]any{"type": "WALLET"},
		"reference":     "order-0001",
		"userFlow":      "WEB_REDIRECT",
	})
}

// Parts of a payment may be small or nothing.
func Parts() error {
	var body Create
	body.Amount = Amount{"NOK", 4900}
	body.Receipt.BottomLine.TipAmount = 0
	body.Shipping.FixedOptions = make([]struct {
		Options []Option `json:"options"`
	}, 1)
	body.Shipping.FixedOptions[0].Options = []Option{{"free", Amount{"NOK", 0}}}
	return post("/epayment/v1/payments", body)
}

type modification struct {
	ModificationAmount Amount `json:"modificationAmount"`
}

// Rest captures what is left, however small.
func Rest(ref string) error {
	return post("/epayment/v1/payments/"+ref+"/capture", modification{Amount{"NOK", 50}})
}

type Ecom struct {
	MerchantInfo struct {
		MerchantSerialNumber string `json:"merchantSerialNumber"`
		CallbackPrefix       string `json:"callbackPrefix"`
		FallBack             string `json:"fallBack"`
	} `json:"merchantInfo"`
	Transaction struct {
		OrderID         string `json:"orderId,omitempty"`
		Amount          int    `json:"amount"`
		TransactionText string `json:"transactionText"`
	} `json:"transaction"`
}

func EcomStart() error {
	var body Ecom
	body.Transaction.OrderID = "order-0001"
	body.Transaction.Amount = 99 // want `amount 99 is below the minimum of 100 øre for NOK \(the payment is refused\)`
	return post("/ecomm/v2/payments", body)
}

func EcomStartRight() error {
	var body Ecom
	body.Transaction.OrderID = "order-0001"
	body.Transaction.Amount = 9900
	return post("/ecomm/v2/payments", body)
}

// EcomCaptureAll takes all that is reserved.
func EcomCaptureAll(order string) error {
	var body Ecom
	body.Transaction.Amount = 0
	return post("/ecomm/v2/payments/"+order+"/capture", body)
}

func EcomCapturePart(order string) error {
	var body Ecom
	body.Transaction.Amount = 50 // want `amount 50 is below the minimum of 100 øre for NOK \(the capture is refused\)`
	return post("/ecomm/v2/payments/"+order+"/capture", body)
}

func EcomRefund(order string) error {
	var body Ecom
	body.Transaction.Amount = 50 // want `amount 50 is below the minimum of 100 øre for NOK \(the refund is refused\)`
	return post("/ecomm/v2/payments/"+order+"/refund", body)
}

func EcomText(order string) error {
	text := fmt.Sprintf(`{"merchantInfo":{"merchantSerialNumber":"123456"},"transaction":{"amount":%d,"transactionText":"Cod"}}`, 9900)
	return send("/ecomm/v2/payments/"+order+"/refund", bytes.NewReader([]byte(strings.TrimSpace(text))))
}

type charge struct {
	Amount          int    `json:"amount"`
	Description     string `json:"description"`
	Due             string `json:"due"`
	OrderID         string `json:"orderId"`
	RetryDays       int    `json:"retryDays"`
	TransactionType string `json:"transactionType"`
	Type            string `json:"type"`
}

// Recurring has no documented minimum.
func Recurring(agreement string) error {
	return post("/recurring/v3/agreements/"+agreement+"/charges", charge{Amount: 1, Description: "A month", RetryDays: 5})
}

type session struct {
	Type        string `json:"type"`
	Transaction struct {
		Amount             Amount `json:"amount"`
		PaymentDescription string `json:"paymentDescription"`
		Reference          string `json:"reference"`
	} `json:"transaction"`
}

// Checkout has 1 in the example of its specification.
func Checkout() error {
	body := session{Type: "PAYMENT"}
	body.Transaction.Amount = Amount{"NOK", 1}
	return post("/checkout/v3/session", body)
}
