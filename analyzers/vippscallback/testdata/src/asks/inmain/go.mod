module shop.example/asks-inmain

go 1.25.0
