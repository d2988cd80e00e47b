// Package orders keeps a file for each order.
package orders

import (
	"os"
	"path/filepath"
)

type Store struct{ folder string }

func Open(folder string) *Store { return &Store{folder} }

func (s *Store) Put(id, status string) error {
	return os.WriteFile(filepath.Join(s.folder, filepath.Base(id)), []byte(status), 0o644)
}

func (s *Store) Status(id string) string {
	text, err := os.ReadFile(filepath.Join(s.folder, filepath.Base(id)))
	if err != nil {
		return ""
	}
	return string(text)
}

// With lists the orders with a status.
func (s *Store) With(status string) (ids []string) {
	entries, _ := os.ReadDir(s.folder)
	for _, e := range entries {
		if s.Status(e.Name()) == status {
			ids = append(ids, e.Name())
		}
	}
	return ids
}
