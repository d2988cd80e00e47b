// Package typed starts and captures ePayment payments with bodies of named
// types.
package typed

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math"
	"net/http"
)

const host = "https://api.vipps.no"

type Amount struct {
	Currency string `json:"currency"`
	Value    int64  `json:"value"`
}

type PaymentMethod struct {
	Type string `json:"type"`
}

type CreatePayment struct {
	Amount        Amount        `json:"amount"`
	PaymentMethod PaymentMethod `json:"paymentMethod"`
	Reference     string        `json:"reference"`
	UserFlow      string        `json:"userFlow"`
	ReturnURL     string        `json:"returnUrl"`
	Description   string        `json:"paymentDescription"`
}

type Capture struct {
	ModificationAmount *Amount `json:"modificationAmount"`
}

func send(path string, body any) error {
	raw, err := json.Marshal(body)
	if err != nil {
		return err
	}
	req, err := http.NewRequest(http.MethodPost, host+path, bytes.NewReader(raw))
	if err != nil {
		return err
	}
	req.Header.Set("Merchant-Serial-Number", "123456")
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if resp.StatusCode >= 300 {
		return fmt.Errorf("%s: %s", path, resp.Status)
	}
	return nil
}

func create(ref string, amount Amount) CreatePayment {
	return CreatePayment{
		Amount:        amount,
		PaymentMethod: PaymentMethod{Type: "WALLET"},
		Reference:     ref,
		UserFlow:      "WEB_REDIRECT",
		ReturnURL:     "https://shop.example/thanks",
		Description:   "An order",
	}
}

func StartCut(ref string, price float64) error {
	return send("/epayment/v1/payments", CreatePayment{
		Amount:    Amount{Currency: "NOK", Value: int64(price * 100)}, // want `cut to whole øre, not rounded \(19.99 kr becomes 1998\); round before the conversion: int64\(math.Round\(price \* 100\)\)`
		Reference: ref,
	})
}

func StartRounded(ref string, price float64) error {
	return send("/epayment/v1/payments", CreatePayment{
		Amount:    Amount{Currency: "NOK", Value: int64(math.Round(price * 100))},
		Reference: ref,
	})
}

func StartByConstructorCut(ref string, price float64) error {
	return send("/epayment/v1/payments", create(ref, Amount{"NOK", int64(price * 100)})) // want "cut to whole øre"
}

func StartByConstructorRounded(ref string, price float64) error {
	return send("/epayment/v1/payments", create(ref, Amount{"NOK", int64(math.Round(price * 100))}))
}

func StartByAssignmentCut(ref string, price float64) error {
	var body CreatePayment
	body.Reference = ref
	body.Amount.Currency = "NOK"
	body.Amount.Value = int64(price * 100) // want "cut to whole øre"
	return send("/epayment/v1/payments", body)
}

func StartByAssignmentRounded(ref string, price float64) error {
	var body CreatePayment
	body.Reference = ref
	body.Amount.Currency = "NOK"
	body.Amount.Value = int64(math.Round(price * 100))
	return send("/epayment/v1/payments", body)
}

func CaptureCut(ref string, price float32) error {
	ore := int(price * 100) // want `int\(math.Round\(float64\(price \* 100\)\)\)`
	return send("/epayment/v1/payments/"+ref+"/capture", &Capture{ModificationAmount: &Amount{Currency: "NOK", Value: int64(ore)}})
}

func CaptureRounded(ref string, price float32) error {
	ore := int(math.Round(float64(price) * 100))
	return send("/epayment/v1/payments/"+ref+"/capture", &Capture{ModificationAmount: &Amount{Currency: "NOK", Value: int64(ore)}})
}

func CaptureConstant(ref string) error {
	return send("/epayment/v1/payments/"+ref+"/capture", &Capture{ModificationAmount: &Amount{Currency: "NOK", Value: int64(19.99 * 100)}})
}

// ReusedVariable is rounded before it goes out, whatever was in it before.
func ReusedVariable(ref string, price float64) error {
	ore := int64(price * 100)
	fmt.Println("about", ore)
	ore = int64(math.Round(price * 100))
	return send("/epayment/v1/payments/"+ref+"/refund", Capture{&Amount{"NOK", ore}})
}

// ReusedVariableCut is the other way round.
func ReusedVariableCut(ref string, price float64) error {
	ore := int64(math.Round(price * 100))
	fmt.Println("about", ore)
	ore = int64(price * 100) // want "cut to whole øre"
	return send("/epayment/v1/payments/"+ref+"/refund", Capture{&Amount{"NOK", ore}})
}

// Ignored is cut on purpose.
func Ignored(ref string, price float64) error {
	//vippslint:ignore vippsamount/truncated the price has whole kroner only
	return send("/epayment/v1/payments/"+ref+"/refund", Capture{&Amount{"NOK", int64(price * 100)}})
}

// StartAdded sets fields of a literal and hands the struct over by value.
func StartAdded(ref string, price float64) error {
	p := CreatePayment{PaymentMethod: PaymentMethod{Type: "WALLET"}, Reference: ref}
	p.Amount.Currency = "NOK"
	p.Amount.Value = int64(price * 100) // want `cut to whole øre`
	return send("/epayment/v1/payments", p)
}

func StartAddedRounded(ref string, price float64) error {
	p := CreatePayment{PaymentMethod: PaymentMethod{Type: "WALLET"}, Reference: ref}
	p.Amount.Value = int64(price * 100)
	p.Amount.Value = int64(math.Round(price * 100))
	return send("/epayment/v1/payments", p)
}

// StartReplaced throws away what was cut.
func StartReplaced(ref string, price float64) error {
	p := create(ref, Amount{Currency: "NOK", Value: int64(price * 100)})
	p.Amount = Amount{Currency: "NOK", Value: int64(math.Round(price * 100))}
	return send("/epayment/v1/payments", p)
}

// StartKept changes another part than the one that was cut.
func StartKept(ref string, price float64) error {
	p := create(ref, Amount{Currency: "NOK", Value: int64(price * 100)}) // want `cut to whole øre`
	p.PaymentMethod.Type = "CARD"
	return send("/epayment/v1/payments", p)
}

// StartEach cuts the price of one and multiplies what is left.
func StartEach(ref string, price float64, n int64) error {
	each := int64(price * 100) // want `cut to whole øre`
	return send("/epayment/v1/payments", create(ref, Amount{Currency: "NOK", Value: each * n}))
}

// StartKroner cuts the øre off and adds two zeros.
func StartKroner(ref string, price float64) error {
	return send("/epayment/v1/payments", create(ref, Amount{Currency: "NOK", Value: int64(price) * 100})) // want `cut to whole kroner before it is made øre \(19.99 kr becomes 1900\)`
}

// StartNights cuts days to nights and multiplies by what a night costs.
func StartNights(ref string, days float64) error {
	return send("/epayment/v1/payments", create(ref, Amount{Currency: "NOK", Value: int64(days) * 89000}))
}

// StartWholeKroner says that the øre are to go.
func StartWholeKroner(ref string, price float64) error {
	return send("/epayment/v1/payments", create(ref, Amount{Currency: "NOK", Value: int64(math.Floor(price)) * 100}))
}
