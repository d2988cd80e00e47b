// Package lookalike fetches tokens that are not for the requests of Vipps.
package lookalike

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"net/url"
	"strings"

	"golang.org/x/oauth2"
	"golang.org/x/oauth2/clientcredentials"
)

const base = "https://api.vipps.no"

type answer struct {
	AccessToken string `json:"access_token"`
}

func decode(resp *http.Response, err error) (string, error) {
	if err != nil {
		return "", err
	}
	defer resp.Body.Close()
	var a answer
	if err := json.NewDecoder(resp.Body).Decode(&a); err != nil {
		return "", err
	}
	return a.AccessToken, nil
}

func capture(ctx context.Context, client *http.Client, token, ref string) (*http.Response, error) {
	req, err := http.NewRequestWithContext(ctx, "POST", base+"/epayment/v1/payments/"+ref+"/capture", nil)
	if err != nil {
		return nil, err
	}
	req.Header.Set("Authorization", "Bearer "+token)
	return client.Do(req)
}

// Login trades the code of a user for that user's token: it is another each time.
func Login(w http.ResponseWriter, r *http.Request) {
	token, err := decode(http.PostForm(base+"/access-management-1.0/access/oauth2/token", url.Values{"grant_type": {"authorization_code"}, "code": {r.FormValue("code")}}))
	if err != nil {
		http.Error(w, err.Error(), 502)
		return
	}
	req, err := http.NewRequest("GET", base+"/vipps-userinfo-api/userinfo", nil)
	if err != nil {
		http.Error(w, err.Error(), 500)
		return
	}
	req.Header.Set("Authorization", "Bearer "+token)
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		http.Error(w, err.Error(), 502)
		return
	}
	defer resp.Body.Close()
	fmt.Fprintln(w, resp.Status)
}

// Credentials uses oauth2, which keeps the token.
func Credentials(ctx context.Context, ref string) (*http.Response, error) {
	config := &clientcredentials.Config{TokenURL: base + "/accesstoken/get"}
	client := config.Client(ctx)
	return client.Post(base+"/epayment/v1/payments/"+ref+"/capture", "application/json", nil)
}

type source struct{ http *http.Client }

// Token is a source for oauth2, which keeps what it gives.
func (s *source) Token() (*oauth2.Token, error) {
	token, err := decode(s.http.Post(base+"/accesstoken/get", "", nil))
	if err != nil {
		return nil, err
	}
	return &oauth2.Token{AccessToken: token}, nil
}

// A Client has such a source.
type Client struct{ tokens oauth2.TokenSource }

// New makes one.
func New(client *http.Client) *Client { return &Client{oauth2.ReuseTokenSource(nil, &source{client})} }

// Capture asks it.
func (c *Client) Capture(ctx context.Context, ref string) (*http.Response, error) {
	token, err := c.tokens.Token()
	if err != nil {
		return nil, err
	}
	return capture(ctx, http.DefaultClient, token.AccessToken, ref)
}

// Session is Checkout's, which takes no token, beside what only looks whether the
// shop may log in.
func Session(ctx context.Context, id, secret string) (*http.Response, error) {
	if _, err := decode(http.Post(base+"/accesstoken/get", "", nil)); err != nil {
		return nil, err
	}
	req, err := http.NewRequestWithContext(ctx, "POST", base+"/checkout/v3/session", strings.NewReader("{}"))
	if err != nil {
		return nil, err
	}
	req.Header.Set("client_id", id)
	req.Header.Set("client_secret", secret)
	return http.DefaultClient.Do(req)
}

// Checked only looks whether a token is to be had: the request has another.
func Checked(ctx context.Context, token, ref string) (*http.Response, error) {
	if _, err := decode(http.Post(base+"/accesstoken/get", "", nil)); err != nil {
		return nil, err
	}
	return capture(ctx, http.DefaultClient, token, ref)
}

// Other has the token of another provider.
func Other(ctx context.Context, ref string) error {
	token, err := decode(http.Post("https://api.pay.example/oauth/token", "", nil))
	if err != nil {
		return err
	}
	req, err := http.NewRequestWithContext(ctx, "POST", "https://api.pay.example/payments/"+ref, nil)
	if err != nil {
		return err
	}
	req.Header.Set("Authorization", "Bearer "+token)
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

// Beside has another provider's token for another provider's request, and a
// token of Vipps' that it is given.
func Beside(ctx context.Context, vipps, ref string) (*http.Response, error) {
	if err := Other(ctx, ref); err != nil {
		return nil, err
	}
	return capture(ctx, http.DefaultClient, vipps, ref)
}

// Webhook registers one, when the shop is set up.
func Webhook(ctx context.Context, client *http.Client, to string) (*http.Response, error) {
	token, err := decode(client.Post(base+"/accesstoken/get", "", nil))
	if err != nil {
		return nil, err
	}
	req, err := http.NewRequestWithContext(ctx, "POST", base+"/webhooks/v1/webhooks", strings.NewReader(fmt.Sprintf(`{"url":%q,"events":["epayments.payment.captured.v1"]}`, to)))
	if err != nil {
		return nil, err
	}
	req.Header.Set("Authorization", "Bearer "+token)
	return client.Do(req)
}

// Func is handed what gives the token.
func Func(ctx context.Context, token func() (string, error), ref string) (*http.Response, error) {
	t, err := token()
	if err != nil {
		return nil, err
	}
	return capture(ctx, http.DefaultClient, t, ref)
}

// NewHTTP makes a client that puts one token on all of its requests.
func NewHTTP() (*http.Client, error) {
	token, err := decode(http.Post(base+"/accesstoken/get", "", nil))
	if err != nil {
		return nil, err
	}
	return &http.Client{Transport: roundTrip(func(req *http.Request) (*http.Response, error) {
		req.Header.Set("Authorization", "Bearer "+token)
		return http.DefaultTransport.RoundTrip(req)
	})}, nil
}

type roundTrip func(*http.Request) (*http.Response, error)

// RoundTrip runs f.
func (f roundTrip) RoundTrip(req *http.Request) (*http.Response, error) { return f(req) }

// Handler is made once, with a token.
func Handler() (http.HandlerFunc, error) {
	token, err := decode(http.Post(base+"/accesstoken/get", "", nil))
	if err != nil {
		return nil, err
	}
	return func(w http.ResponseWriter, r *http.Request) {
		resp, err := capture(r.Context(), http.DefaultClient, token, r.FormValue("ref"))
		if err != nil {
			http.Error(w, err.Error(), 502)
			return
		}
		resp.Body.Close()
	}, nil
}

// Broker hands tokens to other services of the shop.
func Broker(w http.ResponseWriter, r *http.Request) {
	token, err := decode(http.Post(base+"/accesstoken/get", "", nil))
	if err != nil {
		http.Error(w, err.Error(), 502)
		return
	}
	json.NewEncoder(w).Encode(answer{token})
}

var shared, _ = decode(http.Post(base+"/accesstoken/get", "", nil))

// Shared uses it.
func Shared(ctx context.Context, ref string) (*http.Response, error) {
	return capture(ctx, http.DefaultClient, shared, ref)
}

var checked string

func init() {
	token, err := decode(http.Post(base+"/accesstoken/get", "", nil))
	if err != nil {
		panic(err)
	}
	resp, err := capture(context.Background(), http.DefaultClient, token, "test")
	if err != nil {
		panic(err)
	}
	checked = resp.Status
	resp.Body.Close()
}

// Twin fetches one for each request.
func Twin(ctx context.Context, ref string) (*http.Response, error) {
	token, err := decode(http.Post(base+"/accesstoken/get", "", nil)) // want `is fetched for each request`
	if err != nil {
		return nil, err
	}
	return capture(ctx, http.DefaultClient, token, ref)
}
