// Command rapport prints the sales of a file as the accountant wants them.
package main

import (
	"encoding/csv"
	"encoding/json"
	"log"
	"os"
	"strconv"
)

func main() {
	var rows []struct {
		Reference string `json:"reference"`
		Amount    struct {
			Value    int64  `json:"value"`
			Currency string `json:"currency"`
		} `json:"amount"`
		Fee float64 `json:"fee"`
	}
	if err := json.NewDecoder(os.Stdin).Decode(&rows); err != nil {
		log.Fatal(err)
	}
	w := csv.NewWriter(os.Stdout)
	for _, r := range rows {
		kr := float64(r.Amount.Value) / 100
		rec := []string{r.Reference, strconv.FormatFloat(kr, 'f', 2, 64), strconv.FormatInt(int64(r.Fee*100), 10)}
		if err := w.Write(rec); err != nil {
			log.Fatal(err)
		}
	}
	w.Flush()
	if err := w.Error(); err != nil {
		log.Fatal(err)
	}
}
