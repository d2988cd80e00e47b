// Package flow says where values come from and what becomes of responses. It
// knows nothing of Vipps.
package flow
