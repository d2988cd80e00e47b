// Package nonvipps asks others, beside one request to Vipps.
package nonvipps

import (
	"bytes"
	"encoding/json"
	"io"
	"net/http"
)

func azure(query string) (out map[string]any) {
	req, _ := http.NewRequest("GET", "https://api.cognitive.microsoft.com/bing/v7.0/search?q="+query, nil)
	req.Header.Set("Ocp-Apim-Subscription-Key", "key")
	resp, _ := http.DefaultClient.Do(req)
	body, _ := io.ReadAll(resp.Body)
	json.Unmarshal(body, &out)
	return out
}

func apim(method, path string, body []byte) []byte {
	req, _ := http.NewRequest(method, "https://acme.azure-api.net/orders/"+path, bytes.NewReader(body))
	req.Header.Set("Ocp-Apim-Subscription-Key", "key")
	resp, _ := http.DefaultClient.Do(req)
	answer, _ := io.ReadAll(resp.Body)
	return answer
}

func sms(to string) {
	http.Post("https://api.twilio.com/2010-04-01/Accounts/AC1/Messages.json", "application/x-www-form-urlencoded", nil)
	go http.Get("https://api.bring.com/tracking/" + to)
}

type sender interface{ Send(to string) error }

type texts struct{}

func (texts) Send(to string) error {
	_, err := http.Get("https://api.twilio.com/" + to)
	return err
}

func notify(s sender, to string) { s.Send(to) }

func run() {
	notify(texts{}, "+4712345678")
	http.Get("https://api.vipps.no/epayment/v1/payments/acme-shop-1") // want `answer 0 -1 1`
}
