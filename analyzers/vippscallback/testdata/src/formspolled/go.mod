module shop.example/formspolled

go 1.25.0
