module shop.example/asks-ecomread

go 1.25.0
