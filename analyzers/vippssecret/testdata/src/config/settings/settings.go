// Package settings reads the configuration.
package settings

import "os"

// Settings are those of the shop.
type Settings struct {
	Addr  string
	Vipps Vipps
	Bank  Bank
}

// Vipps is how Vipps is reached.
type Vipps struct{ Base, Secret, Key string }

// Bank is filled twice.
type Bank struct{ Secret string }

// Load reads them.
func Load() Settings {
	s := Settings{
		Addr: ":8080",
		Vipps: Vipps{
			Base:   getenv("BASE", "https://apitest.vipps.no"),
			Secret: getenv("SECRET", "Wq3Er5Ty7Ui9Op1As2Df4Gh6Jk8="),
			Key:    getenv("KEY", ""),
		},
		Bank: Bank{Secret: "Er5Ty7Ui9Op1As2Df4Gh6Jk8Wq3="},
	}
	if os.Getenv("BANK") != "" {
		s.Bank.Secret = os.Getenv("BANK")
	}
	return s
}

func getenv(name, otherwise string) string {
	if v, ok := os.LookupEnv(name); ok {
		return v
	}
	return otherwise
}
