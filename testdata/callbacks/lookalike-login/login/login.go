// Package login logs members in with Vipps Login.
package login

import (
	"crypto/rand"
	"crypto/subtle"
	"encoding/json"
	"fmt"
	"net/http"
	"net/url"
	"strings"
	"sync"

	"github.com/labstack/echo/v4"
)

const issuer = "https://api.vipps.no/access-management-1.0/access"

type Login struct {
	ClientID, Secret, Redirect string

	mu     sync.Mutex
	states map[string]bool
}

// Start sends the browser to Vipps.
func (l *Login) Start(c echo.Context) error {
	state := rand.Text()
	l.mu.Lock()
	if l.states == nil {
		l.states = map[string]bool{}
	}
	l.states[state] = true
	l.mu.Unlock()
	q := url.Values{
		"client_id": {l.ClientID}, "response_type": {"code"}, "scope": {"openid name phoneNumber"}, "state": {state}, "redirect_uri": {l.Redirect},
	}
	http.Redirect(c.Response(), c.Request(), issuer+"/oauth2/auth?"+q.Encode(), http.StatusFound)
	return nil
}

// Callback is where Vipps sends the browser back to.
func (l *Login) Callback(c echo.Context) error {
	state := c.QueryParam("state")
	l.mu.Lock()
	known := l.states[state]
	delete(l.states, state)
	l.mu.Unlock()
	if !known {
		return echo.NewHTTPError(http.StatusForbidden)
	}
	token, err := l.exchange(c.QueryParam("code"))
	if err != nil {
		return err
	}
	return c.JSON(http.StatusOK, map[string]int{"length": len(token)})
}

func (l *Login) exchange(code string) (string, error) {
	form := url.Values{"grant_type": {"authorization_code"}, "code": {code}, "redirect_uri": {l.Redirect}}
	req, err := http.NewRequest("POST", issuer+"/oauth2/token", strings.NewReader(form.Encode()))
	if err != nil {
		return "", err
	}
	req.SetBasicAuth(l.ClientID, l.Secret)
	req.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return "", err
	}
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusOK {
		return "", fmt.Errorf("login: %s", resp.Status)
	}
	var out struct {
		AccessToken string `json:"access_token"`
	}
	err = json.NewDecoder(resp.Body).Decode(&out)
	return out.AccessToken, err
}

// CheckIn is told by the app at the counter who is there.
func (l *Login) CheckIn(c echo.Context) error {
	if subtle.ConstantTimeCompare([]byte(c.Request().Header.Get("Authorization")), []byte(l.Secret)) != 1 {
		return echo.NewHTTPError(http.StatusUnauthorized)
	}
	var body struct {
		MSN          string `json:"msn"`
		CustomerName string `json:"customerName"`
		LoyaltyID    string `json:"loyaltyId"`
	}
	if err := c.Bind(&body); err != nil {
		return err
	}
	return c.NoContent(http.StatusOK)
}
