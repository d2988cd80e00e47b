package vippsapi

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A SecretKind says what a secret is for.
type SecretKind int

// The kinds of secrets (guide to the HTTP headers, Access token specification
// 2.0.0, Webhooks API guide, guides to the callbacks of eCom and Checkout).
const (
	NoSecret        SecretKind = iota
	ClientSecret               // fetches access tokens, and signs in to Checkout
	SubscriptionKey            // opens the gateway; a secret only beside other evidence, since all APIs behind Azure have it
	BearerToken                // the access token, or user and password, in the header Authorization
	WebhookSecret              // the key that signs the deliveries of one registration
	CallbackToken              // what Vipps echoes in callbacks, by which the merchant knows them
)

// String names the kind for messages.
func (k SecretKind) String() string {
	return [...]string{"", "client secret", "subscription key", "access token", "webhook secret", "callback token"}[k]
}

// ClientSecretName is the header and form field of the client secret, TokenName
// the field of the answer that holds the access token (Access token
// specification 2.0.0).
const (
	ClientSecretName = "client_secret"
	TokenName        = "access_token"
)

// SecretHeader says which secret a request header, in any letter case, holds;
// NoSecret for others. client_id and Merchant-Serial-Number are no secrets.
func SecretHeader(name string) SecretKind {
	switch {
	case strings.EqualFold(name, ClientSecretName):
		return ClientSecret
	case strings.EqualFold(name, subscriptionKey):
		return SubscriptionKey
	case strings.EqualFold(name, AuthHeader):
		return BearerToken
	}
	return NoSecret
}

// Secret says which secret a field of a request holds; NoSecret for others.
func (f *Field) Secret() SecretKind {
	switch {
	case f.Kind != Secret:
		return NoSecret
	case f.Path == ClientSecretName:
		return ClientSecret
	}
	return CallbackToken
}

// GivesToken says whether the answer to the operation holds an access token.
func (o *Operation) GivesToken() bool { return o.Purpose == Token || o.Field(ClientSecretName) != nil }

// librarySecrets are the names, in lower case and without underscores, of
// parameters and fields of the known client libraries that hold a secret.
var librarySecrets = []struct {
	name string
	kind SecretKind
}{
	{"accesstoken", BearerToken},
	{"apisubscriptionkey", SubscriptionKey},
	{"clientsecret", ClientSecret},
	{"ocpapimsubscriptionkey", SubscriptionKey},
	{"subscriptionkey", SubscriptionKey},
	{"webhooksecret", WebhookSecret},
}

// LibrarySecret says which secret a parameter or field with that name holds in
// a client library; NoSecret for others.
func LibrarySecret(name string) SecretKind {
	name = strings.ToLower(strings.ReplaceAll(name, "_", ""))
	for _, s := range librarySecrets {
		if s.name == name {
			return s.kind
		}
	}
	return NoSecret
}

// shownSecrets are the values of the documentation's own examples: of the
// specifications of Checkout (v2 of 2023, v3 of 2025), the Access token
// specification 2.0.0 and the Webhooks API guide.
var shownSecrets = []string{
	"0f14ebcab0eb4b29ae0cb90d91b4a84a",
	"0f14ebcab0ec4b29ae0cb90d91b4a84a",
	"A0+AeKBRG2KRGvnNwJpQlb6IJFk48CKXCIcrLoHncVJKDILsQSxS6NWCccwWm6r6FhGKhiHTBsG2wo/xU6FY/A==",
	"Y8Kteew6GE2ZmeycEt6egg==",
	"Y8Kteew6GE3ZmeycEt6egg==",
	"c172ad8d-9499-41d4-b8ff-c689be6455e9",
	"eyJ0eXAiOiJKV1QiLCJhbGciOiJSUzI1Ni",
}

// stands are what people write where a secret is to be filled in, in lower case.
var stands = []string{
	"****", "...", "1234567", "<", ">", "[", "{", "abcdefg", "change", "dummy", "example", "fake", "fill", "insert", "mock", "placeholder",
	"redacted", "replace", "sample", "todo", "xxx", "your", "\u2026",
}

// minSecret is the length below which a text is taken for no secret.
const minSecret = 8

// Placeholder says whether a text in the place of a secret is surely none: it is
// short, stands for one that is to be filled in, names an environment variable,
// is made of words, or is one of the documentation's examples.
func Placeholder(text string) bool {
	text = strings.TrimSpace(text)
	lower := strings.ToLower(text)
	return utf8.RuneCountInString(text) < minSecret || slices.Contains(shownSecrets, text) || fewLetters(text) || isVariable(text) ||
		slices.ContainsFunc(stands, func(s string) bool { return strings.Contains(lower, s) }) || isWords(text)
}

// fewLetters reports whether a text repeats a few characters.
func fewLetters(text string) bool {
	seen := map[rune]bool{}
	for _, r := range text {
		if r != '-' {
			seen[r] = true
		}
	}
	return len(seen) <= 3
}

// isVariable reports whether a text is a name like VIPPS_CLIENT_SECRET.
func isVariable(text string) bool {
	return strings.Contains(text, "_") && !strings.ContainsFunc(text, func(r rune) bool {
		return r != '_' && !unicode.IsUpper(r) && !unicode.IsDigit(r)
	})
}

// isWords reports whether a text is made of words and short numbers, as
// "my-secret-token" and "testSecret2024" are.
func isWords(text string) bool {
	for _, chunk := range strings.FieldsFunc(text, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
		letters := strings.TrimRightFunc(chunk, unicode.IsDigit)
		if len(chunk)-len(letters) > 4 || strings.ContainsFunc(letters, unicode.IsDigit) {
			return false
		}
		for _, word := range humps(letters) {
			if !isWord(word) {
				return false
			}
		}
	}
	return true
}

// isWord reports whether letters of one case may be a word: it has a vowel, and
// is not longer than words are.
func isWord(word string) bool {
	return len(word) > 1 && len(word) <= 16 && strings.ContainsAny(strings.ToLower(word), "aeiouyæøåäö")
}

// humps splits at each capital that follows a small letter.
func humps(text string) []string {
	var words []string
	start := 0
	var last rune
	for i, r := range text {
		if unicode.IsUpper(r) && unicode.IsLower(last) {
			words = append(words, text[start:i])
			start = i
		}
		last = r
	}
	if start < len(text) {
		words = append(words, text[start:])
	}
	return words
}
