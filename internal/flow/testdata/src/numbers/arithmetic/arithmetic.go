// Package arithmetic has integers: they can not go wrong by themselves, and
// mend nothing.
package arithmetic

import (
	"strconv"
	"time"
)

func sink(any) {}

type line struct {
	price int64
	count int32
}

func right(text string, lines []line) {
	n, _ := strconv.Atoi(text)
	k, _ := strconv.ParseInt(text, 10, 64)
	sink(n*100 + 5)         // want `^clean$`
	sink(k - 7)             // want `^clean$`
	sink(k * 125 / 100)     // want `^clean$`
	sink(k % 100)           // want `^clean$`
	sink(-k)                // want `^clean$`
	sink(^k)                // want `^clean$|^unknown$`
	sink(k << 2 >> 1)       // want `^clean$`
	sink(k & 0xff)          // want `^clean$`
	sink(uint16(int32(k)))  // want `^clean$`
	sink(float64(k))        // want `^whole$`
	sink(int64(float64(k))) // want `^clean$`
	sink(min(k, int64(n)))  // want `^clean$`
	sink(max(k, 100))       // want `^clean$`
	sink(len(text))         // want `^clean$`
	k++
	k += 5
	k *= 2
	k /= 3
	k <<= 1
	k--
	sink(k) // want `^clean$`
	var sum int64
	for i := range lines {
		sum += int64(i) * 100
	}
	sink(sum) // want `^clean$`
	// The truncation towards zero of a division of integers is what the program
	// asks for.
	sink(sum * 80 / 100) // want `^clean$`
}

func wrong(x, y float64) {
	n := int64(x * 100)
	sink(n + 5)            // want `^cut by 100 at int64\(x \* 100\)$`
	sink(5 - n)            // want `^cut by 100 at`
	sink(-n)               // want `^cut by 100 at`
	sink(3 * n)            // want `^cut by 100 at`
	sink(n << 1)           // want `^cut by 100 at`
	sink(int32(n))         // want `^cut by 100 at`
	sink(float64(n))       // want `^cut by 100 at`
	sink(float64(n) * 2)   // want `^cut by 100 at`
	sink(n + int64(y*100)) // want `^cut by 100 at int64\(x \* 100\); cut by 100 at int64\(y\*100\)$`
	sink(max(n, 100))      // want `^clean; cut by 100 at`
	n++
	sink(n) // want `^cut by 100 at`
	n *= 2
	sink(n) // want `^cut by 100 at`
	n -= 100
	sink(n)       // want `^cut by 100 at`
	sink(n / 2)   // want `^unknown$`
	sink(n % 100) // want `^unknown$`
	sink(n > 5)   // want `^unknown$`
}

func price(days int64) int64 { return days * 4950 }

// Counted times the price is an amount of its own.
func counted(from time.Time, kilos float64, each int64) {
	days := int64(time.Since(from).Hours() / 24)
	sink(days * 4950)                         // want `^unknown$`
	sink(price(days))                         // want `^unknown$`
	sink(price(int64(kilos)))                 // want `^unknown$`
	sink(int64(kilos/5) * each)               // want `^param 2; unknown$|^unknown$`
	sink(int64(float64(int64(kilos)) * 4950)) // want `^clean$`
	sink(price(int64(kilos * 100)))           // want `^cut by 100 at`
}
