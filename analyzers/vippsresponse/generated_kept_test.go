package vippsresponse_test

var (
	all     = []shape{raw, rawChecked, code, codeChecked, value, onlyError}
	checked = []shape{codeChecked, value, onlyError} // of which nothing but the error has to be looked at
)

// Errors that are taken care of.
var kept = []handling{
	{name: "all returned", takes: all, results: `$RESULTS`, body: `return $CALL`},
	{name: "returned", takes: all, results: `error`, body: `$VARS := $CALL
	if err != nil {
		return err
	}
	$PASS
	ship(ref)
	return nil`},
	{name: "returned at the end", takes: checked, results: `error`, body: `$VARS := $CALL
	ship(ref)
	return err`},
	{name: "wrapped", takes: all, results: `error`, body: `$VARS := $CALL
	if err != nil {
		return fmt.Errorf("order %s: %w", ref, err)
	}
	$PASS
	return nil`},
	{name: "replaced", takes: all, decl: `var errPayment = errors.New("payment failed")`, results: `error`, body: `$VARS := $CALL
	if err != nil {
		return errPayment
	}
	$PASS
	return nil`},
	{name: "false", takes: all, results: `bool`, body: `$VARS := $CALL
	if err != nil {
		return false
	}
	$PASS
	return true`},
	{name: "log", takes: all, body: `$VARS := $CALL
	if err != nil {
		log.Printf("order %s: %v", ref, err)
		return
	}
	$PASS
	ship(ref)`},
	{name: "log, then on", takes: checked, body: `$VARS := $CALL
	if err != nil {
		log.Print(err)
	}
	ship(ref)`},
	{name: "logged, good or not", takes: checked, body: `$VARS := $CALL
	log.Println("done", ref, err)`},
	{name: "slog", takes: all, params: `l *slog.Logger`, body: `$VARS := $CALL
	if err != nil {
		l.Error("order", "ref", ref, "err", err)
		return
	}
	$PASS`},
	{name: "text of the error logged", takes: all, body: `$VARS := $CALL
	if err != nil {
		log.Println(ref + ": " + err.Error())
		return
	}
	$PASS`},
	{name: "standard error", takes: all, body: `$VARS := $CALL
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return
	}
	$PASS`},
	{name: "logger of its own", takes: all, decl: `type logger struct{ lines []string }

	func (l *logger) Errorf(format string, args ...any) { l.lines = append(l.lines, fmt.Sprintf(format, args...)) }`,
		params: `l *logger`, body: `$VARS := $CALL
	if err != nil {
		l.Errorf("order %s: %v", ref, err)
		return
	}
	$PASS`},
	{name: "logger behind an interface", takes: all, params: `l interface{ Warn(string, ...any) }`, body: `$VARS := $CALL
	if err != nil {
		l.Warn("order", "err", err)
		return
	}
	$PASS`},
	{name: "helper that logs", takes: checked, decl: `func logIf(err error) {
		if err != nil {
			log.Print(err)
		}
	}`, body: `$VARS := $CALL
	logIf(err)`},
	{name: "helper that panics", takes: all, decl: `func must(err error) {
		if err != nil {
			panic(err)
		}
	}`, body: `$VARS := $CALL
	must(err)
	$PASS`},
	{name: "field", takes: checked, decl: `type job struct{ err error }`, params: `j *job`, body: `$VARS := $CALL
	j.err = err`},
	{name: "field where it fails", takes: all, decl: `type job struct{ err error }`, params: `j *job`, body: `$VARS := $CALL
	if err != nil {
		j.err = err
		return
	}
	$PASS
	ship(ref)`},
	{name: "literal", takes: checked, decl: `type outcome struct {
		ref string
		err error
	}`, results: `outcome`, body: `$VARS := $CALL
	return outcome{ref, err}`},
	{name: "package variable", takes: checked, decl: `var last error`, body: `$VARS := $CALL
	last = err`},
	{name: "map", takes: checked, params: `failed map[string]error`, body: `$VARS := $CALL
	failed[ref] = err`},
	{name: "channel", takes: checked, params: `done chan<- error`, body: `$VARS := $CALL
	done <- err`},
	{name: "channel in a goroutine", takes: checked, results: `error`, body: `done := make(chan error, 1)
	go func() {
		$VARS := $CALL
		done <- err
	}()
	return <-done`},
	{name: "channel where it fails", takes: all, params: `done chan<- error`, body: `$VARS := $CALL
	if err != nil {
		done <- err
		return
	}
	$PASS`},
	{name: "appended", takes: checked, results: `(errs []error)`, body: `for range 2 {
		$VARS := $CALL
		if err != nil {
			errs = append(errs, err)
		}
	}
	return errs`},
	{name: "joined", takes: checked, results: `error`, body: `var errs error
	for range 2 {
		$VARS := $CALL
		errs = errors.Join(errs, err)
	}
	return errs`},
	{name: "deferred join", takes: checked, results: `(all error)`, body: `defer func() {
		$VARS := $CALL
		all = errors.Join(all, err)
	}()
	return nil`},
	{name: "counted", takes: all, decl: `var failures atomic.Int64`, body: `$VARS := $CALL
	if err != nil {
		failures.Add(1)
		return
	}
	$PASS`},
	{name: "counted in a field", takes: all, decl: `type shop struct{ failed int }`, params: `s *shop`, body: `$VARS := $CALL
	if err != nil {
		s.failed++
		return
	}
	$PASS`},
	{name: "counted in a variable", takes: checked, results: `int`, body: `failed := 0
	for range 2 {
		$VARS := $CALL
		if err != nil {
			failed++
		}
	}
	return failed`},
	{name: "metric", takes: all, params: `m interface{ Inc() }`, body: `$VARS := $CALL
	if err != nil {
		m.Inc()
		return
	}
	$PASS`},
	{name: "unknown function", takes: checked, params: `report func(error)`, body: `$VARS := $CALL
	report(err)`},
	{name: "alarm", takes: all, params: `alarm func(string)`, body: `$VARS := $CALL
	if err != nil {
		alarm(ref)
		return
	}
	$PASS`},
	{name: "panic", takes: all, body: `$VARS := $CALL
	if err != nil {
		panic(err)
	}
	$PASS`},
	{name: "log.Fatal", takes: all, body: `$VARS := $CALL
	if err != nil {
		log.Fatal(err)
	}
	$PASS`},
	{name: "os.Exit", takes: all, body: `$VARS := $CALL
	if err != nil {
		os.Exit(1)
	}
	$PASS`},
	{name: "failure of a test", takes: all, params: `t testing.TB`, body: `$VARS := $CALL
	if err != nil {
		t.Fatal(err)
	}
	$PASS`},
	{name: "group of errors", takes: checked, decl: `type group struct {
		wg   sync.WaitGroup
		once sync.Once
		err  error
	}

	func (g *group) Go(f func() error) {
		g.wg.Go(func() {
			if err := f(); err != nil {
				g.once.Do(func() { g.err = err })
			}
		})
	}

	func (g *group) Wait() error {
		g.wg.Wait()
		return g.err
	}`, results: `error`, body: `var g group
	g.Go(func() error {
		$VARS := $CALL
		return err
	})
	return g.Wait()`},
	{name: "wait group", takes: checked, results: `error`, body: `var wg sync.WaitGroup
	errs := make([]error, 3)
	for i := range errs {
		wg.Go(func() {
			$VARS := $CALL
			errs[i] = err
		})
	}
	wg.Wait()
	return errors.Join(errs...)`},
	{name: "named result", takes: checked, results: `(err error)`, body: `$VARS = $CALL
	return`},
	{name: "tries", takes: checked, results: `error`, body: `var err error
	for range 3 {
		if $VARS = $CALL; err == nil {
			return nil
		}
	}
	return fmt.Errorf("order %s: %w", ref, err)`},
	{name: "tries until told to stop", takes: checked, params: `ctx context.Context`, results: `error`, body: `var err error
	for range 3 {
		$VARS = $CALL
		if err == nil {
			break
		}
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-time.After(time.Second):
		}
	}
	return err`},
	{name: "only what is good", takes: all, body: `$VARS := $CALL
	if err == nil {
		$PASS
		ship(ref)
	}`},
	{name: "else", takes: all, results: `error`, body: `$VARS := $CALL
	if err == nil {
		$PASS
		ship(ref)
	} else {
		return err
	}
	return nil`},
	{name: "errors.Is", takes: checked, results: `error`, body: `$VARS := $CALL
	if errors.Is(err, context.Canceled) {
		return nil
	}
	return err`},
	{name: "errors.As", takes: checked, decl: `type refused struct{ code int }

	func (r *refused) Error() string { return http.StatusText(r.code) }`, results: `error`, body: `$VARS := $CALL
	var r *refused
	if errors.As(err, &r) && r.code == http.StatusConflict {
		return nil
	}
	return err`},
	{name: "switch", takes: all, results: `error`, body: `$VARS := $CALL
	switch {
	case errors.Is(err, context.Canceled):
		return context.Canceled
	case err != nil:
		return err
	}
	$PASS
	return nil`},
	{name: "handler that returns", takes: all, params: `w http.ResponseWriter`, body: `$VARS := $CALL
	if err != nil {
		http.Error(w, "try again", http.StatusBadGateway)
		return
	}
	$PASS
	ship(ref)`},
	{name: "handler that logs and goes on", takes: checked, params: `w http.ResponseWriter`, body: `$VARS := $CALL
	if err != nil {
		log.Print(err)
		http.Error(w, "try again", http.StatusBadGateway)
	}
	ship(ref)`},
	{name: "looked at when all is done", takes: checked, body: `var err error
	defer func() {
		if err != nil {
			log.Print(err)
		}
	}()
	$VARS = $CALL`},
	{name: "captured", takes: checked, results: `func() error`, body: `$VARS := $CALL
	return func() error { return err }`},
	{name: "cause of a context", takes: checked, params: `stop context.CancelCauseFunc`, body: `$VARS := $CALL
	stop(err)`},
	{name: "another value in its place", takes: checked, params: `known string`, results: `(string, error)`, body: `$VARS := $CALL
	if err != nil {
		return known, nil
	}
	return ref, nil`},
}
