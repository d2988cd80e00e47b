// Package limitations has wrong amounts that are not found, each with the
// reason.
package limitations

import (
	"errors"
	"fmt"
	"net/http"
	"strings"
)

func send(path, body string) error {
	req, err := http.NewRequest("POST", "https://api.vipps.no"+path, strings.NewReader(body))
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

// ConstantText has an amount that is refused. Only values that are put into a
// text are judged, not what the text itself says.
func ConstantText() error {
	return send("/epayment/v1/payments", `{"amount":{"currency":"NOK","value":50},"reference":"order-0001","userFlow":"WEB_REDIRECT"}`)
}

// PrintedConstant is a constant text after Sprintf.
func PrintedConstant() error {
	return send("/epayment/v1/payments", fmt.Sprintf(`{"amount":{"currency":"NOK","value":%d},"reference":"order-0001","userFlow":"WEB_REDIRECT"}`, 50))
}

// PrecisionElsewhere prints two decimals. The precision is an argument, which
// may be 0, and is not looked for.
func PrecisionElsewhere(ref string, price float64) error {
	return send("/epayment/v1/payments/"+ref+"/capture", fmt.Sprintf(`{"modificationAmount":{"currency":"NOK","value":%.*f}}`, 2, price*100))
}

// AsItIs sends 199.9 for 199.90 kr. What a function of nobody in the package is
// given may be whole: its callers are judged, and here there are none.
func AsItIs(ref string, total float64) error {
	return send("/epayment/v1/payments/"+ref+"/capture", fmt.Sprintf(`{"modificationAmount":{"currency":"NOK","value":%v}}`, total))
}
