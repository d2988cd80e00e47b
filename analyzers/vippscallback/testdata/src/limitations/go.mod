module shop.example/limitations

go 1.25.0
