package vippsresponse_test

const (
	vipps    = "https://api.vipps.no"
	payments = `"/epayment/v1/payments/"+ref`
	charges  = `"/recurring/v3/agreements/"+ref+"/charges`
)

// The codes are those of the published specifications.
var operations = []operation{
	{name: "ePayment create", method: "POST", host: vipps, path: `"/epayment/v1/payments"`, success: []int{201}},
	{name: "ePayment get", method: "GET", host: vipps, path: payments, success: []int{200}},
	{name: "ePayment capture", method: "POST", host: vipps, path: payments + `+"/capture"`, success: []int{200}},
	{name: "ePayment cancel", method: "POST", host: vipps, path: payments + `+"/cancel"`, success: []int{200}},
	{name: "ePayment refund", method: "POST", host: vipps, path: payments + `+"/refund"`, success: []int{200}},
	{name: "eCom details", method: "GET", host: vipps, path: `"/ecomm/v2/payments/"+ref+"/details"`, success: []int{200}},
	{name: "eCom capture", method: "POST", host: vipps, path: `"/ecomm/v2/payments/"+ref+"/capture"`, success: []int{200}},
	{name: "Recurring charge", method: "POST", host: vipps, path: charges + `"`, success: []int{201}},
	{name: "Recurring capture", method: "POST", host: vipps, path: charges + `/"+ref+"/capture"`, success: []int{202, 204}},
	{name: "Recurring agreement", method: "GET", host: vipps, path: `"/recurring/v3/agreements/"+ref`, success: []int{200}},
	{name: "Checkout session", method: "POST", host: vipps, path: `"/checkout/v3/session"`, success: []int{200}},
	{name: "access token", method: "POST", host: vipps, path: `"/accesstoken/get"`, success: []int{200}},
}

// Nothing has to be said of those.
var otherOperations = []operation{
	{name: "Azure vision", method: "POST", host: "https://shop.cognitiveservices.azure.com", path: `"/vision/v3.2/analyze"`, success: []int{200}, others: true},
	{name: "Bing search", method: "GET", host: "https://api.bing.microsoft.com", path: `"/v7.0/search?q="+ref`, success: []int{200}, others: true},
	{name: "Swish payment", method: "POST", host: "https://cpc.getswish.net", path: `"/swish-cpcapi/api/v1/paymentrequests"`, success: []int{201}, others: true},
	{name: "Swish status", method: "GET", host: "https://cpc.getswish.net", path: `"/swish-cpcapi/api/v1/paymentrequests/"+ref`, success: []int{200}, others: true},
	{name: "Stripe capture", method: "POST", host: "https://api.stripe.com", path: `"/v1/payment_intents/"+ref+"/capture"`, success: []int{200}, others: true},
	{name: "Klarna capture", method: "POST", host: "https://api.klarna.com", path: `"/ordermanagement/v1/orders/"+ref+"/captures"`, success: []int{201}, others: true},
	{name: "own service", method: "GET", host: "https://shop.example", path: `"/orders/"+ref`, success: []int{200}, others: true},
}

const newRequest = `req$N, err$N := http.NewRequest($METHOD, $URL, strings.NewReader("{}"))
	if err$N != nil {
		panic(err$N)
	}
	req$N.Header.Set("Ocp-Apim-Subscription-Key", os.Getenv("KEY"))`

// api is a client that a merchant writes, whose method send does everything but
// look at the answer.
const api = `type api$N struct {
		http *http.Client
		base string
	}

	func newAPI$N() *api$N { return &api$N{http: $CLIENT, base: $HOST} }

	func (a *api$N) send(method, path string) (*http.Response, error) {
		req, err := http.NewRequest(method, a.base+path, strings.NewReader("{}"))
		if err != nil {
			return nil, err
		}
		req.Header.Set("Ocp-Apim-Subscription-Key", os.Getenv("KEY"))
		return a.http.Do(req)
	}`

const anyGood = `resp.StatusCode < 200 || resp.StatusCode > 299`

var sources = []source{
	{name: "http.Get", method: "GET", call: `http.Get($URL)`},
	{name: "http.Post", method: "POST", call: `http.Post($URL, "application/json", strings.NewReader("{}"))`},
	{name: "DefaultClient.Do", before: newRequest, call: `http.DefaultClient.Do(req$N)`},
	{name: "client of its own", before: newRequest + `
	client$N := &http.Client{Timeout: 10 * time.Second}`, call: `client$N.Do(req$N)`},
	{name: "request with a context", before: `req$N, err$N := http.NewRequestWithContext(context.Background(), $METHOD, $URL, nil)
	if err$N != nil {
		panic(err$N)
	}`, call: `http.DefaultClient.Do(req$N)`},
	{name: "formatted URL", decl: `func url$N(ref string) string { return fmt.Sprintf("%s%s", $HOST, $PATH) }`,
		before: `req$N, err$N := http.NewRequest($METHOD, url$N(ref), http.NoBody)
	if err$N != nil {
		panic(err$N)
	}`, call: `http.DefaultClient.Do(req$N)`},
	{name: "client field", decl: with("http.DefaultClient", api), call: `newAPI$N().send($METHOD, $PATH)`},
	{name: "client of a package", decl: with("&http.Client{Timeout: time.Minute}", api) + "\n\nvar client$N = newAPI$N()", call: `client$N.send($METHOD, $PATH)`},
	{name: "transport that logs", decl: with("&http.Client{Transport: logging$N{http.DefaultTransport}}", api) + `

	type logging$N struct{ next http.RoundTripper }

	func (l logging$N) RoundTrip(req *http.Request) (*http.Response, error) {
		resp, err := l.next.RoundTrip(req)
		if err != nil {
			log.Print(err)
			return nil, err
		}
		log.Println(req.Method, req.URL, resp.StatusCode)
		return resp, nil
	}`, call: `newAPI$N().send($METHOD, $PATH)`},
	{name: "transport that checks", decl: with("&http.Client{Transport: strict$N{http.DefaultTransport}}", api) + `

	type strict$N struct{ next http.RoundTripper }

	func (s strict$N) RoundTrip(req *http.Request) (*http.Response, error) {
		resp, err := s.next.RoundTrip(req)
		if err != nil {
			return nil, err
		}
		if resp.StatusCode >= 400 {
			resp.Body.Close()
			return nil, errors.New(resp.Status)
		}
		return resp, nil
	}`, call: `newAPI$N().send($METHOD, $PATH)`, gives: rawChecked},
	{name: "do", decl: with("http.DefaultClient", api) + `

	func (a *api$N) do(method, path string, out any) error {
		resp, err := a.send(method, path)
		if err != nil {
			return err
		}
		defer resp.Body.Close()
		if ` + anyGood + ` {
			return fmt.Errorf("%s %s: %s", method, path, resp.Status)
		}
		return json.NewDecoder(resp.Body).Decode(out)
	}`, call: `newAPI$N().do($METHOD, $PATH, new(map[string]string))`, gives: onlyError},
	{name: "generic call", decl: with("http.DefaultClient", api) + `

	func call$N[T any](method, path string) (T, error) {
		var out T
		resp, err := newAPI$N().send(method, path)
		if err != nil {
			return out, err
		}
		defer resp.Body.Close()
		if ` + anyGood + ` {
			return out, errors.New(resp.Status)
		}
		err = json.NewDecoder(resp.Body).Decode(&out)
		return out, err
	}`, call: `call$N[map[string]string]($METHOD, $PATH)`, gives: value},
	{name: "bytes and code", decl: with("http.DefaultClient", api) + `

	func (a *api$N) bytes(method, path string) ([]byte, int, error) {
		resp, err := a.send(method, path)
		if err != nil {
			return nil, 0, err
		}
		defer resp.Body.Close()
		body, err := io.ReadAll(resp.Body)
		if err != nil {
			return nil, 0, err
		}
		return body, resp.StatusCode, nil
	}`, call: `newAPI$N().bytes($METHOD, $PATH)`, gives: code},
	{name: "bytes and checked code", decl: with("http.DefaultClient", api) + `

	func (a *api$N) bytes(method, path string) ([]byte, int, error) {
		resp, err := a.send(method, path)
		if err != nil {
			return nil, 0, err
		}
		defer resp.Body.Close()
		body, err := io.ReadAll(resp.Body)
		if err != nil {
			return nil, 0, err
		}
		if resp.StatusCode/100 != 2 {
			return nil, resp.StatusCode, fmt.Errorf("%s: %s: %s", path, resp.Status, body)
		}
		return body, resp.StatusCode, nil
	}`, call: `newAPI$N().bytes($METHOD, $PATH)`, gives: codeChecked},
}
