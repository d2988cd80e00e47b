module hyttemarked.example/booking

go 1.25.0
