module shop.example/routerspolled

go 1.25.0
