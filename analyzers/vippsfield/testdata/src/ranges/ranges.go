// Package ranges has numbers that are too small or too large.
package ranges

import (
	"bytes"
	"encoding/json"
	"errors"
	"net/http"
)

type charge struct {
	Amount    int    `json:"amount"`
	Due       string `json:"due"`
	RetryDays int    `json:"retryDays"`
	Type      string `json:"transactionType"`
}

type interval struct {
	Unit  string `json:"unit"`
	Count int    `json:"count"`
}

type agreement struct {
	Interval *interval `json:"interval"`
}

type create struct {
	MinimumUserAge *int `json:"minimumUserAge"`
	QR             struct {
		Format string `json:"format"`
		Size   int    `json:"size,omitempty"`
	} `json:"qrFormat"`
}

func send(method, path string, body any) error {
	raw, err := json.Marshal(body)
	if err != nil {
		return err
	}
	req, err := http.NewRequest(method, "https://api.vipps.no"+path, bytes.NewReader(raw))
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

const days = 2 * 7

func Charge(id string) error {
	return errors.Join(
		send("POST", "/recurring/v3/agreements/"+id+"/charges", charge{Amount: 34900, RetryDays: days}),
		send("POST", "/recurring/v3/agreements/"+id+"/charges", charge{Amount: 34900}),
		send("POST", "/recurring/v3/agreements/"+id+"/charges", charge{Amount: 34900, RetryDays: 30}), // want `retryDays is 30, and POST /recurring/v3/agreements/\{agreementId\}/charges takes 0 to 14`
	)
}

func Agreement() error {
	return errors.Join(
		send("POST", "/recurring/v3/agreements", agreement{&interval{"MONTH", 1}}),
		send("POST", "/recurring/v3/agreements", agreement{&interval{"DAY", 60}}), // want `interval.count is 60.*takes 1 to 31`
	)
}

func QR(size int) error {
	var small, right create
	small.QR.Format, right.QR.Format = "IMAGE/PNG", "IMAGE/PNG"
	small.QR.Size = 50 // want `qrFormat.size is 50.*takes 100 to 2000`
	right.QR.Size = size
	return errors.Join(send("POST", "/epayment/v1/payments", small), send("POST", "/epayment/v1/payments", right))
}

func Age() error {
	adult, wrong := 18, 180
	return errors.Join(
		send("POST", "/epayment/v1/payments", create{MinimumUserAge: &adult}),
		send("POST", "/epayment/v1/payments", create{MinimumUserAge: &wrong}), // want `minimumUserAge is 180`
	)
}

// Monthly is what months makes of what it is given.
func Monthly() error {
	return errors.Join(
		send("POST", "/recurring/v3/agreements", months(12)),
		send("POST", "/recurring/v3/agreements", months(36)), // want `interval.count is 36.*takes 1 to 31`
	)
}

func months(count int) agreement {
	return agreement{
		&interval{
			"MONTH",
			count,
		},
	}
}
