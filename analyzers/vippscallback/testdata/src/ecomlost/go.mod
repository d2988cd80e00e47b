module shop.example/ecomlost

go 1.25.0
