// Package lambda has as much of the runtime of AWS Lambda as the programs here
// use.
package lambda

import (
	"context"
	"encoding/json"
	"log"
	"os"
	"reflect"
)

// Start runs handler, which is func(context.Context, T) (U, error) or
// func(context.Context, T) error, for the event on standard input.
func Start(handler any) {
	fn := reflect.ValueOf(handler)
	event := reflect.New(fn.Type().In(1))
	if err := json.NewDecoder(os.Stdin).Decode(event.Interface()); err != nil {
		log.Fatal(err)
	}
	results := fn.Call([]reflect.Value{reflect.ValueOf(context.Background()), event.Elem()})
	if err, ok := results[len(results)-1].Interface().(error); ok {
		log.Fatal(err)
	}
	if err := json.NewEncoder(os.Stdout).Encode(results[0].Interface()); err != nil {
		log.Fatal(err)
	}
}
