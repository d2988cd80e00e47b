// Package httplib asks Vipps by general client libraries.
package httplib

import (
	"bytes"
	"context"
	"net/http"

	"github.com/carlmjohnson/requests"
	"github.com/dghubble/sling"
	"github.com/go-resty/resty/v2"
	"github.com/gojek/heimdall/v7/httpclient"
	"github.com/hashicorp/go-retryablehttp"
)

type amount struct {
	Currency string `json:"currency"`
	Value    int64  `json:"value"`
}

type modification struct {
	ModificationAmount amount `json:"modificationAmount"`
}

type shop struct{ rc *resty.Client }

func newShop(msn string) *shop {
	return &shop{rc: resty.New().SetBaseURL("https://api.vipps.no").SetRetryCount(3)}
}

func (s *shop) capture(ref string, ore int64) error {
	_, err := s.rc.R(). // want `place modificationAmount.value typed`
				SetBody(modification{amount{"NOK", ore}}).
				Post("/epayment/v1/payments/" + ref + "/capture") // want `POST /epayment/v1/payments/{reference}/capture answer 0 -1 1`
	return err
}

// pathParam has the library fill in the reference.
func (s *shop) pathParam(ref string) (*resty.Response, error) {
	return s.rc.R().SetPathParam("ref", ref).Get("/epayment/v1/payments/{ref}") // want `GET /epayment/v1/payments/{reference} answer 0 -1 1`
}

func (s *shop) callers(ref string) {
	s.pathParam(ref) // want `GET /epayment/v1/payments/{reference} answer 0 -1 1`
}

// steps sets the parts one by one.
func steps(msn, path string) {
	client := resty.New()
	client.SetHeader("Merchant-Serial-Number", msn)
	req := client.R()
	req.SetBody(map[string]any{"reference": "acme-shop-1"})
	req.Execute("POST", path) // want `answer 0 -1 1`
}

// general is completed by its caller.
func (s *shop) general(method, path string) error {
	_, err := s.rc.R().Execute(method, path) // want `POST /epayment/v1/payments/{reference}/cancel answer 0 -1 1`
	return err
}

func (s *shop) cancel(ref string) {
	s.general("POST", "/epayment/v1/payments/"+ref+"/cancel") // want `POST /epayment/v1/payments/{reference}/cancel answer -1 -1 0`
}

func retried(ref string) error {
	client := retryablehttp.NewClient()
	client.RetryMax = 3
	req, err := retryablehttp.NewRequest("POST", "https://api.vipps.no/epayment/v1/payments/"+ref+"/cancel", nil)
	if err != nil {
		return err
	}
	resp, err := client.Do(req) // want `POST /epayment/v1/payments/{reference}/cancel answer 0 -1 1`
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	client.StandardClient().Get("https://api.vipps.no/epayment/v1/payments/" + ref) // want `GET /epayment/v1/payments/{reference} answer 0 -1 1`
	return nil
}

func retriedByHeader(url, msn string) {
	plain, _ := http.NewRequest("POST", url, nil)
	plain.Header.Set("Merchant-Serial-Number", msn)
	req, _ := retryablehttp.FromRequest(plain)
	retryablehttp.NewClient().Do(req) // want `Vipps answer 0 -1 1`
	other, _ := retryablehttp.NewRequest("POST", url, nil)
	other.Header.Set("Merchant-Serial-Number", msn)
	retryablehttp.NewClient().Do(other) // want `Vipps answer 0 -1 1`
}

func byHeimdall(ref string) {
	c := httpclient.NewClient()
	c.Get("https://api.vipps.no/epayment/v1/payments/"+ref, nil) // want `GET /epayment/v1/payments/{reference} answer 0 -1 1`
	headers := http.Header{}
	headers.Set("Merchant-Serial-Number", "123456")
	c.Post(ref, bytes.NewReader(nil), headers) // want `Vipps answer 0 -1 1`
}

func byRequests(ctx context.Context, ref string, ore int64) {
	requests.URL("https://api.vipps.no"). // want `place modificationAmount.value typed`
						Pathf("/epayment/v1/payments/%s/refund", ref).
						BodyJSON(modification{amount{"NOK", ore}}).
						Fetch(ctx) // want `POST /epayment/v1/payments/{reference}/refund answer -1 -1 0`
	var out struct{ State string }
	requests.URL("/epayment/v1/payments/" + ref).Host("api.vipps.no").ToJSON(&out).Fetch(ctx) // want `GET /epayment/v1/payments/{reference} answer -1 -1 0`
}

func bySling(ref string) {
	base := sling.New().Base("https://api.vipps.no/")
	var out, problem struct{ State string }
	base.New().Get("epayment/v1/payments/" + ref).ReceiveSuccess(&out)             // want `GET /epayment/v1/payments/{reference} answer 0 -1 1`
	base.New().Post("epayment/v1/payments/"+ref+"/cancel").Receive(&out, &problem) // want `POST /epayment/v1/payments/{reference}/cancel answer 0 -1 1`
}

func elsewhere(ctx context.Context) {
	resty.New().SetBaseURL("https://api.bring.com").R().SetHeader("Ocp-Apim-Subscription-Key", "key").Get("/tracking")
	requests.URL("https://api.cognitive.microsoft.com/bing/v7.0/search").Header("Ocp-Apim-Subscription-Key", "key").Fetch(ctx)
	sling.New().Base("https://api.twilio.com/").Post("2010-04-01/Messages.json").ReceiveSuccess(nil)
	httpclient.NewClient().Get("https://api.bring.com/tracking", nil)
	retryablehttp.NewClient().Get("https://api.bring.com/tracking")
}
