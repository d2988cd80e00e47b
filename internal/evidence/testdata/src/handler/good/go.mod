module handler/good

go 1.25.0
