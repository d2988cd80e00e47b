module shop.example/unused

go 1.25.0
