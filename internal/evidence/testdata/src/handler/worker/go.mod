module handler/worker

go 1.25.0
