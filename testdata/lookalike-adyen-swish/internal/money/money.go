// Package money counts in the smallest coin.
package money

// Minor is the amount in the smallest coin.
func Minor(major float64) int64 {
	return int64(major * 100)
}

// Major is the way back.
func Major(minor int64) float64 {
	return float64(minor) / 100
}
