// Package text makes texts in many ways; see asks for each.
package text

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"path"
	"strconv"
	"strings"

	"text/lib"
)

func see(v any, _ ...*http.Request) {}

const base = "https://api.example.no"

var version = "v1"

var changed = "a"

func change() { changed = "b"; see(0) }

type currency string

const nok currency = "NOK"

type state string

func (s state) String() string { return "state-" + string(s) }

// circle prints itself: a program with this comes to no end, and neither must
// whoever reads it.
type circle string

func (c circle) String() string { return fmt.Sprintf("<%s>", c) }

func constants() {
	see(fmt.Sprintf("%v", circle("x"))) // text: <? %v>
	see("plain")                        // text: plain
	see(base + "/x")                    // text: https://api.example.no/x
	see(lib.Base)                       // text: https://api.example.no
	see(nok)                            // text: NOK
	see(string(nok) + "!")              // text: NOK!
	see([]byte("bytes"))                // text: bytes
	see(version)                        // text: v1
	see("/" + version + "/")            // text: /v1/
	see("")                             // text:
	see(12)                             // text: 12
}

func sums(id string, n int) {
	see("/a/" + id)             // text: /a/<id>
	see(base + "/" + id + "/x") // text: https://api.example.no/<id>/x
	s := "/a/"
	s += id
	s += "/b"
	see(s)             // text: /a/<id>/b
	see(n)             // text: <n>
	see("x" + changed) // text: xa | xb
}

func ways(id string, test bool) {
	host := "prod"
	if test {
		host = "test"
	}
	see(host + "/" + id) // text: prod/<id> | test/<id>
	for range id {
		host += "x"
	}
	see(host) // text: <?>xx | prod | prodx | test | testx
}

func formats(id string, amount float64, n int, err error, r *http.Request) {
	see(fmt.Sprintf("/a/%s/b/%v", id, n))                     // text: /a/<id %s>/b/<n %v>
	see(fmt.Sprintf(`{"amount":%.2f,"id":"%s"}`, amount, id)) // text: {"amount":<amount %.2f>,"id":"<id %s>"}
	see(fmt.Sprintf("%d%%", 25))                              // text: 25%
	see(fmt.Sprintf("%05.1f", 2.25))                          // text: 002.2
	see(fmt.Sprintf("%s-%v", "a", nok))                       // text: a-NOK
	see(fmt.Sprintf("%v", int(amount*100)))                   // text: <int %v>
	see(fmt.Sprintf("%q", id))                                // text: <id %q>
	see(fmt.Sprintf("%q", "a"))                               // text: "a"
	see(fmt.Sprintf("%[1]s", id))                             // text: <id %s>
	see(fmt.Sprintf("%[2]s/%[1]d/%d", n, id))                 // text: <id %s>/<n %d>/<id %d>
	see(fmt.Sprintf("%+.[1]f", amount))                       // text: <amount %+.f>
	see(fmt.Sprintf("%[9]s", id))                             // text: <args[] %s>
	see(fmt.Sprintf("%[x]s", id))                             // text: <?>
	see(fmt.Sprintf("%*d", n, n))                             // text: <?>
	see(fmt.Sprintf("%v", err))                               // text: <err %v>
	see(fmt.Sprintf("%v", state("x")))                        // text: state-x
	see(fmt.Sprintf("%s", state(id)))                         // text: state-<id %s>
	see(state("y").String())                                  // text: state-y
	see(fmt.Sprint("a", id, 1, 2))                            // text: a<id %v>1 2
	see(fmt.Sprintln("a", id))                                // text: a <id %v>␤
	see(fmt.Appendf(nil, "x%s", id))                          // text: x<id %s>
	see(fmt.Sprintf("/%s", fmt.Sprintf("%d", n)))             // text: /<n %d>
	see(fmt.Sprintf("%s", []byte(id)))                        // text: <id %s>
	see(fmt.Sprintf("%v", []byte(id)))                        // text: <convert %v>
	args := []any{id, n}
	see(fmt.Sprintf("%s/%d", args...)) // text: <id %s>/<n %d>
}

func spread(args ...any) {
	see(fmt.Sprintf("/%s/x", args...), &http.Request{}) // text: /<args[] %s>/x
}

func builders(id string, n int, long bool) {
	var b strings.Builder
	b.WriteString("/a/")
	b.WriteString(id)
	b.WriteByte('/')
	fmt.Fprintf(&b, "%d", n)
	see(b.String()) // text: /a/<id>/<n %d>

	var c bytes.Buffer
	c.WriteString("x")
	if long {
		c.WriteString("y")
	}
	see(c.String()) // text: <?>

	d := bytes.NewBufferString("start")
	fmt.Fprint(d, " ", id)
	see(d) // text: start <id %v>

	e := new(bytes.Buffer)
	for range n {
		e.WriteString("x")
	}
	see(e.Bytes()) // text: <?>

	f := &bytes.Buffer{}
	if err := json.NewEncoder(f).Encode(n); err != nil {
		return
	}
	see(f) // text: <n json>

	for range n {
		var g strings.Builder
		g.WriteString("in")
		see(g.String()) // text: in
	}

	var h strings.Builder
	h.WriteString("a")
	see(h.String()) // text: a
	h.Reset()
	h.WriteString("b")
	see(h.String()) // text: b

	var k bytes.Buffer
	k.WriteString("k")
	fill(&k)
	see(k.String()) // text: <?>
}

func fill(w io.Writer) { w.Write(nil) }

func readers(id string) {
	see(strings.NewReader("x" + id))                // text: x<id>
	see(bytes.NewReader([]byte(id)))                // text: <id>
	see(io.NopCloser(bytes.NewBuffer([]byte("a")))) // text: a
	var r io.Reader = bytes.NewBufferString("b" + id)
	see(r) // text: b<id>
	b, err := io.ReadAll(strings.NewReader("c"))
	if err != nil {
		return
	}
	see(string(b)) // text: c
	j, _ := json.Marshal(id)
	see(j)                            // text: <id json>
	see(strings.NewReader(string(j))) // text: <id json>
	see(bytes.NewBuffer(j))           // text: <id json>
}

func trims(id string) {
	see(strings.TrimRight("a/", "/"))                    // text: a
	see(strings.TrimSuffix(base+"/"+id+"/", "/") + "/b") // text: https://api.example.no/<id>/b
	see(strings.TrimRight(id, "/") + "/b")               // text: <id>/b
	see(strings.TrimSpace(" a "))                        // text: a
	see(strings.TrimPrefix("+47"+id, "+"))               // text: 47<id>
	see(strings.Trim("/a/", "/"))                        // text: a
	see(strings.ToLower("ABC"))                          // text: abc
	see(strings.ToUpper(id))                             // text: <?>
	see(strings.Replace("/a/{id}/{id}", "{id}", id, 1))  // text: /a/<id>/{id}
	see(strings.ReplaceAll("/a/{id}/{id}", "{id}", id))  // text: /a/<id>/<id>
	see(strings.Join([]string{"a", id, "b"}, "/"))       // text: a/<id>/b
	list := []string{"a"}
	list = append(list, id, "c")
	see(strings.Join(list, ",")) // text: a,<id>,c
}

func numbers(n int, f float64, big int64) {
	see(strconv.Itoa(n))                     // text: <n %d>
	see("a" + strconv.FormatInt(big, 10))    // text: a<big %d>
	see(strconv.FormatInt(int64(n), 10))     // text: <n %d>
	see(strconv.FormatFloat(f, 'f', 2, 64))  // text: <f %.2f>
	see(strconv.FormatFloat(f, 'f', -1, 64)) // text: <f %v>
	see(strconv.Itoa(7))                     // text: 7
	see(strconv.Quote("a"))                  // text: "a"
	see(strconv.FormatBool(n > 1))           // text: <binop %t>
}

func paths(id string) {
	see(path.Join("/a", id, "b/")) // text: /a/<id>/b/
	see(path.Join("/a/", "/b"))    // text: /a/b
	u, _ := url.JoinPath(base, "v1", id)
	see(u) // text: https://api.example.no/v1/<id>
	v, _ := url.Parse(base + "/x")
	see(v.String())                   // text: https://api.example.no/x
	see(v.JoinPath("a", id).String()) // text: https://api.example.no/x/a/<id>
	w := &url.URL{Scheme: "https", Host: "h.no", Path: "/a/" + id}
	see(w.String()) // text: https://h.no/a/<id>
	x := url.URL{Scheme: "https", Host: "h.no", Path: "a", RawQuery: "q=" + id}
	see(x.String()) // text: https://h.no/a?q=<id>
	y, _ := url.Parse(base)
	y.Path = "/b/" + id
	see(y.String()) // text: https://api.example.no/b/<id>
	z, _ := url.Parse(base + "/x/")
	z.Path += "c"
	see(z.String()) // text: https://api.example.no/x/c
	ref := v.ResolveReference(&url.URL{Path: "/d"})
	see(ref.String())               // text: https://api.example.no/d
	see("/a/" + url.PathEscape(id)) // text: /a/<id>
	see(url.QueryEscape("a b"))     // text: a+b
	p, _ := v.Parse("/e")
	see(p.String()) // text: https://api.example.no/e
}

type config struct{ base, key string }

type client struct{ cfg config }

func newClient(base string) *client {
	return &client{cfg: config{base: strings.TrimRight(base, "/")}}
}

func (c *client) url(id string) string { return c.cfg.base + "/v1/" + id }

func fields(id string) {
	c := newClient("https://h.no/")
	see(c.url(id)) // text: https://h.no/v1/<id>
	see(c.cfg.key) // text:
	m := map[string]string{"a": "1"}
	see(m["a"]) // text: 1
}

func (c *client) own(id string) {
	see(c.cfg.base + "/" + id) // text: <c.0.0>/<id>
	see(c.url("x"))            // text: <c.0.0>/v1/x
}

func generic[T ~string](t T) {
	see("/" + string(t)) // text: /<t>
}

func others(id string, c *lib.Client, r *http.Request, test bool) {
	see(lib.Path(id))            // text: /v1/orders/<id>/capture
	see(lib.Path("7"))           // text: /v1/orders/7/capture
	see(base + lib.Path(id))     // text: https://api.example.no/v1/orders/<id>/capture
	see(lib.Both(id, test, nil)) // text: /a/<id> | /b/<id %s>
	u, err := c.Join(id)
	if err != nil {
		return
	}
	see(u)                // text: <c.0>/<id>
	see(lib.Body(3, nil)) // text: {"id":3}
	see(lib.Deep(id))     // text: https://api.example.no/v1/orders/<id>/capture?n=1
	see(lib.Asked(r))     // text: <r.1.4>
	b, _ := lib.Encode(id, nil)
	see(b) // text: <id json>
}

func recursive(n int) string {
	if n == 0 {
		return ""
	}
	return "x" + recursive(n-1)
}

func loops(n int) {
	see(recursive(n)) // text:  | x | xx<?>
}

// do is how most in-house clients send.
func do(method, path string, in any) error {
	var body io.Reader
	if in != nil {
		b, err := json.Marshal(in)
		if err != nil {
			return err
		}
		body = bytes.NewReader(b)
	}
	see(body) // text: <in json>
	req, err := http.NewRequest(method, base+path, body)
	if err != nil {
		return err
	}
	see(req.Method)
	return nil
}

func encoder(in any) error {
	var buf bytes.Buffer
	enc := json.NewEncoder(&buf)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(in); err != nil {
		return err
	}
	see(&buf) // text: <in json>
	return nil
}

// More ways than can be told apart are one that is not known.
func many(a, b, c, d, e bool) {
	s := ""
	if a {
		s += "a"
	}
	if b {
		s += "b"
	}
	if c {
		s += "c"
	}
	if d {
		s += "d"
	}
	if e {
		s += "e"
	}
	see("x" + s) // text: x<?>
}

type endpoint string

const orders endpoint = "/orders"

func (e endpoint) at(id string) string { return string(e) + "/" + id }

func endpoints(id string) {
	see(orders.at(id))         // text: /orders/<id>
	see(endpoint("/a").at(id)) // text: /a/<id>
	f := func(s string) string { return "/f/" + s }
	see(f(id))                       // text: /f/<id>
	see(fmt.Sprintf("%v", 1.5))      // text: 1.5
	see(fmt.Sprintf("%d", uint8(7))) // text: 7
	see(fmt.Sprintf("%t", true))     // text: true
	b := []byte("head")
	b = fmt.Appendf(b, "-%s", id)
	see(b) // text: head-<id %s>
}
