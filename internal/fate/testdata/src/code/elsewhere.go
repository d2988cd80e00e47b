package code

import "code/lib"

func byPackage() error {
	resp, err := get() // codes: 200+ by lib.Check(resp) 201+ 404+ 500-
	if err != nil {
		return err
	}
	if err := lib.Check(resp); err != nil {
		return err
	}
	return nil
}

func byPackageAtTheEnd() error {
	resp, err := get() // codes: 200+ by lib.Decode(resp, nil) 201- 404- 500-
	if err != nil {
		return err
	}
	return lib.Decode(resp, nil)
}

func byPackageOfCode() ([]byte, error) {
	b, code, err := getStatus() // codes: 200+ by lib.Good(code) 201+ 404- 500-
	if err != nil {
		return nil, err
	}
	if !lib.Good(code) {
		return nil, errBad
	}
	return b, nil
}

// What the helper compares with is not known.
func byPackageWithCode() error {
	resp, err := get() // codes: 200? 201? 404? 500?
	if err != nil {
		return err
	}
	return lib.Expect(resp, 201)
}
