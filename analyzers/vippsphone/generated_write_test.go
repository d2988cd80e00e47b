package vippsphone_test

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"github.com/vippslint/vippslint/internal/trial"
)

// A way puts a number into a request, in the statements that end the function
// Pay(ref, n string). Of its words $C is the call without its body and $N the
// number; a way into a text has $A and $Z for the JSON on either side of it.
type way struct {
	name string
	decl string
	body string
	far  string // a package of its own, known as far, without the functions that send where client is not set
	form bool   // it is one of a form

	client bool
}

// wholeWays know all of the number.
var wholeWays = []way{
	{name: "struct literal", decl: "$S", body: `return call($C, $L{$N}$E)`},
	{name: "field", decl: "$S", body: `var b level0; b.$F = $N; return call($C, b)`},
	{name: "map", body: `return call($C, $M)`},
	{name: "constant", decl: "$S\nconst kiosk = $N", body: `return call($C, $L{kiosk}$E)`},
	{name: "sum of constants", decl: "$S\nconst empty = \"\"", body: `return call($C, $L{empty + $N}$E)`},
	{name: "variable", decl: "$S", body: `phone := $N; return call($C, $L{phone}$E)`},
	{name: "one of two", decl: "$S", body: `phone := n; if phone == "" { phone = $N }; return call($C, $L{phone}$E)`},
	{name: "helper", decl: "$S\nfunc pay(ref, phone string) error { return call($C, $L{phone}$E) }", body: `return pay(ref, $N)`},
	{name: "helper of a helper", decl: "func pay(ref, phone string) error { return inner(ref, &phone) }\nfunc inner(ref string, p *string) error { return deep(ref, *p) }\nfunc deep(ref, $K string) error { return call($C, $O) }", body: `return pay(ref, $N)`},
	{name: "constant of a package", decl: "$S", far: "const Kiosk = $N", body: `return call($C, $L{far.Kiosk}$E)`},
	{name: "client package", client: true, far: "$S\nfunc Pay(ref, phone string) error { return call($C, $L{phone}$E) }", body: `return far.Pay(ref, $N)`},
	{name: "order of a client package", client: true, far: "$S\ntype Order struct{ Ref, Phone string }\nfunc Send(o *Order) error { ref := o.Ref; _ = ref; return call($C, $L{o.Phone}$E) }", body: `return far.Send(&far.Order{Ref: ref, Phone: $N})`},
	{name: "map of a client package", client: true, far: "func Send(ref string, body map[string]any) error { return call($C, body) }", body: `return far.Send(ref, $M)`},
	{name: "text of a client package", client: true, far: "func Pay(ref, phone string) error { return callText($C, fmt.Sprintf(`$A%s$Z`, phone)) }", body: `return far.Pay(ref, $N)`},
	{name: "Sprintf", decl: "$S", body: `return call($C, $L{fmt.Sprintf("%s", $N)}$E)`},
	{name: "text", body: "return callText($C, `$A$T$Z`)"},
	{name: "printed text", body: "return callText($C, fmt.Sprintf(`$A%s$Z`, $N))"},
	{name: "sum of texts", body: "return callText($C, `$A` + $N + `$Z`)"},
	{name: "text of a helper", decl: "func pay(ref, phone string) error { return callText($C, fmt.Sprintf(`$A%v$Z`, phone)) }", body: `return pay(ref, $N)`},
	{name: "form", form: true, body: `return callForm($C, url.Values{"$K": {$N}, "scope": {"openid"}})`},
	{name: "set in a form", form: true, body: `form := url.Values{}; form.Set("$K", $N); return callForm($C, form)`},
	{name: "text of a form", form: true, body: `return callText($C, "scope=openid&$K=$T&x=y")`},
	{name: "query", form: true, body: `return callText($Q, "")`},
}

// openWays put something that is not known behind what is.
var openWays = []way{
	{name: "sum", decl: "$S", body: `return call($C, $L{$N + n}$E)`},
	{name: "Sprintf", decl: "$S", body: `return call($C, $L{fmt.Sprintf($N+"%s", n)}$E)`},
	{name: "sum in a variable", decl: "$S", body: `phone := $N + n; return call($C, $L{phone}$E)`},
	{name: "map", body: `return call($C, $P)`},
	{name: "client package", client: true, far: "$S\nfunc Pay(ref, phone string) error { return call($C, $L{phone}$E) }", body: `return far.Pay(ref, $N + n)`},
	{name: "printed text", body: "return callText($C, fmt.Sprintf(`$A$T%s$Z`, n))"},
	{name: "sum of texts", body: "return callText($C, `$A$T` + n + `$Z`)"},
	{name: "form", form: true, body: `return callForm($C, url.Values{"$K": {$N + n}})`},
	{name: "text of a form", form: true, body: `return callText($C, "scope=openid&$K=$T" + n)`},
}

var placeholder = regexp.MustCompile(`\{[^}]*\}`)

// program writes a program that sends a number to a place in a way. It reports
// false where the place is in a form and the way leads into JSON, or the other
// way round.
func (p place) program(w way, n numeral) (trial.Program, bool) {
	if p.form != w.form {
		return trial.Program{}, false
	}
	category := p.wants(n.wants)
	text := n.text
	if text != "" {
		text = p.prefix + text
	}
	url := strings.ReplaceAll(strconv.Quote(placeholder.ReplaceAllString(p.url, "\x00")), `\x00`, `"+ref+"`)
	query := strings.TrimSuffix(url, `"`) + "?" + p.steps[len(p.steps)-1] + "=" + text + `"`
	open, end := "", ""
	for _, s := range p.steps {
		open, end = open+fmt.Sprintf("{%q:", s), end+"}"
	}
	decl, field, literal, ends := "", "", "", ""
	for i, s := range p.steps {
		typ := "string"
		if i < len(p.steps)-1 {
			typ = fmt.Sprintf("level%d", i+1)
			literal, ends = literal+fmt.Sprintf("level%d{", i), ends+"}"
			field += "V."
		}
		decl += fmt.Sprintf("type level%d struct { V %s `json:%q` }\n", i, typ, s)
	}
	literal, field = literal+fmt.Sprintf("level%d", len(p.steps)-1), field+"V"
	object := func(value string) string {
		out := value
		for i := len(p.steps) - 1; i >= 0; i-- {
			out = fmt.Sprintf("map[string]any{%q: %s}", p.steps[i], out)
		}
		return out
	}
	words := strings.NewReplacer(
		"$S", decl, "$L", literal, "$E", ends, "$F", field,
		"$M", object(strconv.Quote(text)), "$P", object(strconv.Quote(text)+" + n"), "$O", object(p.steps[len(p.steps)-1]),
		"$C", strconv.Quote(p.method)+", "+url, "$Q", strconv.Quote(p.method)+", "+query,
		"$N", strconv.Quote(text), "$T", text, "$K", p.steps[len(p.steps)-1],
		"$A", open+`"`, "$Z", `"`+end,
	)
	body := words.Replace(w.body)
	if category != right {
		body += " //!" + category
	}
	files := map[string]string{}
	imports := ""
	if w.far != "" {
		imports = `import "@/far"` + "\n"
		head := "package far\n\n"
		if w.client {
			head = strings.Replace(header, "package pay", "package far", 1) + transport
		}
		files["far/far.go"] = head + words.Replace(w.far) + "\n"
	}
	files["pay.go"] = header + imports + transport + words.Replace(w.decl) + "\n\nfunc Pay(ref, n string) error {\n" + body + "\n}\n"
	return trial.Program{Name: fmt.Sprintf("%s, %s, %q", p.name, w.name, n.text), Files: files}, true
}

const header = `package pay

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"strings"
)
`

const transport = `
var _ = fmt.Sprint // not every way needs it

func call(method, url string, body any) error {
	raw, err := json.Marshal(body)
	if err != nil {
		return err
	}
	req, err := http.NewRequest(method, url, bytes.NewReader(raw))
	if err != nil {
		return err
	}
	return do(req)
}

func callText(method, url, body string) error {
	req, err := http.NewRequest(method, url, strings.NewReader(body))
	if err != nil {
		return err
	}
	return do(req)
}

func callForm(method, address string, form url.Values) error {
	req, err := http.NewRequest(method, address, strings.NewReader(form.Encode()))
	if err != nil {
		return err
	}
	return do(req)
}

func do(req *http.Request) error {
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if resp.StatusCode >= 400 {
		return errors.New(resp.Status)
	}
	return nil
}

`
