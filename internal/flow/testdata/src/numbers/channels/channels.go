// Package channels sends numbers over channels.
package channels

import "math"

func sink(any) {}

type job struct{ minor int64 }

func local(f float64) {
	bad, good := make(chan int64, 1), make(chan int64, 1)
	bad <- int64(f * 100)
	good <- int64(math.Round(f * 100))
	sink(<-bad)  // want `^cut by 100`
	sink(<-good) // want `^clean$`
	n, ok := <-bad
	sink(n) // want `^cut by 100`
	_ = ok
	for n := range bad {
		sink(n) // want `^cut by 100`
	}
	for n := range good {
		sink(n) // want `^clean$`
	}
	select {
	case n := <-bad:
		sink(n) // want `^cut by 100`
	case n, ok := <-good:
		sink(n) // want `^clean$`
		_ = ok
	}
}

func produce(out chan<- int64, f float64) {
	out <- int64(f * 100)
	close(out)
}

func produceRound(out chan<- int64, f float64) { out <- int64(math.Round(f * 100)) }

func goroutine(f float64) {
	bad, good := make(chan int64), make(chan int64)
	go produce(bad, f)
	go produceRound(good, f)
	sink(<-bad)  // want `^cut by 100`
	sink(<-good) // want `^clean$`
}

func literal(f float64) {
	bad, good := make(chan int64), make(chan int64)
	go func() { bad <- int64(f * 100) }()
	go func() { good <- int64(math.Round(f * 100)) }()
	sink(<-bad)  // want `^cut by 100`
	sink(<-good) // want `^clean$`
}

func consume(in <-chan int64) {
	for n := range in {
		sink(n) // want `^param 0\[\]$`
	}
}

func consumeRound(in <-chan int64) {
	for n := range in {
		sink(n) // want `^param 0\[\]$`
	}
}

func consumers(f float64) {
	bad, good := make(chan int64), make(chan int64)
	go consume(bad)
	go consumeRound(good)
	bad <- int64(f * 100)
	good <- int64(math.Round(f * 100))
}

type worker struct{ bad, good chan job }

func newWorker() *worker { return &worker{bad: make(chan job), good: make(chan job)} }

func (w *worker) add(f float64) {
	w.bad <- job{int64(f * 100)}
	w.good <- job{int64(math.Round(f * 100))}
}

func (w *worker) run() {
	for j := range w.bad {
		sink(j.minor) // want `^cut by 100`
	}
	for j := range w.good {
		sink(j.minor) // want `^param 0.1\[\].0$`
	}
}

func stream(f float64) <-chan int64 {
	c := make(chan int64)
	go func() { c <- int64(f * 100) }()
	return c
}

func streamRound(f float64) <-chan int64 {
	c := make(chan int64)
	go func() { c <- int64(math.Round(f * 100)) }()
	return c
}

func streams(f float64) {
	sink(<-stream(f))      // want `^cut by 100`
	sink(<-streamRound(f)) // want `^clean$`
}

func both(f float64) {
	c := make(chan int64, 2)
	c <- int64(f * 100)
	c <- 5
	sink(<-c) // want `^clean; unknown$`
}
