package vippssecret_test

// The parts of the programs with a constant. They are written in Go, with these
// names in them:
//
//	$VALUE  what is in the place of the secret, as an expression
//	$USE    how the request comes to it, as an expression
//	$RECV   the receiver of the function that makes the request, $PARAMS its further parameters
//	$BEFORE what that function does first
//
// A line that ends in "//!here" is reported where $VALUE is a secret, and one that
// ends in "//!used" where that stands in the use.

// A kind is what the secret is for.
type kind struct {
	name, text string
	others     bool // of another provider: nothing is reported
	secret     string
	example    string // a value that the documentation shows
}

const get = `func $RECVSend(ref string$PARAMS) (*http.Response, error) {
	$BEFORE
	req, err := http.NewRequest("GET", "$URL"+ref, nil)
	if err != nil {
		return nil, err
	}
	$SET //!used
	return http.DefaultClient.Do(req)
}`

const vippsURL = "https://api.vipps.no/epayment/v1/payments/"

const signing = `type event struct {
	MSN       string ` + "`json:\"msn\"`" + `
	Reference string ` + "`json:\"reference\"`" + `
	PSP       string ` + "`json:\"pspReference\"`" + `
	Name      string ` + "`json:\"name\"`" + `
}

func $RECVSigned(r *http.Request, body []byte$PARAMS) bool {
	$BEFORE
	sum := sha256.Sum256(body)
	hash := base64.StdEncoding.EncodeToString(sum[:])
	text := "POST\n" + r.URL.RequestURI() + "\n" + r.Header.Get("x-ms-date") + ";" + r.Host + ";" + hash
	mac := hmac.New(sha256.New, []byte($USE)) //!used
	mac.Write([]byte(text))
	want := "HMAC-SHA256 SignedHeaders=x-ms-date;host;x-ms-content-sha256&Signature=" + base64.StdEncoding.EncodeToString(mac.Sum(nil))
	return hmac.Equal([]byte(want), []byte(r.Header.Get("Authorization")))
}`

const signingOther = `func $RECVSigned(r *http.Request, body []byte$PARAMS) bool {
	$BEFORE
	mac := hmac.New(sha256.New, []byte($USE)) //!used
	mac.Write(body)
	return hmac.Equal([]byte(hex.EncodeToString(mac.Sum(nil))), []byte(r.Header.Get("X-Shop-Signature")))
}`

var kinds = []kind{
	{name: "client secret", text: `func $RECVSend(ref string$PARAMS) (*http.Response, error) {
	$BEFORE
	req, err := http.NewRequest("POST", "https://api.vipps.no/accesstoken/get", nil)
	if err != nil {
		return nil, err
	}
	req.Header.Set("client_secret", $USE) //!used
	return http.DefaultClient.Do(req)
}`, secret: "kT7mQ2vX9bL4nR8sW1zP5cJ6yA=="},
	{name: "subscription key", text: get, secret: "9d41d4b8ff0c4b29ae0cb90d91c689be", example: "0f14ebcab0eb4b29ae0cb90d91b4a84a"},
	{name: "access token", text: get, secret: "eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJzaG9wIn0.c2lnbmF0dXJl"},
	{name: "webhook", text: signing, secret: "b3Jk+Kp7QxR2vN9mT4cW8zL1sY6uH0eJ5aD3fG=="},

	{name: "key of Azure", others: true, text: get, secret: "d17e4b52f88a1f0c5be2d94b7fa36c90"},
	{name: "token of Klarna", others: true, text: get, secret: "kl4rn4S3cr3tW1thR4nd0mP4rts=="},
	{name: "webhook of the shop's own", others: true, text: signingOther, secret: "Kp7QxR2vN9mT4cW8zL1sY6uH0eJ5aD3fG=="},
}

// How the kinds with a header set it, and for whom.
var sets = map[string][2]string{
	"subscription key": {vippsURL, `req.Header.Set("Ocp-Apim-Subscription-Key", $USE)`},
	"access token":     {vippsURL, `req.Header.Set("Authorization", "Bearer "+$USE)`},
	"key of Azure":     {"https://westeurope.api.cognitive.microsoft.com/vision/v3.2/", `req.Header.Set("Ocp-Apim-Subscription-Key", $USE)`},
	"token of Klarna":  {"https://api.klarna.com/payments/v1/sessions/", `req.Header.Set("Authorization", "Bearer "+$USE)`},
}

// A spot is where the value stands.
type spot struct {
	name, decl, use      string
	recv, params, before string
	far                  string // the declarations of package far1
	constant             bool   // only what is constant can stand there
	literal              bool   // only a literal can
	away                 bool   // what makes the request is in far1, too
}

var spots = []spot{
	{name: "inline", use: "$VALUE"},
	{name: "constant", constant: true, decl: "const value = $VALUE", use: "value"},
	{name: "constant in the function", constant: true, before: "const value = $VALUE", use: "value"},
	{name: "variable", decl: "var value = $VALUE //!here", use: "value"},
	{name: "variable in the function", before: "value := $VALUE //!here", use: "value"},
	{name: "constant of another package", constant: true, far: "const Value = $VALUE", use: "far1.Value"},
	{name: "variable of another package", far: "var Value = $VALUE", use: "far1.Value"},
	{name: "configuration", decl: "type config struct{ id, value string }\n\nvar cfg = config{\n\tid: \"shop\",\n\tvalue: $VALUE, //!here\n}", use: "cfg.value"},
	{name: "constructor", recv: "(c *client) ", use: "c.value", decl: "type client struct{ value string }\n\nfunc newClient(value string) *client { return &client{value: value} }\n\n" +
		"func Run() *client {\n\treturn newClient($VALUE) //!here\n}"},
	{name: "field", recv: "(c *Client) ", use: "c.Value", decl: "type Client struct{ Value string }\n\n" +
		"func Run() *Client {\n\tc := new(Client)\n\tc.Value = $VALUE //!here\n\treturn c\n}"},
	{name: "configuration of a constructor", recv: "(c *client) ", use: "c.cfg.Value", decl: "type Config struct{ Name, Value string }\n\ntype client struct{ cfg Config }\n\n" +
		"func newClient(cfg Config) *client { return &client{cfg} }\n\nfunc Run() *client {\n\treturn newClient(Config{Name: \"shop\", Value: $VALUE}) //!here\n}"},
	{name: "client of another package", recv: "(c *Client) ", use: "c.value", away: true, far: "type Client struct{ value string }\n\n" +
		"func New(value string) *Client { return &Client{value: value} }\n\n",
		decl: "func Run() *far1.Client {\n\treturn far1.New($VALUE) //!here\n}"},
	{name: "configuration of another package", recv: "(c *Client) ", use: "c.cfg.Value", away: true, far: "type Config struct{ Name, Value string }\n\n" +
		"type Client struct{ cfg Config }\n\nfunc New(cfg Config) *Client { return &Client{cfg} }\n\n",
		decl: "func Run() *far1.Client {\n\treturn far1.New(far1.Config{\n\t\tName: \"shop\",\n\t\tValue: $VALUE, //!here\n\t})\n}"},
	{name: "environment or", decl: `func getenv(name, otherwise string) string {
	if v := os.Getenv(name); v != "" {
		return v
	}
	return otherwise
}`, before: `value := getenv("VALUE", $VALUE) //!here`, use: "value"},
	{name: "environment or, below", before: "value := os.Getenv(\"VALUE\")\nif value == \"\" {\nvalue = $VALUE //!here\n}", use: "value"},
	{name: "flag", decl: `var value = flag.String("value", $VALUE, "what is needed") //!here`, use: "*value"},
	{name: "map", decl: "var values = map[string]string{\n\t\"live\": $VALUE, //!here\n}", use: `values["live"]`},
	{name: "list", decl: "var values = []string{\n\t$VALUE, //!here\n}", use: "values[0]"},
	{name: "function", decl: "func value() string {\n\treturn $VALUE //!here\n}", use: "value()"},
	{name: "switch", before: "value := os.Getenv(\"VALUE\")\nswitch os.Getenv(\"MODE\") {\ncase \"live\":\nvalue = $VALUE //!here\n}", use: "value"},
	{name: "bytes", use: "string([]byte($VALUE))"},
	{name: "Sprintf", use: `fmt.Sprintf("%s", $VALUE)`},
	{name: "trimmed", use: "strings.TrimSpace($VALUE)"},
	{name: "in two", literal: true, use: "$HALF + $REST"},
}

// A value stands in the place of a secret.
type value struct {
	name, expr string
	bad        bool
	constant   bool
}

// $SECRET is a secret of the kind, $EXAMPLE what the documentation shows.
var values = []value{
	{name: "secret", expr: "$SECRET", bad: true, constant: true},
	{name: "environment", expr: `os.Getenv("SHOP_VALUE")`},
	{name: "nothing", expr: `""`, constant: true},
	{name: "placeholder", expr: `"your-secret-here"`, constant: true},
	{name: "brackets", expr: `"<value>"`, constant: true},
	{name: "name of the variable", expr: `"VIPPS_SECRET_VALUE"`, constant: true},
	{name: "example", expr: "$EXAMPLE", constant: true},
	{name: "file", expr: "readFile()"},
}

const readFile = `func readFile() string {
	data, err := os.ReadFile("/run/secrets/value")
	if err != nil {
		panic(err)
	}
	return strings.TrimSpace(string(data))
}`
