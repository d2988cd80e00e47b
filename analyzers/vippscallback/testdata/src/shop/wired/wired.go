// Package wired registers its handler as soon as it is imported.
package wired

import (
	"net/http"

	"shop/hooks"
)

func init() { http.HandleFunc("/hook", (&hooks.Hooks{}).Payment) }
