package main

import (
	"context"

	"havnelager.example/lager/internal/shipping"
	"havnelager.example/lager/internal/vipps"
)

func main() {
	s := &shipping.Shop{P: vipps.New("k")}
	s.Ship(context.Background(), "r") // want:vippsresponse/error-dropped
	if err := s.Drop(context.Background(), "r"); err != nil {
		panic(err)
	}
}
