package vippsresponse_test

var (
	answers = []shape{raw, rawChecked, code, codeChecked} // with a status
	open    = []shape{raw, code}                          // with one that nobody has looked at
)

// asks calls, and returns the error of that.
const asks = `$VARS := $CALL
	if err != nil {
		return err
	}
	$CLOSE
	`

// asksMarked is asks with a status that nobody looks at further down.
const asksMarked = `$VARS := $CALL //!status-unchecked
	if err != nil {
		return err
	}
	$CLOSE
	`

const refused = `return errors.New("refused")`

// Statuses that are looked at.
var looked = []handling{
	{name: "documented codes", takes: answers, results: `error`, body: asks + `if $OTHER {
		` + refused + `
	}
	return nil`},
	{name: "documented codes, else", takes: answers, results: `error`, body: asks + `if $GOOD {
		ship(ref)
		return nil
	}
	return fmt.Errorf("status %d", $STATUS)`},
	{name: "400 and up", takes: answers, results: `error`, body: asks + `if $STATUS >= 400 {
		` + refused + `
	}
	var out map[string]string
	return $DECODE`},
	{name: "300 and up", takes: answers, results: `error`, body: asks + `if $STATUS > 299 {
		` + refused + `
	}
	ship(ref)
	return nil`},
	{name: "range", takes: answers, results: `error`, body: asks + `if $STATUS < 200 || $STATUS >= 300 {
		` + refused + `
	}
	return nil`},
	{name: "range, else", takes: answers, results: `error`, body: asks + `if 200 <= $STATUS && $STATUS < 300 {
		return nil
	}
	` + refused},
	{name: "class", takes: answers, results: `error`, body: asks + `if $STATUS/100 != 2 {
		` + refused + `
	}
	return nil`},
	{name: "switch", takes: answers, results: `error`, body: asks + `switch $STATUS {
	case 200, 201, 202, 204:
		return nil
	case http.StatusConflict:
		return errors.New("done before")
	default:
		` + refused + `
	}`},
	{name: "switch of classes", takes: answers, results: `error`, body: asks + `switch {
	case $STATUS >= 500:
		return errors.New("down")
	case $STATUS >= 400:
		` + refused + `
	}
	return nil`},
	{name: "variable", takes: answers, results: `error`, body: asks + `status := $STATUS
	log.Println("answered", status)
	if status >= 400 {
		` + refused + `
	}
	return nil`},
	{name: "boolean", takes: answers, results: `error`, body: asks + `ok := $STATUS < 300
	if !ok {
		` + refused + `
	}
	return nil`},
	{name: "boolean returned", takes: answers, results: `(bool, error)`, body: `$VARS := $CALL
	if err != nil {
		return false, err
	}
	$CLOSE
	return $STATUS/100 == 2, nil`},
	{name: "with the error", takes: open, results: `error`, body: `$VARS := $CALL
	if err != nil || $STATUS >= 400 {
		return errors.New("failed")
	}
	ship(ref)
	return nil`},
	{name: "all good", takes: open, results: `error`, body: `$VARS := $CALL
	if err == nil && $STATUS < 300 {
		ship(ref)
		return nil
	}
	return errors.New("failed")`},
	{name: "helper that is given the code", takes: answers, decl: `func check(code int) error {
		if code < 300 {
			return nil
		}
		return fmt.Errorf("status %d", code)
	}`, results: `error`, body: asks + `return check($STATUS)`},
	{name: "helper that says whether", takes: answers, decl: `func good(code int) bool { return code/100 == 2 }`, results: `error`, body: asks + `if !good($STATUS) {
		` + refused + `
	}
	return nil`},
	{name: "helper that is given the response", takes: responses, decl: `func check(resp *http.Response) error {
		if resp.StatusCode < 300 {
			return nil
		}
		return errors.New(resp.Status)
	}`, results: `error`, body: asks + `if err := check(resp); err != nil {
		return err
	}
	var out map[string]string
	return $DECODE`},
	{name: "text of the status", takes: responses, results: `error`, body: asks + `if !strings.HasPrefix(resp.Status, "2") {
		` + refused + `
	}
	return nil`},
	{name: "code returned", takes: answers, results: `(int, error)`, body: `$VARS := $CALL
	if err != nil {
		return 0, err
	}
	$CLOSE
	return $STATUS, nil`},
	{name: "code stored", takes: answers, decl: `type job struct{ code int }`, params: `j *job`, results: `error`, body: asks + `j.code = $STATUS
	return nil`},
	{name: "code sent", takes: answers, params: `codes chan<- int`, results: `error`, body: asks + `codes <- $STATUS
	return nil`},
	{name: "code to an unknown function", takes: answers, params: `seen func(int) error`, results: `error`, body: asks + `return seen($STATUS)`},
	{name: "response stored", takes: responses, decl: `type job struct{ resp *http.Response }`, params: `j *job`, results: `error`, body: `resp, err := $CALL
	if err != nil {
		return err
	}
	j.resp = resp
	return nil`},
	{name: "passed on to the browser", takes: responses, params: `w http.ResponseWriter`, results: `error`, body: asks + `w.WriteHeader($STATUS)
	_, err = io.Copy(w, resp.Body)
	return err`},
	{name: "not there is no failure", takes: answers, results: `error`, body: asks + `if $STATUS == http.StatusNotFound {
		return nil
	}
	if $STATUS >= 400 {
		` + refused + `
	}
	return nil`},
	{name: "done before is no failure", takes: open, results: `error`, body: asks + `if $STATUS != http.StatusConflict && $OTHER {
		` + refused + `
	}
	return nil`},
	{name: "asked again", takes: open, results: `error`, body: `for range 3 {
		$VARS := $CALL
		if err != nil {
			return err
		}
		$CLOSE
		if $STATUS == http.StatusTooManyRequests {
			time.Sleep(time.Second)
			continue
		}
		if $STATUS >= 400 {
			` + refused + `
		}
		return nil
	}
	return errors.New("busy")`},
	{name: "variable of the test", takes: answers, results: `error`, body: asks + `if status := $STATUS; status < 200 || status >= 300 {
		return fmt.Errorf("status %d", status)
	}
	return nil`},
	{name: "switch on the class", takes: answers, results: `error`, body: asks + `switch $STATUS / 100 {
	case 2:
		return nil
	case 4:
		return errors.New("refused")
	}
	return errors.New("down")`},
	{name: "one of a list", takes: answers, results: `error`, body: asks + `for _, good := range []int{200, 201, 202, 204} {
		if $STATUS == good {
			return nil
		}
	}
	` + refused},
	{name: "set of codes", takes: answers, decl: `var goodCodes = map[int]bool{200: true, 201: true, 202: true, 204: true}`, results: `error`, body: asks + `if !goodCodes[$STATUS] {
		` + refused + `
	}
	return nil`},
	{name: "code of the caller", takes: answers, params: `want int`, results: `error`, body: asks + `if $STATUS != want {
		` + refused + `
	}
	return nil`},
	{name: "method of a type of its own", takes: responses, decl: `type answer struct{ *http.Response }

	func (a answer) ok() bool { return a.StatusCode/100 == 2 }`, results: `error`, body: asks + `if a := (answer{resp}); !a.ok() {
		return errors.New("refused")
	}
	return nil`},
	{name: "answered with the same code", takes: answers, params: `w http.ResponseWriter`, results: `error`, body: asks + `http.Error(w, "done", $STATUS)
	return nil`},
	{name: "response returned later", takes: responses, results: `(*http.Response, error)`, body: `resp, err := $CALL
	if err != nil {
		return nil, err
	}
	log.Println(resp.Status)
	return resp, nil`},
	{name: "closure that looks", takes: answers, results: `error`, body: asks + `bad := func() bool { return $STATUS >= 400 }
	if bad() {
		` + refused + `
	}
	return nil`},
	{name: "decoded either way", takes: answers, results: `error`, body: asks + `var out map[string]string
	if err := $DECODE; err != nil {
		return err
	}
	if $STATUS >= 400 {
		return errors.New(out["title"])
	}
	return nil`},
	{name: "logged if bad", takes: answers, results: `error`, body: asks + `if $STATUS >= 400 {
		log.Println("refused", ref, $STATUS)
	}
	return nil`},
}

// Statuses that are not looked at, or too narrowly.
var overlooked = []handling{
	{name: "decoded", takes: answers, results: `error`, body: asksMarked + `var out map[string]string
	return $DECODE`},
	{name: "decoded and used", takes: answers, results: `(string, error)`, body: `$VARS := $CALL //!status-unchecked
	if err != nil {
		return "", err
	}
	$CLOSE
	var out map[string]string
	if err := $DECODE; err != nil {
		return "", err
	}
	return out["state"], nil`},
	{name: "taken for done", takes: answers, results: `error`, body: asksMarked + `ship(ref)
	return nil`},
	{name: "closed only", takes: responses, results: `error`, body: `resp, err := $CALL //!status-unchecked
	if err != nil {
		return err
	}
	return resp.Body.Close()`},
	{name: "only logged", takes: answers, results: `error`, body: asksMarked + `log.Println("answered", ref, $STATUS)
	return nil`},
	{name: "only printed", takes: answers, results: `error`, body: asksMarked + `fmt.Printf("%s: %d\n", ref, $STATUS)
	var out map[string]string
	return $DECODE`},
	{name: "only its text printed", takes: responses, results: `error`, body: asksMarked + `fmt.Println(resp.Status)
	return nil`},
	{name: "only slog", takes: answers, results: `error`, body: asksMarked + `slog.Info("answered", "status", $STATUS)
	return nil`},
	{name: "helper that prints", takes: answers, decl: `func tell(code int) { log.Println("answered", code) }`, results: `error`, body: asksMarked + `tell($STATUS)
	return nil`},
	{name: "blank", takes: answers, results: `error`, body: asksMarked + `_ = $STATUS
	return nil`},
	{name: "on one way", takes: answers, params: `strict bool`, results: `error`, body: asksMarked + `if strict {
		if $STATUS >= 400 {
			` + refused + `
		}
	}
	var out map[string]string
	return $DECODE`},
	{name: "on the other way", takes: answers, params: `quick bool`, results: `error`, body: asksMarked + `if quick {
		return nil
	}
	if $STATUS >= 400 {
		` + refused + `
	}
	return nil`},
	{name: "blank error, decoded", takes: responses, results: `error`, body: `resp, _ := $CALL //!error-dropped status-unchecked
	defer resp.Body.Close()
	var out map[string]string
	return $DECODE`},
	{name: "200 alone", takes: open, accepts: []int{200}, results: `error`, body: asks + `if $STATUS != http.StatusOK { //!narrow
		` + refused + `
	}
	return nil`},
	{name: "200 alone, else", takes: open, accepts: []int{200}, results: `error`, body: asks + `if $STATUS == 200 { //!narrow
		var out map[string]string
		return $DECODE
	}
	return fmt.Errorf("status %d", $STATUS)`},
	{name: "201 alone", takes: open, accepts: []int{201}, results: `error`, body: asks + `if $STATUS != http.StatusCreated { //!narrow
		` + refused + `
	}
	return nil`},
	{name: "204 alone", takes: open, accepts: []int{204}, results: `error`, body: asks + `if http.StatusNoContent != $STATUS { //!narrow
		` + refused + `
	}
	return nil`},
	{name: "200 and 201", takes: open, accepts: []int{200, 201}, results: `error`, body: asks + `if $STATUS > 201 { //!narrow
		` + refused + `
	}
	return nil`},
	{name: "404 alone", takes: open, results: `error`, body: asks + `if $STATUS == http.StatusNotFound { //!status-narrow
		return errors.New("no such payment")
	}
	var out map[string]string
	return $DECODE`},
	{name: "below 500", takes: open, results: `error`, body: asks + `if $STATUS < 500 { //!status-narrow
		ship(ref)
		return nil
	}
	` + refused},
	{name: "500 and up", takes: open, results: `error`, body: asks + `if $STATUS >= http.StatusInternalServerError { //!status-narrow
		` + refused + `
	}
	return nil`},
	{name: "class 5 alone", takes: open, results: `error`, body: asks + `if $STATUS/100 == 5 { //!status-narrow
		` + refused + `
	}
	return nil`},
	{name: "class 4 alone", takes: open, results: `error`, body: asks + `if $STATUS/100 == 4 { //!status-narrow
		` + refused + `
	}
	return nil`},
}
