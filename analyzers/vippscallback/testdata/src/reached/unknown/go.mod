module shop.example/unknown

go 1.25.0
