// Command vippsmock plays Vipps for the tests of our shops.
package main

import (
	"log"
	"os"

	"github.com/gin-gonic/gin"

	"testlab.example/vippsmock/bank"
	"testlab.example/vippsmock/routes"
)

func main() {
	r := gin.New()
	s := &routes.Server{Bank: bank.New(), Hook: os.Getenv("HOOK_URL")}
	r.POST("/accesstoken/get", s.Token)
	r.POST("/epayment/v1/payments", s.Create)
	r.GET("/epayment/v1/payments/:reference", s.Get)
	r.POST("/epayment/v1/payments/:reference/capture", s.Capture)
	r.POST("/ecomm/v2/payments", s.Initiate)
	r.GET("/ecomm/v2/payments/:orderId/details", s.Details)
	log.Fatal(r.Run(":8099"))
}
