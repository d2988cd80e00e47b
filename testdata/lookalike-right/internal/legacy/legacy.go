// Package legacy holds what is left of eCom, for the customers of the old app.
package legacy

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"strings"
)

// A Shop is a sales unit of eCom.
type Shop struct {
	Production bool
	MSN        string
	Token      func(context.Context) (string, error)
}

func (s *Shop) host() string {
	host := "https://apitest.vipps.no"
	if s.Production {
		host = "https://api.vipps.no"
	}
	return host
}

// do hands the answer on; whoever calls it looks at the status.
func (s *Shop) do(ctx context.Context, method, path, body string) (*http.Response, error) {
	tok, err := s.Token(ctx)
	if err != nil {
		return nil, err
	}
	req, err := http.NewRequestWithContext(ctx, method, s.host()+path, strings.NewReader(body))
	if err != nil {
		return nil, err
	}
	req.Header.Set("Authorization", "Bearer "+tok)
	req.Header.Set("Merchant-Serial-Number", s.MSN)
	return http.DefaultClient.Do(req)
}

// Express lets the payer choose the postage, which is in kroner, decimals and
// all. The price is rounded by the verb.
func (s *Shop) Express(ctx context.Context, ref string, kr, post float64) (string, error) {
	body := fmt.Sprintf(`{
		"customerInfo": {"mobileNumber": "48059528"},
		"merchantInfo": {
			"merchantSerialNumber": %q,
			"callbackPrefix": "https://fjellbok.example/vipps",
			"consentRemovalPrefix": "https://fjellbok.example/vipps",
			"fallBack": "https://fjellbok.example/takk",
			"paymentType": "eComm Express Payment",
			"staticShippingDetails": [
				{"isDefault": "Y", "priority": 1, "shippingCost": %v, "shippingMethod": "Posten", "shippingMethodId": "post"}
			]
		},
		"transaction": {"orderId": %q, "amount": %.0f, "transactionText": "Bøker"}
	}`, s.MSN, post, ref, kr*100)
	resp, err := s.do(ctx, http.MethodPost, "/ecomm/v2/payments", body)
	if err != nil {
		return "", err
	}
	defer resp.Body.Close()
	var out struct {
		URL string `json:"url"`
	}
	if err := json.NewDecoder(resp.Body).Decode(&out); err != nil {
		return "", err
	}
	if ok := resp.StatusCode == http.StatusOK; !ok {
		return "", fmt.Errorf("express: %s", resp.Status)
	}
	return out.URL, nil
}

// Paid reads the payment back and tells whether the money is there, and what
// the payer chose to pay for the postage, in kroner.
func (s *Shop) Paid(ctx context.Context, ref string) (paid bool, post float64, err error) {
	resp, err := s.do(ctx, http.MethodGet, "/ecomm/v2/payments/"+ref+"/details", "")
	if err == nil && resp.StatusCode == http.StatusOK {
		defer resp.Body.Close()
		var out struct {
			History []struct {
				Operation string `json:"operation"`
				Success   bool   `json:"operationSuccess"`
			} `json:"transactionLogHistory"`
			Shipping struct {
				Cost float64 `json:"shippingCost"`
			} `json:"shippingDetails"`
		}
		err = json.NewDecoder(resp.Body).Decode(&out)
		for _, h := range out.History {
			paid = paid || h.Success && (h.Operation == "RESERVE" || h.Operation == "SALE")
		}
		return paid, out.Shipping.Cost, err
	}
	if err != nil {
		return false, 0, err
	}
	resp.Body.Close()
	return false, 0, fmt.Errorf("details: %s", resp.Status)
}
