module fjelltrening.example/medlem

go 1.25.0
