// Package kept keeps keys for other packages.
package kept

import (
	"net/http"

	"github.com/google/uuid"
)

var last string

// Last gives the key that was made first.
func Last() string {
	if last == "" {
		last = uuid.NewString()
	}
	return last
}

// New gives another key each time, or an error.
func New() (string, error) {
	id, err := uuid.NewRandom()
	if err != nil {
		return "", err
	}
	return id.String(), nil
}

// SetLast sets the key that was made first.
func SetLast(req *http.Request) {
	if last == "" {
		last = uuid.NewString()
	}
	req.Header.Set("Idempotency-Key", last)
}

// SetNew sets another key each time.
func SetNew(req *http.Request) { req.Header.Set("Idempotency-Key", uuid.NewString()) }
