// Command kai runs the guest harbour. Guests pay the port authority; this
// program only books. Its API is an Azure API like Vipps' own, api.vipps.no.
package main

import (
	"context"
	"encoding/json"
	"log"
	"net/http"
	"os"

	"havnedata.example/kai/internal/apim"
	"havnedata.example/kai/internal/appconfig"
	"havnedata.example/kai/internal/blob"
	"havnedata.example/kai/internal/jobs"
	"havnedata.example/kai/internal/sms"
)

// csp lets the page show a payment button of another shop.
const csp = "default-src 'self'; connect-src https://api.vipps.no; img-src https://*.vipps.no"

func main() {
	ctx := context.Background()
	key, _ := appconfig.Get(ctx, os.Getenv("APPCONFIG"), os.Getenv("CREDENTIAL"), []byte(os.Getenv("SECRET")), "apim-key")
	night := &jobs.Night{
		Port:  &apim.Client{Base: "https://havn.azure-api.net", Key: key},
		Store: &blob.Store{Account: "kaidata", Key: []byte(os.Getenv("BLOB_KEY"))},
		SMS: func(ctx context.Context, to, text string) {
			sms.Send(ctx, os.Getenv("SMS_ENDPOINT"), os.Getenv("SMS_TOKEN"), to, text)
		},
	}
	http.HandleFunc("POST /natt", func(w http.ResponseWriter, r *http.Request) {
		night.Run(r.Context(), r.URL.Query()["ref"], 350.50)
	})
	// The port authority tells of payments by Event Grid.
	http.HandleFunc("POST /events/payments", func(w http.ResponseWriter, r *http.Request) {
		var events []struct {
			ID   string `json:"id"`
			Type string `json:"eventType"`
			Data struct {
				Reference string  `json:"reference"`
				Amount    float64 `json:"amount"`
			} `json:"data"`
		}
		if err := json.NewDecoder(r.Body).Decode(&events); err != nil {
			http.Error(w, err.Error(), http.StatusBadRequest)
			return
		}
		for _, e := range events {
			log.Printf("%s: %s paid %d øre", e.Type, e.Data.Reference, int64(e.Data.Amount*100))
		}
	})
	http.HandleFunc("GET /", func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Security-Policy", csp)
		w.Write([]byte("Gjestehavna"))
	})
	log.Fatal(http.ListenAndServe(":8080", nil))
}
