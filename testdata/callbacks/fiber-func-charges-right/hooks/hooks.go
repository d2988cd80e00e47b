// Package hooks takes the events of agreements and charges.
package hooks

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"log"
	"strings"
	"sync"

	"github.com/gofiber/fiber/v2"
)

var Secret string

var (
	mu     sync.Mutex
	issues = map[string]bool{}
	dues   = map[string]string{}
)

// OpenIssues are the single issues that are not paid.
func OpenIssues() (refs []string) {
	mu.Lock()
	defer mu.Unlock()
	for ref, paid := range issues {
		if !paid {
			refs = append(refs, ref)
		}
	}
	return refs
}

func CloseIssue(ref string) {
	mu.Lock()
	defer mu.Unlock()
	issues[ref] = true
}

// SetDue stores what became of a charge.
func SetDue(charge, status string) {
	mu.Lock()
	defer mu.Unlock()
	dues[charge] = status
}

// Dues lists the charges of which nothing is known yet, with their agreements.
func Dues() map[string]string {
	mu.Lock()
	defer mu.Unlock()
	open := map[string]string{}
	for charge, status := range dues {
		if agreement, ok := strings.CutPrefix(status, "open:"); ok {
			open[charge] = agreement
		}
	}
	return open
}

// Recurring is the endpoint.
func Recurring(c *fiber.Ctx) error {
	hash := sha256.Sum256(c.Body())
	mac := hmac.New(sha256.New, []byte(Secret))
	mac.Write([]byte("POST\n" + c.OriginalURL() + "\n" + c.Get("x-ms-date") + ";" + c.Get("Host") + ";" + base64.StdEncoding.EncodeToString(hash[:])))
	_, got, _ := strings.Cut(c.Get("Authorization"), "Signature=")
	sent, err := base64.StdEncoding.DecodeString(got)
	if err != nil || !hmac.Equal(sent, mac.Sum(nil)) {
		return c.SendStatus(fiber.StatusUnauthorized)
	}
	var e struct {
		AgreementID string `json:"agreementId"`
		ChargeID    string `json:"chargeId"`
		EventType   string `json:"eventType"`
		Occurred    string `json:"occurred"`
	}
	if err := json.Unmarshal(c.Body(), &e); err != nil {
		return c.SendStatus(fiber.StatusBadRequest)
	}
	log.Println(e.EventType, e.AgreementID, e.ChargeID)
	switch e.EventType {
	case "recurring.charge-captured.v1":
		SetDue(e.ChargeID, "paid")
	case "recurring.charge-failed.v1", "recurring.charge-canceled.v1":
		SetDue(e.ChargeID, "unpaid")
	}
	return c.SendStatus(fiber.StatusOK)
}
