// Package http2curl stands for the library of that name.
package http2curl

import "net/http"

// A CurlCommand is a command line.
type CurlCommand []string

func (c *CurlCommand) String() string { return "" }

// GetCurlCommand renders a request.
func GetCurlCommand(req *http.Request) (*CurlCommand, error) { return &CurlCommand{}, nil }
