// Package vippscallback finds payment callbacks in programs that never poll.
//
// A callback or a webhook can be lost: the network fails, the server restarts,
// a firewall changes. Then the customer has paid, the shop does not know it,
// and a reservation of 899.00 kr lapses because nobody captured it. Vipps asks
// every merchant to read the payment back as well, and its checklists have it
// as one of the mistakes that are found most often.
//
// The rule looks at a main package together with everything that it imports. It
// knows a handler of payment callbacks by what it decodes (the names of the
// callbacks of eCom and Checkout and of the events of ePayment and Recurring), by
// the names of events that it compares with, by the headers of the signature that
// it reads, and by its route, in net/http, chi, gorilla/mux, gin, echo, fiber and
// httprouter; or it is what AWS lambda is given. A function, a method, a literal,
// a type with ServeHTTP, what a factory returns or a middleware wraps: all are
// handlers once they are registered. No handlers are the redirect of a login, the
// page to which the payer returns, the removal of a consent, a question about
// shipping, a page by which webhooks are registered, what plays Vipps, and the
// webhooks of others.
//
// A read-back is a request that reads such payments: those of eCom and Checkout
// also by ePayment, those of Recurring by any read of agreements or charges. It
// counts where the program gets there from main, from init functions and package
// variables, through handlers, goroutines and jobs, in whatever package. Whoever
// mentions a function may call it, and what is put behind an interface may be
// called there; a read-back that nobody mentions is none. Where it is not seen
// what a program requests, the rule is silent. It is silent too where another
// program of the same module may poll for this one, and in libraries without a
// main package.
//
// # no-polling
//
// A handler of payment callbacks is wired into a program in which nothing reads
// the payments back. Before:
//
//	http.HandleFunc("POST /vipps/v2/payments/{orderId}", shop.callback) // reserved 899.00 kr: the only news there is
//
// After:
//
//	http.HandleFunc("POST /vipps/v2/payments/{orderId}", shop.callback)
//	go shop.pollOpenOrders(ctx) // reads the details of each open order until it is final
//
// The finding stands at the registration of the handler, or at what leads to it
// from the main package, and names the operation to call: for the first time
// after 5 s, then every 2 s, until a final state.
//
// A program without a handler is reported where it asks for callbacks, with
// callbackPrefix or callbackUrl or by registering a webhook, and starts the
// payments or agreements that they tell of. One that only administers webhooks is
// not.
//
// Not seen: that a method of the name of the read-back is called through an
// interface only on something else; a handler that takes JSON apart by hand and
// has neither route nor names of events.
//
// go vet keeps its answers: one that hangs on another program of the module is
// given again only when this one changes.
package vippscallback
