package vippsidempotency_test

// A client sends.
type client struct {
	name, decl, expr string
	recv             bool // expr is a field of the receiver s
	given            bool // the package is given it
	silent           bool // it sets the key, or nobody knows whether it does
}

const constructed = `type Shop struct {
	hc *http.Client
	id string
}

`

const keyTransport = `type keys struct{ next http.RoundTripper }

func (k keys) RoundTrip(req *http.Request) (*http.Response, error) {
	req = req.Clone(req.Context())
	req.Header.Set($HEADER, req.URL.Path)
	return k.next.RoundTrip(req)
}

`

const logTransport = `type logs struct{ next http.RoundTripper }

func (l logs) RoundTrip(req *http.Request) (*http.Response, error) {
	log.Println(req.Method, req.URL.Path)
	return l.next.RoundTrip(req)
}

`

var clients = []client{
	{name: "DefaultClient", expr: "http.DefaultClient"},
	{name: "client", expr: "(&http.Client{Timeout: time.Minute})"},
	{name: "variable", decl: "var shopClient = &http.Client{Timeout: time.Minute}", expr: "shopClient"},
	{name: "field", recv: true, decl: constructed + `func New(id string) *Shop { return &Shop{hc: &http.Client{Timeout: time.Minute}, id: id} }`, expr: "s.hc"},
	{name: "field set later", recv: true, decl: constructed + "func New(id string) *Shop {\n\ts := &Shop{id: id}\n\ts.hc = http.DefaultClient\n\treturn s\n}", expr: "s.hc"},
	{name: "logging transport", decl: logTransport + "var shopClient = &http.Client{Transport: logs{http.DefaultTransport}}", expr: "shopClient"},
	{name: "field with a logging transport", recv: true, decl: logTransport + constructed +
		`func New(id string) *Shop { return &Shop{hc: &http.Client{Transport: &logs{next: http.DefaultTransport}}, id: id} }`, expr: "s.hc"},

	{name: "keyed transport", silent: true, decl: keyTransport + "var shopClient = &http.Client{Transport: keys{http.DefaultTransport}}", expr: "shopClient"},
	{name: "keyed below a log", silent: true, decl: keyTransport + logTransport + "var shopClient = &http.Client{Transport: logs{keys{http.DefaultTransport}}}", expr: "shopClient"},
	{name: "field with a keyed transport", recv: true, silent: true, decl: keyTransport + constructed +
		`func New(id string) *Shop { return &Shop{hc: &http.Client{Transport: keys{http.DefaultTransport}}, id: id} }`, expr: "s.hc"},
}

// outside are clients that the package is given. They are reported where no
// program has a transport that sets the key.
var outside = []client{
	{name: "from outside", recv: true, given: true, decl: constructed + `func New(hc *http.Client, id string) *Shop { return &Shop{hc: hc, id: id} }`, expr: "s.hc"},
	{name: "exported field", recv: true, given: true, decl: "type Shop struct{ Client *http.Client }", expr: "s.Client"},
	{name: "interface", recv: true, given: true, decl: "type Doer interface {\n\tDo(*http.Request) (*http.Response, error)\n\tPost(url, kind string, body io.Reader) (*http.Response, error)\n}\n\n" +
		"type Shop struct{ hc Doer }\n\nfunc New(hc Doer) *Shop { return &Shop{hc} }", expr: "s.hc"},
	{name: "from outside, beside a keyed transport", recv: true, given: true, silent: true, decl: keyTransport + constructed + `func New(hc *http.Client, id string) *Shop { return &Shop{hc: hc, id: id} }`, expr: "s.hc"},
	{name: "exported field, beside a keyed transport", recv: true, given: true, silent: true, decl: keyTransport + "type Shop struct{ Client *http.Client }", expr: "s.Client"},
	{name: "interface, beside a keyed transport", recv: true, given: true, silent: true, decl: keyTransport + "type Doer interface {\n\tDo(*http.Request) (*http.Response, error)\n\tPost(url, kind string, body io.Reader) (*http.Response, error)\n}\n\n" +
		"type Shop struct{ hc Doer }\n\nfunc New(hc Doer) *Shop { return &Shop{hc} }", expr: "s.hc"},
}

// A round is how often it is sent.
type round struct {
	name, text string
	again      bool // until it has gone well
	counts     bool // and the number of the try is known
	outside    bool // by a function that does not hold the request: a key that is made anew is reported where that calls
	many       bool // for payment after payment
}

const once = `
	$BEFORE
	$SEND
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if resp.StatusCode >= 300 {
		return errors.New(resp.Status)
	}
	return nil
}`

const tried = `
		$SEND
		if err != nil {
			time.Sleep(time.Second)
			continue
		}
		resp.Body.Close()
		if resp.StatusCode < 500 {
			return nil
		}
	}
	return errors.New("no answer")
}`

const againHelper = `func again(f func() error) (err error) {
	for range 3 {
		if err = f(); err == nil {
			return nil
		}
		time.Sleep(time.Second)
	}
	return err
}

`

var rounds = []round{
	{name: "once", text: "func $RPay(orderID, key string) error {" + once},
	{name: "three tries", again: true, counts: true, text: "func $RPay(orderID, key string) error {\n$BEFORE\nfor attempt := 0; attempt < 3; attempt++ {" + tried},
	{name: "range over a number", again: true, counts: true, text: "func $RPay(orderID, key string) error {\n$BEFORE\nfor attempt := range 3 {\nlog.Println(\"try\", attempt)" + tried},
	{name: "until it has gone well", again: true, counts: true, text: "func $RPay(orderID, key string) error {\n$BEFORE\nfor attempt := 1; ; attempt++ {\nif attempt == 9 {\nbreak\n}" + tried},
	{name: "own again", again: true, text: againHelper + "func $RPay(orderID, key string) error {\n$BEFORE\nreturn again(func() error {\n$SEND\nif err != nil {\nreturn err\n}\nreturn resp.Body.Close()\n})\n}"},
	{name: "tried by another", again: true, outside: true, text: "func $Rpay(orderID, key string) error {" + once +
		"\n\nfunc $RPay(orderID, key string) (err error) {\nfor range 3 {\nerr = $Spay(orderID, key) //!outside\nif err == nil {\nreturn nil\n}\n}\nreturn err\n}"},
	{name: "order after order", many: true, text: "func $RPay(orders []string, key string) error {\nfor _, orderID := range orders {\n$BEFORE\n$SEND\nif err != nil {\nreturn err\n}\nresp.Body.Close()\n}\nreturn nil\n}"},
	{name: "order after order, whatever fails", many: true, text: "func $RPay(orders []string, key string) error {\nfor _, orderID := range orders {\n$BEFORE\n$SEND\nif err != nil {\nlog.Println(err)\ncontinue\n}\nresp.Body.Close()\n}\nreturn nil\n}"},
}
