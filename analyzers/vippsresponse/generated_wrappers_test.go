package vippsresponse_test

import "strings"

// with names the client that a merchant's own one sends by.
func with(client, decl string) string { return strings.ReplaceAll(decl, "$CLIENT", client) }

var (
	responses = []shape{raw, rawChecked}
	bodies    = []shape{code, codeChecked}
)

// Those of the first half give all that they are given; the others look at the
// status, or read the body.
var wrappers = []wrapper{
	{name: "function", gives: same, decl: `func ask$N(ref string) $RESULTS {
		$BEFORE
		return $CALL
	}`, call: `ask$N(ref)`},
	{name: "method", gives: same, decl: `type client$N struct{ name string }

	func (c *client$N) ask(ref string) $RESULTS {
		$BEFORE
		return $CALL
	}`, before: `c$N := &client$N{"shop"}`, call: `c$N.ask(ref)`},
	{name: "promoted method", gives: same, decl: `type client$N struct{}

	func (client$N) ask(ref string) $RESULTS {
		$BEFORE
		return $CALL
	}

	type service$N struct{ client$N }`, before: `var s$N service$N`, call: `s$N.ask(ref)`},
	{name: "named results", gives: same, decl: `func ask$N(ref string) $NAMED {
		$BEFORE
		$ALL = $CALL
		return
	}`, call: `ask$N(ref)`},
	{name: "wrapped error", gives: same, decl: `func ask$N(ref string) $RESULTS {
		$BEFORE
		$ALL := $CALL
		if err != nil {
			return $ZEROSfmt.Errorf("order %s: %w", ref, err)
		}
		return $ALL
	}`, call: `ask$N(ref)`},
	{name: "logged and returned", gives: same, decl: `func ask$N(ref string) $RESULTS {
		$BEFORE
		$ALL := $CALL
		if err != nil {
			log.Printf("order %s: %v", ref, err)
		}
		return $ALL
	}`, call: `ask$N(ref)`},
	{name: "closure", gives: same, before: `$BEFORE
	f$N := func() $RESULTS { return $CALL }`, call: `f$N()`},
	{name: "function value", gives: same, decl: `func ask$N(ref string) $RESULTS {
		$BEFORE
		return $CALL
	}`, before: `f$N := ask$N`, call: `f$N(ref)`},
	{name: "method value", gives: same, decl: `type client$N struct{}

	func (client$N) ask(ref string) $RESULTS {
		$BEFORE
		return $CALL
	}`, before: `f$N := client$N{}.ask`, call: `f$N(ref)`},
	{name: "interface", gives: same, decl: `type asker$N interface{ ask(ref string) $RESULTS }

	type client$N struct{}

	func (client$N) ask(ref string) $RESULTS {
		$BEFORE
		return $CALL
	}

	func new$N() asker$N { return client$N{} }`, call: `new$N().ask(ref)`},
	{name: "function field", gives: same, decl: `type service$N struct{ ask func(ref string) $RESULTS }

	func ask$N(ref string) $RESULTS {
		$BEFORE
		return $CALL
	}`, before: `s$N := service$N{ask: ask$N}`, call: `s$N.ask(ref)`},
	{name: "function parameter", takes: []shape{value, onlyError}, gives: same, decl: `func run$N(f func(ref string) $RESULTS, ref string) $RESULTS { return f(ref) }

	func ask$N(ref string) $RESULTS {
		$BEFORE
		return $CALL
	}`, call: `run$N(ask$N, ref)`},
	{name: "generic function", gives: same, decl: `func ask$N[T any](ref string, order T) $RESULTS {
		log.Println(order)
		$BEFORE
		return $CALL
	}`, call: `ask$N(ref, []string{ref})`},
	{name: "another package", gives: same, far: true, decl: `func Ask(ref string) $RESULTS {
		$BEFORE
		return $CALL
	}`, call: `far$N.Ask(ref)`},
	{name: "client of another package", gives: same, far: true, decl: `type Client struct{}

	func New() *Client { return new(Client) }

	func (c *Client) Ask(ref string) $RESULTS {
		$BEFORE
		return $CALL
	}`, before: `c$N := far$N.New()`, call: `c$N.Ask(ref)`},
	{name: "interface of another package", gives: same, far: true, decl: `type Asker interface{ Ask(ref string) $RESULTS }

	type client$N struct{}

	func (client$N) Ask(ref string) $RESULTS {
		$BEFORE
		return $CALL
	}

	func New() Asker { return client$N{} }`, call: `far$N.New().Ask(ref)`},
	{name: "tries", gives: onlyError, takes: []shape{onlyError, value}, decl: `func try$N(ref string) error {
		$BEFORE
		var err error
		for range 3 {
			if $VARS = $CALL; err == nil {
				return nil
			}
			time.Sleep(time.Second)
		}
		return err
	}`, call: `try$N(ref)`},
	{name: "checked", takes: []shape{raw}, gives: onlyError, decl: `func do$N(ref string) error {
		$BEFORE
		resp, err := $CALL
		if err != nil {
			return err
		}
		defer resp.Body.Close()
		if $OTHER {
			return errors.New(resp.Status)
		}
		return nil
	}`, call: `do$N(ref)`},
	{name: "closed", takes: []shape{rawChecked}, gives: onlyError, decl: `func do$N(ref string) error {
		$BEFORE
		resp, err := $CALL
		if err != nil {
			return err
		}
		return resp.Body.Close()
	}`, call: `do$N(ref)`},
	{name: "checked by a helper", takes: []shape{raw}, gives: rawChecked, decl: `func check$N(resp *http.Response) error {
		if resp.StatusCode < 300 {
			return nil
		}
		return fmt.Errorf("status %d", resp.StatusCode)
	}

	func do$N(ref string) (*http.Response, error) {
		$BEFORE
		resp, err := $CALL
		if err != nil {
			return nil, err
		}
		if err := check$N(resp); err != nil {
			resp.Body.Close()
			return nil, err
		}
		return resp, nil
	}`, call: `do$N(ref)`},
	{name: "decoded", takes: []shape{raw}, gives: value, decl: `func do$N(ref string) (out map[string]string, err error) {
		$BEFORE
		resp, err := $CALL
		if err != nil {
			return nil, err
		}
		defer resp.Body.Close()
		if resp.StatusCode >= 300 {
			return nil, errors.New(resp.Status)
		}
		if err := json.NewDecoder(resp.Body).Decode(&out); err != nil {
			return nil, err
		}
		return out, nil
	}`, call: `do$N(ref)`},
	{name: "error of a type", takes: []shape{raw}, gives: onlyError, decl: `type refusal$N struct{ code int }

	func (r *refusal$N) Error() string { return http.StatusText(r.code) }

	func do$N(ref string) error {
		$BEFORE
		resp, err := $CALL
		if err != nil {
			return err
		}
		defer resp.Body.Close()
		switch resp.StatusCode {
		case 200, 201, 202, 204:
			return nil
		default:
			return &refusal$N{resp.StatusCode}
		}
	}`, call: `do$N(ref)`},
	{name: "read", takes: []shape{raw}, gives: code, decl: `func read$N(ref string) ([]byte, int, error) {
		$BEFORE
		resp, err := $CALL
		if err != nil {
			return nil, 0, err
		}
		defer resp.Body.Close()
		body, err := io.ReadAll(resp.Body)
		return body, resp.StatusCode, err
	}`, call: `read$N(ref)`},
	{name: "read and checked", takes: responses, gives: codeChecked, decl: `func read$N(ref string) (body []byte, code int, err error) {
		$BEFORE
		resp, err := $CALL
		if err != nil {
			return nil, 0, err
		}
		defer resp.Body.Close()
		if body, err = io.ReadAll(resp.Body); err != nil {
			return nil, 0, err
		}
		if resp.StatusCode >= 400 {
			return nil, resp.StatusCode, fmt.Errorf("%s: %s", resp.Status, body)
		}
		return body, resp.StatusCode, nil
	}`, call: `read$N(ref)`},
	{name: "code checked", takes: bodies, gives: onlyError, decl: `func do$N(ref string) error {
		$BEFORE
		_, code, err := $CALL
		if err != nil {
			return err
		}
		if code > 299 {
			return fmt.Errorf("status %d", code)
		}
		return nil
	}`, call: `do$N(ref)`},
	{name: "code checked, decoded", takes: bodies, gives: value, decl: `func do$N(ref string) (map[string]string, error) {
		$BEFORE
		body, code, err := $CALL
		if err != nil {
			return nil, err
		}
		if code/100 != 2 {
			return nil, fmt.Errorf("status %d: %s", code, body)
		}
		var out map[string]string
		err = json.Unmarshal(body, &out)
		return out, err
	}`, call: `do$N(ref)`},
	{name: "value left out", takes: []shape{value}, gives: onlyError, decl: `func do$N(ref string) error {
		$BEFORE
		_, err := $CALL
		return err
	}`, call: `do$N(ref)`},
}
