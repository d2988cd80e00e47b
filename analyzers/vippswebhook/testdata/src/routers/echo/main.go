// A shop with echo: one route behind a check, one not.
package main

import (
	"crypto/subtle"
	"net/http"
	"os"

	"github.com/labstack/echo/v4"
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

func open(c echo.Context) error {
	var cb callback
	if err := c.Bind(&cb); err != nil {
		return err
	}
	act(cb) // want `nothing checks who sent it`
	return c.NoContent(http.StatusOK)
}

func closed(c echo.Context) error {
	var cb callback
	if err := c.Bind(&cb); err != nil {
		return err
	}
	act(cb)
	return c.NoContent(http.StatusOK)
}

func inline(c echo.Context) error {
	if subtle.ConstantTimeCompare([]byte(c.Request().Header.Get("Authorization")), []byte(os.Getenv("TOKEN"))) != 1 {
		return c.NoContent(http.StatusUnauthorized)
	}
	var cb callback
	if err := c.Bind(&cb); err != nil {
		return err
	}
	act(cb)
	return nil
}

func auth(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		if subtle.ConstantTimeCompare([]byte(c.Request().Header.Get("Authorization")), []byte(os.Getenv("TOKEN"))) != 1 {
			return c.NoContent(http.StatusUnauthorized)
		}
		return next(c)
	}
}

func main() {
	e := echo.New()
	e.POST("/open", open)
	e.POST("/closed", closed, auth)
	e.POST("/inline", inline)
	e.Start(":8080")
}
