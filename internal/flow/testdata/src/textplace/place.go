// Package textplace asks where texts and their holes stand.
package textplace

import (
	"encoding/json"
	"fmt"
	"net/http"
	"net/url"
	"strconv"
)

func see(v string, _ ...*http.Request) {}

type order struct {
	id    string
	price float64
}

func places(o order, n int) {
	_ = http.StatusOK
	see("plain")                                  // at: "plain"
	see("/a/" + o.id)                             // at: "/a/" + o.id ; o.id
	see(fmt.Sprintf(`{"value":%v}`, o.price*100)) // at: fmt.Sprintf(`{"value":%v}`, o.price*100) ; o.price*100
	see(fmt.Sprintf("/%s/%d", o.id, n))           // at: fmt.Sprintf("/%s/%d", o.id, n) ; o.id ; n
	see("/a/" + strconv.Itoa(n))                  // at: "/a/" + strconv.Itoa(n) ; strconv.Itoa(n)
	see(strconv.Itoa(n))                          // at: strconv.Itoa(n) ; n
	path, _ := url.JoinPath("https://a.no", "b", o.id)
	see(path) // at: url.JoinPath("https://a.no", "b", o.id) ; o.id
	b, _ := json.Marshal(o)
	see(string(b)) // at: json.Marshal(o) ; o
	see(o.id)      // at: o.id ; o.id
}
