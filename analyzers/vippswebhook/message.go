package vippswebhook

import (
	"fmt"

	"github.com/vippslint/vippslint/internal/evidence"
	"github.com/vippslint/vippslint/internal/rule"
	"github.com/vippslint/vippslint/internal/vippsapi"
)

func unsignedMessage(u *evidence.Unsigned) string {
	remedy := "compare the header " + vippsapi.AuthHeader + " with the token that the request gave, by subtle.ConstantTimeCompare"
	if u.Inbound.Signed() {
		remedy = "verify the signature in the header " + vippsapi.AuthHeader + ", by hmac.Equal"
	}
	fact := "acted on although nothing checks who sent it"
	switch u.Kind {
	case evidence.TooLate:
		fact = "acted on before it is checked who sent it"
	case evidence.Skipped:
		fact = "acted on unchecked where this is empty"
		remedy = "refuse the request then: " + remedy
	}
	return fmt.Sprintf("payment callback of %s is %s (whoever finds the address can tell the shop that an order is paid); %s first", u.Inbound.Family.Title(), fact, remedy)
}

func tokenMessage(p *evidence.Place) string {
	return "token for callbacks is a constant (whoever reads the source can forge payments); make it random or take it from the configuration: " + rule.Target(p.Op, p.Field)
}

func compareMessage(c *evidence.Compare) string {
	if c.Signature {
		return "signature is not compared in constant time (the time that it takes tells a forger how much is right); use hmac.Equal"
	}
	return "token of a callback is not compared in constant time (a patient forger may guess it byte by byte); better use subtle.ConstantTimeCompare"
}

func mismatchMessage(m *evidence.Mismatch) string {
	const never = "signature can never match: "
	switch m.Kind {
	case evidence.HostHeader:
		return never + "net/http does not keep the host among the headers (what is signed has none, and every webhook is refused); use Host of the request"
	case evidence.UnknownHeader:
		return fmt.Sprintf(never+"Vipps sends no such header (every callback is refused, or none is checked); signature and token come in %s, not in %q", vippsapi.AuthHeader, m.Name)
	case evidence.RawKey:
		return fmt.Sprintf(never+"net/http keeps this header under its canonical name (the lookup finds nothing); use Get(%q)", m.Name)
	case evidence.DecodedSecret:
		return never + "the secret is base64-decoded (Vipps signs with the text of the secret as it was given); use its bytes as the key"
	case evidence.Remarshalled:
		return never + "the hash is of a body that was encoded anew (other blanks or another order make another hash); hash the bytes that were read"
	case evidence.OtherHash:
		return never + "the HMAC is not made with SHA-256 (every webhook is refused); use sha256.New instead of " + m.Name
	case evidence.HexSignature:
		return never + "hexadecimal is compared with what Vipps writes in base64 (every webhook is refused); use base64.StdEncoding"
	}
	return fmt.Sprintf(never+"another text is signed than Vipps signs (every webhook is refused); sign %q, not %q",
		vippsapi.SignedText("{path}", "{date}", "{host}", "{hash}"), m.Name)
}

func successMessage(t *evidence.NameTest) string {
	what := "event"
	if t.Flag == vippsapi.HistorySuccess {
		what = "operation"
	}
	remedy := "look at " + t.Flag + " as well"
	if t.Missing {
		remedy = "decode " + t.Flag + " and look at it"
	}
	return fmt.Sprintf("%s is acted on whether it succeeded or not (one that failed has the same name, and an unpaid order is shipped); %s: compared with %q", what, remedy, t.Name)
}
