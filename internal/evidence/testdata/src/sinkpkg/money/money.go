// Package money prints amounts.
package money

import (
	"fmt"
	"math"
	"strconv"
)

func Kr(f float64) string { return fmt.Sprintf("%.2f", f) }

func Ore(kr float64) string { return strconv.FormatInt(int64(math.Round(kr*100)), 10) }
