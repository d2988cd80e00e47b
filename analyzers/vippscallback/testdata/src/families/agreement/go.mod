module shop.example/agreement

go 1.25.0
