// Package settings has the values of all providers.
package settings

// A key of the merchant, and one of another provider.
const (
	VippsKey  = "2d94b7fa36c90d17e4b52f88a1f0c5be"
	KlarnaKey = "klarna-live-7fa36c90d17e4b52f88a"
)

// Secret is read by main.
var Secret = "tY9uI0oP2zX3vB8nM1qW6eR4=="

// Other is a text that is no secret.
var Other = "kr 349,00"
