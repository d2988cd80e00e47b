package rydd

import (
	"testing"
	"time"
)

func TestForGammel(t *testing.T) {
	na := time.Date(2026, 11, 23, 3, 0, 0, 0, time.UTC)
	if ForGammel(na.Add(-13*24*time.Hour), na) {
		t.Error("thirteen days are not too long")
	}
	if !ForGammel(na.Add(-15*24*time.Hour), na) {
		t.Error("fifteen days are")
	}
}
