// Package quiet sends express payments that are not wholly seen.
package quiet

import (
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"net/http"
	"os"

	"github.com/imdario/mergo"
)

const AllScopes = "name address email phoneNumber"

type Profile struct {
	Scope string `json:"scope"`
}

type Group struct {
	Type string `json:"type"`
}

type Dynamic struct {
	URL string `json:"callbackUrl"`
}

type Shipping struct {
	Fixed   []Group  `json:"fixedOptions,omitempty"`
	Dynamic *Dynamic `json:"dynamicOptions,omitempty"`
}

type Payment struct {
	Reference string    `json:"reference"`
	UserFlow  string    `json:"userFlow"`
	Profile   *Profile  `json:"profile,omitempty"`
	Shipping  *Shipping `json:"shipping,omitempty"`
}

func send(p any) error {
	b, err := json.Marshal(p)
	if err != nil {
		return err
	}
	resp, err := http.Post("https://api.vipps.no/epayment/v1/payments", "application/json", bytes.NewReader(b))
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

func fixed() *Shipping { return &Shipping{Fixed: []Group{{"MAILBOX"}}} }

// Options as functions.

type Option func(*Payment)

func WithScope(scope string) Option { return func(p *Payment) { p.Profile = &Profile{scope} } }

func withOptions(ref string, opts ...Option) error {
	p := &Payment{Reference: ref, UserFlow: "WEB_REDIRECT", Shipping: fixed()}
	for _, o := range opts {
		o(p)
	}
	return send(p)
}

func useOptions(ref string) error { return withOptions(ref, WithScope(AllScopes)) }

// An interface fills it.

type filler interface{ Fill(*Payment) }

func byInterface(ref string, f filler) error {
	p := Payment{Reference: ref, UserFlow: "WEB_REDIRECT", Shipping: fixed()}
	f.Fill(&p)
	return send(p)
}

// A library fills it.

func merged(ref string, defaults Payment) error {
	p := Payment{Reference: ref, Shipping: fixed()}
	if err := mergo.Merge(&p, defaults); err != nil {
		return err
	}
	return send(p)
}

// It is filled, and copied then.
func mergedFirst(ref string, defaults Payment) error {
	first := Payment{Reference: ref, Shipping: fixed()}
	if err := mergo.Merge(&first, defaults); err != nil {
		return err
	}
	p := first
	return send(p)
}

// A part of it is filled.
func mergedPart(ref string, defaults Profile) error {
	p := Payment{Reference: ref, Shipping: fixed(), Profile: &Profile{}}
	if err := mergo.Merge(p.Profile, defaults); err != nil {
		return err
	}
	return send(p)
}

// A file is decoded.

func decoded(ref string) error {
	b, err := os.ReadFile("payment.json")
	if err != nil {
		return err
	}
	var p Payment
	if err := json.Unmarshal(b, &p); err != nil {
		return err
	}
	p.Reference, p.Shipping = ref, fixed()
	return send(p)
}

// The order says it.

type Order struct {
	ID      string
	Profile *Profile
	Scope   string
	Ship    *Shipping
}

func ordered(o *Order) error {
	return send(Payment{Reference: o.ID, Profile: o.Profile, Shipping: fixed()})
}

func orderedScope(o Order) error {
	return send(Payment{Reference: o.ID, Profile: &Profile{o.Scope}, Shipping: fixed()})
}

func orderedShipping(o Order) error {
	return send(Payment{Reference: o.ID, Profile: &Profile{"name"}, Shipping: o.Ship})
}

// A closure sets it.

func byClosure(ref string) error {
	p := Payment{Reference: ref, Shipping: fixed()}
	set := func() { p.Profile = &Profile{AllScopes} }
	set()
	return send(p)
}

func byGoroutine(ref string) error {
	p := Payment{Reference: ref, Shipping: fixed()}
	done := make(chan struct{})
	go func() {
		p.Profile = &Profile{AllScopes}
		close(done)
	}()
	<-done
	return send(p)
}

// A template of the package.

var template = Payment{UserFlow: "WEB_REDIRECT", Shipping: fixed()}

func SetScope(scope string) { template.Profile = &Profile{scope} }

func fromTemplate(ref string) error {
	p := template
	p.Reference = ref
	return send(p)
}

// The type writes itself.

type own struct {
	Reference string    `json:"reference"`
	UserFlow  string    `json:"userFlow"`
	Shipping  *Shipping `json:"shipping"`
}

func (o own) MarshalJSON() ([]byte, error) {
	return json.Marshal(Payment{o.Reference, o.UserFlow, &Profile{AllScopes}, o.Shipping})
}

func itself(ref string) error { return send(own{ref, "WEB_REDIRECT", fixed()}) }

// A part is raw.

type rawPayment struct {
	Reference string          `json:"reference"`
	UserFlow  string          `json:"userFlow"`
	Profile   json.RawMessage `json:"profile"`
	Shipping  *Shipping       `json:"shipping"`
}

func raw(ref string) error {
	return send(rawPayment{ref, "WEB_REDIRECT", json.RawMessage(`{"scope": "name address email phoneNumber"}`), fixed()})
}

// A builder.

type builder struct{ p Payment }

func newBuilder(ref string) *builder {
	return &builder{Payment{Reference: ref, UserFlow: "WEB_REDIRECT"}}
}

func (b *builder) express() *builder {
	b.p.Shipping = fixed()
	return b
}

func (b *builder) scope(s string) *builder {
	b.p.Profile = &Profile{s}
	return b
}

func (b *builder) send() error { return send(b.p) }

func chained(ref string) error { return newBuilder(ref).express().scope(AllScopes).send() }

// One after the other.

func twice(ref string) error {
	p := Payment{Reference: ref, UserFlow: "WEB_REDIRECT", Profile: &Profile{"name"}}
	if err := send(p); err != nil {
		return err
	}
	p.Shipping = fixed()
	p.Profile = &Profile{AllScopes}
	return send(p)
}

// What depends on each other.

func scopeFor(o Order) string {
	if o.Ship != nil {
		return AllScopes
	}
	return "name"
}

func shippingFor(o Order) *Shipping {
	if o.Ship == nil {
		return nil
	}
	return fixed()
}

func dependent(o Order) error {
	return send(&Payment{Reference: o.ID, Profile: &Profile{scopeFor(o)}, Shipping: shippingFor(o)})
}

// The client has a default.

type client struct{ scope string }

func (c *client) create(p *Payment) error {
	if p.Profile == nil {
		p.Profile = &Profile{AllScopes}
	}
	return send(p)
}

func byDefault(c *client, ref string) error {
	return c.create(&Payment{Reference: ref, Shipping: fixed()})
}

func (c *client) createWith(p Payment) error {
	p.Profile = &Profile{c.scope}
	return send(p)
}

func bySetting(c *client, ref string) error {
	return c.createWith(Payment{Reference: ref, Shipping: fixed()})
}

// An empty shipping object of a type that always writes one is no express
// payment, as far as can be told.

type alwaysPayment struct {
	Reference string   `json:"reference"`
	UserFlow  string   `json:"userFlow"`
	Profile   Profile  `json:"profile"`
	Shipping  Shipping `json:"shipping"`
}

func always(ref string) error { return send(alwaysPayment{Reference: ref, UserFlow: "WEB_REDIRECT"}) }

func alwaysSharing(ref string) error {
	return send(alwaysPayment{Reference: ref, UserFlow: "WEB_REDIRECT", Profile: Profile{"name"}})
}

func alwaysExpress(ref string) error {
	return send(alwaysPayment{Reference: ref, UserFlow: "WEB_REDIRECT", Profile: Profile{AllScopes}, Shipping: *fixed()})
}

// Many payments.

func many(list []Payment) error {
	for _, p := range list {
		p.Shipping = fixed()
		if err := send(p); err != nil {
			return err
		}
	}
	return nil
}

// Generic.

type envelope[T any] struct {
	Reference string   `json:"reference"`
	UserFlow  string   `json:"userFlow"`
	Profile   T        `json:"profile"`
	Shipping  Shipping `json:"shipping"`
}

func generic[T any](ref string, profile T) error {
	return send(envelope[T]{ref, "WEB_REDIRECT", profile, *fixed()})
}

func useGeneric(ref string) error { return generic(ref, Profile{AllScopes}) }

// What a function does depends on what it is given: here, only what is right.

func shippingOf(dynamic bool) *Shipping {
	s := fixed()
	if dynamic {
		s.Dynamic = &Dynamic{"https://shop.example/shipping"}
	}
	return s
}

func onlyFixed(ref string) error {
	return send(Payment{Reference: ref, Profile: &Profile{AllScopes}, Shipping: shippingOf(false)})
}

type kind struct{ express bool }

func (k kind) apply(p *Payment) {
	if k.express {
		p.Shipping = fixed()
	}
}

func sharesOnly(ref string) error {
	p := Payment{Reference: ref, Profile: &Profile{"name"}}
	kind{}.apply(&p)
	return send(&p)
}

func start(ref, scope string, express bool) error {
	p := Payment{Reference: ref, Profile: &Profile{scope}}
	if express {
		p.Shipping = fixed()
	}
	return send(&p)
}

func startOrdinary(ref string) error { return start(ref, "name", false) }

func startExpress(ref string) error { return start(ref, AllScopes, true) }

func startWith(ref, scope string, s *Shipping, express bool) error {
	p := Payment{Reference: ref, Profile: &Profile{scope}}
	if express {
		p.Shipping = s
	}
	return send(&p)
}

func startWithOrdinary(ref string) error { return startWith(ref, "name", fixed(), false) }

// Entries are taken out again.

func deleted(ref string) error {
	body := map[string]any{"reference": ref, "profile": map[string]any{"scope": "name"}, "shipping": fixed()}
	delete(body, "shipping")
	return send(body)
}

func deletedPart(ref string) error {
	shipping := map[string]any{"fixedOptions": []string{"x"}, "dynamicOptions": map[string]any{"callbackUrl": "https://shop.example"}}
	body := map[string]any{"reference": ref, "profile": map[string]any{"scope": AllScopes}, "shipping": shipping}
	delete(shipping, "dynamicOptions")
	return send(body)
}

func cleared(ref string) error {
	shipping := map[string]any{"fixedOptions": []string{"x"}}
	body := map[string]any{"reference": ref, "profile": map[string]any{"scope": "name"}, "shipping": shipping}
	clear(body)
	return send(body)
}

// A library may write over what stands there.

func overwritten(ref string, defaults Payment) error {
	p := Payment{Reference: ref, Profile: &Profile{"name"}, Shipping: fixed()}
	if err := mergo.Merge(&p, defaults); err != nil {
		return err
	}
	return send(p)
}

// Settings that are filled elsewhere.

var scopeFlag string

func init() { flag.StringVar(&scopeFlag, "scope", AllScopes, "what is shared") }

func byFlag(ref string) error {
	return send(Payment{Reference: ref, Profile: &Profile{scopeFlag}, Shipping: fixed()})
}

// Linked is set by the linker.
var Linked string

func byLinker(ref string) error {
	return send(Payment{Reference: ref, Profile: &Profile{Linked}, Shipping: fixed()})
}

type settings struct {
	Scope   string
	Profile *Profile
}

func bySettings(ref string) error {
	var s settings
	if err := mergo.Merge(&s, nil); err != nil {
		return err
	}
	return send(Payment{Reference: ref, Profile: &Profile{s.Scope}, Shipping: fixed()})
}

func bySettingsPart(ref string) error {
	s := &settings{}
	if err := mergo.Merge(s, nil); err != nil {
		return err
	}
	return send(Payment{Reference: ref, Profile: s.Profile, Shipping: fixed()})
}

func byLocalFlag(ref string, args []string) error {
	set := flag.NewFlagSet("pay", flag.ExitOnError)
	var scope string
	set.StringVar(&scope, "scope", AllScopes, "what is shared")
	if err := set.Parse(args); err != nil {
		return err
	}
	return send(Payment{Reference: ref, Profile: &Profile{scope}, Shipping: fixed()})
}

func byScan(ref, line string) error {
	var scope string
	if _, err := fmt.Sscan(line, &scope); err != nil {
		return err
	}
	return send(Payment{Reference: ref, Profile: &Profile{scope}, Shipping: fixed()})
}

// What an interface holds is told apart, and filled.

func enriched(body any) any {
	switch b := body.(type) {
	case *Payment:
		b.Profile = &Profile{AllScopes}
	case Payment:
		b.Profile = &Profile{AllScopes}
		return b
	case map[string]any:
		b["profile"] = Profile{AllScopes}
	}
	return body
}

func enrichedPointer(ref string) error {
	return send(enriched(&Payment{Reference: ref, Shipping: fixed()}))
}

func enrichedValue(ref string) error {
	return send(enriched(Payment{Reference: ref, Shipping: fixed()}))
}

func enrichedMap(ref string) error {
	return send(enriched(map[string]any{"reference": ref, "shipping": fixed()}))
}

// A part is copied where it is there.

type mapPayment struct {
	Reference string         `json:"reference"`
	UserFlow  string         `json:"userFlow"`
	Profile   map[string]any `json:"profile,omitempty"`
	Shipping  *Shipping      `json:"shipping,omitempty"`
}

func copyInto(dst *mapPayment, src mapPayment) {
	if src.Profile != nil {
		dst.Profile = src.Profile
	}
}

func copiedPart(ref string) error {
	p := mapPayment{Reference: ref}
	copyInto(&p, mapPayment{Profile: map[string]any{"scope": AllScopes}})
	p.Shipping = fixed()
	return send(p)
}

type request struct {
	path string
	body any
}

func enrichRequest(r *request) {
	if p, ok := r.body.(*Payment); ok && p.Profile == nil {
		p.Profile = &Profile{AllScopes}
	}
}

func sendEnriched(p *Payment) error {
	r := request{"/epayment/v1/payments", p}
	enrichRequest(&r)
	return send(r.body)
}

func enrichedInside(ref string) error {
	return sendEnriched(&Payment{Reference: ref, Shipping: fixed()})
}
