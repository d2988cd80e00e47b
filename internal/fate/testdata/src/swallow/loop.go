package swallow

import (
	"errors"
	"log"
	"time"
)

func itemsBad(ids []string) []*payment {
	var all []*payment
	for _, id := range ids {
		p, err := getItem(id) // swallow: lost at err != nil
		if err != nil {
			continue
		}
		all = append(all, p)
	}
	return all
}

func itemsErrorBad(ids []string) ([]*payment, error) {
	var all []*payment
	for i := 0; i < len(ids); i++ {
		p, err := getItem(ids[i]) // swallow: lost at err != nil
		if err != nil {
			continue
		}
		all = append(all, p)
	}
	return all, nil
}

func itemsLoggedRight(ids []string) []*payment {
	var all []*payment
	for _, id := range ids {
		p, err := getItem(id) // swallow: checked
		if err != nil {
			log.Print(id, err)
			continue
		}
		all = append(all, p)
	}
	return all
}

func itemsCollectedRight(ids []string) error {
	var errs []error
	for _, id := range ids {
		if _, err := getItem(id); err != nil { // swallow: checked
			errs = append(errs, err)
		}
	}
	return errors.Join(errs...)
}

func itemsNamedRight(ids []string) (failed []string) {
	for _, id := range ids {
		if _, err := getItem(id); err != nil { // swallow: checked
			failed = append(failed, id)
		}
	}
	return failed
}

func itemsCountedRight(ids []string) int {
	failed := 0
	for _, id := range ids {
		if _, err := getItem(id); err != nil { // swallow: checked
			failed++
			continue
		}
	}
	return failed
}

func itemsBreakRight(ids []string) error {
	var last error
	for _, id := range ids {
		if _, last = getItem(id); last != nil { // swallow: checked
			break
		}
	}
	return last
}

func itemsBreakBad(ids []string) {
	for _, id := range ids {
		if _, err := getItem(id); err != nil { // swallow: lost at err != nil
			break
		}
	}
}

func itemsMapBad(ids map[string]bool) {
	for id := range ids {
		if _, err := getItem(id); err != nil { // swallow: lost at err != nil
			continue
		}
		log.Print(id)
	}
}

func jobsBad(jobs chan string) {
	for id := range jobs {
		if _, err := getItem(id); err != nil { // swallow: lost at err != nil
			continue
		}
		log.Print(id)
	}
}

func countedInEndRight(ids []string) error {
	n := 0
	for _, id := range ids {
		if _, err := getItem(id); err != nil { // swallow: checked
			continue
		}
		n++
	}
	if n != len(ids) {
		return errBad
	}
	return nil
}

func retryRight() error {
	var err error
	for i := 0; i < 3; i++ {
		if err = get(); err == nil { // swallow: unknown
			return nil
		}
		time.Sleep(time.Second)
	}
	return err
}

func retryContinueRight() (*payment, error) {
	for i := 0; i < 3; i++ {
		p, err := getPayment() // swallow: checked
		if err != nil {
			time.Sleep(time.Duration(i) * time.Second)
			continue
		}
		return p, nil
	}
	return nil, errBad
}

func retryContinueBad() (*payment, error) {
	for i := 0; i < 3; i++ {
		p, err := getPayment() // swallow: lost at err != nil
		if err != nil {
			time.Sleep(time.Duration(i) * time.Second)
			continue
		}
		return p, nil
	}
	return nil, nil
}

func retryLastRight() (p *payment, err error) {
	for range 3 {
		p, err = getPayment() // swallow: checked
		if err != nil {
			time.Sleep(time.Second)
			continue
		}
		break
	}
	return p, err
}

func retryKeptRight() error {
	var last error
	for range 3 {
		err := get() // swallow: checked
		if err != nil {
			last = err
			continue
		}
		return nil
	}
	return last
}

func untilItWorksRight() *payment {
	for {
		p, err := getPayment() // swallow: unknown
		if err != nil {
			time.Sleep(time.Second)
			continue
		}
		return p
	}
}

func itemsRetriedBad(ids []string) {
	for _, id := range ids {
		for range 3 {
			p, err := getItem(id) // swallow: lost at err != nil
			if err != nil {
				time.Sleep(time.Second)
				continue
			}
			log.Print(p)
			break
		}
	}
}

func otherErrorRight(ids []string) ([]*payment, error) {
	var all []*payment
	var last error
	for _, id := range ids {
		p, err := getItem(id) // swallow: checked
		if err != nil {
			last = errors.New("item " + id)
			continue
		}
		all = append(all, p)
	}
	if len(all) == 0 {
		return nil, last
	}
	return all, nil
}
