module shop.example/assembled

go 1.25.0
