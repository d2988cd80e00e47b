package vippsamount_test

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"github.com/vippslint/vippslint/internal/trial"
)

// A state says what is known of a value from the parts that made it.
type state int

const (
	loose  state = iota // a float that may have decimals
	whole               // a float without decimals
	exact               // an integer that is right
	cut                 // an integer made by cutting a float in the package that pays
	farCut              // the same, cut in another package
)

// A part is a piece of Go text. In it, $N is a number that no other part of the
// program has, $V the value that comes in, $X the same as a float64, and $T its
// type.
type part struct {
	name string
	decl string // at package level
	far  string // a package of its own, known as far$N
	body string // statements of the function that pays
}

// A source makes a value.
type source struct {
	part
	params string // of the function that pays
	result string
	typ    string
	base   string // the type below typ; empty: the same
	state  state
}

// A hop carries a value and leaves it as it is.
type hop struct {
	part
	result string
}

// A rounding makes øre of kroner. The line that cuts ends in //!cut.
type rounding struct {
	part
	result string
	typ    string // empty: as it was
	base   string // the type below typ; empty: the same
	state  state
}

// A form is how a sink takes an amount.
type form int

const (
	integerField form = iota
	floatingField
	dynamic         // a map or an any
	printed         // as it is
	printedDecimals // with decimals, whether it has any or not
	printedWhole    // without
	elsewhere       // not Vipps, or not an amount
)

// A sink sends a value. The line on which the value goes in ends in //!here, a
// field that must not be a float in //!field.
type sink struct {
	part
	form  form
	takes []state
}

// expect gives the category of what is wrong where a value goes in; "" if
// nothing is, or it is reported at another line.
func expect(f form, s state) string {
	switch {
	case f == elsewhere:
		return ""
	case s == farCut:
		return truncated
	case f == dynamic && s == loose:
		return floatValue
	case f == printed && s == loose, f == printedDecimals && (s == loose || s == whole):
		return floatText
	}
	return ""
}

// A draft is a program in the making, with the value at hand.
type draft struct {
	n               int
	decls, body     string
	files           map[string]string
	expr, typ, base string
	state           state
}

// add takes the texts of a part over.
func (d *draft) add(p part) {
	d.n++
	d.decls += d.fill(p.decl) + "\n\n"
	d.body += d.fill(p.body) + "\n"
	if p.far != "" {
		name := fmt.Sprintf("far%d", d.n)
		d.files[name+"/"+name+".go"] = trial.File(name, d.fill(p.far))
	}
}

// fill puts numbers, the value and its type into the text of a part. Other
// packages see basic types only.
func (d *draft) fill(text string) string {
	return strings.NewReplacer(
		"$N", fmt.Sprint(d.n), "$V", d.expr, "$T", d.typ,
		"$X", converted("float64", d.typ, d.expr), "$I", converted("int64", d.typ, d.expr),
	).Replace(text)
}

// converted is expr of type from as a value of type to.
func converted(to, from, expr string) string {
	if to == from {
		return expr
	}
	return to + "(" + expr + ")"
}

func (d *draft) carry(h hop) {
	if h.far != "" && d.typ != d.base { // the other package does not know the type
		d.expr, d.typ = converted(d.base, d.typ, d.expr), d.base
	}
	d.add(h.part)
	d.expr = d.fill(h.result)
}

func (d *draft) round(r rounding) {
	d.add(r.part)
	d.expr, d.state = d.fill(r.result), r.state
	if r.typ != "" {
		d.setType(d.fill(r.typ), r.base)
	}
}

func (d *draft) setType(typ, base string) {
	d.typ, d.base = typ, typ
	if base != "" {
		d.base = base
	}
}

// write makes the program of some parts. It is false where they do not fit. An
// integer is not rounded.
func write(src source, before []hop, r rounding, after []hop, s sink) (trial.Program, bool) {
	d := &draft{files: make(map[string]string)}
	d.add(src.part)
	d.expr, d.state = d.fill(src.result), src.state
	d.setType(src.typ, src.base)
	names := []string{src.name}
	for _, h := range before {
		d.carry(h)
		names = append(names, h.name)
	}
	if src.state == loose {
		d.round(r)
		names = append(names, r.name)
	}
	for _, h := range after {
		d.carry(h)
		names = append(names, h.name)
	}
	if !slices.Contains(s.takes, d.state) {
		return trial.Program{}, false
	}
	names = append(names, s.name)
	params := "ref string"
	if src.params != "" {
		params += ", " + strings.ReplaceAll(src.params, "$N", "1")
	}
	d.add(s.part)
	text := trial.File("shop", client+d.decls+"func Pay("+params+") error {\n"+d.body+"}\n")
	d.files["shop.go"] = marked(text, s.form, d.state)
	return trial.Program{Name: strings.Join(names, " > "), Files: d.files}, true
}

// marked makes marks of what the parts know of their lines.
func marked(text string, f form, s state) string {
	marks := map[string]string{"here": expect(f, s)}
	if f != elsewhere {
		marks["cut"], marks["field"] = truncated, floatField
	}
	return partMark.ReplaceAllStringFunc(text, func(m string) string {
		if category := marks[partMark.FindStringSubmatch(m)[1]]; category != "" {
			return " //!" + category
		}
		return ""
	})
}

var partMark = regexp.MustCompile(`(?m)[ \t]*//!(cut|here|field)$`)

// client is in every program: how it calls Vipps and others, and a call that is
// right.
const client = `
func post(url string, body any) error { return call("POST", url, body) }

func postText(url, body string) error { return callText("POST", url, body) }

func call(method, url string, body any) error {
	raw, err := json.Marshal(body)
	if err != nil {
		return err
	}
	return callText(method, url, string(raw))
}

func callText(method, url, body string) error {
	req, err := http.NewRequest(method, url, strings.NewReader(body))
	if err != nil {
		return err
	}
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

const vipps = "https://api.vipps.no"

type refund struct {
	ModificationAmount struct {
		Currency string ` + "`json:\"currency\"`" + `
		Value    int64  ` + "`json:\"value\"`" + `
	} ` + "`json:\"modificationAmount\"`" + `
}

func Refund(ref string, ore int64) error {
	var body refund
	body.ModificationAmount.Currency = "NOK"
	body.ModificationAmount.Value = ore
	return post(vipps+"/epayment/v1/payments/"+ref+"/refund", body)
}

`
