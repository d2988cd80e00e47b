// Package hint names the customer of a login by the phone number.
package hint

import (
	"errors"
	"net/http"
	"net/url"
	"strings"
)

const backchannel = "https://api.vipps.no/vipps-login-ciba/api/backchannel/authentication"

func done(resp *http.Response, err error) error {
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if resp.StatusCode >= 400 {
		return errors.New(resp.Status)
	}
	return nil
}

func Form() error {
	return done(http.PostForm(backchannel, url.Values{"scope": {"openid"}, "login_hint": {"urn:msisdn:+4790012345"}})) // want `phone number begins with \+ or 00 .*use urn:msisdn:, then country code and number, digits only: "urn:msisdn:4790012345" instead of`
}

func RightForm() error {
	return done(http.PostForm(backchannel, url.Values{"scope": {"openid"}, "login_hint": {"urn:msisdn:4790012345"}}))
}

func Encoded(n string) error {
	form := url.Values{}
	form.Set("scope", "openid")
	form.Set("login_hint", "urn:msisdn:+47"+n) // want `phone number begins with \+ or 00`
	return done(http.Post(backchannel, "application/x-www-form-urlencoded", strings.NewReader(form.Encode())))
}

func RightEncoded(n string) error {
	form := url.Values{}
	form.Set("scope", "openid")
	form.Set("login_hint", "urn:msisdn:47"+n)
	return done(http.Post(backchannel, "application/x-www-form-urlencoded", strings.NewReader(form.Encode())))
}

func Text(n string) error {
	return done(http.Post(backchannel, "application/x-www-form-urlencoded", strings.NewReader("scope=openid&login_hint=urn:msisdn:00"+n+"&binding_message=AB"))) // want `phone number begins with \+ or 00`
}

func RightText(n string) error {
	return done(http.Post(backchannel, "application/x-www-form-urlencoded", strings.NewReader("scope=openid&login_hint=urn:msisdn:"+n)))
}

func start(n string) error {
	return done(http.Post(backchannel+"?login_hint="+url.QueryEscape("urn:msisdn:"+n), "", nil))
}

func Query() error {
	return errors.Join(
		start("4790012345"),
		start("+4790012345"), // want `phone number begins with \+ or 00`
		start("90012345"),    // want `phone number has no country code.*for a Norwegian number "urn:msisdn:4790012345" instead of`
		done(http.Post(backchannel+"?scope=openid&login_hint=urn:msisdn:90012345", "", nil)), // want `phone number has no country code`
		done(http.Post(backchannel+"?login_hint=urn:customer-token:abc", "", nil)),
	)
}

func Handed(n string) error {
	hinted := url.Values{}
	hinted.Set("login_hint", "urn:msisdn:0047"+n) // want `phone number begins with \+ or 00`
	right := url.Values{}
	right.Set("login_hint", "urn:msisdn:47"+n)
	return errors.Join(
		ask(hinted),
		ask(right),
		ask(url.Values{"scope": {"openid"}, "login_hint": {"urn:msisdn:90012345"}}), // want `phone number has no country code`
		ask(url.Values{
			"scope":      {"openid"},
			"login_hint": {"urn:msisdn:+4790012345"}, // want `phone number begins with \+ or 00`
		}),
		ask(url.Values{"scope": {"openid"}, "login_hint": {"urn:msisdn:4790012345"}}),
		ask(url.Values{"scope": {"openid"}, "login_hint": {"urn:customer-token:abc"}}),
	)
}

// ask gives a form on.
func ask(form url.Values) error { return sent(form) }

func sent(form url.Values) error {
	return done(http.Post(backchannel, "application/x-www-form-urlencoded", strings.NewReader(form.Encode())))
}

// Elsewhere is a form for somebody else.
func Elsewhere() error {
	form := url.Values{"login_hint": {"urn:msisdn:+4790012345"}}
	return done(http.PostForm("https://login.other.example/backchannel", form))
}
