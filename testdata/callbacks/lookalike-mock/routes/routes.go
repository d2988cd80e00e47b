// Package routes answers as Vipps would.
package routes

import (
	"bytes"
	"encoding/json"
	"log"
	"net/http"
	"time"

	"github.com/gin-gonic/gin"

	"testlab.example/vippsmock/bank"
)

type Server struct {
	Bank *bank.Bank
	Hook string
}

type amount struct {
	Currency string `json:"currency"`
	Value    int64  `json:"value"`
}

func (s *Server) Token(c *gin.Context) {
	c.JSON(http.StatusOK, gin.H{"access_token": "mock", "expires_in": "3600"})
}

func (s *Server) Create(c *gin.Context) {
	var in struct {
		Amount        amount `json:"amount"`
		PaymentMethod struct {
			Type string `json:"type"`
		} `json:"paymentMethod"`
		Reference string `json:"reference"`
		UserFlow  string `json:"userFlow"`
	}
	if err := c.ShouldBindJSON(&in); err != nil {
		c.JSON(http.StatusBadRequest, gin.H{"title": err.Error()})
		return
	}
	s.Bank.Put(in.Reference, in.Amount.Value)
	go s.tell(in.Reference, in.Amount)
	c.JSON(http.StatusCreated, gin.H{"reference": in.Reference, "redirectUrl": "http://localhost:8099/pay/" + in.Reference})
}

// Initiate takes the body of eCom.
func (s *Server) Initiate(c *gin.Context) {
	var in struct {
		MerchantInfo struct {
			MerchantSerialNumber string `json:"merchantSerialNumber"`
			CallbackPrefix       string `json:"callbackPrefix"`
		} `json:"merchantInfo"`
		Transaction struct {
			OrderID string `json:"orderId"`
			Amount  int64  `json:"amount"`
		} `json:"transaction"`
	}
	if err := c.ShouldBindJSON(&in); err != nil {
		c.Status(http.StatusBadRequest)
		return
	}
	s.Bank.Put(in.Transaction.OrderID, in.Transaction.Amount)
	c.JSON(http.StatusOK, gin.H{"orderId": in.Transaction.OrderID, "url": "http://localhost:8099/pay/" + in.Transaction.OrderID})
}

func (s *Server) Get(c *gin.Context) {
	p, ok := s.Bank.Get(c.Param("reference"))
	if !ok {
		c.Status(http.StatusNotFound)
		return
	}
	c.JSON(http.StatusOK, gin.H{"reference": p.Reference, "state": p.State, "amount": amount{"NOK", p.Ore}})
}

func (s *Server) Details(c *gin.Context) {
	c.JSON(http.StatusOK, gin.H{"orderId": c.Param("orderId"), "transactionLogHistory": []gin.H{{"operation": "RESERVE", "operationSuccess": true}}})
}

func (s *Server) Capture(c *gin.Context) {
	var in struct {
		ModificationAmount amount `json:"modificationAmount"`
	}
	if err := c.ShouldBindJSON(&in); err != nil || !s.Bank.Capture(c.Param("reference"), in.ModificationAmount.Value) {
		c.Status(http.StatusBadRequest)
		return
	}
	c.Status(http.StatusOK)
}

// tell sends the webhook that the shop waits for.
func (s *Server) tell(ref string, a amount) {
	time.Sleep(time.Second)
	event, err := json.Marshal(gin.H{"msn": "123456", "reference": ref, "pspReference": "mock", "name": "AUTHORIZED", "amount": a, "success": true})
	if err != nil {
		log.Print(err)
		return
	}
	resp, err := http.Post(s.Hook, "application/json", bytes.NewReader(event))
	if err != nil {
		log.Print(err)
		return
	}
	defer resp.Body.Close()
	log.Print("the shop said ", resp.Status)
}
