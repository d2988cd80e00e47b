package vippsapi

import (
	"slices"
	"strings"
	"time"
)

// A TokenLife is how long an access token is accepted. The answer that carries
// the token says it too, in seconds, as expires_in.
type TokenLife struct {
	Test, Production time.Duration
	Source           string
}

// tokenLives are those of the operations that give access tokens.
var tokenLives = map[string]TokenLife{
	"POST /accesstoken/get": {time.Hour, 24 * time.Hour, "Access token API guide: 1 hour in the test environment, 24 hours in production"},
	"POST /miami/v1/token":  {15 * time.Minute, 15 * time.Minute, "Access token API guide: 15 minutes"},
}

// LifeOfToken says how long a token that op gives is accepted. ok is false where
// op gives no token for requests of the merchant's own.
func (op *Operation) LifeOfToken() (life TokenLife, ok bool) {
	life, ok = tokenLives[op.ID]
	return life, ok
}

// TakesToken reports whether op wants an access token of the merchant's. Those
// of Checkout want the client's secret itself, and those of Login the token of a
// user.
func (op *Operation) TakesToken() bool {
	return op.Purpose != Token && op.Family != Login && slices.Contains(op.Headers, authorization)
}

// IsAuthorization reports whether name is that of the header in which an access
// token goes. Case does not matter.
func IsAuthorization(name string) bool { return strings.EqualFold(name, authorization) }

const authorization = "Authorization"
