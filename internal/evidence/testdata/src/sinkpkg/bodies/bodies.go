// Package bodies has neutral bodies.
package bodies

import "math"

type Amount struct {
	Currency string  `json:"currency"`
	Value    float64 `json:"value"`
}

type Capture struct {
	ModificationAmount Amount `json:"modificationAmount"`
}

type Ore struct {
	Currency string `json:"currency"`
	Value    int64  `json:"value"`
}

// NOK makes an amount of kroner.
func NOK(kr float64) Ore { return Ore{"NOK", int64(kr * 100)} }

// Rounded makes an amount of kroner.
func Rounded(kr float64) Ore { return Ore{"NOK", int64(math.Round(kr * 100))} }

// Map makes an amount of kroner.
func Map(kr float64) map[string]any {
	return map[string]any{"currency": "NOK", "value": kr * 100}
}

// IntMap makes an amount of kroner.
func IntMap(kr float64) map[string]any {
	return map[string]any{"currency": "NOK", "value": int64(kr * 100)}
}

// RoundedMap makes an amount of kroner.
func RoundedMap(kr float64) map[string]any {
	return map[string]any{"currency": "NOK", "value": math.Round(kr * 100)}
}
