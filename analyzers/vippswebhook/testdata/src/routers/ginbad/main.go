// A shop with gin that checks nothing, next to what does.
package main

import (
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
	if err := c.ShouldBindJSON(&cb); err != nil {
		c.AbortWithStatus(400)
		return
	}
	act(cb) // want `payment callback of eCom is acted on although nothing checks who sent it`
	c.Status(200)
}

func checked(c *gin.Context) {
	if c.GetHeader("Authorization") != os.Getenv("TOKEN") { // want `token of a callback`
		c.AbortWithStatus(401)
		return
	}
	var cb callback
	if c.ShouldBindJSON(&cb) == nil {
		act(cb)
	}
}

func behindRoute(c *gin.Context) {
	var cb callback
	if c.ShouldBindJSON(&cb) == nil {
		act(cb)
	}
}

func auth(c *gin.Context) {
	if c.GetHeader("Authorization") != os.Getenv("TOKEN") { // want `token of a callback`
		c.AbortWithStatus(401)
		return
	}
	c.Next()
}

func main() {
	r := gin.New()
	r.Use(gin.Logger(), gin.Recovery())
	r.POST("/vipps/v2/payments/:orderId", handle)
	r.POST("/checked", checked)
	r.POST("/route", auth, behindRoute)
	admin := r.Group("/admin")
	admin.Use(auth)
	admin.POST("/x", func(c *gin.Context) { c.Status(200) })
	r.Run()
}
