package vippsamount_test

var (
	integers = []state{exact, cut, farCut}
	floats   = []state{loose, whole}
	anything = []state{loose, whole, exact, cut, farCut}
)

// create is the body of a payment of ePayment, with the type of its amount.
const create = `type Amount struct {
	Currency string ` + "`json:\"currency\"`" + `
	Value    int64  ` + "`json:\"value\"`" + `
}

type Create struct {
	Amount        Amount ` + "`json:\"amount\"`" + `
	PaymentMethod struct {
		Type string ` + "`json:\"type\"`" + `
	} ` + "`json:\"paymentMethod\"`" + `
	Reference string ` + "`json:\"reference\"`" + `
	UserFlow  string ` + "`json:\"userFlow\"`" + `
}`

// capture is the body of a capture, with a pointer to the amount.
const capture = `type Amount struct {
	Currency string ` + "`json:\"currency\"`" + `
	Value    int64  ` + "`json:\"value\"`" + `
}

type Capture struct {
	ModificationAmount *Amount ` + "`json:\"modificationAmount\"`" + `
}`

// clientPackage is a client of ePayment in a package of its own.
const clientPackage = `type Amount struct {
	Currency string ` + "`json:\"currency\"`" + `
	Value    int64  ` + "`json:\"value\"`" + `
}

type Modification struct {
	ModificationAmount Amount ` + "`json:\"modificationAmount\"`" + `
}

type Client struct {
	Base string
	HTTP *http.Client
}

func New() *Client { return &Client{Base: "https://api.vipps.no", HTTP: http.DefaultClient} }

func (c *Client) do(method, path string, body any) error {
	raw, err := json.Marshal(body)
	if err != nil {
		return err
	}
	req, err := http.NewRequest(method, c.Base+path, bytes.NewReader(raw))
	if err != nil {
		return err
	}
	resp, err := c.HTTP.Do(req)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if resp.StatusCode >= 400 {
		return errors.New(resp.Status)
	}
	return nil
}

func (c *Client) Modify(ref, what string, m Modification) error {
	return c.do("POST", "/epayment/v1/payments/"+ref+"/"+what, m)
}

func (c *Client) Capture(ref string, ore int64) error {
	return c.Modify(ref, "capture", Modification{Amount{"NOK", ore}})
}

type CaptureOptions struct {
	Ref string
	Ore int64
}

func (c *Client) CaptureWith(o CaptureOptions) error { return c.Capture(o.Ref, o.Ore) }`

var sinks = joinSinks(typedSinks, looseSinks, otherSinks)

var typedSinks = []sink{
	{part{name: "ePayment keyed", decl: create, body: `return post(vipps+"/epayment/v1/payments", Create{
		Amount:    Amount{Currency: "NOK", Value: $I}, //!here
		Reference: ref,
	})`}, integerField, integers},
	{part{name: "ePayment unkeyed", decl: create, body: `body := Create{Reference: ref, UserFlow: "WEB_REDIRECT"}
	body.Amount = Amount{"NOK", $I} //!here
	return post(vipps+"/epayment/v1/payments", &body)`}, integerField, integers},
	{part{name: "ePayment field by field", decl: create, body: `var body Create
	body.Reference = ref
	body.Amount.Currency = "NOK"
	body.Amount.Value = $I //!here
	return post(vipps+"/epayment/v1/payments", body)`}, integerField, integers},
	{part{name: "ePayment added up", decl: create, body: `body := &Create{Reference: ref, Amount: Amount{Currency: "NOK", Value: 4900}}
	body.Amount.Value += $I //!here
	return post(vipps+"/epayment/v1/payments", body)`}, integerField, integers},
	{part{name: "ePayment constructor", decl: create + `

	func newCreate(ref string, ore int64) *Create {
		return &Create{Amount: Amount{Currency: "NOK", Value: ore}, Reference: ref, UserFlow: "WEB_REDIRECT"}
	}`, body: `return post(vipps+"/epayment/v1/payments", newCreate(ref, $I))`}, integerField, []state{exact, cut}},
	{part{name: "ePayment anonymous", decl: `type Create struct {
		Amount struct {
			Currency string ` + "`json:\"currency\"`" + `
			Value    int    ` + "`json:\"value\"`" + `
		} ` + "`json:\"amount\"`" + `
		Reference string ` + "`json:\"reference\"`" + `
	}`, body: `var body Create
	body.Reference = ref
	body.Amount.Value = int($I) //!here
	return post(vipps+"/epayment/v1/payments", body)`}, integerField, integers},
	{part{name: "ePayment embedded", decl: `type Common struct {
		Reference string ` + "`json:\"reference\"`" + `
		Amount    Money  ` + "`json:\"amount\"`" + `
	}

	type Money struct {
		Currency string ` + "`json:\"currency\"`" + `
		Value    int64  ` + "`json:\"value\"`" + `
	}

	type Create struct {
		Common
		UserFlow string ` + "`json:\"userFlow\"`" + `
	}`, body: `body := Create{UserFlow: "WEB_REDIRECT"}
	body.Reference = ref
	body.Amount.Currency = "NOK"
	body.Amount.Value = $I //!here
	return post(vipps+"/epayment/v1/payments", body)`}, integerField, integers},
	{part{name: "ePayment line of a receipt", decl: `type Sold struct {
		Name        string ` + "`json:\"name\"`" + `
		TotalAmount int64  ` + "`json:\"totalAmount\"`" + `
	}

	type Create struct {
		Reference string ` + "`json:\"reference\"`" + `
		Receipt   struct {
			OrderLines []Sold ` + "`json:\"orderLines\"`" + `
		} ` + "`json:\"receipt\"`" + `
	}`, body: `body := Create{Reference: ref}
	body.Receipt.OrderLines = append(body.Receipt.OrderLines, Sold{Name: "Net", TotalAmount: $I}) //!here
	return post(vipps+"/epayment/v1/payments", body)`}, integerField, integers},
	{part{name: "capture behind a pointer", decl: capture, body: `amount := &Amount{Currency: "NOK"}
	amount.Value = $I //!here
	return post(vipps+"/epayment/v1/payments/"+ref+"/capture", Capture{ModificationAmount: amount})`}, integerField, integers},
	{part{name: "capture with a pointer to the value", decl: `type Capture struct {
		ModificationAmount struct {
			Currency string ` + "`json:\"currency\"`" + `
			Value    *int64 ` + "`json:\"value\"`" + `
		} ` + "`json:\"modificationAmount\"`" + `
	}`, body: `value := $I
	var body Capture
	body.ModificationAmount.Value = &value //!here
	return post(vipps+"/epayment/v1/payments/"+ref+"/capture", body)`}, integerField, integers},
	{part{name: "refund through a helper", body: `return Refund(ref, $I) //!here`}, integerField, integers},
	{part{name: "eCom initiate", decl: `type Initiate struct {
		MerchantInfo struct {
			MerchantSerialNumber string ` + "`json:\"merchantSerialNumber\"`" + `
		} ` + "`json:\"merchantInfo\"`" + `
		Transaction struct {
			OrderID         string ` + "`json:\"orderId\"`" + `
			Amount          int64  ` + "`json:\"amount\"`" + `
			TransactionText string ` + "`json:\"transactionText\"`" + `
		} ` + "`json:\"transaction\"`" + `
	}`, body: `var body Initiate
	body.Transaction.OrderID = ref
	body.Transaction.Amount = $I //!here
	return post(vipps+"/ecomm/v2/payments", body)`}, integerField, integers},
	{part{name: "eCom anonymous literal", decl: `type transaction struct {
		Amount          uint   ` + "`json:\"amount\"`" + `
		TransactionText string ` + "`json:\"transactionText\"`" + `
	}`, body: `return post(vipps+"/ecomm/v2/payments/"+ref+"/capture", struct {
		Transaction transaction ` + "`json:\"transaction\"`" + `
	}{transaction{uint($I), "Net"}}) //!here`}, integerField, integers},
	{part{name: "Recurring agreement", decl: `type Agreement struct {
		Pricing struct {
			Type     string ` + "`json:\"type\"`" + `
			Amount   int64  ` + "`json:\"amount\"`" + `
			Currency string ` + "`json:\"currency\"`" + `
		} ` + "`json:\"pricing\"`" + `
		ProductName string ` + "`json:\"productName\"`" + `
	}`, body: `a := Agreement{ProductName: ref}
	a.Pricing.Amount = $I //!here
	return post(vipps+"/recurring/v3/agreements", a)`}, integerField, integers},
	{part{name: "Recurring charge", decl: `type Charge struct {
		Amount      int32  ` + "`json:\"amount\"`" + `
		Description string ` + "`json:\"description\"`" + `
		Due         string ` + "`json:\"due\"`" + `
	}`, body: `return post(vipps+"/recurring/v3/agreements/"+ref+"/charges", Charge{Amount: int32($I), Description: "July"}) //!here`}, integerField, integers},
	{part{name: "Checkout session", decl: `type amount struct {
		Currency string ` + "`json:\"currency\"`" + `
		Value    int64  ` + "`json:\"value\"`" + `
	}

	type transaction struct {
		Amount    amount ` + "`json:\"amount\"`" + `
		Reference string ` + "`json:\"reference\"`" + `
	}

	type Session struct {
		Type        string      ` + "`json:\"type\"`" + `
		Transaction transaction ` + "`json:\"transaction\"`" + `
	}`, body: `return post(vipps+"/checkout/v3/session", Session{Type: "PAYMENT", Transaction: transaction{amount{"NOK", $I}, ref}}) //!here`}, integerField, integers},
	{part{name: "argument of a client", far: clientPackage, body: `return far$N.New().Capture(ref, $I) //!here`}, integerField, integers},
	{part{name: "method value of a client", far: clientPackage, body: `capture := far$N.New().Capture
	return capture(ref, $I) //!here`}, integerField, integers},
	{part{name: "body of a client", far: clientPackage, body: `var m far$N.Modification
	m.ModificationAmount.Currency = "NOK"
	m.ModificationAmount.Value = $I //!here
	return far$N.New().Modify(ref, "refund", m)`}, integerField, integers},
	{part{name: "options of a client", far: clientPackage, body: `return far$N.New().CaptureWith(far$N.CaptureOptions{Ref: ref, Ore: $I}) //!here`}, integerField, integers},
	{part{name: "encoder", decl: capture, body: `var buf bytes.Buffer
	if err := json.NewEncoder(&buf).Encode(Capture{&Amount{"NOK", $I}}); err != nil { //!here
		return err
	}
	return postText(vipps+"/epayment/v1/payments/"+ref+"/capture", buf.String())`}, integerField, integers},
	{part{name: "client behind an interface", decl: capture + `

	type payer interface{ capture(ref string, ore int64) error }

	type byVipps struct{ base string }

	func (v byVipps) capture(ref string, ore int64) error {
		return post(v.base+"/epayment/v1/payments/"+ref+"/capture", Capture{&Amount{"NOK", ore}})
	}`, body: `var p payer = byVipps{vipps}
	return p.capture(ref, $I) //!here`}, integerField, integers},
	{part{name: "method with a path", decl: capture + `

	type api struct{ base string }

	func (a api) do(method, path string, body any) error { return post(a.base+path, body) }`, body: `a := api{base: vipps}
	return a.do("POST", "/epayment/v1/payments/"+ref+"/capture", Capture{&Amount{"NOK", $I}}) //!here`}, integerField, integers},
}

func joinSinks(lists ...[]sink) []sink {
	var all []sink
	for _, l := range lists {
		all = append(all, l...)
	}
	return all
}
