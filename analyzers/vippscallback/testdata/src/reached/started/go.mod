module shop.example/started

go 1.25.0
