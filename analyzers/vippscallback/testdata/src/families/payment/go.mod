module shop.example/payment

go 1.25.0
