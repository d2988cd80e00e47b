package vippsapi

import "time"

// When a merchant reads a payment back (knowledge base, polling guidelines):
// for the first time PollAfter after the request, then every PollEvery until a
// final state.
const (
	PollAfter = 5 * time.Second
	PollEvery = 2 * time.Second
)
