// Web sells art cards.
package main

import (
	"context"
	"os"

	"github.com/labstack/echo/v4"

	"kunstkort.example/web/betaling"
	"kunstkort.example/web/signert"
)

func main() {
	b := betaling.New(os.Getenv("VIPPS_TOKEN"), os.Getenv("VIPPS_KEY"))
	b.Follow(context.Background())

	e := echo.New()
	e.POST("/vipps", b.Event, signert.Middleware(os.Getenv("VIPPS_SECRET")))
	e.GET("/kort/:ref", b.Card)
	if err := e.Start(":8080"); err != nil {
		panic(err)
	}
}
