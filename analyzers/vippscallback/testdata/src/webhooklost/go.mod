module shop.example/webhooklost

go 1.25.0
