// Package audit logs requests.
package audit

import (
	"log"
	"net/http"
	"net/http/httputil"
)

// Request logs a request as it goes out.
func Request(r *http.Request) {
	dump, err := httputil.DumpRequestOut(r, true)
	if err != nil {
		log.Print(err)
		return
	}
	log.Printf("request:\n%s", dump)
}

// Line logs the first line of a request.
func Line(r *http.Request) { log.Printf("%s %s", r.Method, r.URL.Path) }

// Value logs a value.
func Value(name string, value any) { log.Printf("%s = %v", name, value) }

// Length logs how long a value is.
func Length(name, value string) { log.Printf("%s has %d characters", name, len(value)) }
