// Package oauth2 stands for the library.
package oauth2

// A Token is a token.
type Token struct{ AccessToken string }

// A TokenSource gives tokens.
type TokenSource interface{ Token() (*Token, error) }

// ReuseTokenSource keeps what src gives.
func ReuseTokenSource(t *Token, src TokenSource) TokenSource { return src }
