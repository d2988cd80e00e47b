module shop.example/neighbours

go 1.25.0
