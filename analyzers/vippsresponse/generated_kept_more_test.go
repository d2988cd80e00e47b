package vippsresponse_test

// Errors that are taken care of in ways that are less common.
var keptElsewhere = []handling{
	{name: "declared in the test", takes: checked, results: `error`, body: `if $VARS := $CALL; err != nil {
		return err
	}
	return nil`},
	{name: "log, then the next", takes: all, params: `refs []string`, body: `for _, ref = range refs {
		$VARS := $CALL
		if err != nil {
			log.Print(err)
			continue
		}
		$PASS
		ship(ref)
	}`},
	{name: "first failure ends the loop", takes: checked, params: `refs []string`, results: `error`, body: `var err error
	for _, ref = range refs {
		if $VARS = $CALL; err != nil {
			break
		}
	}
	return err`},
	{name: "until it works", takes: checked, body: `var err error
	for $VARS = $CALL; err != nil; $VARS = $CALL {
		time.Sleep(time.Second)
	}
	ship(ref)`},
	{name: "whether it is nil", takes: checked, results: `bool`, body: `$VARS := $CALL
	return err == nil`},
	{name: "joined with another", takes: checked, results: `error`, body: `$VARS := $CALL
	_, other := fmt.Println("done", ref)
	return errors.Join(err, other)`},
	{name: "flag", takes: checked, results: `bool`, body: `failed := false
	$VARS := $CALL
	if err != nil {
		failed = true
	}
	ship(ref)
	return !failed`},
	{name: "set of failures", takes: all, decl: `type shop struct{ failed map[string]bool }`, params: `s *shop`, body: `$VARS := $CALL
	if err != nil {
		s.failed[ref] = true
		return
	}
	$PASS`},
	{name: "queue of what to do again", takes: all, decl: `type shop struct{ again []string }`, params: `s *shop`, body: `$VARS := $CALL
	if err != nil {
		s.again = append(s.again, ref)
		return
	}
	$PASS`},
	{name: "method that stores", takes: all, decl: `type shop struct{ last error }

	func (s *shop) fail(err error) { s.last = err }`, params: `s *shop`, body: `$VARS := $CALL
	if err != nil {
		s.fail(err)
		return
	}
	$PASS`},
	{name: "closure that logs", takes: checked, body: `check := func(err error) {
		if err != nil {
			log.Print(err)
		}
	}
	$VARS := $CALL
	check(err)`},
	{name: "channel if somebody listens", takes: checked, params: `failures chan<- error`, body: `$VARS := $CALL
	select {
	case failures <- err:
	default:
		log.Print(err)
	}`},
	{name: "answered as JSON", takes: all, params: `w http.ResponseWriter, r *http.Request`, body: `$VARS := $CALL
	if err != nil {
		w.WriteHeader(http.StatusBadGateway)
		json.NewEncoder(w).Encode(map[string]string{"error": err.Error()})
		return
	}
	$PASS
	ship(ref)`},
	{name: "handler with a request that returns", takes: all, params: `w http.ResponseWriter, r *http.Request`, body: `$VARS := $CALL
	if err != nil {
		w.WriteHeader(http.StatusInternalServerError)
		return
	}
	$PASS
	ship(ref)`},
	{name: "type switch", takes: checked, decl: `type refused struct{}

	func (refused) Error() string { return "refused" }`, results: `error`, body: `$VARS := $CALL
	switch e := err.(type) {
	case nil:
		return nil
	case refused:
		return errors.New("order " + ref + " was refused")
	default:
		return e
	}`},
	{name: "all but cancelled", takes: checked, body: `$VARS := $CALL
	if err != nil && !errors.Is(err, context.Canceled) {
		log.Print(err)
	}`},
	{name: "generic result", takes: checked, decl: `type result[T any] struct {
		value T
		err   error
	}`, results: `result[string]`, body: `$VARS := $CALL
	return result[string]{ref, err}`},
	{name: "iterator", takes: checked, params: `yield func(string, error) bool`, body: `$VARS := $CALL
	yield(ref, err)`},
	{name: "span of a trace", takes: all, params: `span interface{ RecordError(error) }`, body: `$VARS := $CALL
	if err != nil {
		span.RecordError(err)
		return
	}
	$PASS`},
	{name: "labelled metric", takes: all, decl: `type counter interface{ Inc() }

	type counters interface{ With(...string) counter }`, params: `c counters`, body: `$VARS := $CALL
	if err != nil {
		c.With("vipps").Inc()
		return
	}
	$PASS`},
	{name: "deferred log of a named result", takes: checked, results: `(err error)`, body: `defer func() {
		if err != nil {
			log.Print(err)
		}
	}()
	$VARS = $CALL
	return err`},
	{name: "goroutine that logs", takes: all, body: `go func() {
		$VARS := $CALL
		if err != nil {
			log.Print(err)
			return
		}
		$PASS
		ship(ref)
	}()`},
	{name: "undone, and returned", takes: checked, results: `error`, body: `$VARS := $CALL
	if err != nil {
		if undone := Cancel(ref); undone != nil {
			return errors.Join(err, undone)
		}
		return err
	}
	return nil`},
}
