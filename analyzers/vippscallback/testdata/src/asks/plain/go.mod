module shop.example/asks-plain

go 1.25.0
