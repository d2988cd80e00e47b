// Package polls reads back as soon as it is imported.
package polls

import (
	"context"
	"log"

	"shop/vipps"
)

func init() {
	go func() { log.Print(vipps.New("https://api.vipps.no").Poll(context.Background(), "ordre-1")) }()
}
