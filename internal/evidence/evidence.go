// Package evidence says what of a package is Vipps', and why: the requests that
// it sends, the values at the places of their fields, the answers it gets, the
// callbacks it takes and the payments it reads back.
package evidence

import (
	"go/token"
	"go/types"
	"reflect"
	"sync"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"

	"github.com/vippslint/vippslint/internal/fate"
	"github.com/vippslint/vippslint/internal/flow"
	"github.com/vippslint/vippslint/internal/guard"
	"github.com/vippslint/vippslint/internal/place"
	"github.com/vippslint/vippslint/internal/relevant"
	"github.com/vippslint/vippslint/internal/vippsapi"
)

// Analyzer gives a *Result and exports what importers have to know as facts.
var Analyzer = &analysis.Analyzer{
	Name:       "vippsevidence",
	Doc:        "find the requests, bodies, answers and callbacks that are Vipps'",
	Run:        guard.Run(run),
	Requires:   []*analysis.Analyzer{relevant.Analyzer, flow.Analyzer, fate.Analyzer},
	ResultType: reflect.TypeFor[*Result](),
	FactTypes:  []analysis.Fact{(*Sends)(nil), (*World)(nil), (*Reach)(nil), (*Guard)(nil), (*Takes)(nil), (*OpenExpress)(nil), (*MadeExpress)(nil), (*Fetches)(nil)},
}

// A Result is what one package has to do with Vipps. Every list is sorted by
// position.
type Result struct {
	Flow       *flow.Result
	Fate       *fate.Result
	Syntax     *place.Index // nil for packages of others
	Places     []*Place
	FloatTypes []*FloatType
	Sent       []*Sent
	Express    []*Express
	Endpoints  []*Endpoint
	Calls      []*Call
	Readings   []*Reading
	Claims     []*Claim
	Unread     []*Callback
	Unsigned   []*Unsigned
	Compares   []*Compare
	Mismatches []*Mismatch
	NameTests  []*NameTest
	Unkeyed    []*Unkeyed
	Unstable   []*Unstable
	Refetches  []*Refetch
	Secrets    []*SecretUse
	Carriers   []*Carrier
	Tokens     []*TokenAnswer

	mu     sync.Mutex // analyzers ask at the same time; held by the exported methods
	engine *engine
}

// A Reason is one piece of evidence.
type Reason struct {
	Pos  token.Position
	Note string // lower case: "an ePayment request: POST /epayment/v1/payments"
}

// A Place is a value of the package at hand that goes into a field of a Vipps
// request.
type Place struct {
	Op    *vippsapi.Operation // the first that fits where several do
	Field *vippsapi.Field
	Val   flow.Val
	Form  Form
	Verb  string     // the verb of fmt that prints it into a text, also where that text is a json.RawMessage or json.Number (Form Dynamic); %v for the shortest form; "" where nothing prints it
	Text  *flow.Text // of a phone number that is put into a text with others, or that is a part of a constant: what stands there; nil: what Flow.Texts says of Val
	Cut   bool       // Form Typed: the value is a float that the function it is passed to cuts to an integer, so it has to be whole

	// Changed says that what goes into the field is calculated from the value by
	// the function that it is passed to, and Counted that it is multiplied there
	// as a whole number, so that a value which was cut may count something.
	Changed bool
	Counted bool

	// Currency is the ISO 4217 code that goes beside an amount in the same
	// request, where it is one constant, or the only one that the API takes; ""
	// otherwise.
	Currency string

	// Ahead is what the function that a phone number is passed to puts in front
	// of it. Push names what, in the same request, has the customer reached by a
	// push message alone: a field and its value; "" where nothing is known to.
	Ahead string
	Push  string

	Pos, End token.Pos    // where the value enters: the expression, argument or body
	Way      []place.Step // from Pos on to the request, where that is elsewhere
	Reasons  []Reason
}

// A Form says how a value gets into the JSON of a body.
type Form int

// The forms.
const (
	Typed   Form = iota // a field of a Go struct, or a parameter that becomes one
	Dynamic             // an entry of a map, an interface value, a json.RawMessage or json.Number
	Text                // printed into a JSON text
)

// A FloatType is a struct field of type float at an amount's place in a body.
type FloatType struct {
	Op      *vippsapi.Operation
	Field   *vippsapi.Field
	Var     *types.Var // the Go field, of the instance where its type is generic
	Pos     token.Pos  // the field where it is declared here, else where the body enters the request
	End     token.Pos
	Decl    token.Position // of the field
	Reasons []Reason
}

// A Call is a call of the package at hand that answers with what Vipps said.
type Call struct {
	Instr    ssa.CallInstruction
	Ops      []*vippsapi.Operation // what it may request; empty where only the host or headers are known
	Name     string                // of the function called, for messages: "Client.Capture"
	Response int                   // result index of the *http.Response whose status is still to be checked; -1: none
	Status   int                   // result index of an int status still to be checked; -1: none
	Err      int                   // result index of the error; -1: none
	Inside   *fate.Outcome         // non-nil: the function called, of another package that knows nothing of Vipps, loses the status itself
	Reasons  []Reason
}

// A Reading is a call of the package at hand that gives an error of its own on
// the way to a Vipps request or from its answer.
type Reading struct {
	Instr   ssa.CallInstruction
	Kind    ReadingKind
	Err     int                   // result index of the error
	Ops     []*vippsapi.Operation // of the request; empty where not known
	Name    string                // of the function called, for messages: "json.Unmarshal"
	Reasons []Reason
}

// A ReadingKind says what a Reading does.
type ReadingKind int

// The kinds.
const (
	Decodes ReadingKind = iota // decodes the answer, and the result is used
	ReadsIn                    // reads the body of the answer, and what was read is used
	Makes                      // makes the request, from a method or URL that is no constant
)

// A Claim is a call through an interface, in a package that does not know what
// stands behind it, whose answer is lost there, and this is the first package
// that sees the call and a Vipps implementation of the interface.
type Claim struct {
	Pos, End token.Pos      // the narrowest reference in this package to the function that calls
	Call     token.Position // the call through the interface
	Name     string         // of the method called, for messages: "Payer.Capture"
	Ops      []*vippsapi.Operation
	Way      []place.Step
	Reasons  []Reason
}

// A Callback is a place of this main package that leads to a handler of payment
// callbacks, or, where the program has none, to a request that asks for them, and
// nothing that the program reaches reads the payments back.
type Callback struct {
	Pos, End token.Pos         // the narrowest reference in this package that leads there
	Handler  token.Position    // the handler, or the request
	Inbound  *vippsapi.Inbound // nil: the program asks for callbacks, and no handler is seen
	Family   vippsapi.Family
	ReadBack *vippsapi.Operation // what to call
	Way      []place.Step
	Reasons  []Reason
}

func run(pass *analysis.Pass) (any, error) {
	e := newEngine(pass)
	result := &Result{Flow: e.flow, Fate: e.fate}
	if pass.ResultOf[relevant.Analyzer].(relevant.Kind) == relevant.Others {
		return result, nil
	}
	e.syntax = place.NewIndex(pass.Fset, pass.Files)
	result.Syntax, result.engine = e.syntax, e
	world := e.below()
	e.indexInterfaces(world)
	e.related = pass.ResultOf[relevant.Analyzer].(relevant.Kind) == relevant.Related
	if e.related {
		e.indexDynamic()
	}
	e.addTransports(world)
	e.solve()
	e.exportSends()
	calls := e.callsFound(world.Checks)
	e.addOwn(world)
	e.addKeyed(world)
	result.Claims = e.claims(world)
	reaches := e.reach(world)
	hooks := e.webhooks(world, reaches)
	world.sort()
	pass.ExportPackageFact(world)

	var places []located
	for _, fn := range e.flow.Unit.Funcs {
		places = append(places, e.placesOf(fn)...)
	}
	sortedByPos(places, func(p located) int { return int(p.Pos) })
	for _, p := range places {
		result.Places = append(result.Places, p.Place)
	}
	result.FloatTypes = e.floatTypes(places)
	sortedByPos(result.FloatTypes, func(f *FloatType) int { return int(f.Pos) })
	result.Calls = calls
	sortedByPos(result.Calls, func(c *Call) int { return int(callPos(c)) })
	result.Readings = e.readings()
	result.Sent = e.sentBodies()
	result.Express = e.expressBodies()
	result.Endpoints = e.endpoints()
	result.Unkeyed = e.unkeyed(world)
	result.Unstable = e.unstable()
	e.exportFetches()
	result.Refetches = e.refetches()

	result.Unread = reaches.unread()
	hooks.judge(result)
	e.secrets(result)
	return result, nil
}

// exportSends exports the summaries of the declared functions.
func (e *engine) exportSends() {
	for _, fn := range e.flow.Unit.Funcs {
		obj, ok := fn.Object().(*types.Func)
		if sum := e.sums[fn]; ok && obj.Pkg() == e.pass.Pkg && sum != nil && !sum.empty() {
			e.pass.ExportObjectFact(obj.Origin(), sum)
		}
	}
}
