// Package lookalike has what resembles Vipps and is not, beside a Vipps request
// that is right.
package lookalike

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"strings"
)

func post(url string, body any) error {
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
	if resp.StatusCode >= 400 {
		return errors.New(resp.Status)
	}
	return nil
}

// Swish takes kroner with decimals.
type swish struct {
	PayeePaymentReference string  `json:"payeePaymentReference"`
	CallbackURL           string  `json:"callbackUrl"`
	Amount                float64 `json:"amount"`
	Currency              string  `json:"currency"`
	Message               string  `json:"message"`
}

func Swish(kronor float64) error {
	return post("https://cpc.getswish.net/swish-cpcapi/api/v1/paymentrequests", swish{"1", "https://shop.example/swish", kronor, "SEK", "An order"})
}

// Adyen has a modificationAmount as well.
type adyen struct {
	MerchantAccount    string `json:"merchantAccount"`
	PSPReference       string `json:"pspReference"`
	ModificationAmount struct {
		Currency string  `json:"currency"`
		Value    float64 `json:"value"`
	} `json:"modificationAmount"`
}

func Adyen(kroner float64) error {
	var body adyen
	body.MerchantAccount = "Shop"
	body.ModificationAmount.Currency = "NOK"
	body.ModificationAmount.Value = kroner * 100
	return post("https://pal-test.adyen.com/pal/servlet/Payment/v68/capture", body)
}

func Stripe(kroner float64) error {
	form := fmt.Sprintf("amount=%d&currency=nok", int64(kroner*100))
	resp, err := http.Post("https://api.stripe.com/v1/charges", "application/x-www-form-urlencoded", strings.NewReader(form))
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

// Invoice is the shop's own.
type Invoice struct {
	Reference string  `json:"reference"`
	Amount    float64 `json:"amount"`
}

func Book(i Invoice) error {
	i.Amount = float64(int64(i.Amount*100)) / 100
	return post("https://books.example/invoices", i)
}

// eCom takes the shipping cost in kroner, with decimals.
type shipping struct {
	IsDefault        string  `json:"isDefault"`
	Priority         int     `json:"priority"`
	ShippingCost     float64 `json:"shippingCost"`
	ShippingMethod   string  `json:"shippingMethod"`
	ShippingMethodID string  `json:"shippingMethodId"`
}

type initiate struct {
	MerchantInfo struct {
		MerchantSerialNumber  string     `json:"merchantSerialNumber"`
		CallbackPrefix        string     `json:"callbackPrefix"`
		FallBack              string     `json:"fallBack"`
		StaticShippingDetails []shipping `json:"staticShippingDetails"`
	} `json:"merchantInfo"`
	Transaction struct {
		OrderID         string `json:"orderId"`
		Amount          int64  `json:"amount"`
		TransactionText string `json:"transactionText"`
	} `json:"transaction"`
}

func Vipps(order string, ore int64, freight float64) error {
	var body initiate
	body.MerchantInfo.MerchantSerialNumber = "123456"
	body.MerchantInfo.StaticShippingDetails = []shipping{{"Y", 1, freight * 1.25, "Post", "post"}}
	body.Transaction.OrderID = order
	body.Transaction.Amount = ore
	body.Transaction.TransactionText = fmt.Sprintf("Freight %.2f kr", freight)
	return post("https://api.vipps.no/ecomm/v2/payments", body)
}
