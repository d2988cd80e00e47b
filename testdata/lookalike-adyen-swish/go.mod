module nordlysgaver.example/butikk

go 1.25.0
