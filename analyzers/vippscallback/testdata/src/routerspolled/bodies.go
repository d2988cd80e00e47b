package main

type callback struct {
	MerchantSerialNumber string `json:"merchantSerialNumber"`
	OrderID              string `json:"orderId"`
	TransactionInfo      struct {
		Status        string `json:"status"`
		TransactionID string `json:"transactionId"`
	} `json:"transactionInfo"`
}

// order is what a shop needs of a callback. Other providers say as much.
type order struct {
	OrderID string `json:"orderId"`
	Info    struct {
		Status    string `json:"status"`
		TimeStamp string `json:"timeStamp"`
	} `json:"transactionInfo"`
}
