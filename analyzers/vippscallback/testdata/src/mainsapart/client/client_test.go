package client

import "testing"

func TestRead(t *testing.T) {
	if err := Read(t.Context(), "ordre-1"); err == nil {
		t.Error("no error")
	}
}
