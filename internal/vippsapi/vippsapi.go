// Package vippsapi holds what is known of the Vipps MobilePay APIs: the
// operations, the fields of their requests, the answers that mean success, the
// bodies that Vipps sends to a merchant, and the hosts, headers and events.
//
// The table itself (table_gen.go) is generated from the OpenAPI files by
// tools/vippstable; what those files do not say stands in overrides.go, each
// entry with its source. Nothing outside this package may hold a path, a
// header, a pattern or a limit of Vipps' as a literal.
package vippsapi

// A Family is one of the APIs, with its versions taken together.
type Family string

// The families of the table.
const (
	ECom            Family = "ecom"
	EPayment        Family = "epayment"
	Recurring       Family = "recurring"
	Checkout        Family = "checkout"
	Webhooks        Family = "webhooks"
	PSP             Family = "psp"
	QR              Family = "qr"
	OrderManagement Family = "order-management"
	AccessToken     Family = "access-token"
	Login           Family = "login"
	Userinfo        Family = "userinfo"
	Report          Family = "report"
	Management      Family = "management"
)

// A Purpose says what an operation does for the merchant.
type Purpose string

// The purposes of the table.
const (
	Initiate     Purpose = "initiate"      // start a payment, an agreement or a session
	Charge       Purpose = "charge"        // create a charge of an agreement
	Capture      Purpose = "capture"       // take reserved money
	Refund       Purpose = "refund"        // give money back
	Cancel       Purpose = "cancel"        // release a reservation
	Update       Purpose = "update"        // change an agreement or a session
	Read         Purpose = "read"          // read one payment, agreement, charge or session back
	List         Purpose = "list"          // list several of them
	ForceApprove Purpose = "force-approve" // approve without the app, in the test environment
	Register     Purpose = "register"      // register a webhook
	Token        Purpose = "token"         // get an access token
	Other        Purpose = "other"
)

// A Status says whether an operation still answers.
type Status string

// The statuses of the table.
const (
	Current    Status = "current"
	Legacy     Status = "legacy"     // runs, but is not for new work
	Deprecated Status = "deprecated" // marked for removal
	Closed     Status = "closed"     // no longer answers
)

// An Operation is one endpoint of Vipps that a merchant can call.
type Operation struct {
	ID        string   // method and path template; never changes once released
	Family    Family   //
	Version   string   // "v1"; empty where the API has no version
	Method    string   // HTTP method, upper case
	Path      string   // template from the root of the host; {name} stands for one segment
	Purpose   Purpose  //
	Success   []int    // documented success codes, ascending
	Headers   []string // request headers that the operation requires
	Fields    []Field  // fields of the JSON (or form) request body, sorted by name on each level
	Answer    []Field  // fields of the answers of success that have one of a few values
	ReadsBack []Family // families whose payments this operation reads back; empty for all but reads and lists
	Status    Status   //
	Successor string   // path of what replaces it, or empty
	Source    string   // specification and version, or page
}

// A Kind says what the value of a field means.
type Kind string

// The kinds of a field.
const (
	MinorUnits Kind = "minor-units" // whole øre or cent
	MajorUnits Kind = "major-units" // whole kroner; decimals are legal
	Phone      Kind = "phone"
	Reference  Kind = "reference" // an identifier that the merchant makes
	URL        Kind = "url"
	Enum       Kind = "enum"
	Secret     Kind = "secret"
	Plain      Kind = "other"
)

// A PhoneForm is the form in which an API wants a phone number.
type PhoneForm string

// The forms of a phone number.
const (
	NoPhone   PhoneForm = ""
	National8 PhoneForm = "national-8" // 8 digits, no country code
	MSISDN    PhoneForm = "msisdn"     // country code and number, digits only
	LoginHint PhoneForm = "login-hint" // urn:msisdn: and an MSISDN
)

// A Field is one field of a request body.
type Field struct {
	Path     string    // JSON path from the root of the body: "receipt.orderLines[].discount"
	Kind     Kind      //
	Type     string    // JSON type: integer, number, string, boolean, object, array
	Format   string    // OpenAPI format: int32, int64, double, date-time, …
	Pattern  string    // regular expression of the specification, or empty
	MinLen   int       // 0: none given
	MaxLen   int       // 0: none given
	Min, Max *int64    // nil: none given
	Enum     []string  //
	Required bool      //
	Phone    PhoneForm // for Kind Phone
	Plus     bool      // for Kind Phone: a leading + is let pass, since the specification's own examples have it
	National bool      // for Kind Phone of form MSISDN: 8 digits are let pass too, since its examples have them
	Source   string    // where it differs from the operation's

	Open  bool   // Enum is not all that there is, so that only a near miss of it is known to be wrong
	Words bool   // the text is a list of words of Enum, with a space between
	Web   Web    // for Kind URL: who goes to it
	Tail  string // for Kind URL: the beginning of what Vipps appends to it, or empty

	// For Kind MinorUnits.
	Limited   bool   // what is outside of Min, Max and the minimum of its currency is refused
	ZeroIsAll bool   // 0 is allowed all the same: it is as if no amount were given
	Currency  string // ISO 4217: the one that the API takes, where the request does not name it
}

// A Web says who goes to an address that the merchant gives.
type Web string

// Who goes to an address.
const (
	NoWeb    Web = ""         // nobody that is known: a page, a picture
	Callback Web = "callback" // Vipps' servers, over https
	Redirect Web = "redirect" // the customer's browser over https, or an app by its own scheme
)

// An Inbound is a body that Vipps sends to an endpoint of the merchant.
type Inbound struct {
	ID      string // stable name: "ecom-callback"
	Family  Family
	Payment bool     // tells of the state of a payment, agreement, charge or session (not a shipping question)
	Path    string   // template of the route that Vipps appends to the merchant's prefix, or empty
	Fields  []Field  //
	Headers []string // headers by which a merchant authenticates it
	Source  string
}
