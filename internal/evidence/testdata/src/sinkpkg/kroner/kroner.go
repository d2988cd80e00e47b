// Package kroner has an amount that writes itself.
package kroner

import "strconv"

type Kroner float64

func (k Kroner) MarshalJSON() ([]byte, error) {
	return []byte(strconv.FormatFloat(float64(k)*100, 'f', 2, 64)), nil
}
