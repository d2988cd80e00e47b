module shop.example/reached-deadhandler

go 1.25.0
