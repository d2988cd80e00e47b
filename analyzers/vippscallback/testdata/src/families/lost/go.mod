module shop.example/lost

go 1.25.0
