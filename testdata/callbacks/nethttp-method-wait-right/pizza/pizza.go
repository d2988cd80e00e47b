// Package pizza bakes what is paid.
package pizza

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"time"

	"pizzabakeren-vest.example/bestill/vipps"
)

type Oven struct{ Vipps vipps.Client }

func (o *Oven) Order(w http.ResponseWriter, r *http.Request) {
	ref := fmt.Sprintf("pizza-%d", time.Now().UnixNano())
	if err := o.Vipps.Push(r.Context(), ref, r.FormValue("phone"), 17900); err != nil {
		http.Error(w, err.Error(), http.StatusBadGateway)
		return
	}
	go func() {
		if err := o.paid(context.WithoutCancel(r.Context()), ref); err == nil {
			fmt.Println("bake", ref)
		}
	}()
	http.Redirect(w, r, "/vent/"+ref, http.StatusSeeOther)
}

var errGone = errors.New("the customer has changed his mind")

// paid waits for the customer.
func (o *Oven) paid(ctx context.Context, ref string) error {
	time.Sleep(3 * time.Second)
	for {
		state, err := o.Vipps.State(ctx, ref)
		if err != nil {
			return err
		}
		switch state {
		case "AUTHORIZED":
			return nil
		case "ABORTED", "EXPIRED", "TERMINATED":
			return errGone
		}
		time.Sleep(2 * time.Second)
	}
}

// Wait answers when the payment is decided.
func (o *Oven) Wait(w http.ResponseWriter, r *http.Request) {
	ref := r.PathValue("ref")
	for state := "CREATED"; state == "CREATED"; {
		time.Sleep(2 * time.Second)
		var err error
		if state, err = o.Vipps.State(context.Background(), ref); err != nil {
			http.Error(w, err.Error(), http.StatusBadGateway)
			return
		}
	}
	fmt.Fprintln(w, "Ferdig.")
}
