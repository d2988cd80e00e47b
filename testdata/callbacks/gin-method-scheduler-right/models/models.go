// Package models has the data.
package models

import "sync"

type Status string

const (
	Pending Status = "pending"
	Paid    Status = "paid"
	Failed  Status = "failed"
)

type CreateRequest struct {
	OrderID  string `json:"orderId"`
	TotalOre int64  `json:"totalOre"`
}

// VippsEvent is the payload of a webhook.
type VippsEvent struct {
	MSN            string  `json:"msn"`
	Reference      string  `json:"reference"`
	PspReference   string  `json:"pspReference"`
	Name           string  `json:"name"`
	Amount         Amount  `json:"amount"`
	Timestamp      string  `json:"timestamp"`
	IdempotencyKey *string `json:"idempotencyKey"`
	Success        bool    `json:"success"`
}

type Amount struct {
	Currency string `json:"currency"`
	Value    int64  `json:"value"`
}

var table sync.Map

func Save(id string, s Status) { table.Store(id, s) }

func Load(id string) Status {
	s, _ := table.Load(id)
	status, _ := s.(Status)
	return status
}

func All(s Status) (ids []string) {
	table.Range(func(id, have any) bool {
		if have == s {
			ids = append(ids, id.(string))
		}
		return true
	})
	return ids
}
