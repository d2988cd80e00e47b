// Package wrapper uses a client library of the merchant's own.
package wrapper

import "wrapper/client"

func pay(c *client.Client, ore int64, phone string) error {
	return c.Create(client.CreateRequest{ // want `POST /epayment/v1/payments answer -1 -1 0` `place amount.value typed` `place customer.phoneNumber typed`
		Amount:   client.Money{Value: ore, Currency: "NOK"},
		Customer: &client.Payer{PhoneNumber: phone},
	})
}

func capture(c *client.Client, ref string, total int) error {
	return c.Capture(ref, int64(total)) // want `POST /epayment/v1/payments/{reference}/capture answer -1 -1 0` `place modificationAmount.value typed`
}

func raw(c *client.Client, ref string) (int, error) {
	resp, err := c.Raw(ref) // want `GET /epayment/v1/payments/{reference} answer 0 -1 1`
	if err != nil {
		return 0, err
	}
	defer resp.Body.Close()
	return resp.StatusCode, nil
}

func refund(c *client.Client, ref string, total float64) error {
	return c.Send("/epayment/v1/payments/"+ref+"/refund", map[string]any{ // want `POST /epayment/v1/payments/{reference}/refund answer -1 -1 0`
		"modificationAmount": map[string]any{"value": total, "currency": "NOK"}, // want `place modificationAmount.value dynamic`
	})
}

func elsewhere(c *client.Client, ref string, total float64) error {
	return c.Send("/v1/orders/"+ref, map[string]any{"modificationAmount": map[string]any{"value": total}})
}
