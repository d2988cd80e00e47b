// Package web sends requests and mentions a package of its own module.
package web

import (
	"fmt"
	"net/http"
	"other"
)

type body struct {
	Text string `json:"text"`
}

// chosen send
func send(c *http.Client, r *http.Request) error {
	_, err := c.Do(r)
	return err
}

type handler struct{ w http.ResponseWriter }

// chosen answer
func (h handler) answer() {}

// chosen makeBody
func makeBody() any { return body{Text: "x"} }

// chosen foreign
func foreign() { other.Do() }

// chosen path
func path() string { return "/epayment/v1/payments" }

// bare print
func print() { fmt.Println("web") }
