// Package hooks takes the webhooks of all providers.
package hooks

import (
	"crypto/hmac"
	"crypto/sha256"
	"crypto/subtle"
	"encoding/base64"
	"encoding/hex"
	"encoding/json"
	"net/http"
	"strings"

	"github.com/gin-gonic/gin"

	"billettkiosk.example/pay/kasse"
)

// Stripe takes the events of Stripe.
func Stripe(k *kasse.Kasse, secret string) gin.HandlerFunc {
	return func(c *gin.Context) {
		raw, err := c.GetRawData()
		if err != nil {
			c.AbortWithStatus(http.StatusBadRequest)
			return
		}
		t, v1, ok := strings.Cut(strings.TrimPrefix(c.GetHeader("Stripe-Signature"), "t="), ",v1=")
		mac := hmac.New(sha256.New, []byte(secret))
		mac.Write([]byte(t + "." + string(raw)))
		if !ok || !hmac.Equal([]byte(hex.EncodeToString(mac.Sum(nil))), []byte(v1)) {
			c.AbortWithStatus(http.StatusUnauthorized)
			return
		}
		var e struct {
			Type string `json:"type"`
			Data struct {
				Object struct {
					ID       string            `json:"id"`
					Amount   int64             `json:"amount"`
					Metadata map[string]string `json:"metadata"`
				} `json:"object"`
			} `json:"data"`
		}
		if json.Unmarshal(raw, &e) == nil && e.Type == "payment_intent.succeeded" {
			k.Paid(e.Data.Object.ID)
		}
	}
}

// Adyen takes the notifications of Adyen, which have a basic authentication.
func Adyen(k *kasse.Kasse, user, password string) gin.HandlerFunc {
	return func(c *gin.Context) {
		u, p, _ := c.Request.BasicAuth()
		if u != user || p != password {
			c.AbortWithStatus(http.StatusUnauthorized)
			return
		}
		var n struct {
			Live              string `json:"live"`
			NotificationItems []struct {
				Item struct {
					EventCode         string `json:"eventCode"`
					PSPReference      string `json:"pspReference"`
					MerchantReference string `json:"merchantReference"`
					PaymentMethod     string `json:"paymentMethod"`
					Success           string `json:"success"`
				} `json:"NotificationRequestItem"`
			} `json:"notificationItems"`
		}
		if err := c.ShouldBindJSON(&n); err != nil {
			c.AbortWithStatus(http.StatusBadRequest)
			return
		}
		for _, i := range n.NotificationItems {
			if i.Item.EventCode == "AUTHORISATION" && i.Item.Success == "true" {
				k.Paid(i.Item.MerchantReference)
			}
		}
		c.String(http.StatusOK, "[accepted]")
	}
}

// Vipps takes the events of Vipps.
func Vipps(k *kasse.Kasse, secret string) gin.HandlerFunc {
	return func(c *gin.Context) {
		raw, err := c.GetRawData()
		if err != nil {
			c.AbortWithStatus(http.StatusBadRequest)
			return
		}
		sum := sha256.Sum256(raw)
		hash := base64.StdEncoding.EncodeToString(sum[:])
		if subtle.ConstantTimeCompare([]byte(hash), []byte(c.GetHeader("x-ms-content-sha256"))) != 1 {
			c.AbortWithStatus(http.StatusBadRequest)
			return
		}
		mac := hmac.New(sha256.New, []byte(secret))
		mac.Write([]byte(strings.Join([]string{"POST", c.Request.URL.RequestURI(), c.GetHeader("x-ms-date") + ";" + c.Request.Host + ";" + hash}, "\n")))
		signature := "HMAC-SHA256 SignedHeaders=x-ms-date;host;x-ms-content-sha256&Signature=" + base64.StdEncoding.EncodeToString(mac.Sum(nil))
		if !hmac.Equal([]byte(signature), []byte(c.GetHeader("Authorization"))) {
			c.AbortWithStatus(http.StatusUnauthorized)
			return
		}
		var e struct {
			MSN          string `json:"msn"`
			Reference    string `json:"reference"`
			PSPReference string `json:"pspReference"`
			Name         string `json:"name"`
			Success      bool   `json:"success"`
		}
		if json.Unmarshal(raw, &e) == nil && e.Name == "AUTHORIZED" && e.Success {
			k.Paid(e.Reference)
		}
	}
}
