module shop.example/routerslost

go 1.25.0
