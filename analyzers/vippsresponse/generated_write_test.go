package vippsresponse_test

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"github.com/vippslint/vippslint/internal/trial"
)

// A shape is what a call gives of an answer, and what it leaves to its caller.
type shape int

const (
	raw         shape = iota // the response, whose status nobody has looked at
	rawChecked               // the response; a bad status became an error
	code                     // the body and a code that nobody has looked at
	codeChecked              // the body and a code; a bad one became an error
	value                    // the decoded body; a bad status became an error
	onlyError                // only the error; a bad status became one
	same                     // of a wrapper: what it is given
)

// leavesStatus says whether the caller still has to look at the status.
func (s shape) leavesStatus() bool { return s == raw || s == code }

// How a shape looks in Go.
var forms = map[shape]struct {
	results string
	named   string // the results with names
	names   string
	zeros   string // in front of an error
	blanks  string
}{
	raw:         {"(*http.Response, error)", "(resp *http.Response, err error)", "resp, err", "nil, ", "_, _"},
	rawChecked:  {"(*http.Response, error)", "(resp *http.Response, err error)", "resp, err", "nil, ", "_, _"},
	code:        {"([]byte, int, error)", "(body []byte, code int, err error)", "body, code, err", "nil, 0, ", "_, _, _"},
	codeChecked: {"([]byte, int, error)", "(body []byte, code int, err error)", "body, code, err", "nil, 0, ", "_, _, _"},
	value:       {"(map[string]string, error)", "(out map[string]string, err error)", "out, err", "nil, ", "_, _"},
	onlyError:   {"error", "(err error)", "err", "", "_"},
}

// Parts are written in Go, with these names in them:
//
//	$N        a number that no other part of the program has
//	$METHOD   the method of the request, $URL its URL, $PATH that without the host, $HOST the host
//	$CALL     the call made so far, as an expression; $BEFORE the statements that it needs
//	$RESULTS  the types that the call gives, $NAMED these with names, $ZEROS zero values in front of an error
//	$ALL      the names of all that the call gives, $BLANKS a blank for each
//	$VARS     the names of the error and of what is used further down, blanks for the rest
//	$STATUS   the code of the answer; $OTHER a test that it is none of the documented ones of success, $GOOD that it is one
//	$DECODE   the decoding of the body into &out
//	$CLOSE    what closes the body where there is one
//	$PASS     what looks at the rest of an answer without an error, in a part that is about the error
//
// A line that has to be reported ends in "//!" and the category.

// An operation is one of an API.
type operation struct {
	name, method, host, path string // the path as an expression
	success                  []int
	others                   bool // of another provider
}

// A source sends a request.
type source struct {
	name   string
	method string // the only one that it can send; empty: any
	decl   string
	before string
	call   string
	gives  shape
}

// A wrapper gives on what a call gives, or a part of it.
type wrapper struct {
	name   string
	takes  []shape // empty: all
	gives  shape
	decl   string
	before string
	call   string
	far    bool // the declarations so far become a package of their own
}

// A handling is a function Pay that calls, and does something with what it gets.
type handling struct {
	name    string
	takes   []shape
	decl    string
	params  string // beside ref
	results string
	body    string
	accepts []int // the codes of success that the program takes for it, where the line marked "narrow" depends on that
}

// A draft is a program in the making.
type draft struct {
	n                   int
	op                  operation
	decls, before, call string
	shape               shape
	files               map[string]string
}

// fill puts the call and its shape into a text.
func (d *draft) fill(text string) string {
	f := forms[d.shape]
	status, decode, closing, pass := "resp.StatusCode", "json.NewDecoder(resp.Body).Decode(&out)", "defer resp.Body.Close()", "resp.Body.Close()"
	switch d.shape {
	case code, codeChecked:
		status, decode, closing, pass = "code", "json.Unmarshal(body, &out)", "", ""
	case value, onlyError:
		closing, pass = "", ""
	}
	if d.shape.leavesStatus() {
		pass += "\nif $STATUS >= 400 {\npanic($STATUS)\n}"
	}
	text = strings.ReplaceAll(text, "$PASS", pass)
	text = strings.ReplaceAll(text, "$VARS", used(f.names, text))
	text = strings.NewReplacer("$OTHER", d.compare("!=", " && "), "$GOOD", d.compare("==", " || ")).Replace(text)
	text = strings.NewReplacer("$BEFORE", d.before, "$CALL", d.call, "$STATUS", status, "$DECODE", decode, "$CLOSE", closing,
		"$RESULTS", f.results, "$NAMED", f.named, "$ALL", f.names, "$ZEROS", f.zeros, "$BLANKS", f.blanks).Replace(text)
	return strings.NewReplacer("$METHOD", fmt.Sprintf("%q", d.op.method), "$URL", joined(d.op.host, d.op.path), "$PATH", d.op.path,
		"$HOST", fmt.Sprintf("%q", d.op.host), "$N", fmt.Sprint(d.n)).Replace(text)
}

// joined puts a host in front of a path that begins with a constant.
func joined(host, path string) string { return `"` + host + strings.TrimPrefix(path, `"`) }

// compare compares the status with all documented codes of success.
func (d *draft) compare(op, and string) string {
	var list []string
	for _, c := range d.op.success {
		list = append(list, fmt.Sprintf("$STATUS %s %d", op, c))
	}
	return strings.Join(list, and)
}

// What a text uses of the results of a call.
var uses = map[string]*regexp.Regexp{
	"resp": regexp.MustCompile(`\bresp\b|\$(STATUS|OTHER|GOOD|DECODE|CLOSE)`),
	"code": regexp.MustCompile(`\$(STATUS|OTHER|GOOD)`),
	"body": regexp.MustCompile(`\bbody\b|\$DECODE`),
	"out":  regexp.MustCompile(`\bout\b`),
	"err":  regexp.MustCompile(``),
}

// used has a blank for each name that a text does not use.
func used(names, text string) string {
	list := strings.Split(names, ", ")
	for i, name := range list {
		if !uses[name].MatchString(text) {
			list[i] = "_"
		}
	}
	return strings.Join(list, ", ")
}

func (d *draft) send(s source) {
	d.n++
	d.shape = s.gives
	d.decls += d.fill(s.decl) + "\n\n"
	d.before, d.call = d.fill(s.before), d.fill(s.call)
}

// wrap puts a wrapper around the call.
func (d *draft) wrap(w wrapper) {
	d.n++
	d.decls += d.fill(w.decl) + "\n\n"
	if w.far {
		name := fmt.Sprintf("far%d", d.n)
		d.files[name+"/"+name+".go"] = trial.File(name, d.decls)
		d.decls = ""
	}
	d.before, d.call = d.fill(w.before), d.fill(w.call)
	if w.gives != same {
		d.shape = w.gives
	}
}

// handle ends the program.
func (d *draft) handle(h handling) {
	d.n++
	params := "ref string"
	if h.params != "" {
		params += ", " + h.params
	}
	text := d.fill(h.decl) + "\n\nfunc Pay(" + params + ") " + d.fill(h.results) + " {\n" + d.fill("$BEFORE\n"+h.body) + "\n}\n"
	d.files["shop.go"] = d.marked(trial.File("shop", every+d.decls+text), h)
}

// marked leaves the marks of a handling that hold for this operation and shape.
func (d *draft) marked(text string, h handling) string {
	return marks.ReplaceAllStringFunc(text, func(m string) string {
		var kept []string
		for category := range strings.FieldsSeq(marks.FindStringSubmatch(m)[1]) {
			switch {
			case d.op.others:
			case category == "status-unchecked" && !d.shape.leavesStatus():
			case category == "narrow":
				if !slices.ContainsFunc(d.op.success, func(c int) bool { return !slices.Contains(h.accepts, c) }) {
					continue
				}
				kept = append(kept, "status-narrow")
			default:
				kept = append(kept, category)
			}
		}
		if len(kept) == 0 {
			return ""
		}
		return " //!" + strings.Join(kept, " ")
	})
}

var marks = regexp.MustCompile(`(?m)[ \t]*//!(\S+(?: \S+)*)$`)

// write makes the program of some parts. It is false where they do not fit.
func write(op operation, s source, wrappers []wrapper, h handling) (trial.Program, bool) {
	if s.method != "" && s.method != op.method {
		return trial.Program{}, false
	}
	d := &draft{op: op, files: make(map[string]string)}
	d.send(s)
	names := []string{op.name, s.name}
	for _, w := range wrappers {
		if len(w.takes) > 0 && !slices.Contains(w.takes, d.shape) {
			return trial.Program{}, false
		}
		d.wrap(w)
		names = append(names, w.name)
	}
	if !slices.Contains(h.takes, d.shape) {
		return trial.Program{}, false
	}
	d.handle(h)
	return trial.Program{Name: strings.Join(append(names, h.name), " > "), Files: d.files}, true
}

// every program has a call of Vipps that is right, also where the rest asks
// somebody else.
const every = `
func ship(ref string) { log.Println("shipped", ref) }

func Cancel(ref string) error {
	resp, err := http.Post("https://api.vipps.no/epayment/v1/payments/"+ref+"/cancel", "application/json", strings.NewReader("{}"))
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusOK {
		return fmt.Errorf("cancel %s: %s", ref, resp.Status)
	}
	return nil
}

`
