package lookalike

import (
	"encoding/json"
	"fmt"
	"log"
	"math"
	"net/http"
)

// A request is what both providers of this shop are asked with.
type request struct {
	Reference string
	Ore       int64
	Kroner    float64
}

type checkout struct {
	Amount struct {
		Currency string `json:"currency"`
		Value    int64  `json:"value"`
	} `json:"amount"`
	MerchantAccount string `json:"merchantAccount,omitempty"`
	Reference       string `json:"reference"`
	ReturnURL       string `json:"returnUrl"`
}

func body(r request) checkout {
	var c checkout
	c.Amount.Currency = "NOK"
	c.Amount.Value = r.Ore
	c.Reference = r.Reference
	c.ReturnURL = "https://shop.example/thanks"
	return c
}

func ToAdyen(r request) error {
	c := body(r)
	c.MerchantAccount = "Shop"
	return post("https://checkout-test.adyen.com/v71/payments", c)
}

func ToVipps(r request) error {
	return post("https://api.vipps.no/epayment/v1/payments", body(r))
}

// Adyen cuts the amount in the struct that Vipps is asked with too.
func AdyenShared(ref string, kroner float64) error {
	return ToAdyen(request{Reference: ref, Ore: int64(kroner * 100), Kroner: kroner})
}

func VippsShared(ref string, kroner float64) error {
	return ToVipps(request{Reference: ref, Ore: int64(math.Round(kroner * 100)), Kroner: kroner})
}

// Either asks the one that the customer chose, each with its own amount.
func Either(ref string, kroner float64, vipps bool) error {
	if vipps {
		return post("https://api.vipps.no/epayment/v1/payments", body(request{Reference: ref, Ore: int64(math.Round(kroner * 100))}))
	}
	return post("https://checkout-test.adyen.com/v71/payments", body(request{Reference: ref, Ore: int64(kroner * 100)}))
}

// A page shows the amount to the customer's browser in kroner.
type page struct {
	Reference string `json:"reference"`
	Amount    struct {
		Currency string  `json:"currency"`
		Value    float64 `json:"value"`
	} `json:"amount"`
}

func Show(w http.ResponseWriter, ref string, ore int64) {
	var p page
	p.Reference = ref
	p.Amount.Currency = "NOK"
	p.Amount.Value = float64(ore) / 100
	if err := json.NewEncoder(w).Encode(p); err != nil {
		log.Print(err)
	}
}

// An answer comes from Vipps. Whoever decodes it may take floats.
type answer struct {
	Reference string `json:"reference"`
	Aggregate struct {
		AuthorizedAmount struct {
			Currency string  `json:"currency"`
			Value    float64 `json:"value"`
		} `json:"authorizedAmount"`
	} `json:"aggregate"`
	Amount struct {
		Currency string  `json:"currency"`
		Value    float64 `json:"value"`
	} `json:"amount"`
}

func Paid(ref string) (string, error) {
	resp, err := http.Get("https://api.vipps.no/epayment/v1/payments/" + ref)
	if err != nil {
		return "", err
	}
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusOK {
		return "", fmt.Errorf("payment %s: %s", ref, resp.Status)
	}
	var a answer
	if err := json.NewDecoder(resp.Body).Decode(&a); err != nil {
		return "", err
	}
	return fmt.Sprintf("%.2f kr, about %d", a.Amount.Value/100, int64(a.Aggregate.AuthorizedAmount.Value/100)), nil
}

// A callback comes in too.
type callback struct {
	OrderID         string `json:"orderId"`
	TransactionInfo struct {
		Amount float64 `json:"amount"`
		Status string  `json:"status"`
	} `json:"transactionInfo"`
}

func Callback(w http.ResponseWriter, r *http.Request) {
	var c callback
	if err := json.NewDecoder(r.Body).Decode(&c); err != nil {
		http.Error(w, "bad request", http.StatusBadRequest)
		return
	}
	log.Printf("order %s: %s, %d kr", c.OrderID, c.TransactionInfo.Status, int(c.TransactionInfo.Amount/100))
}
