// Package controllers has the HTTP side.
package controllers

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"net/http"

	"github.com/gin-gonic/gin"

	"lampehuset.example/backend/models"
	"lampehuset.example/backend/services"
)

type PaymentController struct {
	Service       *services.VippsService
	WebhookSecret string
}

func (pc *PaymentController) CreatePayment(c *gin.Context) {
	var req models.CreateRequest
	if err := c.ShouldBindJSON(&req); err != nil {
		c.JSON(http.StatusBadRequest, gin.H{"error": err.Error()})
		return
	}
	url, err := pc.Service.Create(c.Request.Context(), req.OrderID, req.TotalOre)
	if err != nil {
		c.JSON(http.StatusBadGateway, gin.H{"error": "vipps"})
		return
	}
	models.Save(req.OrderID, models.Pending)
	c.JSON(http.StatusOK, gin.H{"url": url})
}

func (pc *PaymentController) ShowPayment(c *gin.Context) {
	c.JSON(http.StatusOK, gin.H{"status": models.Load(c.Param("id"))})
}

func (pc *PaymentController) HandleWebhook(c *gin.Context) {
	payload, err := c.GetRawData()
	if err != nil {
		c.AbortWithStatus(http.StatusBadRequest)
		return
	}
	if !pc.verify(c, payload) {
		c.AbortWithStatusJSON(http.StatusUnauthorized, gin.H{"error": "invalid signature"})
		return
	}
	var evt models.VippsEvent
	if err := json.Unmarshal(payload, &evt); err != nil {
		c.AbortWithStatus(http.StatusBadRequest)
		return
	}
	if evt.Success {
		switch evt.Name {
		case "AUTHORIZED":
			models.Save(evt.Reference, models.Paid)
		case "ABORTED", "EXPIRED", "TERMINATED":
			models.Save(evt.Reference, models.Failed)
		}
	}
	c.Status(http.StatusOK)
}

func (pc *PaymentController) verify(c *gin.Context, payload []byte) bool {
	digest := sha256.Sum256(payload)
	signed := "POST\n" + c.Request.URL.RequestURI() + "\n" +
		c.GetHeader("x-ms-date") + ";" + c.Request.Host + ";" + base64.StdEncoding.EncodeToString(digest[:])
	mac := hmac.New(sha256.New, []byte(pc.WebhookSecret))
	mac.Write([]byte(signed))
	expected := "HMAC-SHA256 SignedHeaders=x-ms-date;host;x-ms-content-sha256&Signature=" + base64.StdEncoding.EncodeToString(mac.Sum(nil))
	return hmac.Equal([]byte(expected), []byte(c.GetHeader("Authorization")))
}
