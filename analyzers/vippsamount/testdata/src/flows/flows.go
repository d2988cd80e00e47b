// Package flows hands floats on in the ways that Go has, each cut at the end of
// one and rounded at the end of its twin.
package flows

import (
	"bytes"
	"encoding/json"
	"errors"
	"math"
	"net/http"
	"strconv"
)

type body struct {
	ModificationAmount struct {
		Currency string `json:"currency"`
		Value    int64  `json:"value"`
	} `json:"modificationAmount"`
}

func capture(ref string, ore int64) error {
	var b body
	b.ModificationAmount.Currency = "NOK"
	b.ModificationAmount.Value = ore
	raw, err := json.Marshal(b)
	if err != nil {
		return err
	}
	req, err := http.NewRequest("POST", "https://api.vipps.no/epayment/v1/payments/"+ref+"/capture", bytes.NewReader(raw))
	if err != nil {
		return err
	}
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if resp.StatusCode != 200 {
		return errors.New(resp.Status)
	}
	return nil
}

// Several results, one of them named.
func parse(text string) (kroner float64, err error) {
	kroner, err = strconv.ParseFloat(text, 64)
	return
}

func Parsed(ref, text string) error {
	kroner, err := parse(text)
	if err != nil {
		return err
	}
	return capture(ref, int64(kroner*100)) // want `cut to whole øre`
}

func ParsedRight(ref, text string) error {
	kroner, err := parse(text)
	if err != nil {
		return err
	}
	return capture(ref, int64(math.Round(kroner*100)))
}

// A field that another method sets.
type order struct {
	total int64
	right int64
}

func (o *order) add(price float64) {
	o.total += int64(price * 100) // want `cut to whole øre`
	o.right += int64(math.Round(price * 100))
}

func (o *order) Pay(ref string) error { return capture(ref, o.total) }

func (o *order) PayRight(ref string) error { return capture(ref, o.right) }

func Order(ref string, prices []float64) error {
	o := new(order)
	for _, p := range prices {
		o.add(p)
	}
	return o.Pay(ref)
}

// A variable of the package.
var fee, feeRight int64

func SetFee(kroner float64) {
	fee = int64(kroner * 100) // want `cut to whole øre`
	feeRight = int64(math.Round(kroner * 100))
}

func Fee(ref string) error { return capture(ref, fee) }

func FeeRight(ref string) error { return capture(ref, feeRight) }

func Closure(ref string, kroner float64) error {
	ore := func() int64 { return int64(kroner * 100) } // want `cut to whole øre`
	return capture(ref, ore())
}

func ClosureRight(ref string, kroner float64) error {
	ore := func() int64 { return int64(math.Round(kroner * 100)) }
	return capture(ref, ore())
}

func Channel(ref string, kroner float64) error {
	c := make(chan int64, 1)
	c <- int64(kroner * 100) // want `cut to whole øre`
	return capture(ref, <-c)
}

func ChannelRight(ref string, kroner float64) error {
	c := make(chan int64, 1)
	c <- int64(math.Round(kroner * 100))
	return capture(ref, <-c)
}

func Map(ref string, kroner float64) error {
	prices := map[string]int64{"cod": int64(kroner * 100)} // want `cut to whole øre`
	return capture(ref, prices["cod"])
}

func MapRight(ref string, kroner float64) error {
	prices := map[string]int64{"cod": int64(math.Round(kroner * 100))}
	return capture(ref, prices["cod"])
}

func Slice(ref string, kroner []float64) error {
	var ore []int64
	for _, k := range kroner {
		ore = append(ore, int64(k*100)) // want `cut to whole øre`
	}
	return capture(ref, ore[0])
}

func SliceRight(ref string, kroner []float64) error {
	var ore []int64
	for _, k := range kroner {
		ore = append(ore, int64(math.Round(k*100)))
	}
	return capture(ref, ore[0])
}

func toMinor[F ~float32 | ~float64](kroner F) int64 { return int64(kroner * 100) } // want `cut to whole øre`

func roundMinor[F ~float32 | ~float64](kroner F) int64 {
	return int64(math.Round(float64(kroner) * 100))
}

func Generic(ref string, kroner float64) error { return capture(ref, toMinor(kroner)) }

func GenericRight(ref string, kroner float64) error { return capture(ref, roundMinor(kroner)) }

type pricer interface{ ore() int64 }

type cutter float64

func (c cutter) ore() int64 { return int64(c * 100) } // want `cut to whole øre`

type rounder float64

func (r rounder) ore() int64 { return int64(math.Round(float64(r) * 100)) }

func payFor(ref string, p pricer) error { return capture(ref, p.ore()) }

func Interface(ref string, kroner float64) error { return payFor(ref, cutter(kroner)) }

func InterfaceRight(ref string, kroner float64) error {
	return capture(ref, pricer(rounder(kroner)).ore())
}

func Deferred(ref string, kroner float64) (err error) {
	var ore int64
	defer func() { err = capture(ref, ore) }()
	ore = int64(kroner * 100) // want `cut to whole øre`
	return nil
}

func DeferredRight(ref string, kroner float64) (err error) {
	var ore int64
	defer func() { err = capture(ref, ore) }()
	ore = int64(math.Round(kroner * 100))
	return nil
}

func Asserted(ref string, v any) error {
	if kroner, ok := v.(float64); ok {
		return capture(ref, int64(kroner*100)) // want `cut to whole øre`
	}
	return nil
}

func AssertedRight(ref string, v any) error {
	switch v := v.(type) {
	case float64:
		return capture(ref, int64(math.Round(v*100)))
	case int64:
		return capture(ref, v*100)
	}
	return nil
}

func Largest(ref string, a, b float64) error {
	return capture(ref, int64(max(a, b)*100)) // want `cut to whole øre`
}

func LargestRight(ref string, a, b float64) error {
	return capture(ref, max(int64(math.Round(a*100)), int64(math.Round(b*100))))
}

func Casts(ref string, kroner float64) error {
	return capture(ref, int64(int32(uint16(kroner*100)))) // want `cut to whole øre`
}

func CastsRight(ref string, kroner float64) error {
	return capture(ref, int64(int32(uint16(math.Round(kroner*100)))))
}

// TwiceRounded is made a float again after it was rounded.
func TwiceRounded(ref string, kroner float64) error {
	exact := math.Round(kroner*100) / 100
	return capture(ref, int64(exact*100)) // want `cut to whole øre`
}

func TwiceRoundedRight(ref string, kroner float64) error {
	exact := math.Round(kroner*100) / 100
	return capture(ref, int64(math.Round(exact*100)))
}

func Pointer(ref string, kroner float64) error {
	ore := new(int64)
	set(ore, kroner)
	return capture(ref, *ore)
}

func set(ore *int64, kroner float64) { *ore = int64(kroner * 100) } // want `cut to whole øre`

func PointerRight(ref string, kroner float64) error {
	ore := new(int64)
	setRight(ore, kroner)
	return capture(ref, *ore)
}

func setRight(ore *int64, kroner float64) { *ore = int64(math.Round(kroner * 100)) }
