// Package library hands secrets to libraries.
package library

import (
	"context"
	"fmt"
	"log"
	"net/http"
	"os"

	"github.com/torfjor/go-vipps"
	"github.com/zenfulcode/vipps-mobilepay-sdk/pkg/client"
	"golang.org/x/oauth2/clientcredentials"
	"moul.io/http2curl"
)

func torfjor(ctx context.Context) *http.Client {
	return vipps.NewClient(ctx, vipps.Credentials{
		MerchantSerialNumber: "123456",
		ClientID:             "4c1f9b52-7d3e-4a80-9b61-0e8f2d7c5a13",
		ClientSecret:         "sY6uH0eJ5aD3fGb3JkKp7QxR2v==",     // want `client secret is a constant`
		APISubscriptionKey:   "2f4a6c8e0b1d3f5a7c9e1b3a5c7e9b1d", // want `subscription key is a constant`
	})
}

func torfjorRight(ctx context.Context) *http.Client {
	return vipps.NewClient(ctx, vipps.Credentials{ClientID: "4c1f9b52-7d3e-4a80-9b61-0e8f2d7c5a13", ClientSecret: os.Getenv("SECRET")})
}

func zenful() *client.Client {
	return client.NewClient("4c1f9b52", "uH0eJ5aD3fGb3JkKp7QxR2vsY6==", os.Getenv("KEY"), "123456", true) // want `client secret is a constant`
}

func oauth(ctx context.Context) *http.Client {
	conf := clientcredentials.Config{
		ClientID:     "4c1f9b52",
		ClientSecret: "eJ5aD3fGb3JkKp7QxR2vsY6uH0==", // want `client secret is a constant`
		TokenURL:     "https://api.vipps.no/access-management-1.0/access/oauth2/token",
	}
	return conf.Client(ctx)
}

func oauthOther(ctx context.Context) *http.Client {
	conf := clientcredentials.Config{ClientID: "4c1f", ClientSecret: "fGb3JkKp7QxR2vsY6uH0eJ5aD3==", TokenURL: "https://fiken.example/oauth/token"}
	return conf.Client(ctx)
}

func curl(ref, token string) (*http.Response, error) {
	req, err := http.NewRequest("POST", "https://api.vipps.no/epayment/v1/payments/"+ref+"/cancel", nil)
	if err != nil {
		return nil, err
	}
	req.Header.Set("Authorization", "Bearer "+token)
	command, err := http2curl.GetCurlCommand(req)
	if err != nil {
		return nil, err
	}
	fmt.Println(command)                   // want `http2curl.GetCurlCommand puts Authorization`
	log.Printf("run %s", command.String()) // want `http2curl.GetCurlCommand puts Authorization`
	return http.DefaultClient.Do(req)
}
