package vippssecret

import (
	"fmt"

	"github.com/vippslint/vippslint/internal/secret"
	"github.com/vippslint/vippslint/internal/vippsapi"
)

// hardcoded is the message for a constant. It never shows the secret: messages
// end in logs.
func hardcoded(l *secret.Literal) string {
	return fmt.Sprintf("%s is a constant, so everyone who can read the source, or has the program, can %s; read it from the environment or a store of secrets, and have a new one made",
		l.Kind, power(l.Kind))
}

// power says what somebody with a secret can do.
func power(kind vippsapi.SecretKind) string {
	switch kind {
	case vippsapi.WebhookSecret, vippsapi.CallbackToken:
		return "send callbacks of payments that nobody made"
	case vippsapi.SubscriptionKey:
		return "use the shop's access to the API"
	}
	return "capture and refund in the shop's name"
}

// logged is the message for what is printed.
func logged(l *secret.Leak) string {
	where, whose := "the log", "who reads the log"
	if l.Error {
		where, whose = "an error", "who sees the error"
	}
	end := fmt.Sprintf("so everyone %s can %s", whose, power(l.Kind))
	switch l.Form {
	case secret.Within:
		return fmt.Sprintf("%s goes into %s with the %s in it, %s; print single fields, or give the type a String method that hides the secret", l.Name, where, l.Kind, end)
	case secret.Header:
		return fmt.Sprintf("headers of a Vipps request go into %s with Authorization and the keys among them, %s; print single headers by name", where, end)
	case secret.Dump:
		return fmt.Sprintf("%s puts Authorization and the keys of a Vipps request into its text, which is written out, %s; dump a clone of the request without these headers", l.Name, end)
	case secret.Body:
		return fmt.Sprintf("answer that holds the access token goes into %s, %s; print its status alone", where, end)
	}
	return fmt.Sprintf("%s of a Vipps request goes into %s, %s; print whether it is set, or its length", l.Kind, where, end)
}
