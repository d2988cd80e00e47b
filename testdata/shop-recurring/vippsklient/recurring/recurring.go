// Package recurring knows the Recurring API.
package recurring

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"time"

	"fjelltrening.example/medlem/vippsklient"
)

// An API is the Recurring API of one sales unit.
type API struct {
	Client *vippsklient.Client
}

// Pricing is the price of each period.
type Pricing struct {
	Type     string `json:"type"`
	Amount   int64  `json:"amount"`
	Currency string `json:"currency"`
}

// InitialCharge is what is paid at once.
type InitialCharge struct {
	Amount          int64  `json:"amount"`
	Description     string `json:"description"`
	TransactionType string `json:"transactionType"`
}

// Interval is the period.
type Interval struct {
	Unit  string `json:"unit"`
	Count int    `json:"count"`
}

// Agreement is the draft of one.
type Agreement struct {
	Pricing              Pricing        `json:"pricing"`
	InitialCharge        *InitialCharge `json:"initialCharge,omitempty"`
	Interval             Interval       `json:"interval"`
	PhoneNumber          string         `json:"phoneNumber,omitempty"`
	ProductName          string         `json:"productName"`
	MerchantRedirectURL  string         `json:"merchantRedirectUrl"`
	MerchantAgreementURL string         `json:"merchantAgreementUrl"`
}

// A Draft is the answer.
type Draft struct {
	AgreementID string `json:"agreementId"`
	URL         string `json:"vippsConfirmationUrl"`
}

// Draft starts an agreement.
func (a API) Draft(ctx context.Context, key string, in Agreement) (*Draft, error) {
	d := new(Draft)
	if err := a.Client.Do(ctx, http.MethodPost, "recurring/v3/agreements", key, in, d); err != nil {
		return nil, err
	}
	return d, nil
}

// NewPrice changes the price of an agreement.
func (a API) NewPrice(ctx context.Context, agreement, key string, kr float64) error {
	return a.Client.Do(ctx, http.MethodPatch, "recurring/v3/agreements/"+agreement, key, map[string]any{
		"pricing": map[string]any{
			"amount": kr * 100, // want:vippsamount/float-value
		},
	}, nil)
}

// Rename changes what the agreement is called, and its price in whole kroner.
func (a API) Rename(ctx context.Context, agreement, key, name string, kr int) error {
	return a.Client.Do(ctx, http.MethodPatch, "recurring/v3/agreements/"+agreement, key, map[string]any{
		"productName": name,
		"pricing":     map[string]any{"amount": kr * 100},
	}, nil)
}

// Stop ends an agreement.
func (a API) Stop(ctx context.Context, agreement string) error {
	resp, err := a.Client.Raw(ctx, http.MethodPatch, "recurring/v3/agreements/"+agreement, agreement+"-stop", map[string]string{"status": "STOPPED"}) // want:vippsresponse/status-unchecked
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

// Charge is one to be made.
type Charge struct {
	Amount          int64  `json:"amount"`
	TransactionType string `json:"transactionType"`
	Description     string `json:"description"`
	Due             string `json:"due"`
	RetryDays       int    `json:"retryDays"`
}

// NewCharge fills in what is the same for all of ours.
func NewCharge(ore int64, text string, due time.Time) Charge {
	return Charge{
		Amount:          ore,
		TransactionType: "DIRECT_CAPTURE",
		Description:     text,
		Due:             due.Format(time.DateOnly),
		RetryDays:       5,
	}
}

// Charge makes a charge and gives its id.
func (a API) Charge(ctx context.Context, agreement, key string, ch Charge) (string, error) {
	var out struct {
		ChargeID string `json:"chargeId"`
	}
	path := fmt.Sprintf("recurring/v3/agreements/%s/charges", agreement)
	err := a.Client.Do(ctx, "POST", path, key, &ch, &out)
	return out.ChargeID, err
}

// CancelCharge takes a charge back before it is due.
func (a API) CancelCharge(ctx context.Context, agreement, charge string) error {
	resp, err := a.Client.Raw(ctx, http.MethodDelete, "recurring/v3/agreements/"+agreement+"/charges/"+charge, charge+"-cancel", nil)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	switch resp.StatusCode {
	case http.StatusNoContent, http.StatusAccepted:
		return nil
	}
	var problem vippsklient.Error
	if err := json.NewDecoder(resp.Body).Decode(&problem); err != nil {
		return err
	}
	problem.Status = resp.StatusCode
	return &problem
}

// Refund gives back a part of a charge.
func (a API) Refund(ctx context.Context, agreement, charge, key string, ore int64) error {
	in := struct {
		Amount      int64  `json:"amount"`
		Description string `json:"description"`
	}{ore, "Tilbakebetaling"}
	return a.Client.Do(ctx, "POST", "recurring/v3/agreements/"+agreement+"/charges/"+charge+"/refund", key, in, nil)
}

// Capture takes what is reserved of a charge. Vipps answers 202 or 204.
func (a API) Capture(ctx context.Context, agreement, charge string, ore int64) error {
	in := map[string]any{"amount": ore, "description": "Trekk"}
	resp, err := a.Client.Raw(ctx, "POST", "recurring/v3/agreements/"+agreement+"/charges/"+charge+"/capture", charge+"-capture", in)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusOK { // want:vippsresponse/status-narrow
		return fmt.Errorf("capture of %s: %s", charge, resp.Status)
	}
	return nil
}
