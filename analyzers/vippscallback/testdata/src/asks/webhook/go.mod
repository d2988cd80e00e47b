module shop.example/asks-webhook

go 1.25.0
