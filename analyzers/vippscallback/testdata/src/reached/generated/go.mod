module shop.example/generated

go 1.25.0
