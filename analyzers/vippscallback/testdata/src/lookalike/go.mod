module shop.example/lookalike

go 1.25.0
