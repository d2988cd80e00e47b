// Package standard writes to standard output without a logger.
package standard

import (
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"os"
)

type config struct{ ID, Secret string }

func request(c config) (*http.Response, error) {
	req, err := http.NewRequest("POST", "https://api.vipps.no/accesstoken/get", nil)
	if err != nil {
		return nil, err
	}
	req.Header.Set("client_secret", c.Secret)
	return http.DefaultClient.Do(req)
}

func show(c config) (*http.Response, error) {
	if err := json.NewEncoder(os.Stdout).Encode(c); err != nil { // want `config goes into the log with the client secret in it`
		return nil, err
	}
	return request(c)
}

func showID(c config) (*http.Response, error) {
	if err := json.NewEncoder(os.Stdout).Encode(map[string]string{"id": c.ID}); err != nil {
		return nil, err
	}
	return request(c)
}

func save(w io.Writer, c config) (*http.Response, error) {
	if err := json.NewEncoder(w).Encode(c); err != nil {
		return nil, err
	}
	return request(c)
}

func copied(c config) error {
	resp, err := request(c)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusOK {
		_, err = io.Copy(os.Stderr, resp.Body)
		return errors.Join(err, errors.New(resp.Status))
	}
	_, err = io.Copy(os.Stdout, resp.Body) // want `answer that holds the access token goes into the log`
	return err
}

func copiedTo(w io.Writer, c config) error {
	resp, err := request(c)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusOK {
		return errors.New(resp.Status)
	}
	_, err = io.Copy(w, resp.Body)
	return err
}
