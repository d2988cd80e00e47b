module shop.example/cronfunc

go 1.25.0
