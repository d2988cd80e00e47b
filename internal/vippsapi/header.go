package vippsapi

// headerLimits are what the values of headers may be, as fields.
var headerLimits = []struct {
	family Family // "": all
	prefix string
	field  Field
}{
	{EPayment, "Idempotency-Key", Field{Type: "string", MaxLen: 50, Source: "ePayment specification 1.8.1"}},
	{"", merchantSerial, Field{Type: "string", Pattern: `^[0-9]{4,10}$`, MinLen: 4, MaxLen: 7, Source: "ePayment specification 1.8.1"}},
	{"", systemPrefix, Field{Type: "string", MaxLen: 30, Source: "guide to the HTTP headers"}},
}

// FieldOrHeader returns the field of the request body at a JSON path, or what is
// known of the header with that name; nil where nothing is.
func (o *Operation) FieldOrHeader(name string) *Field {
	if f := o.Field(name); f != nil {
		return f
	}
	for i := range headerLimits {
		if h := &headerLimits[i]; (h.family == "" || h.family == o.Family) && hasPrefixFold(name, h.prefix) {
			f := h.field
			f.Path = name
			return &f
		}
	}
	return nil
}
