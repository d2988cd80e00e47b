package vippsresponse_test

// good looks at the status, so that what is wrong is the reading alone.
const good = `$VARS := $CALL
	if err != nil {
		return "", err
	}
	$CLOSE
	if $STATUS >= 400 {
		return "", errors.New("refused")
	}
	`

// Bodies that are read and decoded with an eye on the errors.
var read = []handling{
	{name: "decoding returned", takes: answers, results: `(string, error)`, body: good + `var out map[string]string
	err = $DECODE
	return out["state"], err`},
	{name: "decoding tested", takes: answers, results: `(string, error)`, body: good + `var out map[string]string
	if err := $DECODE; err != nil {
		return "", fmt.Errorf("order %s: %w", ref, err)
	}
	return out["state"], nil`},
	{name: "decoding logged", takes: answers, results: `(string, error)`, body: good + `var out map[string]string
	if err := $DECODE; err != nil {
		log.Print(err)
	}
	return out["state"], nil`},
	{name: "decoded into what nobody uses", takes: answers, results: `(string, error)`, body: good + `var out map[string]string
	_ = $DECODE
	return ref, nil`},
	{name: "read", takes: responses, results: `(string, error)`, body: good + `body, err := io.ReadAll(resp.Body)
	if err != nil {
		return "", err
	}
	return string(body), nil`},
	{name: "read, then looked at", takes: responses, results: `(string, error)`, body: `resp, err := $CALL
	if err != nil {
		return "", err
	}
	defer resp.Body.Close()
	body, err := io.ReadAll(resp.Body)
	if err != nil {
		return "", err
	}
	if resp.StatusCode/100 != 2 {
		return "", fmt.Errorf("%s: %s", resp.Status, body)
	}
	return string(body), nil`},
	{name: "read with a blank, and decoded", takes: responses, results: `(string, error)`, body: good + `body, _ := io.ReadAll(resp.Body)
	var out map[string]string
	if err := json.Unmarshal(body, &out); err != nil {
		return "", err
	}
	return out["state"], nil`},
	{name: "read with a blank for the text of an error", takes: responses, results: `(string, error)`, body: `resp, err := $CALL
	if err != nil {
		return "", err
	}
	defer resp.Body.Close()
	if $OTHER {
		body, _ := io.ReadAll(resp.Body)
		return "", fmt.Errorf("%s: %s", resp.Status, body)
	}
	return ref, nil`},
	{name: "read with a blank for an error of a type", takes: responses, decl: `type refusal struct{ body string }

	func (r *refusal) Error() string { return r.body }`, results: `(string, error)`, body: `resp, err := $CALL
	if err != nil {
		return "", err
	}
	defer resp.Body.Close()
	body, _ := io.ReadAll(resp.Body)
	if $STATUS >= 400 {
		return "", &refusal{string(body)}
	}
	return ref, nil`},
	{name: "read with a blank for an error alone", takes: responses, results: `(string, error)`, body: `resp, err := $CALL
	if err != nil {
		return "", err
	}
	defer resp.Body.Close()
	body, _ := io.ReadAll(resp.Body)
	if $OTHER {
		return "", errors.New(string(body))
	}
	return ref, nil`},
	{name: "read with a blank for the log", takes: responses, results: `(string, error)`, body: good + `body, _ := io.ReadAll(resp.Body)
	log.Printf("answer: %s", body)
	return ref, nil`},
	{name: "drained", takes: responses, results: `(string, error)`, body: good + `io.Copy(io.Discard, resp.Body)
	return ref, nil`},
}

// Bodies whose errors are lost, and then used.
var misread = []handling{
	{name: "decoding bare", takes: answers, results: `(string, error)`, body: good + `var out map[string]string
	$DECODE //!error-dropped
	return out["state"], nil`},
	{name: "decoding blank", takes: answers, results: `(string, error)`, body: good + `var out map[string]string
	_ = $DECODE //!error-dropped
	return out["state"], nil`},
	{name: "decoding into a struct, bare", takes: responses, results: `(string, error)`, body: good + `var out struct {
		State string
	}
	$DECODE //!error-dropped
	return out.State, nil`},
	{name: "decoding unread", takes: answers, results: `(string, error)`, body: good + `var out map[string]string
	err = $DECODE //!error-dropped
	return out["state"], nil`},
	{name: "decoding unread on one way", takes: answers, params: `quiet bool`, results: `(string, error)`, body: good + `var out map[string]string
	err = $DECODE //!error-dropped
	if quiet {
		return out["state"], nil
	}
	return out["state"], err`},
	{name: "read and decoded with a blank", takes: responses, results: `(string, error)`, body: good + `body, err := io.ReadAll(resp.Body)
	if err != nil {
		return "", err
	}
	var out map[string]string
	_ = json.Unmarshal(body, &out) //!error-dropped
	return out["state"], nil`},
	{name: "read with a blank", takes: responses, results: `(string, error)`, body: good + `body, _ := io.ReadAll(resp.Body) //!error-dropped
	return string(body), nil`},
	{name: "read with a blank for the text of an error, and used", takes: responses, results: `(string, error)`, body: `resp, err := $CALL
	if err != nil {
		return "", err
	}
	defer resp.Body.Close()
	body, _ := io.ReadAll(resp.Body) //!error-dropped
	if $OTHER {
		return "", fmt.Errorf("%s: %s", resp.Status, body)
	}
	return string(body), nil`},
	{name: "reading unread", takes: responses, results: `(string, error)`, body: good + `body, err := io.ReadAll(resp.Body) //!error-dropped
	return string(body), nil`},
}

// sends is the end of a function that makes a request by itself.
const sends = `
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if resp.StatusCode >= 400 {
		return errors.New(resp.Status)
	}
	return nil`

// Requests whose making fails unseen or not. They need no source. What they use
// of the reference of a payment makes the URL one that is no constant.
var requests = []handling{
	{name: "request tested", results: `error`, body: `req, err := http.NewRequest($METHOD, $URL, nil)
	if err != nil {
		return err
	}` + sends},
	{name: "request of constants", results: `error`, body: `req, _ := http.NewRequest($METHOD, $HOST+"/epayment/v1/payments", http.NoBody)` + sends},
	{name: "request of constants, overwritten", results: `error`, body: `req, err := http.NewRequest("POST", $HOST+"/accesstoken/get", nil)` + sends},
	{name: "request of a constant with a context", params: `ctx context.Context`, results: `error`, body: `const url = $HOST + "/checkout/v3/session"
	req, _ := http.NewRequestWithContext(ctx, http.MethodPost, url, nil)` + sends},
	{name: "request blank", results: `error`, body: `req, _ := http.NewRequest($METHOD, $URL+"?order="+ref, nil) //!error-dropped` + sends},
	{name: "request blank, formatted", results: `error`, body: `req, _ := http.NewRequest($METHOD, fmt.Sprintf("%s?order=%s", $URL, ref), nil) //!error-dropped` + sends},
	{name: "request blank, base from elsewhere", params: `base string`, results: `error`, body: `req, _ := http.NewRequest($METHOD, base+$PATH, nil) //!error-dropped
	req.Header.Set("Ocp-Apim-Subscription-Key", os.Getenv("KEY"))
	req.Header.Set("Merchant-Serial-Number", "123456")` + sends},
	{name: "request with a context blank", params: `ctx context.Context`, results: `error`, body: `req, _ := http.NewRequestWithContext(ctx, $METHOD, $URL+"?order="+ref, nil) //!error-dropped` + sends},
	{name: "request overwritten", results: `error`, body: `req, err := http.NewRequest($METHOD, $URL+"?order="+ref, nil) //!error-dropped
	req.Header.Set("Content-Type", "application/json")` + sends},
	{name: "request of a method from elsewhere, blank", params: `method string`, results: `error`, body: `req, _ := http.NewRequest(method, "https://api.vipps.no/epayment/v1/payments", nil) //!error-dropped` + sends},
}
