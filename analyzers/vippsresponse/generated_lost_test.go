package vippsresponse_test

// Errors that are lost.
var lost = []handling{
	{name: "bare call", takes: all, body: `$CALL //!error-dropped
	ship(ref)`},
	{name: "blanks", takes: all, body: `$BLANKS = $CALL //!error-dropped
	ship(ref)`},
	{name: "blank error", takes: []shape{value}, results: `string`, body: `out, _ := $CALL //!error-dropped
	return out["state"]`},
	{name: "blank error of bytes", takes: []shape{codeChecked}, results: `string`, body: `body, _, _ := $CALL //!error-dropped
	return string(body)`},
	{name: "blank error of a response", takes: responses, body: `resp, _ := $CALL //!error-dropped
	defer resp.Body.Close()
	if resp.StatusCode >= 400 {
		panic(resp.Status)
	}`},
	{name: "go", takes: all, body: `go $CALL //!error-dropped
	ship(ref)`},
	{name: "defer", takes: all, body: `defer $CALL //!error-dropped
	ship(ref)`},
	{name: "goroutine", takes: all, body: `go func() {
		$CALL //!error-dropped
	}()
	ship(ref)`},
	{name: "deferred closure", takes: all, results: `(err error)`, body: `defer func() {
		$BLANKS = $CALL //!error-dropped
	}()
	return nil`},
	{name: "wait group, bare call", takes: all, body: `var wg sync.WaitGroup
	wg.Go(func() {
		$CALL //!error-dropped
	})
	wg.Wait()`},
	{name: "one after the other", takes: all, body: `for range 3 {
		$CALL //!error-dropped
	}`},
	{name: "overwritten", takes: checked, results: `error`, body: `$VARS := $CALL //!error-dropped
	_, err = fmt.Println("done", ref)
	return err`},
	{name: "named result overwritten", takes: checked, results: `(err error)`, body: `$VARS = $CALL //!error-dropped
	_, err = fmt.Println("done", ref)
	return`},
	{name: "overwritten by nil", takes: checked, results: `error`, body: `$VARS := $CALL //!error-dropped
	err = nil
	return err`},
	{name: "put into a blank", takes: checked, body: `$VARS := $CALL //!error-dropped
	_ = err
	ship(ref)`},
	{name: "unread on one way", takes: checked, params: `quiet bool`, results: `error`, body: `$VARS := $CALL //!error-dropped
	if quiet {
		return nil
	}
	return err`},
	{name: "tested on one way", takes: checked, params: `strict bool`, results: `error`, body: `$VARS := $CALL //!error-dropped
	if strict {
		if err != nil {
			return err
		}
	}
	ship(ref)
	return nil`},
	{name: "logged on one way", takes: checked, params: `debug bool`, body: `$VARS := $CALL //!error-dropped
	if debug {
		log.Println(err)
	}
	ship(ref)`},
	{name: "last round only", takes: checked, params: `refs []string`, results: `error`, body: `var err error
	for _, ref = range refs {
		$VARS = $CALL //!error-dropped
		ship(ref)
	}
	return err`},
	{name: "empty branch", takes: checked, body: `$VARS := $CALL //!error-swallowed
	if err != nil {
	}
	ship(ref)`},
	{name: "empty branch with a comment", takes: checked, body: `$VARS := $CALL //!error-swallowed
	if err != nil {
		// it will be fine
	}
	ship(ref)`},
	{name: "empty else", takes: checked, body: `$VARS := $CALL //!error-swallowed
	if err == nil {
		ship(ref)
	} else {
	}`},
	{name: "empty case", takes: checked, body: `$VARS := $CALL //!error-swallowed
	switch {
	case err != nil:
	default:
		ship(ref)
	}`},
	{name: "only a blank", takes: checked, body: `$VARS := $CALL //!error-swallowed
	if err != nil {
		_ = err
	}
	ship(ref)`},
	{name: "nil returned", takes: all, results: `error`, body: `$VARS := $CALL //!error-swallowed
	if err != nil {
		return nil
	}
	$PASS
	ship(ref)
	return nil`},
	{name: "zero and nil", takes: all, results: `(string, error)`, body: `$VARS := $CALL //!error-swallowed
	if err != nil {
		return "", nil
	}
	$PASS
	return "done", nil`},
	{name: "false and nil", takes: all, results: `(bool, error)`, body: `$VARS := $CALL //!error-swallowed
	if err != nil {
		return false, nil
	}
	$PASS
	return true, nil`},
	{name: "nil pointer and nil", takes: all, decl: `type payment struct{ ref string }`, results: `(*payment, error)`, body: `$VARS := $CALL //!error-swallowed
	if err != nil {
		return nil, nil
	}
	$PASS
	return &payment{ref}, nil`},
	{name: "made nil", takes: checked, results: `error`, body: `$VARS := $CALL //!error-swallowed
	if err != nil {
		err = nil
	}
	return err`},
	{name: "bare return", takes: all, body: `$VARS := $CALL //!error-swallowed
	if err != nil {
		return
	}
	$PASS
	ship(ref)`},
	{name: "the next, please", takes: all, params: `refs []string`, body: `for _, ref = range refs {
		$VARS := $CALL //!error-swallowed
		if err != nil {
			continue
		}
		$PASS
		ship(ref)
	}`},
	{name: "closure that gives nil", takes: checked, params: `run func(func() error)`, body: `run(func() error {
		$VARS := $CALL //!error-swallowed
		if err != nil {
			return nil
		}
		ship(ref)
		return nil
	})`},
	{name: "goroutine that returns", takes: all, body: `go func() {
		$VARS := $CALL //!error-swallowed
		if err != nil {
			return
		}
		$PASS
		ship(ref)
	}()`},
	{name: "handler that goes on", takes: checked, params: `w http.ResponseWriter`, body: `$VARS := $CALL //!error-swallowed
	if err != nil {
		http.Error(w, "try again", http.StatusBadGateway)
	}
	ship(ref)`},
	{name: "declared in an empty test", takes: checked, body: `if $VARS := $CALL; err != nil { //!error-swallowed
	}
	ship(ref)`},
	{name: "out of the loop", takes: all, params: `refs []string`, body: `for _, ref = range refs {
		$VARS := $CALL //!error-swallowed
		if err != nil {
			break
		}
		$PASS
		ship(ref)
	}`},
	{name: "overwritten by the next", takes: checked, results: `error`, body: `$VARS := $CALL //!error-dropped
	err = Cancel(ref)
	return err`},
	{name: "overwritten by the next, tested", takes: checked, results: `error`, body: `$VARS := $CALL //!error-dropped
	if err = Cancel(ref); err != nil {
		return err
	}
	ship(ref)
	return nil`},
	{name: "handler with a request that goes on", takes: checked, params: `w http.ResponseWriter, r *http.Request`, body: `$VARS := $CALL //!error-swallowed
	if err != nil {
		w.WriteHeader(http.StatusBadGateway)
	}
	ship(ref)`},
	{name: "in a branch", takes: checked, params: `paid bool`, body: `if paid {
		$CALL //!error-dropped
	}
	ship(ref)`},
	{name: "in a case", takes: checked, params: `kind int`, body: `switch kind {
	case 1:
		$BLANKS = $CALL //!error-dropped
	default:
		ship(ref)
	}`},
	{name: "returned where another fails", takes: checked, results: `error`, body: `$VARS := $CALL //!error-dropped
	if other := Cancel(ref); other != nil {
		return errors.Join(err, other)
	}
	return nil`},
}
