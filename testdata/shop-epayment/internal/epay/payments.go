package epay

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"net/url"

	"kanelbakeriet.example/butikk/internal/cart"
	"kanelbakeriet.example/butikk/internal/intent"
	"kanelbakeriet.example/butikk/internal/pricing"
)

const payments = "/epayment/v1/payments"

type amount struct {
	Currency string `json:"currency"`
	Value    int64  `json:"value"`
}

type customer struct {
	PhoneNumber string `json:"phoneNumber,omitempty"`
}

// orderLine is one line of the receipt that is shown in the app.
type orderLine struct {
	Name                    string  `json:"name"`
	ID                      string  `json:"id"`
	TotalAmount             float64 `json:"totalAmount"` // want:vippsamount/float-field
	TotalAmountExcludingTax int64   `json:"totalAmountExcludingTax"`
	TotalTaxAmount          int64   `json:"totalTaxAmount"`
	TaxRate                 int     `json:"taxRate"`
}

type receipt struct {
	OrderLines []orderLine `json:"orderLines"`
	BottomLine struct {
		Currency string `json:"currency"`
	} `json:"bottomLine"`
}

type createBody struct {
	Amount        amount    `json:"amount"`
	Customer      *customer `json:"customer,omitempty"`
	PaymentMethod struct {
		Type string `json:"type"`
	} `json:"paymentMethod"`
	Reference          string   `json:"reference"`
	ReturnURL          string   `json:"returnUrl,omitempty"`
	UserFlow           string   `json:"userFlow"`
	PaymentDescription string   `json:"paymentDescription"`
	Receipt            *receipt `json:"receipt,omitempty"`
}

func newBody(in *intent.Intent) createBody {
	b := createBody{
		Amount:             amount{Currency: in.Total.Currency, Value: in.Total.Value},
		Reference:          in.Reference,
		UserFlow:           "WEB_REDIRECT",
		PaymentDescription: in.Description,
	}
	b.PaymentMethod.Type = "WALLET"
	if in.Phone != "" {
		b.Customer = &customer{PhoneNumber: in.Phone}
	}
	return b
}

// Create starts a payment and gives where to send the payer.
func (c *Client) Create(ctx context.Context, in *intent.Intent, returnURL string) (string, error) {
	b := newBody(in)
	b.ReturnURL = returnURL
	return c.create(ctx, b)
}

// CreateWithReceipt does the same and shows the cakes in the app.
func (c *Client) CreateWithReceipt(ctx context.Context, in *intent.Intent, basket *cart.Cart, returnURL string) (string, error) {
	b := newBody(in)
	b.ReturnURL = returnURL
	b.Receipt = &receipt{}
	b.Receipt.BottomLine.Currency = in.Total.Currency
	for _, it := range basket.Items {
		gross := it.Price * float64(it.Count)
		net := pricing.Net(gross)
		b.Receipt.OrderLines = append(b.Receipt.OrderLines, orderLine{
			Name:                    it.Name,
			ID:                      it.SKU,
			TotalAmount:             gross * 100,
			TotalAmountExcludingTax: int64(pricing.Nearest(net * 100)),
			TotalTaxAmount:          int64(pricing.Nearest((gross - net) * 100)),
			TaxRate:                 int(pricing.MVA * 100),
		})
	}
	return c.create(ctx, b)
}

// CounterSale sends the payment straight to the telephone of the payer.
func (c *Client) CounterSale(ctx context.Context, in *intent.Intent) error {
	b := newBody(in)
	b.UserFlow = "PUSH_MESSAGE"
	_, err := c.create(ctx, b)
	return err
}

// StaffCoffee is paid by the telephone behind the counter.
func (c *Client) StaffCoffee(ctx context.Context, ref string, upstairs bool) error {
	var b createBody
	b.Amount = amount{"NOK", 1500}
	b.PaymentMethod.Type = "WALLET"
	b.UserFlow = "PUSH_MESSAGE"
	b.Reference = ref
	b.PaymentDescription = "Personalkaffe"
	b.Customer = &customer{PhoneNumber: "+4748059528"} // want:vippsphone/unusable-prefix
	if upstairs {
		b.Customer = &customer{PhoneNumber: "4741234567"}
	}
	_, err := c.create(ctx, b)
	return err
}

func (c *Client) create(ctx context.Context, b createBody) (string, error) {
	var out struct {
		RedirectURL string `json:"redirectUrl"`
		Reference   string `json:"reference"`
	}
	if err := c.do(ctx, http.MethodPost, payments, b.Reference, b, &out); err != nil {
		return "", fmt.Errorf("create %s: %w", b.Reference, err)
	}
	return out.RedirectURL, nil
}

// Capture takes kr kroner of the reserved money.
func (c *Client) Capture(ctx context.Context, ref string, kr float64) error {
	return c.do(ctx, "POST", payments+"/"+ref+"/capture", ref+"-capture", map[string]any{
		"modificationAmount": map[string]any{
			"currency": "NOK",
			"value":    kr * 100, // want:vippsamount/float-value
		},
	}, nil)
}

// CaptureLoaves takes the price of n loaves.
func (c *Client) CaptureLoaves(ctx context.Context, ref string, n int, each float64) error {
	return c.do(ctx, "POST", payments+"/"+ref+"/capture", fmt.Sprintf("%s-%d", ref, n), map[string]any{
		"modificationAmount": map[string]any{"currency": "NOK", "value": n * int(pricing.Nearest(each*100))},
	}, nil)
}

// Refund gives ore øre back.
func (c *Client) Refund(ctx context.Context, ref, key string, ore int64) error {
	var b struct {
		ModificationAmount amount `json:"modificationAmount"`
	}
	b.ModificationAmount.Currency = "NOK"
	b.ModificationAmount.Value = ore
	return c.do(ctx, "POST", fmt.Sprintf("%s/%s/refund", payments, url.PathEscape(ref)), key, b, nil)
}

// Cancel lets go of the money and tells the state that the payment has now.
func (c *Client) Cancel(ctx context.Context, ref string) (string, error) {
	resp, err := c.raw(ctx, "POST", payments+"/"+ref+"/cancel", ref+"-cancel", nil) // want:vippsresponse/status-unchecked
	if err != nil {
		return "", err
	}
	defer resp.Body.Close()
	var out struct {
		State string `json:"state"`
	}
	if err := json.NewDecoder(resp.Body).Decode(&out); err != nil {
		return "", err
	}
	return out.State, nil
}

// A Payment is what Vipps says of one.
type Payment struct {
	Reference string `json:"reference"`
	State     string `json:"state"`
	Aggregate struct {
		AuthorizedAmount amount `json:"authorizedAmount"`
		CapturedAmount   amount `json:"capturedAmount"`
		RefundedAmount   amount `json:"refundedAmount"`
	} `json:"aggregate"`
}

// Kroner is what was reserved, for people.
func (p *Payment) Kroner() string {
	return fmt.Sprintf("%.2f", float64(p.Aggregate.AuthorizedAmount.Value)/100)
}

// Get reads a payment. found is false where Vipps does not know it.
func (c *Client) Get(ctx context.Context, ref string) (p *Payment, found bool, err error) {
	resp, err := c.raw(ctx, http.MethodGet, payments+"/"+ref, "", nil)
	if err != nil {
		return nil, false, err
	}
	defer resp.Body.Close()
	switch resp.StatusCode {
	case http.StatusOK:
		p = new(Payment)
		err = json.NewDecoder(resp.Body).Decode(p)
		return p, err == nil, err
	case http.StatusNotFound:
		return nil, false, nil
	default:
		return nil, false, fmt.Errorf("get %s: %s", ref, resp.Status)
	}
}
