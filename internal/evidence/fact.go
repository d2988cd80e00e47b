package evidence

import (
	"go/token"

	"github.com/vippslint/vippslint/internal/flow"
	"github.com/vippslint/vippslint/internal/place"
	"github.com/vippslint/vippslint/internal/vippsapi"
)

// Sends is the fact on a function that sends requests, makes them, or takes
// values for them: what its callers have to know. It names parameters by index
// (0 is the receiver of a method) and operations by ID.
type Sends struct {
	Shapes    []Shape      // requests that only a caller makes complete
	Builds    []Shape      // requests that it returns unsent as its first result
	Fixed     []string     // operations that it requests whatever it is given
	Places    []ParamPlace // parameters that go into a field of a request
	Bodies    []ParamBody  // parameters that are written as the body of a fixed operation
	Header    []ParamHeader
	Keyless   []FixedKeyless
	Untouched []ParamKeyless
	Fresh     []FreshKey
	Keys      []KeyParam
	Makes     []int       // results that are another value in each call
	Retries   []int       // parameters, functions that it runs again until one gives no error
	Reads     []ParamRead // parameters that it reads as an answer
	Opens     []OpenError // errors that it hands on from behind interfaces
	Calls     []ParamCall // parameters that are functions, whose error it hands on
	Answer    Answer
}

// AFact marks Sends as a fact.
func (*Sends) AFact() {}

func (*Sends) String() string { return "sends" }

func (s *Sends) empty() bool {
	return len(s.Shapes) == 0 && len(s.Builds) == 0 && len(s.Fixed) == 0 && len(s.Places) == 0 &&
		len(s.Bodies) == 0 && len(s.Header) == 0 && len(s.Keyless) == 0 && len(s.Untouched) == 0 && len(s.Fresh) == 0 && len(s.Keys) == 0 && len(s.Makes) == 0 && len(s.Retries) == 0 && len(s.Reads) == 0 && len(s.Calls) == 0 && len(s.Opens) == 0 && !s.Answer.Vipps
}

// A Shape is a request of which parameters are a part.
type Shape struct {
	Method, URL Pattern
	Request     *ParamRef // the whole *http.Request is a parameter
	Bodies      []ParamBody
	Headers     []ShapeHeader
	Keyless     []Keyless // sorted by header
	Reasons     []Reason  // strong evidence that holds whatever the caller gives
}

// A ShapeHeader is a header of a request of which parameters are a part: one of
// Name, Key (its name) and Entries (a map of headers) says which.
type ShapeHeader struct {
	Name                string
	Key, Entries, Value *ParamRef // nil: no parameter
	Fresh               bool      // the value is another one in each call
}

// A Pattern is a text of constants, parameters and holes.
type Pattern []PatternPart

// A PatternPart is a constant, a parameter, or (Param nil, Const empty) a hole.
type PatternPart struct {
	Const string
	Param *ParamRef
}

// A ParamRef is a part of a parameter.
type ParamRef struct {
	Index int
	Path  flow.Path
}

// A ParamPlace is a parameter whose value goes into a field of a request.
type ParamPlace struct {
	Param ParamRef
	Op    string // operation ID
	Field string // JSON path
	Form  Form
	Verb  string
	Cut   bool // it is a float that becomes an integer at At without rounding
	At    token.Position
	Way   []place.Step // from the parameter to the field

	Changed, Counted bool   // as in Place
	Ahead, Push      string // as in Place

	// Open says that only a caller knows what the parameter holds; the field is
	// the part Rest of that: names, and "[]" for elements.
	Open bool
	Rest []string

	Currency      string    // beside the amount, where it is one constant
	CurrencyParam *ParamRef // the parameter that goes beside it; nil: none
}

// A ParamBody is a parameter that is written as a body: as JSON, or, Encoded,
// as the text that it is.
type ParamBody struct {
	Param   ParamRef
	Op      string // operation ID; empty in a Shape
	Encoded bool
}

// A ParamHeader is a parameter (*http.Request or http.Header) on which the
// function sets a header that the table knows, or of which a caller knows the
// name.
type ParamHeader struct {
	Param ParamRef
	ShapeHeader
	Reason Reason // for one that only Vipps has
}

// A ParamRead is a parameter (a response, its body, or what was read of it) that
// the function reads or decodes, and whose error it hands on.
type ParamRead struct {
	Param ParamRef
	Kind  ReadingKind
	Err   int // result that is the error
	Into  int // parameter that it is written to; -1: none that is seen
}

// An OpenError is the error of a method of one of the merchant's interfaces that
// a function hands on, not knowing what stands behind the interface.
type OpenError struct {
	Iface  string // import path and name of the interface
	Method string
	Err    int // result of the method
	Result int // result of the function
}

// A ParamCall is a parameter that the function calls, and whose error it hands
// on.
type ParamCall struct {
	Param int
	Err   int // result that is the error
}

// An Answer says what a function hands on of the answer to its requests.
type Answer struct {
	Vipps    bool           // its own package knows the requests as Vipps', and judges what it does with the answer
	Response int            // result that is the *http.Response with the status unchecked; -1: none
	Status   int            // result that is the unchecked status code; -1: none
	Err      int            // result that is the error; -1: none
	Plain    bool           // the HTTP client behind it is known, and makes no errors of bad statuses
	Body     int            // result that is or holds the body: a response, a reader or bytes; -1: none
	Lost     bool           // it loses the status itself
	LostAt   token.Position // where
	Reasons  []Reason
}

var noAnswer = Answer{Response: -1, Status: -1, Err: -1, Body: -1}

// World is the fact on a package: what is known of everything it is built from,
// itself included.
type World struct {
	Reads    []vippsapi.Family // families whose payments something could read back, called or not, sorted
	ReadsAny bool              // something could read that may be any family
	Holds    []ReadIn          // which package that is, sorted
	Library  bool              // a client library is imported, of which nobody sees what is called
	Starts   []Behind          // what is read back because a package is imported, by its init functions and variables, sorted
	Wired    []HandlerRef      // handlers that are registered because a package is imported, sorted
	Invoked  []string          // methods that are called through interfaces, among those that look like a read-back, sorted
	Packages []string          // import paths of the local packages below it, sorted
	Checks   bool              // a RoundTripper turns bad statuses into errors
	Replaces bool              // something puts another client or transport in the place of net/http's own
	Keyed    bool              // a client or transport may set the header by which Vipps knows a request again

	Impls []Impl           // what asks Vipps behind the merchant's interfaces, sorted
	Open  []OpenCall       // calls through them whose error is lost and that are not reported, sorted
	Done  []token.Position // of the calls that are, sorted

	Unsigned []UnsignedHandler // sorted
	Covered  []token.Position  // of handlers that something which may authenticate stands before, sorted
	Guarded  bool              // something that may authenticate requests stands before what is not seen
}

// AFact marks World as a fact.
func (*World) AFact() {}

func (*World) String() string { return "world" }

// A ReadIn is a package that holds a request which reads payments back.
type ReadIn struct {
	Family  vippsapi.Family // anyFamily: not known
	Package string          // import path
}

// An Impl is a method that asks Vipps, of a type that some package converts to
// one of the merchant's interfaces.
type Impl struct {
	Iface  string // import path and name of the interface
	Method string
	Fixed  []string // operation IDs
	Answer Answer
	Type   string         // what is converted: "*vipps.Client"
	At     token.Position // where
}

// An OpenCall is a call of an interface's method whose error is lost, in a
// package that does not know what stands behind the interface.
type OpenCall struct {
	Iface  string // import path and name of the interface
	Method string
	Err    int    // result of the method that is the error
	Name   string // of what is called: the method, or a function that hands its error on
	Call   token.Position
	In     FuncName // the function that calls
}

// A FuncName names a function, or a method by the type that has it.
type FuncName struct{ Pkg, Recv, Name string }
