// Package lists has express payments of which the shipping options and scopes
// stand in variables and lists.
package lists

import (
	"bytes"
	"encoding/json"
	"errors"
	"flag"
	"net/http"
	"os"
	"strings"
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

// Variables of the package.

var post = []Group{{"MAILBOX"}, {"PICKUP_POINT"}}

var none []Group

// Posten is one that other packages may set.
var Posten = []Group{{"MAILBOX"}}

// fromFile is set again.
var fromFile = []Group{{"MAILBOX"}}

// decoded is filled through its address.
var decoded = []Group{{"MAILBOX"}}

func init() {
	b, err := os.ReadFile("shipping.json")
	if err != nil {
		return
	}
	fromFile = read(b)
	_ = json.Unmarshal(b, &decoded)
}

func read(b []byte) []Group {
	var list []Group
	_ = json.Unmarshal(b, &list)
	return list
}

func with(ref, scope string, fixed []Group) error {
	return send(Payment{Reference: ref, Profile: &Profile{scope}, Shipping: &Shipping{Fixed: fixed}})
}

func Fixed(ref string) error {
	return errors.Join(
		send(Payment{Reference: ref, Profile: &Profile{AllScopes}, Shipping: &Shipping{Fixed: post}}),
		send(Payment{Reference: ref, Profile: &Profile{"name"}, Shipping: &Shipping{Fixed: post}}),                                            // want `profile.scope "name" lacks address, email and phoneNumber`
		send(Payment{Reference: ref, Profile: &Profile{AllScopes}, Shipping: &Shipping{Fixed: post, Dynamic: &Dynamic{"https://a.example"}}}), // want `shipping has both`
		send(Payment{Reference: ref, Shipping: &Shipping{Fixed: post}}),                                                                       // want `without profile.scope`
		with(ref, AllScopes, post),
		with(ref, "name", post), // want `profile.scope "name" lacks`
	)
}

// Which options there are is not known. Scopes are asked for all the same.
func Unknown(ref string, given []Group) error {
	dynamic := &Dynamic{"https://a.example"}
	return errors.Join(
		send(Payment{Reference: ref, Profile: &Profile{"name"}, Shipping: &Shipping{Fixed: given}}),    // want `profile.scope "name" lacks`
		send(Payment{Reference: ref, Profile: &Profile{"name"}, Shipping: &Shipping{Fixed: fromFile}}), // want `profile.scope "name" lacks`
		send(Payment{Reference: ref, Profile: &Profile{"name"}, Shipping: &Shipping{Fixed: decoded}}),  // want `profile.scope "name" lacks`
		send(Payment{Reference: ref, Profile: &Profile{"name"}, Shipping: &Shipping{Fixed: Posten}}),   // want `profile.scope "name" lacks`
		send(Payment{Reference: ref, Profile: &Profile{AllScopes}, Shipping: &Shipping{Fixed: given, Dynamic: dynamic}}),
		send(Payment{Reference: ref, Profile: &Profile{AllScopes}, Shipping: &Shipping{Fixed: fromFile, Dynamic: dynamic}}),
		send(Payment{Reference: ref, Profile: &Profile{AllScopes}, Shipping: &Shipping{Fixed: decoded, Dynamic: dynamic}}),
		send(Payment{Reference: ref, Profile: &Profile{AllScopes}, Shipping: &Shipping{Fixed: Posten, Dynamic: dynamic}}),
		send(Payment{Reference: ref, Profile: &Profile{AllScopes}, Shipping: &Shipping{Fixed: none, Dynamic: dynamic}}),
		send(Payment{Reference: ref, Profile: &Profile{AllScopes}, Shipping: &Shipping{Fixed: none}}),
	)
}

// Functions that give a list.

func constant() []Group { return []Group{{"MAILBOX"}} }

func appended() []Group {
	var list []Group
	list = append(list, Group{"MAILBOX"})
	return list
}

func maybeAppended(heavy bool) []Group {
	var list []Group
	if !heavy {
		list = append(list, Group{"MAILBOX"})
	}
	return list
}

var types = []string{"MAILBOX", "PICKUP_POINT"}

func looped() []Group {
	var list []Group
	for _, t := range types {
		list = append(list, Group{t})
	}
	return list
}

func loopedLiteral() []Group {
	list := make([]Group, 0, 2)
	for _, t := range []string{"MAILBOX", "PICKUP_POINT"} {
		list = append(list, Group{t})
	}
	return list
}

func counted() []Group {
	list := []Group{}
	for i := 0; i < len(types); i++ {
		list = append(list, Group{types[i]})
	}
	return list
}

func loopedOver(types []string) []Group {
	var list []Group
	for _, t := range types {
		list = append(list, Group{t})
	}
	return list
}

func filtered(without string) []Group {
	var list []Group
	for _, t := range types {
		if t == without {
			continue
		}
		list = append(list, Group{t})
	}
	return list
}

func stopped(without string) []Group {
	var list []Group
	for _, t := range types {
		if t == without {
			break
		}
		list = append(list, Group{t})
	}
	return list
}

func countedLate(from int) []Group {
	var list []Group
	for i := from; i < len(types); i++ {
		list = append(list, Group{types[i]})
	}
	return list
}

// spelled counts in texts.
func spelled(last string) []Group {
	var list []Group
	for s := "a"; s < last; s += "a" {
		list = append(list, Group{s})
	}
	return list
}

func skipping() []Group {
	var list []Group
	for i := -1; i+5 < len(types); i++ {
		list = append(list, Group{"MAILBOX"})
	}
	return list
}

func both(ref string, fixed []Group) error {
	return send(Payment{Reference: ref, Profile: &Profile{AllScopes}, Shipping: &Shipping{Fixed: fixed, Dynamic: &Dynamic{"https://a.example"}}})
}

func Both(ref string, heavy bool, given []string) error {
	return errors.Join(
		both(ref, constant()),      // want `shipping has both`
		both(ref, appended()),      // want `shipping has both`
		both(ref, looped()),        // want `shipping has both`
		both(ref, loopedLiteral()), // want `shipping has both`
		both(ref, counted()),       // want `shipping has both`
		both(ref, maybeAppended(heavy)),
		both(ref, loopedOver(given)),
		both(ref, filtered("MAILBOX")),
		both(ref, stopped("MAILBOX")),
		both(ref, countedLate(2)),
		both(ref, spelled("aaa")),
		both(ref, skipping()),
	)
}

// Lists of scopes.

var (
	few     = []string{"name", "email"}
	all     = []string{"name", "address", "email", "phoneNumber"}
	more    = []string{"name"}
	flagged = []string{"name"}
	handed  = []string{"name"}
	shared  = []string{"name"}
)

func init() {
	more[0] = AllScopes
	flag.Var((*scopes)(&flagged), "scope", "what is shared")
	extend(handed)
	holder.list = shared
}

type scopes []string

func (s *scopes) String() string { return strings.Join(*s, " ") }

func (s *scopes) Set(text string) error {
	*s = strings.Split(text, ",")
	return nil
}

func extend(list []string) { list[0] = AllScopes }

var holder struct{ list []string }

func Scoped(ref string) error {
	return errors.Join(
		with(ref, strings.Join(few, " "), post), // want `profile.scope "name email" lacks address and phoneNumber`
		with(ref, strings.Join(all, " "), post),
		with(ref, strings.Join(more, " "), post),
		with(ref, strings.Join(flagged, " "), post),
		with(ref, strings.Join(handed, " "), post),
		with(ref, strings.Join(shared, " "), post),
	)
}

// In the handler that a function makes.
func handler() http.HandlerFunc {
	groups := []Group{{"MAILBOX"}}
	scope := "name"
	return func(w http.ResponseWriter, r *http.Request) {
		if err := with(r.FormValue("ref"), scope, groups); err != nil { // want `profile.scope "name" lacks`
			w.WriteHeader(http.StatusBadGateway)
		}
	}
}

func handlerRight() http.HandlerFunc {
	groups := []Group{{"MAILBOX"}}
	scope := "name"
	flag.StringVar(&scope, "scope", "name", "what is shared")
	return func(w http.ResponseWriter, r *http.Request) {
		if err := with(r.FormValue("ref"), scope, groups); err != nil {
			w.WriteHeader(http.StatusBadGateway)
		}
	}
}
