// Package kort makes gift cards.
package kort

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"log"
	"sync"

	"github.com/gofiber/fiber/v2"

	"gavekort.example/tjeneste/vipps"
)

// A Shop sells them.
type Shop struct {
	Vipps  *vipps.Client
	Secret []byte

	mu   sync.Mutex
	made map[string]bool
}

type event struct {
	MSN          string `json:"msn"`
	Reference    string `json:"reference"`
	PSPReference string `json:"pspReference"`
	Name         string `json:"name"`
	Success      bool   `json:"success"`
}

func (s *Shop) make(ref string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.made == nil {
		s.made = map[string]bool{}
	}
	if !s.made[ref] {
		s.made[ref] = true
		log.Println("gift card", ref)
	}
}

// Signed goes before Event.
func (s *Shop) Signed(c *fiber.Ctx) error {
	sum := sha256.Sum256(c.Body())
	mac := hmac.New(sha256.New, s.Secret)
	mac.Write([]byte("POST\n" + c.OriginalURL() + "\n" + c.Get("x-ms-date") + ";" + c.Hostname() + ";" + base64.StdEncoding.EncodeToString(sum[:])))
	want := "HMAC-SHA256 SignedHeaders=x-ms-date;host;x-ms-content-sha256&Signature=" + base64.StdEncoding.EncodeToString(mac.Sum(nil))
	if !hmac.Equal([]byte(want), []byte(c.Get("Authorization"))) {
		return c.SendStatus(fiber.StatusUnauthorized)
	}
	return c.Next()
}

// Event takes what Vipps tells.
func (s *Shop) Event(c *fiber.Ctx) error {
	var e event
	if err := json.Unmarshal(c.Body(), &e); err != nil {
		return c.SendStatus(fiber.StatusBadRequest)
	}
	if e.Success && e.Name == "AUTHORIZED" {
		s.make(e.Reference)
	}
	return c.SendStatus(fiber.StatusNoContent)
}

// Thanks is where the customer comes back to.
func (s *Shop) Thanks(c *fiber.Ctx) error {
	ref := c.Params("id")
	p, err := s.Vipps.Payment(ref)
	if err != nil {
		return err
	}
	if p.State != vipps.Authorized {
		return c.SendString("not paid: " + p.State)
	}
	s.make(ref)
	return c.SendString("thanks")
}
