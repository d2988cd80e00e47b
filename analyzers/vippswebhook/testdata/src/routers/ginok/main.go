// A shop with gin and middleware for all.
package main

import (
	"crypto/subtle"
	"os"

	"github.com/gin-gonic/gin"
)

type callback struct {
	MSN     string `json:"merchantSerialNumber"`
	OrderID string `json:"orderId"`
	Info    struct {
		Status string `json:"status"`
	} `json:"transactionInfo"`
}

var orders = map[string]string{}

func act(cb callback) { orders[cb.OrderID] = cb.Info.Status }

func handle(c *gin.Context) {
	var cb callback
	if err := c.ShouldBindJSON(&cb); err == nil {
		act(cb)
	}
}

func auth(token string) gin.HandlerFunc {
	return func(c *gin.Context) {
		if subtle.ConstantTimeCompare([]byte(c.GetHeader("Authorization")), []byte(token)) != 1 {
			c.AbortWithStatus(401)
			return
		}
		c.Next()
	}
}

func main() {
	r := gin.Default()
	vipps := r.Group("/vipps", auth(os.Getenv("TOKEN")))
	vipps.POST("/v2/payments/:orderId", handle)
	r.Run()
}
