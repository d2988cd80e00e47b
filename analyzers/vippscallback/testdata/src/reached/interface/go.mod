module shop.example/interface

go 1.25.0
