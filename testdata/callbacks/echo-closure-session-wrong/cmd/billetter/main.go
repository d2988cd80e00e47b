// Command billetter sells tickets to a circus.
package main

import (
	"crypto/subtle"
	"net/http"
	"os"

	"github.com/labstack/echo/v4"

	"sirkus.example/billetter/checkout"
	"sirkus.example/billetter/tickets"
)

func main() {
	e := echo.New()
	e.HideBanner = true
	box := tickets.NewBox()
	cl := checkout.Client{
		ID: os.Getenv("CLIENT_ID"), Secret: os.Getenv("CLIENT_SECRET"), Key: os.Getenv("SUB_KEY"), MSN: os.Getenv("MSN"),
		CallbackToken: os.Getenv("CALLBACK_TOKEN"),
	}

	e.POST("/buy", func(c echo.Context) error {
		ref := box.Reserve()
		url, err := cl.Open(c.Request().Context(), ref, 45000)
		if err != nil {
			return echo.NewHTTPError(http.StatusBadGateway, err.Error())
		}
		return c.JSON(http.StatusOK, map[string]string{"checkoutFrontendUrl": url, "reference": ref})
	})
	e.POST("/vipps/checkout", func(c echo.Context) error { // want:vippscallback/no-polling
		given := []byte(c.Request().Header.Get("Authorization"))
		if subtle.ConstantTimeCompare(given, []byte(cl.CallbackToken)) != 1 {
			return echo.NewHTTPError(http.StatusUnauthorized)
		}
		var s checkout.Session
		if err := c.Bind(&s); err != nil {
			return echo.NewHTTPError(http.StatusBadRequest)
		}
		if s.SessionState == "PaymentSuccessful" {
			box.Sell(s.Reference)
		} else {
			box.Release(s.Reference)
		}
		return c.NoContent(http.StatusNoContent)
	})
	e.GET("/ticket/:ref", func(c echo.Context) error {
		if !box.Sold(c.Param("ref")) {
			return c.String(http.StatusPaymentRequired, "not paid yet")
		}
		return c.String(http.StatusOK, "welcome")
	})
	if err := e.Start(":1323"); err != nil {
		panic(err)
	}
}
