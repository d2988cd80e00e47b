package vippsapi

import (
	"net/netip"
	"strings"
)

// checkURL says whether an address, perhaps with Holes, is one to which Vipps or
// the customer can go.
func (f *Field) checkURL(text string) ValueVerdict {
	if f.Web == NoWeb {
		return ValueVerdict{}
	}
	bad := func(takes string) ValueVerdict { return ValueVerdict{Fault: InsecureURL, Takes: takes} }
	scheme, rest, ok := strings.Cut(text, "://")
	if !ok || strings.Contains(scheme, Hole) {
		return f.checkTail(text)
	}
	switch {
	case strings.EqualFold(scheme, "https"):
	case strings.EqualFold(scheme, "http"):
		v := bad("an https address")
		if !loopback(rest) && f.checkTail(text).Fault == NoFault && !strings.Contains(text, Hole) {
			v.Want = "https://" + rest
		}
		return v
	case f.Web == Callback:
		return bad("an https address")
	default:
		return ValueVerdict{} // an app's own
	}
	if loopback(rest) {
		return bad("an address that can be reached from outside")
	}
	return f.checkTail(text)
}

// checkTail refuses a prefix that ends already in what Vipps appends to it.
func (f *Field) checkTail(text string) ValueVerdict {
	cut, ok := strings.CutSuffix(strings.TrimRight(text, "/"), f.Tail)
	if f.Tail == "" || !ok {
		return ValueVerdict{}
	}
	v := ValueVerdict{Fault: InsecureURL, Takes: "a prefix, to which Vipps appends " + f.Tail + " itself"}
	if !strings.Contains(text, Hole) {
		v.Want = cut
	}
	return v
}

// loopback says whether what follows a scheme begins with a host that only the
// machine itself can reach.
func loopback(rest string) bool {
	end := strings.IndexAny(rest, "/?#"+Hole)
	host := rest
	if end >= 0 {
		if rest[end:end+1] == Hole && !strings.Contains(rest[:end], ":") {
			return false // more of the host may follow
		}
		host = rest[:end]
	}
	if h, ok := strings.CutPrefix(host, "["); ok {
		host, _, _ = strings.Cut(h, "]")
	} else {
		host, _, _ = strings.Cut(host, ":")
	}
	host = strings.ToLower(host)
	if host == "localhost" || strings.HasSuffix(host, ".localhost") {
		return true
	}
	ip, err := netip.ParseAddr(host)
	return err == nil && (ip.IsLoopback() || ip.IsUnspecified())
}
