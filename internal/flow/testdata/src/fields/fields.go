// Package fields sets a field in a constructor.
package fields

type client struct {
	url, name string
	total     float64
}

func newClient(total float64) *client {
	return &client{url: "https://a", total: total}
}

func (c *client) point(url string, total float64) {
	c.url, c.total = url, total
}

var standard = newClient(1)

func use(total float64) float64 {
	standard.point("x", total)
	return newClient(total).total
}
