package vippsapi

import "strings"

// A Life is what is known of whether the address of a request still answers.
type Life struct {
	Status    Status
	What      string // what is asked, for people: an operation's ID, or "a path of eCom v1"
	Successor string // path or host of what replaces it
}

// retired are the hosts of MobilePay from before it became one with Vipps. Their
// APIs were closed when the merchants had moved (MobilePay's migration guides).
var retired = []string{"api.mobilepay.dk", "api.sandbox.mobilepay.dk"}

// RetiredHost says whether a URL, perhaps with Holes, goes to a host of
// MobilePay from before the merger, and gives the host.
func RetiredHost(url string) (string, bool) {
	_, rest, ok := strings.Cut(url, "://")
	if !ok {
		return "", false
	}
	if i := strings.IndexByte(rest, '/'); i >= 0 {
		rest = rest[:i]
	}
	name, _, _ := strings.Cut(rest, ":")
	for _, h := range retired {
		if strings.EqualFold(name, h) {
			return h, true
		}
	}
	return "", false
}

// Production is the host behind which there is real money.
func Production() string { return hosts[0] }

// HostOf returns the host of an absolute URL of Vipps', where it is a constant
// part of it.
func HostOf(url string) string {
	if u := parseURL(url); u.vipps && IsHost(u.host) {
		name, _, _ := strings.Cut(strings.ToLower(u.host), ":")
		return name
	}
	return ""
}

// LifeOf says whether what a request asks for still answers. url may hold Holes;
// method "" is unknown. ok is false where that is not certain, or where nothing
// is to be said of it.
func LifeOf(method, url string) (life Life, ok bool) {
	if host, ok := RetiredHost(url); ok {
		return Life{Closed, "the host " + host, hosts[0]}, true
	}
	m, ok := MatchURL(method, url)
	if !ok || m.Strength != Strong {
		return Life{}, false
	}
	for i, op := range m.Ops {
		if i > 0 && op.Status != life.Status {
			return Life{}, false
		}
		if i == 0 {
			life = Life{op.Status, op.ID, op.Successor}
		}
	}
	if len(m.Ops) > 1 {
		life.What = m.Reason
	}
	if len(m.Ops) > 0 {
		return life, true
	}
	return closedPath(url)
}

// closedPath says of a path without an operation that all below it is closed.
func closedPath(url string) (Life, bool) {
	u := parseURL(url)
	for _, l := range lives {
		if l.status != Closed || !strings.HasSuffix(l.prefix, "/") {
			continue
		}
		want := split(l.prefix)
		for from := range u.segs {
			if from+len(want) > len(u.segs) || from > 0 && u.vipps {
				break
			}
			all := true
			for i, seg := range want {
				s := u.segs[from+i]
				all = all && s.kind == literal && equal(seg, s.text)
			}
			if all {
				return Life{Closed, "a path below " + l.prefix, l.successor(l.prefix)}, true
			}
		}
	}
	return Life{}, false
}
