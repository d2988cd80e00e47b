module shop.example/ecompolled

go 1.25.0
