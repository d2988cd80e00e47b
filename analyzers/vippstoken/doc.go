// Package vippstoken finds access tokens that are fetched anew for each request.
//
// An access token serves any number of requests: one of POST /accesstoken/get
// lives 24 hours in production and 1 hour in the test environment, one of
// POST /miami/v1/token 15 minutes. How many seconds are left is said in the
// answer, as expires_in. A shop that fetches one for each request asks Vipps
// twice where once would do: the customer waits longer for the page on which to
// pay 349.00 kr, and each payment, capture and refund fails when the token
// endpoint fails or says that it is asked too often.
//
// The rule reports a call that is certain to fetch a token each time it is made,
// itself or through helpers of any package, where that token goes into nothing
// but the requests that follow: as a parameter, a header, or in the function or
// RoundTripper that sends every request. What is reported is the call by which
// the token comes into the request, or into the function that sends it; one cache
// behind it mostly mends them all.
//
// It leaves alone
//
//   - a token that is kept in any manner, with or without a look at how old it
//     is: in a field, a package variable, a map, a cache, a database, by
//     sync.Once, or by a client that is made with it;
//   - a way on which no token is fetched, whatever decides on it, and a token
//     that is fetched again after a refusal;
//   - oauth2 and its token sources, and what stands behind an interface or in a
//     function value;
//   - a token for many requests: for a batch in a loop, and in a loop that waits
//     between its rounds;
//   - what runs once in a process, or seldom: main and what only main calls,
//     commands of a command line, init functions, constructors, and what a
//     scheduler runs;
//   - requests that are made when a shop is set up or once a day: webhooks,
//     reports, sales units; and those of Checkout, which take no token;
//   - the tokens of users who log in, and those of other services.
//
// There is no automatic fix: where to keep a token depends on the program. A
// cache in front of the function that fetches one is mostly enough, and shown
// below. Where the program is run anew for each request, as a function in the
// cloud may be, a package variable is kept as long as the process lives.
//
// # per-request
//
// Before:
//
//	func (c *Client) Capture(ctx context.Context, ref string) error { // 349.00 kr, and two requests for them
//		token, err := c.fetchToken(ctx)
//		if err != nil {
//			return err
//		}
//		return c.post(ctx, "/epayment/v1/payments/"+ref+"/capture", token, capture)
//	}
//
// After:
//
//	type tokenCache struct {
//		mu      sync.Mutex
//		token   string
//		expires time.Time
//	}
//
//	// get gives a token that is good for another minute at least.
//	func (t *tokenCache) get(ctx context.Context, fetch func(context.Context) (token string, expiresIn time.Duration, err error)) (string, error) {
//		t.mu.Lock()
//		defer t.mu.Unlock()
//		if t.token != "" && time.Until(t.expires) > time.Minute {
//			return t.token, nil
//		}
//		token, expiresIn, err := fetch(ctx)
//		if err != nil {
//			return "", err
//		}
//		t.token, t.expires = token, time.Now().Add(expiresIn)
//		return token, nil
//	}
//
// expires_in counts seconds, and comes as digits in quotes. A json.Number takes
// it with and without them.
package vippstoken
