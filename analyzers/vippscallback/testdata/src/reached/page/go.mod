module shop.example/page

go 1.25.0
