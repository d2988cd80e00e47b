package vipps_test

import (
	"testing"

	"fjordfiske.example/nettbutikk/internal/checkout"
	"fjordfiske.example/nettbutikk/internal/vipps"
)

// The tests of the client also go through the service above it.
func TestServiceTakesTheClient(t *testing.T) {
	if checkout.New(new(vipps.Client), nil) == nil {
		t.Error("no service")
	}
}
