module shop.example/initialised

go 1.25.0
