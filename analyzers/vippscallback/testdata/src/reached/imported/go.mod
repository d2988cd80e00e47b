module shop.example/reached-imported

go 1.25.0
