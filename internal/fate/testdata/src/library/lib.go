// Package library asks by client libraries.
package library

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log"

	"github.com/dghubble/sling"
	"github.com/go-resty/resty/v2"
	"github.com/gojek/heimdall/v7/httpclient"
	"github.com/hashicorp/go-retryablehttp"
	"github.com/imroc/req/v3"
	resty3 "resty.dev/v3"
)

var errBad = errors.New("bad")

type payment struct{ State string }

type problem struct{ Title string }

func restyRight(c *resty.Client) (*payment, error) {
	var p payment
	resp, err := c.R().SetResult(&p).Get("x") // status: checked
	if err != nil {
		return nil, err
	}
	if resp.IsError() {
		return nil, fmt.Errorf("status %d", resp.StatusCode())
	}
	return &p, nil
}

func restyBad(c *resty.Client) (*payment, error) {
	var p payment
	_, err := c.R().SetResult(&p).Get("x") // status: lost at return &p, nil
	if err != nil {
		return nil, err
	}
	return &p, nil
}

func restyBodyBad(c *resty.Client) error {
	resp, err := c.R().Get("x") // status: lost at resp.Body()
	if err != nil {
		return err
	}
	return json.Unmarshal(resp.Body(), &payment{})
}

func restyResultBad(c *resty.Client) (*payment, error) {
	resp, err := c.R().SetResult(&payment{}).Get("x") // status: lost at resp.Result()
	if err != nil {
		return nil, err
	}
	return resp.Result().(*payment), nil
}

func restyPrintedBad(c *resty.Client) error {
	resp, err := c.R().Get("x") // status: lost at return nil
	if err != nil {
		return err
	}
	log.Print(resp.Status(), resp.Header().Get("x"))
	return nil
}

func restyCodeRight(c *resty.Client) error {
	resp, err := c.R().Get("x") // status: checked
	if err != nil {
		return err
	}
	switch resp.StatusCode() {
	case 200, 201:
		return nil
	}
	return errBad
}

func restyCodes(c *resty.Client) error {
	resp, err := c.R().Get("x") // codes: 200+ by resp.StatusCode() != 200 201- 404- 500-
	if err != nil {
		return err
	}
	if resp.StatusCode() != 200 {
		return errBad
	}
	return nil
}

func restySuccess(c *resty.Client) error {
	resp, err := c.R().Get("x") // codes: 200+ by resp.IsSuccess() 201+ 404- 500-
	if err != nil {
		return err
	}
	if !resp.IsSuccess() {
		return errBad
	}
	return nil
}

func restyErrorObjectRight(c *resty.Client) error {
	resp, err := c.R().SetError(&problem{}).Get("x") // status: checked
	if err != nil {
		return err
	}
	if p, ok := resp.Error().(*problem); ok && p.Title != "" {
		return errBad
	}
	return nil
}

func restyFailureRight(c *resty.Client) error {
	var bad problem
	_, err := c.R().SetError(&bad).Get("x") // status: checked
	if err != nil {
		return err
	}
	if bad.Title != "" {
		return errBad
	}
	return nil
}

func restyFailureInStepsRight(c *resty.Client) error {
	var bad problem
	r := c.R()
	r.SetError(&bad)
	_, err := r.Get("x") // status: checked
	if err != nil {
		return err
	}
	if bad.Title != "" {
		return errBad
	}
	return nil
}

func restyFailureBad(c *resty.Client) error {
	var bad problem
	_, err := c.R().SetError(&bad).Get("x") // status: lost at return err
	return err
}

func restyRawRight(c *resty.Client) error {
	resp, err := c.R().Get("x") // status: checked
	if err != nil {
		return err
	}
	if resp.RawResponse.StatusCode >= 400 {
		return errBad
	}
	return nil
}

func restyRawBad(c *resty.Client) error {
	resp, err := c.R().Get("x") // status: lost at resp.RawResponse.Body
	if err != nil {
		return err
	}
	_, err = io.ReadAll(resp.RawResponse.Body)
	return err
}

func check(resp *resty.Response) error {
	if resp.IsError() {
		return errBad
	}
	return nil
}

func restyHelperRight(c *resty.Client) error {
	resp, err := c.R().Get("x") // status: checked
	if err != nil {
		return err
	}
	return check(resp)
}

func restyHandedOn(c *resty.Client) (*resty.Response, error) {
	return c.R().Get("x") // status: handed on 0
}

func resty3Right(c *resty3.Client) error {
	resp, err := c.R().Get("x") // status: checked
	if err != nil {
		return err
	}
	if resp.IsStatusFailure() {
		return errBad
	}
	return nil
}

func resty3Bad(c *resty3.Client) error {
	resp, err := c.R().Get("x") // status: lost at resp.Body
	if err != nil {
		return err
	}
	_, err = io.ReadAll(resp.Body)
	return err
}

func reqRight(c *req.Client) error {
	resp, err := c.R().Get("x") // status: checked
	if err != nil {
		return err
	}
	if !resp.IsSuccessState() {
		return errBad
	}
	return resp.Into(&payment{})
}

func reqFieldRight(c *req.Client) error {
	resp, err := c.R().Get("x") // status: checked
	if err != nil {
		return err
	}
	if resp.StatusCode != 200 {
		return errBad
	}
	return nil
}

func reqBad(c *req.Client) error {
	resp, err := c.R().Get("x") // status: lost at resp.Into(&payment{})
	if err != nil {
		return err
	}
	return resp.Into(&payment{})
}

func slingRight() error {
	resp, err := sling.New().Path("x").Receive(&payment{}, nil) // status: checked
	if err != nil {
		return err
	}
	if resp.StatusCode != 200 {
		return errBad
	}
	return nil
}

func slingFailureRight() error {
	var bad problem
	_, err := sling.New().Path("x").Receive(&payment{}, &bad) // status: checked
	if err != nil {
		return err
	}
	if bad.Title != "" {
		return errBad
	}
	return nil
}

func slingBad() error {
	_, err := sling.New().Path("x").Receive(&payment{}, nil) // status: lost at return err
	return err
}

func retryableRight(c *retryablehttp.Client) error {
	resp, err := c.Get("x") // status: checked
	if err != nil {
		return err
	}
	if resp.StatusCode != 200 {
		return errBad
	}
	return nil
}

func retryableBad(c *retryablehttp.Client) error {
	resp, err := c.Get("x") // status: lost at resp.Body
	if err != nil {
		return err
	}
	_, err = io.ReadAll(resp.Body)
	return err
}

func heimdallRight(c *httpclient.Client) error {
	resp, err := c.Get("x", nil) // status: checked
	if err != nil {
		return err
	}
	if resp.StatusCode >= 300 {
		return errBad
	}
	return nil
}

func heimdallBad(c *httpclient.Client) error {
	resp, err := c.Get("x", nil) // status: lost at resp.Body
	if err != nil {
		return err
	}
	_, err = io.ReadAll(resp.Body)
	return err
}
