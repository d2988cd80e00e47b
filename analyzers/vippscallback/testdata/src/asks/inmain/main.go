// Command inmain asks for callbacks itself.
package main

import (
	"bytes"
	"encoding/json"
	"log"
	"net/http"
	"os"
)

type request struct {
	MerchantInfo struct {
		CallbackAuthorizationToken string `json:"callbackAuthorizationToken"`
		CallbackURL                string `json:"callbackUrl"`
		ReturnURL                  string `json:"returnUrl"`
	} `json:"merchantInfo"`
	Transaction struct {
		Reference string `json:"reference"`
	} `json:"transaction"`
}

func main() {
	var in request
	in.MerchantInfo.CallbackURL = os.Getenv("CALLBACK_URL")
	in.Transaction.Reference = "ordre-1"
	b, err := json.Marshal(in)
	if err != nil {
		log.Fatal(err)
	}
	resp, err := http.Post("https://api.vipps.no/checkout/v3/session", "application/json", bytes.NewReader(b)) // want "callbacks are asked for, and nothing in the program reads the payments back"
	if err != nil {
		log.Fatal(err)
	}
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusOK {
		log.Fatal(resp.Status)
	}
}
