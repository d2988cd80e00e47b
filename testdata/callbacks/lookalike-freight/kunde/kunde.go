// Package kunde keeps customers in files.
package kunde

import (
	"net/http"
	"os"
	"path/filepath"

	"github.com/gorilla/mux"
)

type Book struct{ folder string }

func Open(folder string) *Book { return &Book{folder} }

// Forget is called when a customer takes back the consent.
func (b *Book) Forget(w http.ResponseWriter, r *http.Request) {
	name := filepath.Join(b.folder, filepath.Base(mux.Vars(r)["userId"]))
	if err := os.Remove(name); err != nil && !os.IsNotExist(err) {
		http.Error(w, "try again", http.StatusInternalServerError)
	}
}
