// Package fractions has whole numbers that are divided, or multiplied by a
// fraction. 129*0.8 is 103.2 and cut to 103; 29/100*100 is 28.999999999999996;
// 1.1*10 is 11.000000000000002, and 0.29*100 less than 29. What has few binary
// digits behind the point is exact: 149.50 times 3 is 448.5, times 100 44850.
package fractions

import (
	"math"
	"strconv"
)

func sink(any) {}

func wrong(text string, count int) {
	ore, _ := strconv.ParseInt(text, 10, 64)
	sink(int64(float64(ore) * 0.8))                 // want `^cut at int64\(float64\(ore\) \* 0\.8\)$`
	sink(int64(float64(ore) * 1.25))                // want `^cut at int64\(float64\(ore\) \* 1\.25\)$`
	sink(int64(float64(ore) / 1.25))                // want `^cut at`
	sink(int64(float64(ore) * 0.5))                 // want `^cut at`
	sink(int64(float64(ore) / 100 * 100))           // want `^cut by 100 at`
	sink(int64(float64(ore) * 25 / 100))            // want `^cut at`
	sink(int64(float64(count) * 19.99 * 100))       // want `^cut by 100 at`
	sink(int64(float64(ore) / float64(count)))      // want `^cut at`
	sink(float64(ore) / 100)                        // want `^float at float64\(ore\) / 100$`
	sink(float64(ore) * 1.25)                       // want `^float at float64\(ore\) \* 1\.25$`
	sink(int64(float64(ore) + 0.25))                // want `^cut at`
	sink(int64((float64(count)*149.50 + 0.1) * 10)) // want `^cut by 10 at`
	total := float64(ore)
	total *= 0.75
	sink(int64(total)) // want `^cut at int64\(total\)$`
}

func right(text string, count int) {
	ore, _ := strconv.ParseInt(text, 10, 64)
	sink(int64(math.Round(float64(ore) * 0.8)))       // want `^clean$`
	sink(int64(math.Floor(float64(ore) * 0.8)))       // want `^clean$`
	sink(ore * 80 / 100)                              // want `^clean$`
	sink(int64(float64(ore) * 100))                   // want `^clean$`
	sink(int64(float64(ore) / 0.01))                  // want `^clean$`
	sink(int64(float64(ore) * 149.50 * 100))          // want `^clean$`
	sink(int64(float64(ore) * 0.25 * 100))            // want `^clean$`
	sink(int64(float64(ore) / 4 * 100))               // want `^clean$`
	sink(int64((float64(ore)*149.50 + 49.50) * 100))  // want `^clean$`
	sink(int64((float64(ore) + 49.50) * 100))         // want `^clean$`
	sink(int64((float64(count) + 49.50) * 100))       // want `^clean$`
	sink(int64((float64(count)*149.5 + 49.50) * 100)) // want `^clean$`
	sink(int64(float64(count) + 0.5))                 // want `^clean$`
	sink(int64(float64(count)*149.5 + 0.5))           // want `^clean$`
	sink(int64(float64(count) * 149.50 * 100))        // want `^param 1$`
	sink(int64(float64(ore)*19.5*2 - 3))              // want `^clean$`
	sink(int64(float64(ore) + 0.5))                   // want `^clean$`
	sink(int64(float64(ore) * 1e2))                   // want `^clean$`
	kroner := float64(ore) / 2
	sink(int64((kroner + kroner*3) * 2))                   // want `^clean$`
	sink(int64(math.Round(float64(ore) / float64(count)))) // want `^clean$`
}
