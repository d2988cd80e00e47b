// Package checkout calls through an interface of another package and one of its
// own.
package checkout

import (
	"log"

	"claim/domain"
)

// A Service ships orders.
type Service struct{ payer domain.Payer }

// New makes one.
func New(p domain.Payer) *Service { return &Service{payer: p} }

// Ship drops an error.
func (s *Service) Ship(ref string) {
	s.payer.Capture(ref)
	s.payer.Name()
}

// Logged does not.
func (s *Service) Logged(ref string) {
	if err := s.payer.Capture(ref); err != nil {
		log.Print(err)
	}
}

// Try hands its error on.
func (s *Service) Try(ref string) error { return s.payer.Capture(ref) }

// TryAll drops what Try gives.
func (s *Service) TryAll(refs []string) {
	for _, ref := range refs {
		s.Try(ref)
	}
}
