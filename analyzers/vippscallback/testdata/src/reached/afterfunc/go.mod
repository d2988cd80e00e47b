module shop.example/afterfunc

go 1.25.0
