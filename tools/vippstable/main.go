// Command vippstable writes the table of the Vipps MobilePay APIs,
// internal/vippsapi/table_gen.go, from their OpenAPI files, and a program that
// sends the requests which these show, on which no rule may find anything.
//
//	go run ./vippstable -specs DIR -out ../internal/vippsapi/table_gen.go -bodies ../analyzers/testdata/src/examples/examples.go
package main

import (
	"flag"
	"fmt"
	"os"
)

func main() {
	specs := flag.String("specs", "../../shared/vipps/specs", "folder with the OpenAPI files")
	out := flag.String("out", "../internal/vippsapi/table_gen.go", "file to write")
	bodies := flag.String("bodies", "../analyzers/testdata/src/examples/examples.go", "file to write the requests to")
	flag.Parse()
	if err := run(*specs, *out, *bodies); err != nil {
		fmt.Fprintln(os.Stderr, "vippstable:", err)
		os.Exit(1)
	}
}

func run(specs, out, bodies string) error {
	src, err := generate(specs)
	if err != nil {
		return err
	}
	requests, err := generateBodies(specs)
	if err != nil {
		return err
	}
	if err := os.WriteFile(bodies, requests, 0o644); err != nil {
		return err
	}
	return os.WriteFile(out, src, 0o644)
}

// generate returns the text of the table, made from the files in specs.
func generate(specs string) ([]byte, error) {
	t, err := read(specs)
	if err != nil {
		return nil, err
	}
	return render(t)
}
