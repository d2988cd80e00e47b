// Medlem lets members log in with Vipps.
package main

import (
	"os"

	"github.com/labstack/echo/v4"

	"turlag.example/medlem/login"
)

func main() {
	l := &login.Login{ClientID: os.Getenv("VIPPS_CLIENT_ID"), Secret: os.Getenv("VIPPS_CLIENT_SECRET"), Redirect: "https://turlag.example/vipps/callback"}
	e := echo.New()
	e.GET("/login", l.Start)
	e.GET("/vipps/callback", l.Callback)
	e.POST("/vipps/checkin", l.CheckIn)
	if err := e.Start(":8080"); err != nil {
		panic(err)
	}
}
