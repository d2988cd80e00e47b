module shop.example/formslost

go 1.25.0
