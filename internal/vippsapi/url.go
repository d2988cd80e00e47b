package vippsapi

import (
	"math/bits"
	"strings"
)

// A URLMatch is what a URL tells of the request that is sent to it.
type URLMatch struct {
	Ops      []*Operation // those that fit best, in the order of the table; empty where only host or family are known
	Family   Family       // of all Ops, or of the path; empty where that leaves several
	Host     bool         // the host is one of Vipps'
	Strength Strength     // Strong: the constant parts by themselves can only be Vipps'
	Reason   string       // lower case, for people: "the path of POST /epayment/v1/payments"
}

// anchors are the beginnings of paths that no other provider is known to have.
// A path outside them, such as /management/v1/merchants, needs the host too.
var anchors = []anchor{
	{"/epayment/v1", EPayment, false},
	{"/ecomm/v1/payments", ECom, false},
	{"/ecomm/v2/payments", ECom, false},
	{"/ecomm/v2/integration-test/payments", ECom, false},
	{"/recurring/v2/agreements", Recurring, true},
	{"/recurring/v3/agreements", Recurring, true},
	{"/recurring/v3/charges", Recurring, true},
	{"/recurring/v4/agreements", Recurring, true},
	{"/checkout/v2/session", Checkout, true},
	{"/checkout/v3/session", Checkout, true},
	{"/webhooks/v1/webhooks", Webhooks, true},
	{"/psp/v3/psppayments", PSP, false},
	{"/psp/v3/integration-test/psppayments", PSP, false},
	{"/merchant-management/psp/v1", PSP, true},
	{"/qr/v1/merchant-redirect", QR, true},
	{"/qr/v1/merchant-callback", QR, true},
	{"/order-management/v1/receipts", OrderManagement, true},
	{"/order-management/v2/{paymentType}/receipts", OrderManagement, true},
	{"/order-management/v2/{paymentType}/categories", OrderManagement, true},
	{"/accesstoken/get", AccessToken, false},
	{"/miami/v1/token", AccessToken, false},
	{"/access-management-1.0/access", Login, false},
	{"/vipps-login-ciba", Login, false},
	{"/vipps-userinfo-api/userinfo", Userinfo, false},
}

type anchor struct {
	path   string
	family Family
	plain  bool // of words that a provider may come to as well, see parsedURL.strange
}

// browserPath is where a browser is sent, not a request of the merchant's.
const browserPath = "/access-management-1.0/access/oauth2/auth"

// MatchURL says what a request to url would be. url is an absolute URL, a path,
// or the tail of either, in which Hole stands for unknown text; a Hole alone
// between two slashes is one segment. method "" is unknown. A query, and a
// slash more or less at either end, do not matter. The addresses of Vipps Login
// that browsers see match nothing.
func MatchURL(method, url string) (URLMatch, bool) {
	u := parseURL(url)
	m := URLMatch{Host: u.vipps}
	var best []*Operation
	var score fit
	anchored := false
	if len(u.segs) > 0 {
		best, score, anchored = u.operations(method)
	}
	if len(best) == 1 && best[0].Path == browserPath {
		return URLMatch{}, false
	}
	family, named := u.family()
	switch {
	case score.literals > 0 && (anchored || u.vipps):
		m.Ops, m.Strength = best, Strong
	case named && family == Login:
		return URLMatch{}, false // the issuer
	case named:
		m.Family, m.Strength = family, Strong
	case u.vipps:
		m.Strength = Strong
	case score.words > 0 && !u.foreign:
		m.Ops, m.Strength = best, Weak
	default:
		return URLMatch{}, false
	}
	for i, op := range m.Ops {
		if i == 0 {
			m.Family = op.Family
		} else if op.Family != m.Family {
			m.Family = ""
			break
		}
	}
	m.Reason = m.reason(u)
	return m, true
}

func (m *URLMatch) reason(u parsedURL) string {
	switch {
	case len(m.Ops) == 1:
		return "the path of " + m.Ops[0].ID
	case m.Family != "":
		return "a path of the " + m.Family.Title() + " API"
	case m.Host:
		return "the host " + u.host
	}
	return "a path that Vipps has too"
}

// Elsewhere says that a URL, perhaps with Holes, goes to a host that is known
// and not one of Vipps', by a path that says nothing of Vipps: no proxy that
// anybody would know for one.
func Elsewhere(method, url string) bool {
	_, ok := MatchURL(method, url)
	return !ok && parseURL(url).strange
}

func namesVipps(text string) bool {
	text = strings.ToLower(text)
	return strings.Contains(text, "vipps") || strings.Contains(text, "mobilepay")
}

// A parsedURL is a URL cut into segments that may hold Holes.
type parsedURL struct {
	host    string
	vipps   bool // the host is Vipps'
	foreign bool // the host is a constant, and another's
	strange bool // foreign, and nothing of the URL names Vipps: it may be another provider's
	open    bool // segments unknown may stand before the first
	segs    []segment
}

// A segment is the text between two slashes, or at an end.
type segment struct {
	text string
	kind segmentKind
}

type segmentKind int

const (
	literal  segmentKind = iota
	unknown              // one segment of unknown text
	wildcard             // holds a Hole that may stand for slashes
	leading              // a Hole before the first slash: anything, or nothing
	trailing             // a Hole after the last slash: one segment, perhaps more
)

func parseURL(url string) parsedURL {
	if i := strings.IndexAny(url, "?#"); i >= 0 {
		url = url[:i]
	}
	u := parsedURL{open: true}
	path := url
	if _, rest, ok := strings.Cut(url, "://"); ok {
		u.host, path = cutHost(rest)
		u.vipps = vippsHost(u.host)
		u.foreign = !u.vipps && !strings.Contains(u.host, Hole)
		u.strange = u.foreign && !namesVipps(url)
	} else if host, rest := cutHost(url); vippsHost(host) {
		u.host, u.vipps, path = host, true, rest
	}
	u.open = !u.vipps
	texts := strings.Split(path, "/")
	for i, t := range texts {
		s := segment{text: t}
		switch nothing := strings.Trim(t, Hole) == ""; {
		case t == "":
			continue
		case !strings.Contains(t, Hole):
		case nothing && i == 0:
			s.kind = leading
		case nothing && i == len(texts)-1:
			s.kind = trailing
		case t == Hole:
			s.kind = unknown
		default:
			s.kind = wildcard
		}
		u.segs = append(u.segs, s)
	}
	return u
}

// cutHost cuts what follows a scheme into host and path. A Hole right after a
// host of Vipps' belongs to the path.
func cutHost(s string) (host, path string) {
	if i := strings.IndexByte(s, '/'); i >= 0 {
		host, path = s[:i], s[i:]
	} else {
		host = s
	}
	if before, _, ok := strings.Cut(host, Hole); ok && IsHost(strings.TrimSuffix(before, ":")) {
		return before, s[len(before):]
	}
	return host, path
}

// vippsHost says whether a host, perhaps with Holes, can only be one of Vipps'.
func vippsHost(host string) bool {
	if IsHost(host) {
		return true
	}
	before, after, ok := strings.Cut(host, Hole)
	if !ok || !strings.HasSuffix(strings.ToLower(after), ".vipps.no") {
		return false
	}
	for _, h := range hosts {
		if strings.HasPrefix(h, strings.ToLower(before)) && strings.HasSuffix(h, strings.ToLower(after)) {
			return true
		}
	}
	return false
}

// A template is the path of an operation, cut into segments.
type template []string

func split(path string) template { return strings.Split(strings.Trim(path, "/"), "/") }

func isParam(seg string) bool { return strings.HasPrefix(seg, "{") }

// A fit says how well a URL fits a template.
type fit struct {
	at       uint32 // bit i: the constant segment i of the template stands in the URL
	literals int    // how many
	words    int    // how many of them are no mere version
	spread   int    // segments beyond one that a trailing Hole stands for
	values   int    // constants that stand for a parameter
}

func (f fit) better(g fit, method string) bool {
	if f.literals != g.literals {
		return f.literals > g.literals
	}
	// Without a method the shorter reading is no likelier.
	return method != "" && f.spread < g.spread
}

// operations returns the operations that fit best, and whether the constant
// parts hold an anchor of each of them.
func (u parsedURL) operations(method string) (ops []*Operation, best fit, anchored bool) {
	t := table()
	for i, op := range t.ops {
		if method != "" && !strings.EqualFold(method, op.Method) {
			continue
		}
		f, ok := u.fits(op, t.templates[i])
		if !ok || f.literals == 0 || best.better(f, method) {
			continue
		}
		if f.better(best, method) {
			ops, best, anchored = nil, f, true
		}
		ops = append(ops, op)
		anchored = anchored && u.anchored(op, f)
	}
	return ops, best, anchored
}

// anchored reports whether the constant parts that fit op hold an anchor of it.
func (u parsedURL) anchored(op *Operation, f fit) bool {
	for _, a := range anchors {
		if op.Path != a.path && !strings.HasPrefix(op.Path, a.path+"/") || a.plain && u.strange {
			continue
		}
		all := true
		for i, seg := range split(a.path) {
			all = all && (isParam(seg) || f.at&(1<<i) != 0)
		}
		if all {
			return true
		}
	}
	return false
}

// fits says how the URL fits the template of an operation, from its beginning
// or from where it can be the tail of one, or where a proxy's own segments stand
// before it.
func (u parsedURL) fits(op *Operation, t template) (fit, bool) {
	best, ok := match(u.segs, t, 0)
	if !u.open {
		return best, ok
	}
	// A Hole in front stands for what is missing already.
	for skip := 1; skip < len(t) && !strings.HasPrefix(u.segs[0].text, Hole); skip++ {
		// A tail begins with something that can be recognised.
		if isParam(t[skip]) {
			continue
		}
		if f, fits := match(u.segs, t, skip); fits && f.values == 0 && (!ok || f.better(best, "")) {
			best, ok = f, true
		}
	}
	for skip := 1; skip < len(u.segs); skip++ {
		if f, fits := match(u.segs[skip:], t, 0); fits && u.anchored(op, f) && (!ok || f.better(best, "")) {
			best, ok = f, true
		}
	}
	return best, ok
}

// match fits segments to a template from segment at on.
func match(segs []segment, t template, at int) (fit, bool) {
	if len(segs) == 0 {
		return fit{}, at == len(t)
	}
	s := segs[0]
	switch s.kind {
	case literal, unknown:
		if at == len(t) {
			return fit{}, false
		}
		known := !isParam(t[at])
		if known && s.kind == literal && !equal(t[at], s.text) {
			return fit{}, false
		}
		f, ok := match(segs[1:], t, at+1)
		switch {
		case !ok || s.kind == unknown:
		case known:
			f.add(t, at)
		default:
			f.values++
		}
		return f, ok
	}
	before, after := s.text[:strings.Index(s.text, Hole)], s.text[strings.LastIndex(s.text, Hole)+1:]
	var best fit
	found := false
	least := 1
	if s.kind == leading {
		least = 0
	}
	for n := least; at+n <= len(t); n++ {
		if n > 0 && (!begins(t[at], before) || !ends(t[at+n-1], after)) {
			continue
		}
		f, ok := match(segs[1:], t, at+n)
		if !ok {
			continue
		}
		if n > 0 && before == t[at] {
			f.add(t, at)
		}
		if n > 0 && after == t[at+n-1] && (n > 1 || before == "") {
			f.add(t, at+n-1)
		}
		if s.kind == trailing && isParam(t[at]) {
			f.spread += n - 1
		}
		if !found || f.better(best, "") || f.literals == best.literals && f.spread < best.spread {
			best, found = f, true
		}
	}
	return best, found
}

func (f *fit) add(t template, at int) {
	f.at |= 1 << at
	f.literals = bits.OnesCount32(f.at)
	if seg := t[at]; len(seg) != 2 || seg[0] != 'v' {
		f.words++
	}
}

// equal compares a constant segment. Vipps' own examples write those of the
// token and of eCom in several letter cases.
func equal(segment, text string) bool {
	switch segment {
	case "accesstoken", "get", "ecomm":
		return strings.EqualFold(segment, text)
	}
	return segment == text
}

func begins(segment, text string) bool { return isParam(segment) || strings.HasPrefix(segment, text) }

func ends(segment, text string) bool { return isParam(segment) || strings.HasSuffix(segment, text) }

// family finds an anchor among the constant segments of a path that fits no
// operation.
func (u parsedURL) family() (Family, bool) {
	for _, a := range anchors {
		want := split(a.path)
		if a.plain && u.strange {
			continue
		}
		for from := 0; from+len(want) <= len(u.segs); from++ {
			if from > 0 && !u.open && u.segs[0].kind == literal {
				break
			}
			all := true
			for i, seg := range want {
				s := u.segs[from+i]
				all = all && (isParam(seg) || s.kind == literal && equal(seg, s.text))
			}
			if all {
				return a.family, true
			}
		}
	}
	return "", false
}
