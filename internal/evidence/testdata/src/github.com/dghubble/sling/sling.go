// Package sling stands in for the real one.
package sling

import "net/http"

type Sling struct{}

func New() *Sling { return nil }

func (s *Sling) New() *Sling                          { return nil }
func (s *Sling) Base(rawURL string) *Sling            { return s }
func (s *Sling) Get(pathURL string) *Sling            { return s }
func (s *Sling) Post(pathURL string) *Sling           { return s }
func (s *Sling) Set(key, value string) *Sling         { return s }
func (s *Sling) BodyJSON(bodyJSON interface{}) *Sling { return s }

func (s *Sling) ReceiveSuccess(successV interface{}) (*http.Response, error) { return nil, nil }

func (s *Sling) Receive(successV, failureV interface{}) (*http.Response, error) { return nil, nil }
