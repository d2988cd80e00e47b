module shop.example/generic

go 1.25.0
