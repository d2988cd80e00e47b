module tehus.example/pay

go 1.25.0
