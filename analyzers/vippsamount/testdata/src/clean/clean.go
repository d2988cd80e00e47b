// Package clean has amounts that are right, in the forms in which they are
// made.
package clean

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"log"
	"math"
	"net/http"
	"strconv"
	"time"
)

type body struct {
	ModificationAmount struct {
		Currency string `json:"currency"`
		Value    int64  `json:"value"`
	} `json:"modificationAmount"`
}

func capture(ref string, ore int64) error {
	var b body
	b.ModificationAmount.Currency = "NOK"
	b.ModificationAmount.Value = ore
	raw, err := json.Marshal(b)
	if err != nil {
		return err
	}
	req, err := http.NewRequest("POST", "https://api.vipps.no/epayment/v1/payments/"+ref+"/capture", bytes.NewReader(raw))
	if err != nil {
		return err
	}
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if resp.StatusCode != 200 {
		return errors.New(resp.Status)
	}
	return nil
}

const price = 19.99

// Constants are exact.
func Constants(ref string) error {
	const total = price * 100
	if err := capture(ref, int64(total)); err != nil {
		return err
	}
	return capture(ref, 3*int64(price*100))
}

func RoundToEven(ref string, kroner float64) error {
	return capture(ref, int64(math.RoundToEven(kroner*100)))
}

func HalfUp(ref string, kroner float64) error {
	return capture(ref, int64(math.Floor(kroner*100+0.5)))
}

func RoundedEarly(ref string, kroner float64, count int) error {
	ore := math.Round(kroner * 100)
	return capture(ref, int64(ore)*int64(count))
}

func RoundedAndAdded(ref string, kroner, freight float64) error {
	return capture(ref, int64(math.Round(kroner*100)+math.Round(freight*100)))
}

func FromInteger(ref string, ore int64) error {
	f := float64(ore)
	return capture(ref, int64(f))
}

func Parsed(ref, text string) error {
	ore, err := strconv.ParseInt(text, 10, 64)
	if err != nil {
		return err
	}
	return capture(ref, ore)
}

func ParsedParts(ref, kroner, ore string) error {
	k, err := strconv.Atoi(kroner)
	if err != nil {
		return err
	}
	o, err := strconv.Atoi(ore)
	if err != nil {
		return err
	}
	return capture(ref, int64(k*100+o))
}

func Casts(ref string, a int32, b uint16, c int) error {
	return capture(ref, int64(a)+int64(b)*int64(c)/100)
}

// Shown and logged only.
func Shown(ref string, ore int64) error {
	log.Printf("capturing %.2f kr, about %d", float64(ore)/100, int64(float64(ore)/100))
	fmt.Println(int64(float64(ore) * 1.25))
	return capture(ref, ore)
}

// Rent counts whole days, and takes the price of each.
func Rent(ref string, from time.Time) error {
	days := int64(time.Since(from).Hours() / 24)
	return capture(ref, days*4950)
}

// Parcels counts full boxes of five kilos.
func Parcels(ref string, kilos float64, each int64) error {
	return capture(ref, int64(kilos/5)*each)
}

// Days are counted in one function and priced in another.
func Days(ref string, from time.Time) error {
	if err := perDay(ref, 1); err != nil {
		return err
	}
	return perDay(ref, int64(time.Since(from).Hours()/24))
}

func perDay(ref string, days int64) error { return capture(ref, days*4950) }
