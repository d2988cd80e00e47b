// Package cart holds what a customer is about to buy.
package cart

// An Item is a number of the same cake. Prices are in kroner.
type Item struct {
	Name  string  `json:"name"`
	SKU   string  `json:"sku"`
	Price float64 `json:"price"`
	Count int     `json:"count"`
}

// A Cart is a number of cakes.
type Cart struct {
	ID    string `json:"id"`
	Phone string `json:"phone"`
	Items []Item `json:"items"`
}

// Sum is what they cost, in kroner.
func (c *Cart) Sum() (kr float64) {
	for _, it := range c.Items {
		kr += it.Price * float64(it.Count)
	}
	return
}
