package vippsamount

import (
	"golang.org/x/tools/go/analysis"

	"github.com/vippslint/vippslint/internal/evidence"
)

func fieldFix(*analysis.Pass, *evidence.FloatType) []analysis.SuggestedFix { return nil }
