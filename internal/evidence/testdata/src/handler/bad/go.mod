module handler/bad

go 1.25.0
