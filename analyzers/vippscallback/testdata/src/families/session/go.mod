module shop.example/session

go 1.25.0
