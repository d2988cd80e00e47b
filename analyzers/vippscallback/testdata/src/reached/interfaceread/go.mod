module shop.example/interfaceread

go 1.25.0
