package vipps

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"log"
	"net/http"
	"strings"

	"fjordfiske.example/nettbutikk/internal/betaling"
)

// shippingMethod is one way to send a parcel. The cost is in kroner: here the
// API wants it so.
type shippingMethod struct {
	IsDefault        string  `json:"isDefault"`
	Priority         int     `json:"priority"`
	ShippingCost     float64 `json:"shippingCost"`
	ShippingMethod   string  `json:"shippingMethod"`
	ShippingMethodID string  `json:"shippingMethodId"`
}

type initiateBody struct {
	CustomerInfo struct {
		MobileNumber string `json:"mobileNumber,omitempty"`
	} `json:"customerInfo"`
	MerchantInfo struct {
		MerchantSerialNumber  string           `json:"merchantSerialNumber"`
		CallbackPrefix        string           `json:"callbackPrefix"`
		ShippingDetailsPrefix string           `json:"shippingDetailsPrefix,omitempty"`
		ConsentRemovalPrefix  string           `json:"consentRemovalPrefix,omitempty"`
		FallBack              string           `json:"fallBack"`
		AuthToken             string           `json:"authToken"`
		PaymentType           string           `json:"paymentType"`
		StaticShippingDetails []shippingMethod `json:"staticShippingDetails,omitempty"`
	} `json:"merchantInfo"`
	Transaction struct {
		OrderID         string `json:"orderId"`
		Amount          int64  `json:"amount"`
		TransactionText string `json:"transactionText"`
	} `json:"transaction"`
}

// Initiate starts a payment and gives the address of the landing page.
func (c *Client) Initiate(ctx context.Context, r betaling.Request) (string, error) {
	return c.initiate(ctx, r, nil)
}

// InitiateExpress lets the payer choose one of the ways to send the parcel.
// The postage of each is in kroner.
func (c *Client) InitiateExpress(ctx context.Context, r betaling.Request, post, hent float64) (string, error) {
	return c.initiate(ctx, r, []shippingMethod{
		{IsDefault: "Y", Priority: 1, ShippingCost: post, ShippingMethod: "Posten", ShippingMethodID: "post"},
		{IsDefault: "N", Priority: 2, ShippingCost: hent * 1.25, ShippingMethod: "Hentes i Svolvær", ShippingMethodID: "hent"},
	})
}

func (c *Client) initiate(ctx context.Context, r betaling.Request, ship []shippingMethod) (string, error) {
	var b initiateBody
	b.CustomerInfo.MobileNumber = r.Mobile
	b.MerchantInfo.MerchantSerialNumber = c.cfg.MSN
	b.MerchantInfo.CallbackPrefix = c.cfg.PublicURL + "/vipps"
	b.MerchantInfo.FallBack = c.cfg.PublicURL + "/kvittering/" + r.Ref
	b.MerchantInfo.AuthToken = c.cfg.CallbackToken
	b.MerchantInfo.PaymentType = "eComm Regular Payment"
	if ship != nil {
		b.MerchantInfo.PaymentType = "eComm Express Payment"
		b.MerchantInfo.ShippingDetailsPrefix = c.cfg.PublicURL + "/vipps"
		b.MerchantInfo.ConsentRemovalPrefix = c.cfg.PublicURL + "/vipps"
		b.MerchantInfo.StaticShippingDetails = ship
	}
	b.Transaction.OrderID = r.Ref
	b.Transaction.Amount = r.Minor
	b.Transaction.TransactionText = r.Text

	buf := new(bytes.Buffer)
	if err := json.NewEncoder(buf).Encode(b); err != nil {
		return "", err
	}
	resp, err := c.send(ctx, http.MethodPost, "/ecomm/v2/payments", r.Ref, buf)
	if err != nil {
		return "", err
	}
	defer resp.Body.Close()
	if err := checkStatus(resp); err != nil {
		return "", err
	}
	var out struct {
		OrderID string `json:"orderId"`
		URL     string `json:"url"`
	}
	if err := json.NewDecoder(resp.Body).Decode(&out); err != nil {
		return "", err
	}
	return out.URL, nil
}

type captureBody struct {
	MerchantInfo struct {
		MerchantSerialNumber string `json:"merchantSerialNumber"`
	} `json:"merchantInfo"`
	Transaction struct {
		Amount          int64  `json:"amount,omitempty"`
		TransactionText string `json:"transactionText"`
	} `json:"transaction"`
}

// Capture takes ore of the reserved money; 0 takes all of it.
func (c *Client) Capture(ctx context.Context, orderID, requestID string, ore int64) error {
	var b captureBody
	b.MerchantInfo.MerchantSerialNumber = c.cfg.MSN
	b.Transaction.Amount = ore
	b.Transaction.TransactionText = "Fjordfiske, sendt"
	raw, err := json.Marshal(b)
	if err != nil {
		return err
	}
	resp, err := c.send(ctx, "POST", fmt.Sprintf("/ecomm/v2/payments/%s/capture", orderID), requestID, bytes.NewReader(raw))
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	return checkStatus(resp)
}

// CaptureKroner takes an amount that the packer typed in.
func (c *Client) CaptureKroner(ctx context.Context, orderID, requestID string, kr float64) error {
	body := fmt.Sprintf(`{
		"merchantInfo": {"merchantSerialNumber": "%s"},
		"transaction": {"amount": %v, "transactionText": "Fjordfiske, %.0f kr"}
	}`,
		c.cfg.MSN,
		kr*100, // want:vippsamount/float-text
		kr,
	)
	resp, err := c.send(ctx, "POST", "/ecomm/v2/payments/"+orderID+"/capture", requestID, strings.NewReader(body))
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusOK {
		return fmt.Errorf("vipps: capture of %s: %s", orderID, resp.Status)
	}
	return nil
}

// Cancel releases the reservation.
func (c *Client) Cancel(ctx context.Context, orderID, reason string) error {
	b := map[string]any{
		"merchantInfo": map[string]any{"merchantSerialNumber": c.cfg.MSN},
		"transaction":  map[string]any{"transactionText": reason},
	}
	raw, err := json.Marshal(b)
	if err != nil {
		return err
	}
	resp, err := c.send(ctx, http.MethodPut, "/ecomm/v2/payments/"+orderID+"/cancel", orderID+"-c", bytes.NewBuffer(raw)) // want:vippsresponse/status-unchecked
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	answer, err := io.ReadAll(resp.Body)
	if err != nil {
		return err
	}
	log.Printf("vipps: cancelled %s: %s", orderID, answer)
	return nil
}

type refundBody struct {
	MerchantInfo struct {
		MerchantSerialNumber string `json:"merchantSerialNumber"`
	} `json:"merchantInfo"`
	Transaction struct {
		Amount          float64 `json:"amount"` // want:vippsamount/float-field
		TransactionText string  `json:"transactionText"`
	} `json:"transaction"`
}

// A Refunded is the state of a payment after a refund.
type Refunded struct {
	TransactionSummary struct {
		CapturedAmount int64 `json:"capturedAmount"`
		RefundedAmount int64 `json:"refundedAmount"`
	} `json:"transactionSummary"`
	ErrorMessage string `json:"errorMessage"`
}

// Refund gives kr kroner back. It is older than send and still does all by
// itself.
func (c *Client) Refund(ctx context.Context, orderID, requestID string, kr float64) (*Refunded, error) {
	body := refundBody{}
	body.MerchantInfo.MerchantSerialNumber = c.cfg.MSN
	body.Transaction.Amount = kr * 100
	body.Transaction.TransactionText = "Retur"
	raw, err := json.Marshal(body)
	if err != nil {
		return nil, err
	}
	token, _ := c.accessToken(ctx) // want:vippsresponse/error-dropped
	req, err := http.NewRequest("POST", c.host+"/ecomm/v2/payments/"+orderID+"/refund", bytes.NewReader(raw))
	if err != nil {
		return nil, err
	}
	c.setHeaders(req, token, requestID)
	resp, err := c.http.Do(req.WithContext(ctx))
	if err != nil {
		return nil, fmt.Errorf("refund: %w", err)
	}
	defer resp.Body.Close()
	// Vipps explains itself in the body of a refusal too, so that is read first.
	var out Refunded
	if err := json.NewDecoder(resp.Body).Decode(&out); err != nil {
		return nil, fmt.Errorf("refund: %s: %w", resp.Status, err)
	}
	if resp.StatusCode >= 300 {
		return nil, fmt.Errorf("refund: %s: %s", resp.Status, out.ErrorMessage)
	}
	return &out, nil
}
