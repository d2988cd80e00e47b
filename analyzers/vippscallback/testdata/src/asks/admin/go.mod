module shop.example/asks-admin

go 1.25.0
