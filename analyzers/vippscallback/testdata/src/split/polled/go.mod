module shop.example/polled

go 1.25.0
