package vippsresponse_test

import (
	"strings"
	"testing"

	"github.com/vippslint/vippslint/internal/trial"
)

// TestGeneratedPorts puts Vipps, or somebody else, behind an interface of a
// package that knows of neither. A dropped error is reported where both are seen
// for the first time: in the package that puts one behind the other.
func TestGeneratedPorts(t *testing.T) {
	var programs []trial.Program
	ops := append(operations[:len(operations):len(operations)], otherOperations...)
	for i, use := range portUses {
		for j, f := range fillings {
			for k := range 4 {
				op := ops[(3*i+5*j+7*k)%len(ops)]
				programs = append(programs, port(op, use, f))
			}
		}
	}
	balanced(t, programs)
	check(t, "interfaces between packages", programs)
}

// A portUse is a body of a function with a Payer p and a reference.
type portUse struct {
	name, body string
	dropped    bool
}

var portUses = []portUse{
	{"bare", `p.Pay(ref)
	log.Println("done", ref)`, true},
	{"blank", `_ = p.Pay(ref)`, true},
	{"go", `go p.Pay(ref)`, true},
	{"defer", `defer p.Pay(ref)`, true},
	{"in a goroutine", `go func() { p.Pay(ref) }()`, true},
	{"in a loop", `for range 2 {
		p.Pay(ref)
	}`, true},
	{"put into a blank", `err := p.Pay(ref)
	_ = err`, true},
	{"read on one way", `err := p.Pay(ref)
	if len(ref) > 8 {
		log.Print(err)
	}`, true},
	{"logged", `if err := p.Pay(ref); err != nil {
		log.Print(err)
	}`, false},
	{"panic", `if err := p.Pay(ref); err != nil {
		panic(err)
	}`, false},
	{"stored", `last = p.Pay(ref)`, false},
	{"sent", `failures <- p.Pay(ref)`, false},
	{"tried again", `var err error
	for range 3 {
		if err = p.Pay(ref); err == nil {
			return
		}
	}
	log.Print(err)`, false},
	{"collected", `var errs []error
	for range 2 {
		errs = append(errs, p.Pay(ref))
	}
	log.Print(errors.Join(errs...))`, false},
}

// A filling is what the package that sees both does.
type filling struct {
	name string
	port string // how the package of the interface runs the body $BODY
	shop string // the line that leads to it ends in //!here
}

var fillings = []filling{
	{"function", `func Ship(p Payer, ref string) {
		$BODY
	}`, `func Run(ref string) {
		far2.Ship(far1.Client{}, ref) //!here
	}`},
	{"variable", `func Ship(p Payer, ref string) {
		$BODY
	}`, `func Run(ref string) {
		var p far2.Payer = far1.Client{}
		far2.Ship(p, ref) //!here
	}`},
	{"constructor of the shop", `func Ship(p Payer, ref string) {
		$BODY
	}`, `func payer() far2.Payer { return far1.Client{} }

	func Run(ref string) {
		far2.Ship(payer(), ref) //!here
	}`},
	{"package variable", `func Ship(p Payer, ref string) {
		$BODY
	}`, `var payer far2.Payer = far1.Client{}

	func Run(ref string) {
		far2.Ship(payer, ref) //!here
	}`},
	{"service", `type Service struct{ payer Payer }

	func New(p Payer) *Service { return &Service{p} }

	func (s *Service) Ship(ref string) {
		p := s.payer
		$BODY
	}`, `func Run(ref string) {
		s := far2.New(far1.Client{})
		s.Ship(ref) //!here
	}`},
	{"service that is run by itself", `type Service struct{ payer Payer }

	func New(p Payer) *Service { return &Service{p} }

	func (s *Service) Run() { s.ship("42") }

	func (s *Service) ship(ref string) {
		p := s.payer
		$BODY
	}`, `func Run() {
		s := far2.New(far1.Client{}) //!here
		s.Run()
	}`},
	{"field of a service", `type Service struct{ Payer Payer }

	func (s *Service) Ship(ref string) {
		p := s.Payer
		$BODY
	}`, `func Run(ref string) {
		s := &far2.Service{Payer: far1.Client{}}
		s.Ship(ref) //!here
	}`},
	{"method value", `func Ship(p Payer, ref string) {
		$BODY
	}`, `func Run(refs []string) {
		ship := far2.Ship //!here
		for _, ref := range refs {
			ship(far1.Client{}, ref)
		}
	}`},
}

func port(op operation, use portUse, f filling) trial.Program {
	d := &draft{op: op, files: make(map[string]string)}
	d.send(sources[len(op.name)%2+2])
	client := d.decls + `type Client struct{}

	func (Client) Pay(ref string) error {
		` + d.before + `
		resp, err := ` + d.call + `
		if err != nil {
			return err
		}
		defer resp.Body.Close()
		if ` + d.fill("$OTHER") + ` {
			return errors.New(resp.Status)
		}
		return nil
	}`
	mark := ""
	if use.dropped && !op.others {
		mark = "//!error-dropped"
	}
	return trial.Program{
		Name: strings.Join([]string{op.name, use.name, f.name}, " > "),
		Files: map[string]string{
			"far1/far1.go": trial.File("far1", client),
			"far2/far2.go": trial.File("far2", `type Payer interface{ Pay(ref string) error }

			var (
				last     error
				failures = make(chan error, 9)
			)

			`+strings.ReplaceAll(f.port, "$BODY", use.body)),
			"shop.go": strings.ReplaceAll(trial.File("shop", every+f.shop), "//!here", mark),
		},
	}
}
