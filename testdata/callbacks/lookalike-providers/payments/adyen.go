package payments

import (
	"encoding/json"
	"log"

	"github.com/gofiber/fiber/v2"
)

type notification struct {
	PSPReference      string `json:"pspReference"`
	MerchantReference string `json:"merchantReference"`
	EventCode         string `json:"eventCode"`
	PaymentMethod     string `json:"paymentMethod"` // "vipps" for some
	Success           string `json:"success"`
	Amount            struct {
		Currency string `json:"currency"`
		Value    int64  `json:"value"`
	} `json:"amount"`
}

// Adyen takes notifications from behind a gateway that checks them.
func (p Payments) Adyen(c *fiber.Ctx) error {
	var n notification
	if err := json.Unmarshal(c.Body(), &n); err != nil {
		return c.SendStatus(fiber.StatusBadRequest)
	}
	if n.EventCode == "AUTHORISATION" && n.PaymentMethod == "vipps" {
		log.Println("adyen says paid with Vipps:", n.MerchantReference)
	}
	return c.SendString("[accepted]")
}

// Klarna pushes orders, of which only the number is used.
func (p Payments) Klarna(c *fiber.Ctx) error {
	var order struct {
		OrderID string `json:"order_id"`
		Status  string `json:"status"`
	}
	if err := c.BodyParser(&order); err != nil || order.OrderID != c.Params("order") {
		return c.SendStatus(fiber.StatusBadRequest)
	}
	if c.Get("Authorization") == p.KlarnaUser+":"+p.KlarnaPassword {
		log.Println("klarna", order.OrderID, order.Status)
	}
	return c.SendStatus(fiber.StatusNoContent)
}
