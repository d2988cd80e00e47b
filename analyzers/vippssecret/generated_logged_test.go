package vippssecret_test

// The parts of the programs that log. $X is what is logged, as an expression.

// A shown is something that a program may log.
type shown struct {
	name, decl, before, expr string
	bad                      bool
	alone                    bool // no header and no rendering of a request
}

const sending = `type Config struct{ Name, Key string }

func Capture(c Config, token, ref string) (*http.Response, error) {
	req, err := http.NewRequest("POST", "$URL"+ref+"/capture", strings.NewReader("{}"))
	if err != nil {
		return nil, err
	}
	req.Header.Set("Content-Type", "application/json")
	req.Header.Set("Authorization", "Bearer "+token)
	req.Header.Set("Ocp-Apim-Subscription-Key", c.Key)
	$BEFORE
	$LOG
	return http.DefaultClient.Do(req)
}

`

var showns = []shown{
	{name: "token", alone: true, expr: "token", bad: true},
	{name: "key", alone: true, expr: "c.Key", bad: true},
	{name: "Authorization", alone: true, expr: `req.Header.Get("Authorization")`, bad: true},
	{name: "key in the header", alone: true, expr: `req.Header.Get("Ocp-Apim-Subscription-Key")`, bad: true},
	{name: "header", expr: "req.Header", bad: true},
	{name: "request", expr: "req", bad: true},
	{name: "dump", before: "dump, _ := httputil.DumpRequestOut(req, true)", expr: "string(dump)", bad: true},
	{name: "dump without body", before: "dump, _ := httputil.DumpRequest(req, false)", expr: "string(dump)", bad: true},
	{name: "configuration", alone: true, expr: "c", bad: true},
	{name: "pointer to the configuration", alone: true, expr: "&c", bad: true},

	{name: "length", alone: true, expr: "len(token)"},
	{name: "whether there is one", alone: true, expr: `token != ""`},
	{name: "beginning", alone: true, expr: "token[:4]"},
	{name: "hash", alone: true, expr: "sha256.Sum256([]byte(token))"},
	{name: "reference", alone: true, expr: "ref"},
	{name: "address", alone: true, expr: "req.URL.String()"},
	{name: "kind of body", alone: true, expr: `req.Header.Get("Content-Type")`},
	{name: "name", alone: true, expr: "c.Name"},
	{name: "clone without", before: "shown := req.Clone(req.Context())\nshown.Header.Del(\"Authorization\")\nshown.Header.Del(\"Ocp-Apim-Subscription-Key\")", expr: "shown.Header"},
	{name: "dump of a clone without", before: "shown := req.Clone(req.Context())\nshown.Header.Set(\"Authorization\", \"REDACTED\")\nshown.Header.Set(\"Ocp-Apim-Subscription-Key\", \"REDACTED\")\n" +
		"dump, _ := httputil.DumpRequestOut(shown, true)", expr: "string(dump)"},
	{name: "masked", alone: true, decl: "func mask(s string) string {\n\tif len(s) < 8 {\n\t\treturn \"****\"\n\t}\n\treturn s[:2] + \"****\"\n}", expr: "mask(token)"},
	{name: "type that hides", alone: true, decl: "type hidden struct{ Key string }\n\nfunc (hidden) String() string { return \"hidden\" }", expr: "hidden{c.Key}"},
}

// fetching gets a token: its answer has the token in it.
const fetching = `type answer struct {
	AccessToken string ` + "`json:\"access_token\"`" + `
	ExpiresIn   string ` + "`json:\"expires_in\"`" + `
}

func Token(ref string) (*answer, error) {
	req, err := http.NewRequest("POST", "$URL", nil)
	if err != nil {
		return nil, err
	}
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	body, err := io.ReadAll(resp.Body)
	if err != nil {
		return nil, err
	}
	if resp.StatusCode != http.StatusOK {
		$REFUSED
		return nil, errors.New(resp.Status)
	}
	$BODY
	var a answer
	if err := json.Unmarshal(body, &a); err != nil {
		return nil, err
	}
	$DECODED
	return &a, nil
}

`

// What is logged of an answer, and where.
var answers = []struct {
	name, at, expr string
	bad            bool
}{
	{"body", "$BODY", "string(body)", true},
	{"bytes of the body", "$BODY", "body", true},
	{"token", "$DECODED", "a.AccessToken", true},
	{"whole answer", "$DECODED", "a", true},
	{"pointer to the answer", "$DECODED", "&a", true},
	{"body of what was refused", "$REFUSED", "string(body)", false},
	{"status", "$BODY", "resp.Status", false},
	{"length of the body", "$BODY", "len(body)", false},
	{"end", "$DECODED", "a.ExpiresIn", false},
	{"length of the token", "$DECODED", "len(a.AccessToken)", false},
}

// Where the token is fetched.
var logins = []struct {
	name, url string
	others    bool
}{
	{"Vipps", "https://api.vipps.no/accesstoken/get", false},
	{"Klarna", "https://login.klarna.com/oauth2/token", true},
}

// A logger logs.
type logger struct {
	name, decl, text string
	alone            bool // only what is no header and no rendering of a request
}

var loggers = []logger{
	{name: "Println", text: `log.Println("capture", $X) //!logged`},
	{name: "Printf", text: `log.Printf("capture of %s: %v", ref, $X) //!logged`},
	{name: "fmt", text: `fmt.Println("capture", $X) //!logged`},
	{name: "standard error", text: `fmt.Fprintf(os.Stderr, "capture: %v\n", $X) //!logged`},
	{name: "slog", text: `slog.Info("capture", "value", $X) //!logged`},
	{name: "slog with a level", text: `slog.Default().Debug("capture", slog.Any("value", $X)) //!logged`},
	{name: "logger", decl: "var logger = log.New(os.Stderr, \"pay \", 0)", text: `logger.Printf("capture: %v", $X) //!logged`},
	{name: "text first", text: "text := fmt.Sprintf(\"capture: %v\", $X)\nlog.Print(text) //!logged"},
	{name: "error", alone: true, text: "if ref == \"\" {\nreturn nil, fmt.Errorf(\"capture: %v\", $X) //!logged\n}"},
	{name: "in debug mode", text: "if os.Getenv(\"DEBUG\") != \"\" {\nlog.Printf(\"capture: %v\", $X) //!logged\n}"},
	{name: "own logger", decl: "func logf(format string, args ...any) { log.Printf(format, args...) }", text: `logf("capture: %v", $X) //!logged`},
}

// For whom the request is.
var hosts = []struct {
	name, url string
	others    bool
}{
	{"Vipps", "https://api.vipps.no/epayment/v1/payments/", false},
	{"Vipps in test", "https://apitest.vipps.no/epayment/v1/payments/", false},
	{"freight", "https://frakt.azure-api.net/orders/", true},
}
