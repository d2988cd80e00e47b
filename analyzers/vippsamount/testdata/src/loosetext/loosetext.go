// Package loosetext puts JSON texts together in pieces.
package loosetext

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"math"
	"net/http"
	"strconv"
	"strings"
)

func send(ref string, body io.Reader) error {
	req, err := http.NewRequest("POST", "https://api.vipps.no/epayment/v1/payments/"+ref+"/refund", body)
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

func Fprintf(ref string, price float64) error {
	var buf bytes.Buffer
	fmt.Fprintf(&buf, `{"modificationAmount":{"currency":"NOK","value":%v}}`, price*100) // want `printed from a float`
	return send(ref, &buf)
}

func FprintfRight(ref string, price float64) error {
	var buf bytes.Buffer
	fmt.Fprintf(&buf, `{"modificationAmount":{"currency":"NOK","value":%d}}`, int(math.Round(price*100)))
	return send(ref, &buf)
}

func FprintfCut(ref string, price float64) error {
	var buf bytes.Buffer
	fmt.Fprintf(&buf, `{"modificationAmount":{"currency":"NOK","value":%d}}`, int(price*100)) // want `cut to whole øre`
	return send(ref, &buf)
}

func Appendf(ref string, price float64) error {
	text := fmt.Appendf(nil, `{"modificationAmount":{"currency":"NOK","value":%.1f}}`, price*100) // want `printed from a float`
	return send(ref, bytes.NewReader(text))
}

func AppendfRight(ref string, ore int64) error {
	return send(ref, bytes.NewReader(fmt.Appendf(nil, `{"modificationAmount":{"currency":"NOK","value":%d}}`, ore)))
}

func Builder(ref string, price float64) error {
	var b strings.Builder
	b.WriteString(`{"modificationAmount":{"currency":"NOK","value":`)
	b.WriteString(strconv.FormatFloat(price*100, 'f', 1, 64)) // want `printed from a float`
	b.WriteString(`}}`)
	return send(ref, strings.NewReader(b.String()))
}

func BuilderRight(ref string, price float64) error {
	var b strings.Builder
	b.WriteString(`{"modificationAmount":{"currency":"NOK","value":`)
	b.WriteString(strconv.Itoa(int(math.Round(price * 100))))
	b.WriteString(`}}`)
	return send(ref, strings.NewReader(b.String()))
}

func BuilderCut(ref string, price float64) error {
	var b strings.Builder
	b.WriteString(`{"modificationAmount":{"currency":"NOK","value":`)
	b.WriteString(strconv.Itoa(int(price * 100))) // want `cut to whole øre`
	b.WriteString(`}}`)
	return send(ref, strings.NewReader(b.String()))
}

func Concatenated(ref string, price float64) error {
	text := `{"modificationAmount":{"currency":"NOK","value":` + fmt.Sprint(price*100) + `}}` // want `printed from a float`
	return send(ref, strings.NewReader(text))
}

func ConcatenatedRight(ref string, ore int) error {
	text := `{"modificationAmount":{"currency":"NOK","value":` + strconv.Itoa(ore) + `}}`
	return send(ref, strings.NewReader(text))
}

func Replaced(ref string, price float64) error {
	const form = `{"modificationAmount":{"currency":"NOK","value":AMOUNT}}`
	text := strings.Replace(form, "AMOUNT", fmt.Sprintf("%v", price*100), 1) // want `printed from a float`
	return send(ref, strings.NewReader(text))
}

func ReplacedRight(ref string, price float64) error {
	const form = `{"modificationAmount":{"currency":"NOK","value":AMOUNT}}`
	text := strings.Replace(form, "AMOUNT", fmt.Sprintf("%.0f", price*100), 1)
	return send(ref, strings.NewReader(text))
}
