// Package main uses the settings.
package main

import (
	"log"

	"config/settings"
	"crosspkg/vipps"
)

func main() {
	s := settings.Load()
	log.Printf("settings %+v", s) // want `Settings goes into the log with the client secret in it`
	log.Printf("listening on %s", s.Addr)
	c := vipps.New(vipps.Config{
		BaseURL:      s.Vipps.Base,
		ClientSecret: s.Vipps.Secret, // want `client secret is a constant`
		Key:          s.Vipps.Key,
	})
	d := vipps.New(vipps.Config{BaseURL: s.Vipps.Base, ClientSecret: s.Bank.Secret})
	log.Println(c != d)
}
