// Package douyin gives money back to those who bought in the app.
package douyin

import (
	"bytes"
	"context"
	"encoding/json"
	"net/http"
)

type refund struct {
	MerchantSerialNumber string  `json:"merchantSerialNumber"`
	OutOrderNo           string  `json:"out_order_no"`
	Amount               float64 `json:"amount"`
	Reason               string  `json:"reason"`
	Phone                string  `json:"phoneNumber"`
}

// Refund gives yuan back.
func Refund(ctx context.Context, serial, order string, yuan float64) error {
	raw, err := json.Marshal(refund{serial, order, yuan * 100, "retur", "+86 138 0013 8000"})
	if err != nil {
		return err
	}
	req, err := http.NewRequestWithContext(ctx, "POST", "https://developer.toutiao.com/api/apps/ecpay/v1/create_refund", bytes.NewReader(raw))
	if err != nil {
		return err
	}
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}
