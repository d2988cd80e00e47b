// Package blob keeps the pictures of the cameras.
package blob

import (
	"bytes"
	"context"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"fmt"
	"net/http"
	"time"
)

// A Store is a storage account.
type Store struct {
	Account string
	Key     []byte
}

// Put keeps data under a name.
func (s *Store) Put(ctx context.Context, name string, data []byte) error {
	url := "https://" + s.Account + ".blob.core.windows.net/kai/" + name
	req, err := http.NewRequestWithContext(ctx, http.MethodPut, url, bytes.NewReader(data))
	if err != nil {
		return err
	}
	date := time.Now().UTC().Format(http.TimeFormat)
	req.Header.Set("x-ms-date", date)
	req.Header.Set("x-ms-version", "2021-08-06")
	req.Header.Set("x-ms-blob-type", "BlockBlob")
	mac := hmac.New(sha256.New, s.Key)
	fmt.Fprintf(mac, "PUT\n\n\n%d\n\n\n\n\n\n\n\n\nx-ms-blob-type:BlockBlob\nx-ms-date:%s\nx-ms-version:2021-08-06\n/%s/kai/%s",
		len(data), date, s.Account, name)
	req.Header.Set("Authorization", "SharedKey "+s.Account+":"+base64.StdEncoding.EncodeToString(mac.Sum(nil)))
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	return nil
}
