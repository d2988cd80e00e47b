package swallow

import (
	"encoding/json"
	"fmt"
	"io"
	"log"
	"net/http"
)

func answeredRight(w http.ResponseWriter, r *http.Request) {
	p, err := getPayment() // swallow: checked
	if err != nil {
		http.Error(w, "payment failed", http.StatusBadGateway)
		return
	}
	fmt.Fprint(w, p.State)
}

func answeredElseRight(w http.ResponseWriter, r *http.Request) {
	p, err := getPayment() // swallow: checked
	if err != nil {
		w.WriteHeader(502)
	} else {
		fmt.Fprint(w, p.State)
	}
	log.Print("answered")
	markFailed("x")
}

func goesOnBad(w http.ResponseWriter, r *http.Request) {
	err := get() // swallow: lost at err != nil
	if err != nil {
		http.Error(w, "payment failed", http.StatusBadGateway)
	}
	markPaid(r.FormValue("order"))
}

func markPaid(string) {}

func goesOnTextBad(w http.ResponseWriter, r *http.Request) {
	err := get() // swallow: lost at err != nil
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadGateway)
	}
	markPaid(r.FormValue("order"))
}

func goesOnPrintBad(w http.ResponseWriter, r *http.Request) {
	err := get() // swallow: lost at err != nil
	if err != nil {
		fmt.Fprintf(w, "error: %v", err)
	}
	markPaid(r.FormValue("order"))
}

func goesOnAnsweringBad(w http.ResponseWriter, r *http.Request) {
	err := get() // swallow: lost at err != nil
	if err != nil {
		http.Error(w, "payment failed", http.StatusBadGateway)
	}
	fmt.Fprintln(w, "thank you for your order")
}

func goesOnLoggedRight(w http.ResponseWriter, r *http.Request) {
	err := get() // swallow: checked
	if err != nil {
		log.Print(err)
		http.Error(w, "payment failed", http.StatusBadGateway)
	}
	markPaid(r.FormValue("order"))
}

func lastThingRight(w http.ResponseWriter, r *http.Request) {
	if err := get(); err != nil { // swallow: checked
		http.Error(w, "payment failed", http.StatusBadGateway)
	}
	log.Print("answered")
}

func ownAnswer(w http.ResponseWriter, text string)               { http.Error(w, text, 502) }
func logAndAnswer(w http.ResponseWriter, text string, err error) { log.Print(err) }

func ownAnswerBad(w http.ResponseWriter, r *http.Request) {
	if err := get(); err != nil { // swallow: lost at err != nil
		ownAnswer(w, "payment failed")
	}
	markPaid(r.FormValue("order"))
}

func ownAnswerRight(w http.ResponseWriter, r *http.Request) {
	if err := get(); err != nil { // swallow: checked
		logAndAnswer(w, "payment failed", err)
	}
	markPaid(r.FormValue("order"))
}

// Context is what routers give their handlers.
type Context struct{}

type obj map[string]any

func (*Context) JSON(code int, body any) error { return nil }

func routerRight(c *Context) error {
	if err := get(); err != nil { // swallow: checked
		return c.JSON(502, obj{"error": "payment failed"})
	}
	return c.JSON(200, nil)
}

func routerReturnsRight(c *Context) {
	if err := get(); err != nil { // swallow: checked
		c.JSON(502, obj{"error": err.Error()})
		return
	}
	c.JSON(200, nil)
}

func routerBad(c *Context) {
	if err := get(); err != nil { // swallow: lost at err != nil
		c.JSON(502, obj{"error": err.Error()})
	}
	markPaid("x")
	c.JSON(200, nil)
}

func routerStructBad(c *Context) {
	if err := get(); err != nil { // swallow: lost at err != nil
		c.JSON(502, payment{State: err.Error()})
	}
	markPaid("x")
	c.JSON(200, nil)
}

func silentBad(w http.ResponseWriter, r *http.Request) {
	if err := get(); err != nil { // swallow: lost at err != nil
		return
	}
	fmt.Fprint(w, "paid")
}

func encodedBad(w http.ResponseWriter, r *http.Request) {
	if err := get(); err != nil { // swallow: lost at err != nil
		w.WriteHeader(502)
		json.NewEncoder(w).Encode(map[string]string{"error": err.Error()})
	}
	markPaid(r.FormValue("order"))
}

func encodedRight(w http.ResponseWriter, r *http.Request) {
	if err := get(); err != nil { // swallow: checked
		w.WriteHeader(502)
		json.NewEncoder(w).Encode(map[string]string{"error": err.Error()})
		return
	}
	markPaid(r.FormValue("order"))
}

func encodedToFileRight(f io.Writer, r *http.Request) {
	if err := get(); err != nil { // swallow: checked
		json.NewEncoder(f).Encode(map[string]string{"error": "capture"})
	}
	markPaid(r.FormValue("order"))
}
