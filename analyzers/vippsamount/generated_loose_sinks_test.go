package vippsamount_test

// capturePath is where the bodies of maps and texts go.
const capturePath = `vipps+"/epayment/v1/payments/"+ref+"/capture"`

// looseSinks take what no field holds: maps, values of any type, texts and
// fields that are floats.
var looseSinks = []sink{
	{part{name: "map", body: `return post(` + capturePath + `, map[string]any{
		"modificationAmount": map[string]any{
			"currency": "NOK",
			"value":    $V, //!here
		},
	})`}, dynamic, anything},
	{part{name: "map assigned", body: `transaction := make(map[string]interface{})
	transaction["amount"] = $V //!here
	transaction["transactionText"] = "Net"
	body := map[string]interface{}{"transaction": transaction}
	return post(vipps+"/ecomm/v2/payments/"+ref+"/refund", body)`}, dynamic, anything},
	{part{name: "map of a charge", body: `return post(vipps+"/recurring/v3/agreements/"+ref+"/charges", map[string]any{"amount": $V, "description": "July"}) //!here`}, dynamic, anything},
	{part{name: "any in a field", decl: `type Capture struct {
		ModificationAmount struct {
			Currency string ` + "`json:\"currency\"`" + `
			Value    any    ` + "`json:\"value\"`" + `
		} ` + "`json:\"modificationAmount\"`" + `
	}`, body: `var body Capture
	body.ModificationAmount.Currency = "NOK"
	body.ModificationAmount.Value = $V //!here
	return post(` + capturePath + `, body)`}, dynamic, anything},
	{part{name: "map in a struct", decl: `type Capture struct {
		ModificationAmount map[string]any ` + "`json:\"modificationAmount\"`" + `
	}`, body: `return post(` + capturePath + `, Capture{map[string]any{"currency": "NOK", "value": $V}}) //!here`}, dynamic, anything},
	{part{name: "raw message in a field", decl: `type Capture struct {
		ModificationAmount json.RawMessage ` + "`json:\"modificationAmount\"`" + `
	}`, body: `return post(` + capturePath + `, Capture{json.RawMessage(fmt.Sprintf(` + "`" + `{"currency":"NOK","value":%v}` + "`" + `, $V))}) //!here`}, dynamic, anything},
	{part{name: "raw message in a map", body: `return post(` + capturePath + `, map[string]json.RawMessage{
		"modificationAmount": json.RawMessage(` + "`" + `{"currency":"NOK","value":` + "`" + ` + fmt.Sprint($V) + "}"), //!here
	})`}, dynamic, anything},
	{part{name: "json.Number of a float", body: `return post(` + capturePath + `, map[string]any{
		"modificationAmount": map[string]any{
			"currency": "NOK",
			"value":    json.Number(strconv.FormatFloat($X, 'f', -1, 64)), //!here
		},
	})`}, dynamic, floats},
	{part{name: "json.Number of an integer", decl: `type Charge struct {
		Amount      json.Number ` + "`json:\"amount\"`" + `
		Description string      ` + "`json:\"description\"`" + `
	}`, body: `c := Charge{Description: "July"}
	c.Amount = json.Number(strconv.FormatInt($I, 10)) //!here
	return post(vipps+"/recurring/v3/agreements/"+ref+"/charges", c)`}, dynamic, integers},

	{part{name: "Sprintf with d", body: `body := fmt.Sprintf(` + "`" + `{"modificationAmount":{"currency":"NOK","value":%d}}` + "`" + `, $V) //!here
	return postText(` + capturePath + `, body)`}, printed, integers},
	{part{name: "Sprintf with v", body: `body := fmt.Sprintf(` + "`" + `{"modificationAmount":{"currency":"NOK","value":%v}}` + "`" + `, $V) //!here
	return postText(` + capturePath + `, body)`}, printed, anything},
	{part{name: "Sprintf with .2f", body: `return postText(vipps+"/ecomm/v2/payments/"+ref+"/refund", fmt.Sprintf(` + "`" + `{"merchantInfo":{"merchantSerialNumber":"123456"},"transaction":{"amount":%.2f,"transactionText":"%s"}}` + "`" + `, $V, ref)) //!here`},
		printedDecimals, floats},
	{part{name: "Sprintf with .0f", body: `body := fmt.Sprintf(` + "`" + `{"modificationAmount":{"currency":"NOK","value":%.0f}}` + "`" + `, $V)
	return postText(` + capturePath + `, body)`}, printedWhole, floats},
	{part{name: "Fprintf", body: `var body bytes.Buffer
	fmt.Fprintf(&body, ` + "`" + `{"modificationAmount":{"currency":"NOK","value":%v}}` + "`" + `, $V) //!here
	return postText(` + capturePath + `, body.String())`}, printed, anything},
	{part{name: "Appendf", body: `body := fmt.Appendf(nil, ` + "`" + `{"modificationAmount":{"currency":"NOK","value":%v}}` + "`" + `, $V) //!here
	return postText(` + capturePath + `, string(body))`}, printed, anything},
	{part{name: "joined with FormatInt", body: `body := ` + "`" + `{"modificationAmount":{"currency":"NOK","value":` + "`" + ` + strconv.FormatInt($I, 10) + "}}" //!here
	return postText(` + capturePath + `, body)`}, printed, integers},
	{part{name: "joined with FormatFloat", body: `body := ` + "`" + `{"modificationAmount":{"currency":"NOK","value":` + "`" + ` + strconv.FormatFloat($X, 'f', -1, 64) + "}}" //!here
	return postText(` + capturePath + `, body)`}, printed, floats},
	{part{name: "joined with Sprint", body: `body := ` + "`" + `{"modificationAmount":{"currency":"NOK","value":` + "`" + ` + fmt.Sprint($V) + "}}" //!here
	return postText(` + capturePath + `, body)`}, printed, anything},
	{part{name: "Builder", body: `var body strings.Builder
	body.WriteString(` + "`" + `{"modificationAmount":{"currency":"NOK","value":` + "`" + `)
	body.WriteString(fmt.Sprint($V)) //!here
	body.WriteString("}}")
	return postText(` + capturePath + `, body.String())`}, printed, anything},

	{part{name: "float field", decl: `type Capture struct {
		ModificationAmount struct {
			Currency string ` + "`json:\"currency\"`" + `
			Value    float64 ` + "`json:\"value\"`" + ` //!field
		} ` + "`json:\"modificationAmount\"`" + `
	}`, body: `var body Capture
	body.ModificationAmount.Value = $X
	return post(` + capturePath + `, body)`}, floatingField, floats},
	{part{name: "named float field", decl: `type nok float32

	type Charge struct {
		Amount      *nok   ` + "`json:\"amount\"`" + ` //!field
		Description string ` + "`json:\"description\"`" + `
	}`, body: `amount := nok($X)
	return post(vipps+"/recurring/v3/agreements/"+ref+"/charges", Charge{&amount, "July"})`}, floatingField, floats},
	{part{name: "float field of a type parameter", decl: `type amount[N float64 | int64] struct {
		Currency string ` + "`json:\"currency\"`" + `
		Value    N      ` + "`json:\"value\"`" + ` //!field
	}

	type Capture struct {
		ModificationAmount amount[float64] ` + "`json:\"modificationAmount\"`" + `
	}`, body: `return post(` + capturePath + `, Capture{amount[float64]{"NOK", $X}})`}, floatingField, floats},
}

// otherSinks are none: other providers, what is shown or stored, and what is no
// amount of øre. A right refund by Vipps stands in the same file.
var otherSinks = []sink{
	{part{name: "Swish", decl: `type swish struct {
		CallbackURL string ` + "`json:\"callbackUrl\"`" + `
		Amount      int64  ` + "`json:\"amount\"`" + `
		Currency    string ` + "`json:\"currency\"`" + `
	}`, body: `return post("https://cpc.getswish.net/swish-cpcapi/api/v1/paymentrequests", swish{"https://shop.example/swish", $I, "SEK"})`}, elsewhere, integers},
	{part{name: "Swish behind an interface that Vipps is behind too", decl: `type payer interface{ pay(ref string, ore int64) error }

	type byVipps struct{}

	func (byVipps) pay(ref string, ore int64) error { return Refund(ref, ore) }

	type bySwish struct{}

	func (bySwish) pay(ref string, ore int64) error {
		return post("https://cpc.getswish.net/swish-cpcapi/api/v1/paymentrequests", map[string]any{"payeeAlias": ref, "amount": ore})
	}

	func Gift(ref string) error {
		var p payer = byVipps{}
		return p.pay(ref, 50000)
	}`, body: `var p payer = bySwish{}
	return p.pay(ref, $I)`}, elsewhere, integers},
	{part{name: "Swish with decimals", decl: `type swish struct {
		PayeeAlias string  ` + "`json:\"payeeAlias\"`" + `
		Amount     float64 ` + "`json:\"amount\"`" + `
	}`, body: `return post("https://cpc.getswish.net/swish-cpcapi/api/v1/paymentrequests", swish{"1231181189", $X})`}, elsewhere, anything},
	{part{name: "Adyen", decl: `type modification struct {
		MerchantAccount    string ` + "`json:\"merchantAccount\"`" + `
		ModificationAmount struct {
			Currency string ` + "`json:\"currency\"`" + `
			Value    int64  ` + "`json:\"value\"`" + `
		} ` + "`json:\"modificationAmount\"`" + `
	}`, body: `m := modification{MerchantAccount: "Shop"}
	m.ModificationAmount.Value = $I
	return post("https://pal-test.adyen.com/pal/servlet/Payment/v68/capture", m)`}, elsewhere, integers},
	{part{name: "Adyen map", body: `return post("https://checkout-test.adyen.com/v71/payments", map[string]any{
		"amount":    map[string]any{"currency": "NOK", "value": $V},
		"reference": ref,
	})`}, elsewhere, anything},
	{part{name: "Stripe form", body: `return postText("https://api.stripe.com/v1/charges", fmt.Sprintf("amount=%v&currency=nok", $V))`}, elsewhere, anything},
	{part{name: "Klarna text", body: `return postText("https://api.klarna.com/payments/v1/sessions", fmt.Sprintf(` + "`" + `{"order_amount":%v,"purchase_currency":"NOK"}` + "`" + `, $V))`}, elsewhere, anything},
	{part{name: "invoice of the shop", decl: `type Invoice struct {
		Reference string  ` + "`json:\"reference\"`" + `
		Amount    float64 ` + "`json:\"amount\"`" + `
	}`, body: `return post("https://books.example/invoices", Invoice{ref, $X})`}, elsewhere, anything},
	{part{name: "log", body: `log.Printf("%s: %v", ref, $V)
	return Refund(ref, 19900)`}, elsewhere, anything},
	{part{name: "comparison", body: `if $V > 50000 {
		return errors.New("too much")
	}
	return Refund(ref, 19900)`}, elsewhere, anything},
	{part{name: "row of a database", decl: `type row struct {
		ref   string
		value any
	}

	func store(r row) error {
		_, err := new(sql.DB).Exec("INSERT INTO refunds VALUES (?, ?)", r.ref, r.value)
		return err
	}`, body: `if err := store(row{ref, $V}); err != nil {
		return err
	}
	return Refund(ref, 19900)`}, elsewhere, anything},
	{part{name: "freight of eCom", decl: `type shipping struct {
		ShippingCost   float64 ` + "`json:\"shippingCost\"`" + `
		ShippingMethod string  ` + "`json:\"shippingMethod\"`" + `
	}

	type Initiate struct {
		MerchantInfo struct {
			MerchantSerialNumber  string     ` + "`json:\"merchantSerialNumber\"`" + `
			StaticShippingDetails []shipping ` + "`json:\"staticShippingDetails\"`" + `
		} ` + "`json:\"merchantInfo\"`" + `
		Transaction struct {
			OrderID string ` + "`json:\"orderId\"`" + `
			Amount  int64  ` + "`json:\"amount\"`" + `
		} ` + "`json:\"transaction\"`" + `
	}`, body: `var body Initiate
	body.MerchantInfo.StaticShippingDetails = []shipping{{$X, "Post"}}
	body.Transaction.OrderID = ref
	body.Transaction.Amount = 19900
	return post(vipps+"/ecomm/v2/payments", body)`}, elsewhere, anything},
	{part{name: "freight of eCom in a map", body: `return post(vipps+"/ecomm/v2/payments", map[string]any{
		"merchantInfo": map[string]any{"staticShippingDetails": []any{map[string]any{"shippingCost": $V, "shippingMethod": "Post"}}},
		"transaction":  map[string]any{"orderId": ref, "amount": 19900},
	})`}, elsewhere, anything},
	{part{name: "metadata", body: `return post(vipps+"/epayment/v1/payments", map[string]any{
		"amount":    map[string]any{"currency": "NOK", "value": 19900},
		"reference": ref,
		"metadata":  map[string]any{"weight": fmt.Sprint($V)},
	})`}, elsewhere, anything},
	{part{name: "description", body: `return post(vipps+"/epayment/v1/payments", map[string]any{
		"amount":             map[string]any{"currency": "NOK", "value": 19900},
		"paymentDescription": fmt.Sprintf("%v kr", $V),
	})`}, elsewhere, anything},
	{part{name: "tax rate", decl: `type Sold struct {
		TotalAmount   int64   ` + "`json:\"totalAmount\"`" + `
		TaxPercentage float64 ` + "`json:\"taxPercentage\"`" + `
	}

	type Create struct {
		Reference string ` + "`json:\"reference\"`" + `
		Receipt   struct {
			OrderLines []Sold ` + "`json:\"orderLines\"`" + `
		} ` + "`json:\"receipt\"`" + `
	}`, body: `body := Create{Reference: ref}
	body.Receipt.OrderLines = []Sold{{TotalAmount: 19900, TaxPercentage: $X}}
	return post(vipps+"/epayment/v1/payments", body)`}, elsewhere, anything},
}
