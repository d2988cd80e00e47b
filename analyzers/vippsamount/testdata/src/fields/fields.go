// Package fields has amounts in fields that are embedded, promoted, pointers,
// and in elements of lists.
package fields

import (
	"bytes"
	"encoding/json"
	"errors"
	"math"
	"net/http"
)

func post(path string, body any) error {
	raw, err := json.Marshal(body)
	if err != nil {
		return err
	}
	req, err := http.NewRequest("POST", "https://api.vipps.no"+path, bytes.NewReader(raw))
	if err != nil {
		return err
	}
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if resp.StatusCode >= 400 {
		return errors.New(resp.Status)
	}
	return nil
}

func path(ref string) string { return "/epayment/v1/payments/" + ref + "/capture" }

type Value struct {
	Value int64 `json:"value"`
}

type Money struct {
	Value
	Currency string `json:"currency"`
}

type Embedded struct {
	ModificationAmount Money `json:"modificationAmount"`
}

func Promoted(ref string, price float64) error {
	var body Embedded
	body.ModificationAmount.Value.Value = int64(price * 100) // want `cut to whole øre`
	return post(path(ref), body)
}

func PromotedRight(ref string, price float64) error {
	var body Embedded
	body.ModificationAmount.Value.Value = int64(math.Round(price * 100))
	return post(path(ref), body)
}

type Pointer struct {
	ModificationAmount struct {
		Currency string `json:"currency"`
		Value    *int64 `json:"value"`
	} `json:"modificationAmount"`
}

func ByPointer(ref string, price float64) error {
	var body Pointer
	ore := int64(price * 100) // want `cut to whole øre`
	body.ModificationAmount.Value = &ore
	return post(path(ref), body)
}

func ByPointerRight(ref string, price float64) error {
	var body Pointer
	ore := int64(math.Round(price * 100))
	body.ModificationAmount.Value = &ore
	return post(path(ref), body)
}

type Plain struct {
	ModificationAmount struct {
		Currency string `json:"currency"`
		Value    int64  `json:"value"`
	} `json:"modificationAmount"`
}

func Added(ref string, prices []float64) error {
	var body Plain
	for _, p := range prices {
		body.ModificationAmount.Value += int64(p * 100) // want `cut to whole øre`
	}
	return post(path(ref), body)
}

func AddedRight(ref string, prices []float64) error {
	var body Plain
	for _, p := range prices {
		body.ModificationAmount.Value += int64(math.Round(p * 100))
	}
	return post(path(ref), body)
}

func Address(ref string, price float64) error {
	var body Plain
	value := &body.ModificationAmount.Value
	*value = int64(price * 100) // want `cut to whole øre`
	return post(path(ref), body)
}

type Line struct {
	Name        string `json:"name"`
	ID          string `json:"id"`
	TotalAmount int64  `json:"totalAmount"`
}

type Receipt struct {
	OrderLines []Line `json:"orderLines"`
	BottomLine struct {
		Currency string `json:"currency"`
	} `json:"bottomLine"`
}

func Lines(order string, prices []float64) error {
	var body Receipt
	for _, p := range prices {
		body.OrderLines = append(body.OrderLines, Line{"Cod", "cod", int64(p * 100)}) // want `cut to whole øre`
	}
	return post("/order-management/v2/ecom/receipts/"+order, body)
}

func LinesRight(order string, prices []float64) error {
	var body Receipt
	for _, p := range prices {
		body.OrderLines = append(body.OrderLines, Line{"Cod", "cod", int64(math.Round(p * 100))})
	}
	return post("/order-management/v2/ecom/receipts/"+order, body)
}
