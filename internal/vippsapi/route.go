package vippsapi

import "strings"

// MatchRoute returns the inbound bodies whose path a route of a merchant's
// server can be: "/vipps/v2/payments/{orderId}", "POST /v2/payments/:orderId",
// "/vipps/v2/payments/". That is weak: the same path may serve something else.
// A path of Vipps' own is none; who serves it plays Vipps.
func MatchRoute(pattern string) []*Inbound {
	if method, path, ok := strings.Cut(pattern, " "); ok && !strings.Contains(method, "/") {
		pattern = path
	}
	pattern = strings.TrimSuffix(pattern, "{$}")
	subtree := strings.HasSuffix(pattern, "/")
	route := split(pattern)
	if m, ok := MatchURL("", pattern); ok && m.Strength == Strong && m.Family == ECom {
		return nil
	}
	var found []*Inbound
	for _, in := range Inbounds() {
		if in.Path == "" {
			continue
		}
		want := split(in.Path)
		if routeFits(route, want) || subtree && isParam(want[len(want)-1]) && routeFits(route, want[:len(want)-1]) {
			found = append(found, in)
		}
	}
	return found
}

// routeFits says whether a route ends in the segments of an inbound path.
func routeFits(route, want []string) bool {
	if len(route) < len(want) {
		return false
	}
	route = route[len(route)-len(want):]
	for i, seg := range want {
		switch {
		case !isParam(seg):
			if seg != route[i] {
				return false
			}
		// An id is never a constant of the route, a version is.
		case seg != "{version}" && !routeParam(route[i]):
			return false
		}
	}
	return true
}

// routeParam knows the parameters of net/http, gorilla and chi, of httprouter,
// gin and echo, and a text that is not known.
func routeParam(seg string) bool {
	return strings.HasPrefix(seg, "{") || strings.HasPrefix(seg, ":") || strings.HasPrefix(seg, "*") || strings.Contains(seg, Hole)
}
