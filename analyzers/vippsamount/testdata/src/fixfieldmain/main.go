// A program that no other package can import: its exported types are its own.
package main

import (
	"bytes"
	"encoding/json"
	"flag"
	"log"
	"net/http"
)

type Amount struct {
	Currency string  `json:"currency"`
	Value    float64 `json:"value"` // want `amount field is a float`
}

type Capture struct {
	ModificationAmount *Amount `json:"modificationAmount"`
}

func main() {
	kroner := flag.Float64("kroner", 0, "what to capture; all if 0")
	flag.Parse()
	body := Capture{&Amount{Currency: "NOK", Value: 19900}}
	if *kroner != 0 {
		body.ModificationAmount.Value = 100 * *kroner
	}
	raw, err := json.Marshal(body)
	if err != nil {
		log.Fatal(err)
	}
	req, err := http.NewRequest("POST", "https://api.vipps.no/epayment/v1/payments/order-0001/capture", bytes.NewReader(raw))
	if err != nil {
		log.Fatal(err)
	}
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		log.Fatal(err)
	}
	defer resp.Body.Close()
	if resp.StatusCode != 200 {
		log.Fatal(resp.Status)
	}
}
