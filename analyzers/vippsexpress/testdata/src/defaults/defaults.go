// Package defaults has settings with a default that other code may replace before
// they are used, and such that nothing replaces.
package defaults

import (
	"bytes"
	"encoding/json"
	"errors"
	"flag"
	"net/http"
	"os"
	"strings"

	"github.com/imdario/mergo"
)

type Profile struct {
	Scope string `json:"scope"`
}

type Shipping struct {
	Fixed []string `json:"fixedOptions,omitempty"`
}

type Payment struct {
	Reference string    `json:"reference"`
	UserFlow  string    `json:"userFlow"`
	Profile   *Profile  `json:"profile,omitempty"`
	Shipping  *Shipping `json:"shipping,omitempty"`
}

func express(ref, scope string) Payment {
	return Payment{Reference: ref, Profile: &Profile{scope}, Shipping: &Shipping{[]string{"x"}}}
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

type Config struct {
	Scope  string
	Scopes []string
	Inner  struct{ Scope string }
}

func Plain(ref string) error {
	cfg := Config{Scope: "name"} // want `profile.scope "name" lacks`
	return send(express(ref, cfg.Scope))
}

func Merged(ref string) error {
	cfg := Config{Scope: "name"}
	if err := mergo.Merge(&cfg, nil); err != nil {
		return err
	}
	return send(express(ref, cfg.Scope))
}

// It is sent before.
func MergedLater(ref string) error {
	cfg := Config{Scope: "name"} // want `profile.scope "name" lacks`
	err := send(express(ref, cfg.Scope))
	return errors.Join(err, mergo.Merge(&cfg, nil))
}

func MergedPart(ref string) error {
	cfg := Config{}
	cfg.Inner.Scope = "name"
	if err := mergo.Merge(&cfg.Inner, nil); err != nil {
		return err
	}
	return send(express(ref, cfg.Inner.Scope))
}

func Decoded(ref string) error {
	cfg := &Config{Scope: "name"}
	b, err := os.ReadFile("shop.json")
	if err != nil {
		return err
	}
	if err := json.Unmarshal(b, cfg); err != nil {
		return err
	}
	return send(express(ref, cfg.Scope))
}

func load() (*Config, error) {
	cfg := &Config{Scope: "name", Scopes: []string{"name"}}
	return cfg, mergo.Merge(cfg, nil)
}

func Loaded(ref string) error {
	cfg, err := load()
	if err != nil {
		return err
	}
	return errors.Join(send(express(ref, cfg.Scope)), send(express(ref, strings.Join(cfg.Scopes, " "))))
}

// What was replaced is copied on.
func Copied(ref string) error {
	cfg, err := load()
	if err != nil {
		return err
	}
	mine := Config{Scope: cfg.Scope}
	return send(express(ref, mine.Scope))
}

func Flagged(ref string) error {
	scope := "name"
	flag.StringVar(&scope, "scope", scope, "what is shared")
	flag.Parse()
	return send(express(ref, scope))
}

func FlagPointer(ref string) error {
	scope := flag.String("scope", "name", "what is shared")
	flag.Parse()
	return send(express(ref, *scope))
}

var (
	settings = Config{Scope: "name"}
	fixed    = Config{Scope: "name"}
	scope    = "name"
)

func init() {
	if err := mergo.Merge(&settings, nil); err != nil {
		panic(err)
	}
	flag.StringVar(&scope, "shared", scope, "what is shared")
}

func Variables(ref string) error {
	return errors.Join(
		send(express(ref, settings.Scope)),
		send(express(ref, scope)),
		send(express(ref, fixed.Scope)), // want `profile.scope "name" lacks`
	)
}

type shop struct{ cfg *Config }

func (s *shop) pay(ref string) error { return send(express(ref, s.cfg.Scope)) }

func Method(ref string) error {
	cfg, err := load()
	if err != nil {
		return err
	}
	s := shop{cfg}
	return s.pay(ref)
}

func MethodPlain(ref string) error {
	s := shop{&Config{Scope: "name"}} // want `profile.scope "name" lacks`
	return s.pay(ref)
}
