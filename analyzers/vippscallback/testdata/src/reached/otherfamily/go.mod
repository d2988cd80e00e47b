module shop.example/otherfamily

go 1.25.0
