module shop.example/ticker

go 1.25.0
