package vippsamount

import "testing"

// The products are those of IEEE 754 doubles, worked out outside Go: 19.99*10 =
// 199.89999999999998, 19.99*1.25 = 24.987499999999997; 1000 times each of the
// example prices is exact, so there is no loss to show. 69.9*100 is
// 6990.000000000001, 69.9*1.25 = 87.375, 8.95*1.25 = 11.1875.
func TestLoss(t *testing.T) {
	for _, tt := range []struct {
		factor float64
		by     string
		want   string
	}{
		{100, "", "19.99 kr becomes 1998"},
		{10, "", "19.99*10 is 199.89999999999998 and becomes 199"},
		{1.25, "", "19.99*1.25 is 24.987499999999997 and becomes 24"},
		{1000, "", "1998.9999999999998 becomes 1998"},
		{0, "", "1998.9999999999998 becomes 1998"},
		{1e300, "", "1998.9999999999998 becomes 1998"},
		{-1, "", "1998.9999999999998 becomes 1998"},
		{100, "Trunc", "19.99 kr becomes 1998"},
		{100, "Floor", "19.99 kr becomes 1998"},
		{100, "Ceil", "69.90 kr becomes 6991"},
		{1.25, "Ceil", "69.9*1.25 is 87.375 and becomes 88"},
		{0, "Ceil", "6990.000000000001 becomes 6991"},
	} {
		if got := loss(tt.factor, cutOf(tt.by)); got != tt.want {
			t.Errorf("loss(%v, %s) = %q, want %q", tt.factor, tt.by, got, tt.want)
		}
	}
}

func TestSent(t *testing.T) {
	for _, tt := range []struct {
		factor float64
		verb   string
		want   string
	}{
		{0, "", "19.99*100 is sent as 1998.9999999999998"},
		{1, "", "19.99*100 is sent as 1998.9999999999998"},
		{100, "", "19.99*100 is sent as 1998.9999999999998"},
		{100, "%.2f", "19.99*100 is sent as 1999.00"},
		{100, "%d", "19.99*100 is sent as 1998.9999999999998"},
		{125, "%v", "19.99*125 is sent as 2498.75"},
		{1000, "", "19.99*100 is sent as 1998.9999999999998"}, // each price is exact
	} {
		if got := sent(tt.factor, tt.verb); got != tt.want {
			t.Errorf("sent(%v, %q) = %q, want %q", tt.factor, tt.verb, got, tt.want)
		}
	}
}

// A float32 has 24 bits: 2^24+1 is the first whole number that it lacks.
func TestSingleLoss(t *testing.T) {
	if got, want := singleLoss(), "16777217 becomes 16777216"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}
