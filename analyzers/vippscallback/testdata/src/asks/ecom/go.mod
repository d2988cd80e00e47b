module shop.example/asks-ecom

go 1.25.0
