// Package vippscallback finds payment callbacks in programs that never poll.
//
// A callback or a webhook can be lost: the network fails, the server restarts,
// a firewall changes. Then the customer has paid, the shop does not know it,
// and a reservation of 899.00 kr lapses because nobody captured it. Vipps asks
// every merchant to read the payment back as well, and its checklists have it
// as one of the mistakes that are found most often.
//
// The rule looks at a main package together with everything that it imports: it
// knows the handlers of payment callbacks by what they decode and where they
// are registered, and the reads by the requests that are sent. It is silent
// where any of that code reads such payments back, in whatever package: a
// ticker, a job, the page to which the payer returns. It is silent too where
// another program of the same module may poll for this one. It leaves alone
// libraries without a main package, the redirect of a login, the page to which
// the payer returns and questions about shipping.
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
// A read of the same payments counts, whether by the API that sent the callback
// or by the newer one that serves both. Whether the program ever gets there is
// not looked at. The finding stands at the registration of the handler, or at
// what leads to it from the main package, and names the operation to call.
//
// go vet keeps its answers: one that hangs on another program of the module is
// given again only when this one changes.
package vippscallback
