module shop.example/container

go 1.25.0
