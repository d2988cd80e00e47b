package secret

import (
	"slices"
	"testing"
)

func TestExampleCode(t *testing.T) {
	for path, want := range map[string]bool{
		"example.no/shop":               false, // the name of a host is no folder
		"example.no/shop/vipps":         false,
		"example.no/shop/example":       true,
		"example.no/shop/_examples/pay": true,
		"example.no/shop/mocks/vipps":   true,
		"example.no/shop/mockingbird":   false,
		"example.no/shop/testdata/x":    true,
		"example.no/shop/internal/test": false,
	} {
		if got := exampleCode(path); got != want {
			t.Errorf("%s: %t, want %t", path, got, want)
		}
	}
	for name, want := range map[string]bool{
		"/src/shop/client.go": false, "/src/shop/client_test.go": true, "/src/shop/mock_client.go": true, "/src/shop/client_fake.go": true,
		"/src/shop/mock.go": false, "/src/shop/example_pay.go": true, "/src/mock/client.go": false,
	} {
		if got := exampleFile(name); got != want {
			t.Errorf("%s: %t, want %t", name, got, want)
		}
	}
}

func TestVerbs(t *testing.T) {
	for format, want := range map[string][]string{
		"no verb, 100%%":     nil,
		"%s and %+v":         {"%s", "%+v"},
		"%-10s|%05d|%.4s":    {"%-10s", "%05d", "%.4s"},
		"%[1]s":              {"%[1]s"},
		"%*d":                nil,
		"trailing %":         nil,
		"%T %p %q %x %w %#v": {"%T", "%p", "%q", "%x", "%w", "%#v"},
	} {
		if got := verbsOf(format); !slices.Equal(got, want) {
			t.Errorf("%q: %q, want %q", format, got, want)
		}
	}
	for verb, want := range map[string]bool{"%s": true, "%+v": true, "%#v": true, "%q": true, "%x": true, "%T": false, "%p": false, "%t": false, "%d": false, "%.4s": false, "": false} {
		if got := printsText(verb); got != want {
			t.Errorf("%q shows a text: %t, want %t", verb, got, want)
		}
	}
}

func TestMayBeSecret(t *testing.T) {
	for text, want := range map[string]bool{
		"9f1c7a52-3b0e-4c6d-8a17-2e5b9d40c8f3": true,
		"kT7mQ2vX9bL4nR8sW1zP5cJ6==":           true,
		"https://api.vipps.no/9f1c7a523b0e4c":  false,
		"Kr 349,00 for 2 billetter":            false,
		"kT7mQ2vX9b":                           false, // too short to tell, where nothing else is known
	} {
		if got := mayBeSecret(text); got != want {
			t.Errorf("%q: %t, want %t", text, got, want)
		}
	}
}
