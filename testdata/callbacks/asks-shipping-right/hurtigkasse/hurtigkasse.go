// Package hurtigkasse sells with Vipps Hurtigkasse.
package hurtigkasse

import (
	"bytes"
	"context"
	"crypto/rand"
	"crypto/subtle"
	"encoding/json"
	"fmt"
	"net/http"

	"github.com/go-chi/chi/v5"
)

type Shop struct{ Bearer, Key, MSN, Secret string }

type merchantInfo struct {
	MerchantSerialNumber  string `json:"merchantSerialNumber"`
	CallbackPrefix        string `json:"callbackPrefix"`
	ConsentRemovalPrefix  string `json:"consentRemovalPrefix"`
	ShippingDetailsPrefix string `json:"shippingDetailsPrefix"`
	FallBack              string `json:"fallBack"`
	AuthToken             string `json:"authToken"`
	PaymentType           string `json:"paymentType"`
}

// Buy starts a payment and returns the page of Vipps.
func (s Shop) Buy(ctx context.Context, ore int) (string, error) {
	const prefix = "https://ullvare.example/vipps"
	id := "ull-" + rand.Text()
	var in struct {
		MerchantInfo merchantInfo `json:"merchantInfo"`
		CustomerInfo struct{}     `json:"customerInfo"`
		Transaction  struct {
			OrderID         string `json:"orderId"`
			Amount          int    `json:"amount"`
			TransactionText string `json:"transactionText"`
		} `json:"transaction"`
	}
	in.MerchantInfo = merchantInfo{s.MSN, prefix, prefix, prefix, "https://ullvare.example/takk/" + id, s.Secret, "eComm Express Payment"}
	in.Transaction.OrderID = id
	in.Transaction.Amount = ore
	in.Transaction.TransactionText = "Ullvarer"
	var out struct {
		URL string `json:"url"`
	}
	err := s.send(ctx, "POST", "https://api.vipps.no/ecomm/v2/payments", in, &out)
	return out.URL, err
}

func (s Shop) send(ctx context.Context, method, url string, in, out any) error {
	body, err := json.Marshal(in)
	if err != nil {
		return err
	}
	req, err := http.NewRequestWithContext(ctx, method, url, bytes.NewReader(body))
	if err != nil {
		return err
	}
	req.Header.Set("Authorization", "Bearer "+s.Bearer)
	req.Header.Set("Ocp-Apim-Subscription-Key", s.Key)
	req.Header.Set("Content-Type", "application/json")
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusOK {
		return fmt.Errorf("vipps: %s", resp.Status)
	}
	return json.NewDecoder(resp.Body).Decode(out)
}

func (s Shop) genuine(r *http.Request) bool {
	return subtle.ConstantTimeCompare([]byte(r.Header.Get("Authorization")), []byte(s.Secret)) == 1
}

// Freight is asked what it costs to send to an address.
func (s Shop) Freight(w http.ResponseWriter, r *http.Request) {
	if !s.genuine(r) {
		http.Error(w, "no", http.StatusUnauthorized)
		return
	}
	var a struct {
		AddressID    int    `json:"addressId"`
		AddressLine1 string `json:"addressLine1"`
		City         string `json:"city"`
		Country      string `json:"country"`
		PostCode     string `json:"postCode"`
	}
	if err := json.NewDecoder(r.Body).Decode(&a); err != nil {
		http.Error(w, "no address", http.StatusBadRequest)
		return
	}
	fmt.Fprintf(w, `{"addressId":%d,"orderId":%q,"shippingDetails":[{"isDefault":"Y","priority":1,"shippingCost":69.0,"shippingMethod":"Posten","shippingMethodId":"p"}]}`,
		a.AddressID, chi.URLParam(r, "orderId"))
}

// Forget is called when a customer takes back the consent.
func (s Shop) Forget(w http.ResponseWriter, r *http.Request) {
	if !s.genuine(r) {
		http.Error(w, "no", http.StatusUnauthorized)
		return
	}
	fmt.Println("forget", chi.URLParam(r, "userId"))
}

// Paid reads the payment.
func (s Shop) Paid(ctx context.Context, id string) (bool, error) {
	var out struct {
		Log []struct {
			Operation string `json:"operation"`
			Success   bool   `json:"operationSuccess"`
		} `json:"transactionLogHistory"`
	}
	if err := s.send(ctx, "GET", "https://api.vipps.no/ecomm/v2/payments/"+id+"/details", nil, &out); err != nil {
		return false, err
	}
	for _, l := range out.Log {
		if l.Success && (l.Operation == "RESERVE" || l.Operation == "SALE") {
			return true, nil
		}
	}
	return false, nil
}
