// Package config reads the environment.
package config

import "os"

type Config struct{ Listen, Folder, WebhookSecret, Token, Key string }

func Load() Config {
	return Config{env("LISTEN", ":8080"), env("FOLDER", "orders"), env("WEBHOOK_SECRET", ""), env("API_TOKEN", ""), env("API_KEY", "")}
}

func env(name, otherwise string) string {
	if v, ok := os.LookupEnv(name); ok {
		return v
	}
	return otherwise
}
