// Package rest has what several clients share.
package rest

import "net/http"

// OK takes 200 alone.
func OK(resp *http.Response) bool { return resp.StatusCode == http.StatusOK }

// Fine takes every success.
func Fine(resp *http.Response) bool { return resp.StatusCode/100 == 2 }
