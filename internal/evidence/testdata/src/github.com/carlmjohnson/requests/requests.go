// Package requests stands in for the real one.
package requests

import "context"

type Builder struct{}

func URL(baseurl string) *Builder { return nil }

func (rb *Builder) Host(host string) *Builder                    { return rb }
func (rb *Builder) Path(path string) *Builder                    { return rb }
func (rb *Builder) Pathf(format string, a ...any) *Builder       { return rb }
func (rb *Builder) Header(key string, values ...string) *Builder { return rb }
func (rb *Builder) BodyJSON(v any) *Builder                      { return rb }
func (rb *Builder) Post() *Builder                               { return rb }
func (rb *Builder) ToJSON(v any) *Builder                        { return rb }
func (rb *Builder) Fetch(ctx context.Context) (err error)        { return nil }
