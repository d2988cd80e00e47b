module handler/login

go 1.25.0
