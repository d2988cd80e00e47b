package vippsamount

import (
	"fmt"
	"math"
	"strconv"
	"strings"
)

// orePerKrone is the factor between kroner and øre.
const orePerKrone = 100

// Prices in kroner that have no exact float, for examples.
const examplePrice = 19.99

var examplePrices = []float64{examplePrice, 69.90, 8.95, 4.35, 1.15, 0.57}

// times multiplies at run time, where a constant expression would be exact.
func times(price, factor float64) float64 { return price * factor }

// A cut is a function that makes a float whole by rounding it to one side.
type cut func(float64) float64

// cutOf gives the function of the package math with a name; a conversion cuts
// as Trunc does.
func cutOf(name string) cut {
	switch name {
	case "Ceil":
		return math.Ceil
	case "Floor":
		return math.Floor
	}
	return math.Trunc
}

// Beyond this not every whole number is a float64.
const exactLimit = 1 << 53

// loss gives a real example of what a cut loses after a float in kroner was
// multiplied by factor; 0 is an unknown one.
func loss(factor float64, by cut) string {
	if factor > 0 {
		for _, price := range examplePrices {
			x := times(price, factor)
			if x > exactLimit || by(x) == math.Round(x) {
				continue
			}
			if factor == orePerKrone {
				return fmt.Sprintf("%s kr becomes %s", kroner(price), number(by(x)))
			}
			return fmt.Sprintf("%s is %s and becomes %s", product(price, factor), number(x), number(by(x)))
		}
	}
	x := times(examplePrice, orePerKrone)
	for _, price := range examplePrices {
		if y := times(price, orePerKrone); by(y) != math.Round(y) {
			x = y
			break
		}
	}
	return fmt.Sprintf("%s becomes %s", number(x), number(by(x)))
}

// lateLoss gives a real example of what is lost where kroner are cut before they
// are multiplied.
func lateLoss() string {
	return fmt.Sprintf("%s kr becomes %d", kroner(examplePrice), int(math.Trunc(examplePrice))*orePerKrone)
}

func product(a, b float64) string { return number(a) + "*" + number(b) }

func number(x float64) string { return strconv.FormatFloat(x, 'f', -1, 64) }

func kroner(price float64) string { return strconv.FormatFloat(price, 'f', 2, 64) }

// printed gives what a verb makes of x, and what JSON makes of it where verb is
// none of fmt's for floats.
func printed(verb string, x float64) string {
	if strings.HasPrefix(verb, "%") {
		if s := fmt.Sprintf(verb, x); !strings.Contains(s, "%!") {
			return s
		}
	}
	return number(x)
}

// sent gives a real example of what goes out where a float in kroner is
// multiplied by factor and printed by a verb; without a factor by that between
// kroner and øre, which is what should have been sent.
func sent(factor float64, verb string) string {
	for _, price := range examplePrices {
		if x := times(price, factor); factor > 1 && x < exactLimit && number(x) != printed("%.0f", x) {
			return fmt.Sprintf("%s is sent as %s", product(price, factor), printed(verb, x))
		}
	}
	return fmt.Sprintf("%s is sent as %s", product(examplePrice, orePerKrone), printed(verb, times(examplePrice, orePerKrone)))
}

// singleLoss gives the first øre that a float32 does not hold.
func singleLoss() string {
	ore := 1
	for int(float32(ore)) == ore {
		ore = ore*2 + 1 // all bits set: the first with one too many is rounded
	}
	ore = (ore+1)/2 + 1
	return fmt.Sprintf("%d becomes %d", ore, int(float32(ore)))
}
