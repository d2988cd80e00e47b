package vippsidempotency_test

// The parts of the programs. They are written in Go, with these names in them:
//
//	$METHOD   the method of the operation, $PATH its path as an expression, $BODY its body
//	$HEADER   the header that the operation takes a key by, $WRONG the other one
//	$KEY      the key, as an expression
//	$SET      what sets the header of req
//	$RETURN   what stands in front of an error that is given back
//	$C        the client, as an expression
//	$R, $S    the receiver of a function, and what stands in front of a call of one
//	$SEND     what makes resp and err
//
// A line that may have to be reported ends in "//!missing", "//!unstable" or both.
// Which of them stay is said by the other parts.

// A frame makes and sends the request.
type frame struct {
	name   string
	decl   string
	send   string // makes resp and err
	helper bool   // what sets the header stands in a function that takes method and path
	keyed  bool   // which takes the key, too
	set    bool   // there is nothing for a setter to do: the frame sets the header
	far    bool   // the declarations are a package of their own
	fixed  bool   // the method is part of it: only for operations by POST
}

const build = `func $RnewRequest(method, path, body string) (*http.Request, error) {
	req, err := http.NewRequest(method, "https://api.vipps.no"+path, strings.NewReader(body))
	if err != nil {
		return nil, err
	}
	req.Header.Set("Content-Type", "application/json")
	return req, nil
}`

const failed = "\nif err != nil {\n$RETURN err\n}\n"

const newRequest = `req, err := http.NewRequest($METHOD, "https://api.vipps.no"+$PATH, strings.NewReader($BODY))` + failed

const inHelper = `{
	req, err := http.NewRequest(method, "https://api.vipps.no"+path, strings.NewReader(body))
	if err != nil {
		return nil, err
	}
	$SET
	return $C.Do(req)
}`

var frames = []frame{
	{name: "inline", send: newRequest + "$SET\nresp, err := $C.Do(req) //!missing"},
	{name: "context", send: `req, err := http.NewRequestWithContext(context.Background(), $METHOD, "https://api.vipps.no"+$PATH, strings.NewReader($BODY))` + failed +
		"$SET\nresp, err := $C.Do(req.WithContext(context.Background())) //!missing"},
	{name: "builder", decl: build, send: "req, err := $SnewRequest($METHOD, $PATH, $BODY)" + failed + "$SET\nresp, err := $C.Do(req) //!missing"},
	{name: "builder of another package", far: true, decl: `func NewRequest(method, path, body string) (*http.Request, error) {
	req, err := http.NewRequest(method, "https://api.vipps.no"+path, strings.NewReader(body))
	if err != nil {
		return nil, err
	}
	req.Header.Set("Content-Type", "application/json")
	return req, nil
}`, send: "req, err := far1.NewRequest($METHOD, $PATH, $BODY)" + failed + "$SET\nresp, err := $C.Do(req) //!missing"},
	{name: "builder with the key", set: true, decl: `func $RnewKeyed(method, path, key, body string) (*http.Request, error) {
	req, err := http.NewRequest(method, "https://api.vipps.no"+path, strings.NewReader(body))
	if err != nil {
		return nil, err
	}
	req.Header.Set($HEADER, key)
	return req, nil
}`, send: "req, err := $SnewKeyed($METHOD, $PATH, $KEY, $BODY) //!unstable" + failed + "resp, err := $C.Do(req)"},
	{name: "copy", send: newRequest + "$SET\ntry := req.Clone(context.Background())\nresp, err := $C.Do(try) //!missing"},
	{name: "sender", decl: "func $Rdispatch(req *http.Request) (*http.Response, error) { return $C.Do(req) }",
		send: newRequest + "$SET\nresp, err := $Sdispatch(req) //!missing"},
	{name: "do", helper: true, decl: "func $Rdo(method, path, body string) (*http.Response, error) " + inHelper,
		send: "resp, err := $Sdo($METHOD, $PATH, $BODY) //!missing unstable"},
	{name: "do with a key", helper: true, keyed: true, decl: "func $Rdo(method, path, key, body string) (*http.Response, error) " + inHelper,
		send: "resp, err := $Sdo($METHOD, $PATH, $KEY, $BODY) //!missing unstable"},
	{name: "do through do", helper: true, keyed: true, decl: "func $Rdo(method, path, key, body string) (*http.Response, error) " + inHelper +
		"\n\nfunc $Rpost(path, key, body string) (*http.Response, error) {\n\treturn $Sdo(http.MethodPost, path, key, body)\n}",
		send: "resp, err := $Spost($PATH, $KEY, $BODY) //!missing unstable", fixed: true},
	{name: "map", set: true, decl: mapped, send: `resp, err := $Ssend($METHOD, $PATH, $BODY, map[string]string{"X-Shop": "1", $HEADER: $KEY}) //!unstable`},
	{name: "map filled later", set: true, decl: mapped, send: "headers := map[string]string{\"X-Shop\": \"1\"}\nheaders[$HEADER] = $KEY //!unstable\n" +
		"resp, err := $Ssend($METHOD, $PATH, $BODY, headers)"},
	{name: "header as a parameter", set: true, decl: headed, send: `resp, err := $Ssend($METHOD, $PATH, $BODY, http.Header{$HEADER: {$KEY}}) //!unstable`},
}

// Frames that set no key.
var keyless = []frame{
	{name: "map without", set: true, decl: mapped, send: `resp, err := $Ssend($METHOD, $PATH, $BODY, map[string]string{"X-Shop": "1"}) //!missing`},
	{name: "map with the wrong one", set: true, decl: mapped, send: `resp, err := $Ssend($METHOD, $PATH, $BODY, map[string]string{$WRONG: orderID}) //!missing`},
	{name: "no map", set: true, decl: mapped, send: "resp, err := $Ssend($METHOD, $PATH, $BODY, nil) //!missing"},
	{name: "header without", set: true, decl: headed, send: `resp, err := $Ssend($METHOD, $PATH, $BODY, http.Header{"X-Shop": {"1"}}) //!missing`},
	{name: "client's own Post", set: true, fixed: true, send: `resp, err := $C.Post("https://api.vipps.no"+$PATH, "application/json", strings.NewReader($BODY)) //!missing`},
}

const mapped = `func $Rsend(method, path, body string, headers map[string]string) (*http.Response, error) {
	req, err := http.NewRequest(method, "https://api.vipps.no"+path, strings.NewReader(body))
	if err != nil {
		return nil, err
	}
	for name, value := range headers {
		req.Header.Set(name, value)
	}
	return $C.Do(req)
}`

const headed = `func $Rsend(method, path, body string, header http.Header) (*http.Response, error) {
	req, err := http.NewRequest(method, "https://api.vipps.no"+path, strings.NewReader(body))
	if err != nil {
		return nil, err
	}
	req.Header = header
	return $C.Do(req)
}`

// A setter sets the header, or does not.
type setter struct {
	name, decl, text string
	sets             bool     // the header is there after it, whatever the key is
	ifNot            bool     // where the key is not empty
	methods          []string // where the method is one of these
	unknown          bool     // nobody knows whether
	maySet           bool     // it is there on some way, though not on all
	far              bool     // the declarations are a package of their own
	counts           bool     // it needs the number of the try
	helper           bool     // it needs the parameters of a helper
}

var setters = []setter{
	{name: "Set", text: "req.Header.Set($HEADER, $KEY) //!unstable", sets: true},
	{name: "Add", text: "req.Header.Add($HEADER, $KEY) //!unstable", sets: true},
	{name: "index", text: "req.Header[$HEADER] = []string{$KEY} //!unstable", sets: true},
	{name: "small letters", text: "req.Header.Set(strings.ToLower($HEADER), $KEY) //!unstable", sets: true},
	{name: "literal", text: "req.Header = http.Header{$HEADER: {$KEY}, \"Content-Type\": {\"application/json\"}} //!unstable", sets: true},
	{name: "header first", text: "h := http.Header{}\nh.Set($HEADER, $KEY) //!unstable\nreq.Header = h", sets: true},
	{name: "copied request", text: "req = req.Clone(req.Context())\nreq.Header.Set($HEADER, $KEY) //!unstable", sets: true},
	{name: "setHeaders", decl: setHeaders, text: "setHeaders(req, $KEY) //!unstable", sets: true},
	{name: "set if there is one", decl: setIf, text: "setIf(req, $KEY) //!unstable", ifNot: true},
	{name: "of a header", decl: "func setKey(h http.Header, key string) {\n\th.Set($HEADER, key)\n}", text: "setKey(req.Header, $KEY) //!unstable", sets: true},
	{name: "of another package", far: true, decl: "func SetKey(req *http.Request, key string) {\n\treq.Header.Set($HEADER, key)\n}",
		text: "far2.SetKey(req, $KEY) //!unstable", sets: true},
	{name: "in a loop over a map", text: "headers := map[string]string{\"X-Shop\": \"1\", $HEADER: $KEY} //!unstable\n" +
		"for name, value := range headers {\nreq.Header.Set(name, value)\n}", sets: true},
	{name: "where there is a key", helper: true, text: "if key != \"\" {\nreq.Header.Set($HEADER, key)\n}", ifNot: true},
	{name: "or an error", helper: true, text: "if key == \"\" {\n$RETURN errors.New(\"no key\")\n}\nreq.Header.Set($HEADER, key)", sets: true},
	{name: "where it is posted", helper: true, text: "if method == http.MethodPost {\nreq.Header.Set($HEADER, $KEY) //!unstable\n}", methods: []string{"POST"}},
	{name: "by methods", helper: true, text: "switch method {\ncase http.MethodPut, http.MethodPatch, http.MethodDelete:\nreq.Header.Set($HEADER, $KEY) //!unstable\n}",
		methods: []string{"PUT", "PATCH", "DELETE"}},

	{name: "nothing"},
	{name: "others", text: "req.Header.Set(\"Authorization\", \"Bearer \"+os.Getenv(\"TOKEN\"))\nreq.Header.Set(\"Content-Type\", \"application/json\")"},
	{name: "wrong header", text: "req.Header.Set($WRONG, $KEY)"},
	{name: "in the second try", counts: true, maySet: true, text: "if attempt > 0 {\nreq.Header.Set($HEADER, $KEY) //!unstable\n}"},
	{name: "map without", text: "for name, value := range map[string]string{\"X-Shop\": \"1\", \"Accept\": \"application/json\"} {\nreq.Header.Set(name, value)\n}"},
	{name: "authorize", decl: authorize, text: "authorize(req)"},

	{name: "configured", unknown: true, maySet: true, decl: "var enabled = os.Getenv(\"KEYS\") != \"\"", text: "if enabled {\nreq.Header.Set($HEADER, $KEY) //!unstable\n}"},
	{name: "options", unknown: true, decl: "var Options []func(*http.Request)", text: "for _, o := range Options {\no(req)\n}"},
}

const setHeaders = `func setHeaders(req *http.Request, key string) {
	req.Header.Set("Content-Type", "application/json")
	req.Header.Set($HEADER, key)
}`

const setIf = `func setIf(req *http.Request, key string) {
	if key != "" {
		req.Header.Set($HEADER, key)
	}
}`

const authorize = `func authorize(req *http.Request) {
	req.Header.Set("Authorization", "Bearer "+os.Getenv("TOKEN"))
	req.Header.Set("Ocp-Apim-Subscription-Key", os.Getenv("KEY"))
}`

// A key is what the header is set to.
type key struct {
	name, decl, before, expr string
	made                     bool // anew, wherever the expression is
	constant, empty, counts  bool
	anywhere                 bool // it needs nothing of the function around it
}

var keys = []key{
	{name: "parameter", expr: "key"},
	{name: "order", expr: `"shop-" + orderID`},
	{name: "Sprintf of the order", expr: `fmt.Sprintf("shop-%s", orderID)`},
	{name: "hash of the order", decl: hashed, expr: "keyOf(orderID)"},
	{name: "made", decl: newKey, expr: "newKey()", made: true, anywhere: true},
	{name: "made with the order", decl: newKey, expr: `orderID + "-" + newKey()`, made: true},
	{name: "time", expr: "strconv.FormatInt(time.Now().UnixNano(), 10)", made: true, anywhere: true},
	{name: "made before", decl: newKey, before: "made := newKey()", expr: "made"},
	{name: "try", expr: `fmt.Sprintf("%s-%d", orderID, attempt)`, counts: true},
	{name: "try by Itoa", expr: `orderID + "-" + strconv.Itoa(attempt)`, counts: true},
	{name: "constant", expr: `"my-shop-key"`, constant: true, anywhere: true},
	{name: "named constant", decl: `const shopKey = "my-shop"`, expr: "shopKey", constant: true, anywhere: true},
	{name: "empty", expr: `""`, empty: true, anywhere: true},
}

const newKey = `func newKey() string {
	b := make([]byte, 16)
	if _, err := rand.Read(b); err != nil {
		panic(err)
	}
	return hex.EncodeToString(b)
}`

const hashed = `func keyOf(order string) string {
	sum := sha256.Sum256([]byte(order))
	return hex.EncodeToString(sum[:16])
}`
