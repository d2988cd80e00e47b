// Package printed prints amounts by every verb.
package printed

import (
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"net/http"
	"strconv"
	"strings"
)

func send(ref, body string) error {
	req, err := http.NewRequest("POST", "https://api.vipps.no/epayment/v1/payments/"+ref+"/capture", strings.NewReader(body))
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

func Float(ref string, price float64, how int) error {
	switch how {
	case 1:
		return send(ref, fmt.Sprintf(`{"modificationAmount":{"currency":"NOK","value":%v}}`, price*100)) // want `printed from a float`
	case 2:
		return send(ref, fmt.Sprintf(`{"modificationAmount":{"currency":"NOK","value":%g}}`, price*100)) // want `printed from a float`
	case 3:
		return send(ref, fmt.Sprintf(`{"modificationAmount":{"currency":"NOK","value":%f}}`, price*100)) // want `19.99\*100 is sent as 1999.000000`
	case 4:
		return send(ref, fmt.Sprintf(`{"modificationAmount":{"currency":"NOK","value":%e}}`, price*100)) // want `19.99\*100 is sent as 1.999000e\+03`
	case 5:
		return send(ref, fmt.Sprintf(`{"modificationAmount":{"currency":"NOK","value":%.0f}}`, price*100)) // rounds
	case 6:
		return send(ref, fmt.Sprintf(`{"modificationAmount":{"currency":"NOK","value":%.f}}`, price*100)) // rounds
	}
	return nil
}

func Whole(ref string, price float64, how int) error {
	switch how {
	case 1:
		return send(ref, fmt.Sprintf(`{"modificationAmount":{"currency":"NOK","value":%v}}`, math.Round(price*100)))
	case 2:
		return send(ref, fmt.Sprintf(`{"modificationAmount":{"currency":"NOK","value":%g}}`, math.Round(price*100)))
	case 3:
		return send(ref, fmt.Sprintf(`{"modificationAmount":{"currency":"NOK","value":%f}}`, math.Round(price*100))) // want `printed with decimals \(1999 is sent as 1999.000000\)`
	case 4:
		return send(ref, fmt.Sprintf(`{"modificationAmount":{"currency":"NOK","value":%e}}`, math.Round(price*100))) // want `printed with decimals \(1999 is sent as 1.999000e\+03\)`
	case 5:
		return send(ref, fmt.Sprintf(`{"modificationAmount":{"currency":"NOK","value":%.0f}}`, math.Round(price*100)))
	case 6:
		return send(ref, fmt.Sprintf(`{"modificationAmount":{"currency":"NOK","value":%.2f}}`, math.Round(price*100))) // want `printed with decimals \(1999 is sent as 1999.00\)`
	}
	return nil
}

func Formatted(ref string, price float64, how int) error {
	switch how {
	case 1:
		return send(ref, `{"modificationAmount":{"currency":"NOK","value":`+strconv.FormatFloat(price*100, 'f', -1, 64)+`}}`) // want `printed from a float`
	case 2:
		return send(ref, `{"modificationAmount":{"currency":"NOK","value":`+strconv.FormatFloat(price*100, 'f', 2, 64)+`}}`) // want `printed from a float`
	case 3:
		return send(ref, `{"modificationAmount":{"currency":"NOK","value":`+strconv.FormatFloat(price*100, 'f', 0, 64)+`}}`) // rounds
	}
	return nil
}

func FormattedWhole(ref string, price float64, how int) error {
	switch how {
	case 1:
		return send(ref, `{"modificationAmount":{"currency":"NOK","value":`+strconv.FormatFloat(math.Round(price*100), 'f', -1, 64)+`}}`)
	case 2:
		return send(ref, `{"modificationAmount":{"currency":"NOK","value":`+strconv.FormatFloat(math.Round(price*100), 'f', 2, 64)+`}}`) // want `printed with decimals`
	case 3:
		return send(ref, `{"modificationAmount":{"currency":"NOK","value":`+strconv.FormatFloat(math.Round(price*100), 'f', 0, 64)+`}}`)
	case 4:
		return send(ref, `{"modificationAmount":{"currency":"NOK","value":`+strconv.FormatInt(int64(math.Round(price*100)), 10)+`}}`)
	}
	return nil
}

// Cut is printed without decimals, and one øre short.
func Cut(ref string, price float64) error {
	return send(ref, fmt.Sprintf(`{"modificationAmount":{"currency":"NOK","value":%.0f}}`, math.Floor(price*100))) // want `cut to whole øre, not rounded, by math.Floor \(19.99 kr becomes 1998\)`
}

// Raised is one øre too much for some prices.
func Raised(ref string, price float64) error {
	ore := math.Ceil(price * 100)
	return send(ref, fmt.Sprintf(`{"modificationAmount":{"currency":"NOK","value":%v}}`, ore)) // want `rounded up to whole øre, not to the nearest, by math.Ceil \(69.90 kr becomes 6991\)`
}

// Discounted is rounded down on purpose.
func Discounted(ref string, ore int64) error {
	return send(ref, fmt.Sprintf(`{"modificationAmount":{"currency":"NOK","value":%.0f}}`, math.Floor(float64(ore)*0.75)))
}

// Precision is an argument, and 0 here.
func Precision(ref string, price float64) error {
	return send(ref, fmt.Sprintf(`{"modificationAmount":{"currency":"NOK","value":%.*f}}`, 0, price*100))
}

func marshal(ref string, body any) error {
	raw, err := json.Marshal(body)
	if err != nil {
		return err
	}
	return send(ref, string(raw))
}

func Raw(ref string, price float64) error {
	return marshal(ref, map[string]any{"modificationAmount": map[string]any{
		"currency": "NOK",
		"value":    json.RawMessage(fmt.Sprintf("%.2f", price*100)), // want `amount is a float`
	}})
}

func RawWhole(ref string, price float64) error {
	return marshal(ref, map[string]any{"modificationAmount": map[string]any{
		"currency": "NOK",
		"value":    json.RawMessage(fmt.Sprintf("%.0f", math.Round(price*100))),
	}})
}

func Number(ref string, price float64) error {
	return marshal(ref, map[string]any{"modificationAmount": map[string]any{
		"currency": "NOK",
		"value":    json.Number(strconv.FormatFloat(price*100, 'f', -1, 64)), // want `amount is a float`
	}})
}

func NumberWhole(ref string, price float64) error {
	return marshal(ref, map[string]any{"modificationAmount": map[string]any{
		"currency": "NOK",
		"value":    json.Number(strconv.FormatInt(int64(math.Round(price*100)), 10)),
	}})
}

// Again prints the same number once as it should be and once with decimals.
func Again(ref string, price float64) error {
	ore := math.Round(price * 100)
	if err := send(ref, fmt.Sprintf(`{"modificationAmount":{"currency":"NOK","value":%.0f}}`, ore)); err != nil {
		return err
	}
	return send(ref, fmt.Sprintf(`{"modificationAmount":{"currency":"NOK","value":%.2f}}`, ore)) // want `printed with decimals`
}
