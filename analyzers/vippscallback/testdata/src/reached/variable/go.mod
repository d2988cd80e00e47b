module shop.example/variable

go 1.25.0
