package vippstoken_test

// The parts of the programs are written in Go, with these names in them:
//
//	$FETCH  the call that fetches a token, $TOKEN the one by which Capture gets it
//	$GET    the statements of Capture that get the token, $USE those that use it
//	$FAR    the package of a function in front of its name, where it is another
//
// A line that ends in "//!per-request" is reported where nothing keeps the token.

// A fetcher fetches a token.
type fetcher struct {
	name, decl, far, call string
	inline                string // instead of a call: statements
}

const answer = "type answer struct {\n\tAccessToken string `json:\"access_token\"`\n\tExpiresIn string `json:\"expires_in\"`\n}\n\n"

const request = `req, err := http.NewRequest("POST", "https://api.vipps.no/accesstoken/get", nil)
	if err != nil {
		return $ZERO err
	}
	req.Header.Set("client_id", os.Getenv("CLIENT_ID"))
	req.Header.Set("client_secret", os.Getenv("CLIENT_SECRET"))
	resp, err := http.DefaultClient.Do(req) $MARK
	if err != nil {
		return $ZERO err
	}
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusOK {
		return $ZERO errors.New(resp.Status)
	}
	`

const decode = `var a answer
	if err := json.NewDecoder(resp.Body).Decode(&a); err != nil {
		return $ZERO err
	}
	`

var fetchers = []fetcher{
	{name: "inline", decl: answer, inline: request + decode + "token := a.AccessToken\n"},
	{name: "function", decl: answer + "func fetch() (string, error) {\n" + request + decode + "return a.AccessToken, nil\n}", call: "fetch()"},
	{name: "method", decl: answer + "type auth struct{ id string }\n\nfunc (*auth) fetch() (string, error) {\n" + request + decode + "return a.AccessToken, nil\n}\n\nvar login = &auth{\"shop\"}", call: "login.fetch()"},
	{name: "another package", far: answer + "func Fetch() (string, error) {\n" + request + decode + "return a.AccessToken, nil\n}", call: "far1.Fetch()"},
	{name: "map", decl: "func fetch() (string, error) {\n" + request + "body, err := io.ReadAll(resp.Body)\nif err != nil {\nreturn $ZERO err\n}\nvar a map[string]string\n" +
		"if err := json.Unmarshal(body, &a); err != nil {\nreturn $ZERO err\n}\nreturn a[\"access_token\"], nil\n}", call: "fetch()"},
	{name: "function of a function", decl: answer + "func ask() (answer, error) {\n" + "var a answer\n" + `resp, err := http.Post("https://api.vipps.no/accesstoken/get", "", nil)
	if err != nil {
		return a, err
	}
	defer resp.Body.Close()
	return a, json.NewDecoder(resp.Body).Decode(&a)
}` + "\n\nfunc fetch() (string, error) {\na, err := ask()\nif err != nil {\nreturn \"\", err\n}\nreturn a.AccessToken, nil\n}", call: "fetch()"},
	{name: "generic", decl: answer + "func ask[T any](path string) (T, error) {\nvar out T\n" + `resp, err := http.Post("https://api.vipps.no"+path, "", nil)
	if err != nil {
		return out, err
	}
	defer resp.Body.Close()
	return out, json.NewDecoder(resp.Body).Decode(&out)
}` + "\n\nfunc fetch() (string, error) {\na, err := ask[answer](\"/accesstoken/get\")\nif err != nil {\nreturn \"\", err\n}\nreturn a.AccessToken, nil\n}", call: "fetch()"},
	{name: "fills its parameter", decl: answer + "func ask(path string, out any) error {\n" + `resp, err := http.Post("https://api.vipps.no"+path, "", nil)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	return json.NewDecoder(resp.Body).Decode(out)
}` + "\n\nfunc fetch() (string, error) {\nvar a answer\nif err := ask(\"/accesstoken/get\", &a); err != nil {\nreturn \"\", err\n}\nreturn a.AccessToken, nil\n}", call: "fetch()"},
}

// A keeper stands between the fetcher and Capture.
type keeper struct {
	name, decl, call string
	keeps            bool
}

const renew = `t, err := $FETCH
	if err != nil {
		return "", err
	}
	`

var keepers = []keeper{
	{name: "nothing", call: "$FETCH"},
	{name: "wrapper", decl: "func token() (string, error) { return $FETCH }", call: "token()"},
	{name: "wrapper that logs", decl: "func token() (string, error) {\n" + renew + "log.Println(\"token of\", len(t), \"characters\")\nreturn t, nil\n}", call: "token()"},

	{name: "variable", keeps: true, decl: "var kept string\n\nfunc token() (string, error) {\nif kept != \"\" {\nreturn kept, nil\n}\n" + renew + "kept = t\nreturn t, nil\n}", call: "token()"},
	{name: "field with its end", keeps: true, decl: "type cache struct {\nmu sync.Mutex\ntoken string\nuntil time.Time\n}\n\nvar tokens cache\n\nfunc (c *cache) get() (string, error) {\nc.mu.Lock()\ndefer c.mu.Unlock()\n" +
		"if time.Until(c.until) > time.Minute {\nreturn c.token, nil\n}\n" + renew + "c.token, c.until = t, time.Now().Add(time.Hour)\nreturn t, nil\n}", call: "tokens.get()"},
	{name: "once", keeps: true, decl: "var once sync.Once\nvar kept string\n\nfunc token() (string, error) {\nvar err error\nonce.Do(func() { kept, err = $FETCH })\nreturn kept, err\n}", call: "token()"},
	{name: "once for values", keeps: true, decl: "var token = sync.OnceValues(func() (string, error) { return $FETCH })", call: "token()"},
	{name: "map", keeps: true, decl: "var kept = map[string]string{}\n\nfunc token() (string, error) {\nif t, ok := kept[\"shop\"]; ok {\nreturn t, nil\n}\n" + renew + "kept[\"shop\"] = t\nreturn t, nil\n}", call: "token()"},
	{name: "sync.Map", keeps: true, decl: "var kept sync.Map\n\nfunc token() (string, error) {\nif t, ok := kept.Load(\"shop\"); ok {\nreturn t.(string), nil\n}\n" + renew + "kept.Store(\"shop\", t)\nreturn t, nil\n}", call: "token()"},
	{name: "interface", keeps: true, decl: "type source interface{ Token() (string, error) }\n\nvar Source source", call: "Source.Token()"},
	{name: "function value", keeps: true, decl: "var Token func() (string, error)", call: "Token()"},
}

// A user sends the request. It has token, ref and, where it sends several, refs.
type user struct {
	name, decl, far, text string
	keeps                 bool // a token for many, or a client that is made with it
}

const send = `(token, ref string) error {
	req, err := http.NewRequest("POST", "https://api.vipps.no/epayment/v1/payments/"+ref+"/capture", strings.NewReader("{}"))
	if err != nil {
		return err
	}
	req.Header.Set("Authorization", "Bearer "+token)
	req.Header.Set("Idempotency-Key", "capture-"+ref)
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if resp.StatusCode >= 300 {
		return errors.New(resp.Status)
	}
	return nil
}`

const sent = `if err != nil {
		return err
	}
	defer sending.Body.Close()
	if sending.StatusCode >= 300 {
		return errors.New(sending.Status)
	}
	return nil
`

const made = `capture, err := http.NewRequest("POST", "https://api.vipps.no/epayment/v1/payments/"+ref+"/capture", strings.NewReader("{}"))
	if err != nil {
		return err
	}
	`

var users = []user{
	{name: "inline", text: made + "capture.Header.Set(\"Authorization\", \"Bearer \"+token)\nsending, err := http.DefaultClient.Do(capture)\n" + sent},
	{name: "function", decl: "func send" + send, text: "return send(token, ref)\n"},
	{name: "function of another package", far: "func Send" + send, text: "return far2.Send(token, ref)\n"},
	{name: "builder", decl: "func build(token, ref string) (*http.Request, error) {\n" + `req, err := http.NewRequest("POST", "https://api.vipps.no/epayment/v1/payments/"+ref+"/capture", strings.NewReader("{}"))
	if err != nil {
		return nil, err
	}
	req.Header.Set("Authorization", fmt.Sprintf("Bearer %s", token))
	return req, nil
}`, text: "capture, err := build(token, ref)\nif err != nil {\nreturn err\n}\nsending, err := http.DefaultClient.Do(capture)\n" + sent},
	{name: "setter", decl: "func authorize(req *http.Request, token string) { req.Header.Set(\"Authorization\", \"Bearer \"+token) }",
		text: made + "authorize(capture, token)\nsending, err := http.DefaultClient.Do(capture)\n" + sent},

	{name: "closure", decl: "func send" + send, text: "capture := func(ref string) error { return send(token, ref) }\nreturn capture(ref)\n"},
	{name: "client made for it, and dropped", decl: "type bearer struct{ token string }\n\nfunc (b bearer) RoundTrip(req *http.Request) (*http.Response, error) {\nreq = req.Clone(req.Context())\n" +
		"req.Header.Set(\"Authorization\", \"Bearer \"+b.token)\nreturn http.DefaultTransport.RoundTrip(req)\n}",
		text: made + "client := &http.Client{Transport: bearer{token}}\nsending, err := client.Do(capture)\n" + sent},

	{name: "batch", keeps: true, decl: "func send" + send, text: "for _, ref := range strings.Split(ref, \",\") {\nif err := send(token, ref); err != nil {\nreturn err\n}\n}\nreturn nil\n"},
	{name: "kept by its user", keeps: true, decl: "func send" + send + "\n\nvar Last string", text: "Last = token\nreturn send(token, ref)\n"},
	{name: "client of others", keeps: true, decl: "type Sender interface{ Send(token, ref string) error }\n\nvar Sends Sender", text: "return Sends.Send(token, ref)\n"},
}

// A runner runs Capture.
type runner struct {
	name, pkg, decl string
	once            bool
}

var runners = []runner{
	{name: "others", pkg: "shop"},
	{name: "handler", pkg: "main", decl: "func main() {\nhttp.HandleFunc(\"POST /capture/{ref}\", func(w http.ResponseWriter, r *http.Request) {\nif err := Capture(r.PathValue(\"ref\")); err != nil {\n" +
		"http.Error(w, err.Error(), http.StatusBadGateway)\n}\n})\nlog.Fatal(http.ListenAndServe(\":8080\", nil))\n}"},
	{name: "method", pkg: "shop", decl: "type Shop struct{}\n\nfunc (Shop) Ship(ref string) error { return Capture(ref) }"},
	{name: "main", pkg: "main", once: true, decl: "func main() {\nif err := Capture(os.Args[1]); err != nil {\nlog.Fatal(err)\n}\n}"},
}
